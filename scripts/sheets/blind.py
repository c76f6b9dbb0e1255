"""The sheets of coders who did not see each other's rows: kept as they were made, and nothing else beside them."""

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.problem import Problem, problem
from scripts.sheets.files import inside, read_text

FOLDER = "seeds/blind"
SHEET = re.compile(r"[0-9]{3,5}_[a-z0-9_]{1,80}\.toml")
CODER = re.compile(r"[a-z]")


def _folder(root: Path, file: str) -> bool:
    """Return whether there is a folder, and no link to one."""
    return not (root / file).is_symlink() and inside(root, root / file) and (root / file).is_dir()


def _of_coder(root: Path, folder: str) -> Iterator[Problem]:
    for path in sorted((root / folder).iterdir()):
        file = f"{folder}/{path.name}"
        article = f"seeds/{path.stem}.txt"
        if not SHEET.fullmatch(path.name) or path.is_symlink() or not path.is_file():
            yield problem("stray_in_blind", file)
        elif not (root / article).is_file():
            yield problem("unpaired", file, kind="a blind sheet", other="an article", file=article)
        else:
            yield from read_text(root, file)[1]


def blind_problems(root: Path) -> list[Problem]:
    """Return what lies below root/seeds/blind without being the sheet of a blind coder."""
    at = root / FOLDER
    if not at.is_symlink() and not at.exists():
        return []
    if not _folder(root, FOLDER):
        return [problem("stray_in_blind", FOLDER)]
    problems: list[Problem] = []
    for path in sorted(at.iterdir()):
        folder = f"{FOLDER}/{path.name}"
        if CODER.fullmatch(path.name) and _folder(root, folder):
            problems += _of_coder(root, folder)
        else:
            problems.append(problem("stray_in_blind", folder))
    return problems
