"""What a contribution does beside the data: the files it touches, and the step that it makes of the last release."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from scripts.compare.changes import compare
from scripts.compare.edition import Edition, edition_of
from scripts.compare.revision import commit, git, releases
from scripts.compare.version import following, step
from scripts.package.descriptor import FILE
from scripts.package.documents import WHOLE
from scripts.problem import CannotRunError, Problem, problem

GENERATED = {FILE, "CITATION.cff", ".zenodo.json", *WHOLE}
BLOCK = re.compile(rb"<!-- generated: (\w+) -->\n.*?<!-- end of \1 -->", re.DOTALL)
ARTICLE = re.compile(r"seeds/[^/]+\.txt")


def commits(repository: Path, old: str, new: str) -> tuple[str, str]:
    """Return the hashes of the commits that a contribution lies between; raise CannotRunError where there are none."""
    try:
        return commit(repository, old), commit(repository, new)
    except CannotRunError as error:
        raise CannotRunError(f"--contribution takes two git revisions: {error}") from error


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
    if path.endswith(".md") and old.strip("0") and not gone and not _by_hand(repository, old, new):
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
            found.append(problem("outside_seeds", name, why=why))
    return found


@dataclass(frozen=True)
class Release:
    """The tag of the last release, the step since then, and the next version; before the first there is no tag."""

    last: str | None
    step: str
    next: str

    def __str__(self) -> str:
        if self.last is None:
            return f"there is no release yet: the first one will be {self.next}"
        if self.step == "none":
            return f"nothing changed since the release {self.last}"
        return f"since the release {self.last} the step is {self.step}: the next one is {self.next}"


def release_of(repository: Path, old: str, new: Edition) -> tuple[Release, list[Problem]]:
    """Return the release that `new` leads to from the last one that the commit `old` follows; problems of that one."""
    tags = releases(repository, old)
    if not tags:
        return Release(None, "first", new.version), []
    edition, problems = edition_of(tags[-1], repository)
    made = step(compare(edition, new)) if not problems else "none"
    return Release(tags[-1], made, following(tags[-1].removeprefix("v"), made)), problems
