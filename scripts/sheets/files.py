"""Read a text file that a contribution brings: size, encoding and characters are checked before anything else."""

import os
import re
import stat
from collections import Counter
from pathlib import Path

from scripts.problem import Problem, problem

LARGEST = 1_000_000  # bytes of an article, a sheet or a registry

REFUSED_BY_CODE = {
    "carriage_return": "\r",
    "nul": "\x00",
    "control_character": "\x01-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029",
    "bidirectional": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "byte_order_mark": "\ufeff",
    "outside_bmp": "\U00010000-\U0010ffff",
}
REFUSED = re.compile("|".join(f"(?P<{code}>[{characters}])" for code, characters in REFUSED_BY_CODE.items()))
ANY_REFUSED = re.compile(f"[{''.join(REFUSED_BY_CODE.values())}]")  # many times quicker, so it goes first
USUAL = b"\t\n" + bytes(range(ord(" "), ord("~") + 1))  # of these none is refused


def refused_characters(text: str, data: bytes, file: str) -> list[Problem]:
    """Return one problem for each kind of refused character, at its first line, with how often it occurs.

    `data` are the bytes of the text.
    """
    if ANY_REFUSED.search(data.translate(None, USUAL).decode("utf-8")) is None:
        return []
    first: dict[str, re.Match[str]] = {}
    count: Counter[str] = Counter()
    for match in REFUSED.finditer(text):
        code = str(match.lastgroup)
        first.setdefault(code, match)
        count[code] += 1
    problems = []
    for code, match in first.items():
        line, more = text.count("\n", 0, match.start()) + 1, f" ({count[code]} in the file)" if count[code] > 1 else ""
        problems.append(problem(code, file, line, character=f"U+{ord(match[0]):04X}", more=more))
    return problems


def _has_no_link(root: Path, path: Path) -> bool:
    """Return whether path lies below root by its name alone: no part of it goes up or is a link of any kind."""
    if not path.is_relative_to(root) or ".." in path.parts:
        return False
    at = str(root)
    for name in path.parts[len(root.parts) :]:
        at += os.sep + name
        try:
            status = os.lstat(at)
        except FileNotFoundError:
            return True
        if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", False):  # Windows has more than one kind
            return False
    return True


def inside(root: Path, path: Path) -> bool:
    """Return whether the path, with every link followed, lies in root."""
    try:
        if _has_no_link(root, path):  # following is ten times slower
            return True
        there, here = Path(os.path.realpath(path)), Path(os.path.realpath(root))  # `resolve` takes twice as long
    except OSError:
        return False
    return not there.is_symlink() and there.is_relative_to(here)  # a link that leads to itself stays one


def _refusal(root: Path, path: Path, file: str, largest: int) -> Problem | None:
    """Return why a file below root must not be read, or None. Raises OSError where it cannot be looked at."""
    if not inside(root, path):
        return problem("outside", file)
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return problem("missing_file", file)
    if not stat.S_ISREG(status.st_mode):
        return problem("not_a_file", file)
    if status.st_size > largest:
        return problem("too_large", file, bytes=status.st_size, most=largest)
    return None


def read_bytes(root: Path, file: str, largest: int = LARGEST) -> tuple[bytes | None, list[Problem]]:
    """Return the bytes of a file below root, or None and the reason; `file` is relative to root."""
    path = root / file
    try:
        refusal = _refusal(root, path, file, largest)
        return (path.read_bytes(), []) if refusal is None else (None, [refusal])
    except OSError as error:
        return None, [problem("unreadable", file, why=str(error.strerror))]


def decoded(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text that the bytes of a file are in UTF-8, or None and where they are none."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [problem("not_utf8", file, line, byte=data[error.start])]


def as_text(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text that the bytes of a file are, newlines as they are; None where it cannot be used at all."""
    text, problems = decoded(data, file)
    if text is None:
        return None, problems
    if not text.strip():
        return None, [problem("empty", file)]
    problems = refused_characters(text, data, file)
    return (None if problems else text), problems


def read_text(root: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file below root, or None and the reason."""
    data, problems = read_bytes(root, file)
    return as_text(data, file) if data is not None else (None, problems)
