"""Which files a contribution touches beside articles, sheets and what the build generates."""

import os
import re
from pathlib import Path

from scripts.comparison.revision import git
from scripts.package.descriptor import FILE
from scripts.problem import Problem

PROSE = {"README.md", "CODEBOOK.md", "CONTRIBUTING.md"}  # generated between markers, written by people around them
GENERATED = {FILE, "CITATION.cff", ".zenodo.json"}
BLOCK = re.compile(rb"<!-- generated: (\w+) -->\n.*?<!-- end of \1 -->", re.DOTALL)
ARTICLE = re.compile(r"seeds/[^/]+\.txt")
HINT = "a maintainer reviews it apart from the data; the gate does not run it"


def _by_hand(repository: Path, old: str, new: str) -> bool:
    """Return whether two blobs differ outside their generated parts."""
    before, after = (BLOCK.sub(rb"\1", git(repository, "cat-file", "blob", oid)) for oid in (old, new))
    return before != after


def _why(repository: Path, mode: str, old: str, new: str, path: str) -> str | None:
    """Return what is unusual about the change of one file, None where nothing is."""
    gone = not new.strip("0")
    if not gone and mode != "100644":
        return "is a link, a program or a module of git, not a plain file"
    if path.startswith("seeds/blind/"):
        return "is a blind sheet, which stays as it was made"
    if path.startswith("seeds/") or path in GENERATED or re.fullmatch(r"data/[a-z_]+\.csv", path):
        if ARTICLE.fullmatch(path) and old.strip("0") and not gone:
            return "is an article that was in the dataset, and was changed"
        return "was removed" if gone else None
    if path in PROSE and old.strip("0") and not gone and not _by_hand(repository, old, new):
        return None
    return "is neither in seeds/ nor generated from it"


def outside(repository: Path, old: str, new: str) -> list[Problem]:
    """Return a problem for each file that a data contribution leaves alone; `old` and `new` are hashes of commits."""
    raw = git(repository, "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", old, new).split(b"\0")
    found = []
    for facts, path in zip(raw[0:-1:2], raw[1::2], strict=False):
        _, mode, before, after, _ = facts.decode("ascii").split(" ")
        name = os.fsdecode(path)
        why = _why(repository, mode, before, after, name)
        if why:
            found.append(Problem(name, 0, "", "outside_seeds", why, HINT))
    return found
