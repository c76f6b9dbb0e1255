"""Read a text file that a contribution brings: size, encoding and characters are checked before anything else."""

import os
import re
import stat
from pathlib import Path

from scripts.problem import Problem

LARGEST = 1_000_000  # bytes of an article, a sheet or a registry

KINDS = {
    "cr": "\r",
    "nul": "\x00",
    "control": "\x01-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029",
    "bidi": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "bom": "\ufeff",
    "plane": "\U00010000-\U0010ffff",
}
REFUSED = re.compile("|".join(f"(?P<{kind}>[{characters}])" for kind, characters in KINDS.items()))
ANY_REFUSED = re.compile(f"[{''.join(KINDS.values())}]")  # many times quicker, so it goes first
USUAL = b"\t\n" + bytes(range(ord(" "), ord("~") + 1))  # of these none is refused
MEANING = {
    "cr": ("carriage_return", "has a carriage return", "save the file with LF line ends"),
    "nul": ("nul", "has a NUL character", "remove it"),
    "control": ("control_character", "has the control character {code}", "remove it"),
    "bidi": ("bidirectional", "has the bidirectional control character {code}", "remove it"),
    "bom": ("byte_order_mark", "has a byte order mark (U+FEFF)", "save the file as UTF-8 without BOM"),
    "plane": (
        "outside_bmp",
        "has {code}, outside the Basic Multilingual Plane: languages count it differently",
        "replace it, or leave the article out",
    ),
}


def _decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"is not UTF-8: byte 0x{data[error.start]:02x}"
        return None, [Problem(file, line, "", "not_utf8", message, "save the file as UTF-8")]


def refused_characters(text: str, data: bytes, file: str) -> list[Problem]:
    """Return one problem for each kind of refused character, at its first line, with how often it occurs.

    `data` are the bytes of the text.
    """
    if ANY_REFUSED.search(data.translate(None, USUAL).decode("utf-8")) is None:
        return []
    first: dict[str, re.Match[str]] = {}
    count: dict[str, int] = {}
    for match in REFUSED.finditer(text):
        kind = str(match.lastgroup)
        first.setdefault(kind, match)
        count[kind] = count.get(kind, 0) + 1
    problems = []
    for kind, match in first.items():
        code, message, hint = MEANING[kind]
        message = message.format(code=f"U+{ord(match[0]):04X}")
        more = f" ({count[kind]} in the file)" if count[kind] > 1 else ""
        problems.append(Problem(file, text.count("\n", 0, match.start()) + 1, "", code, message + more, hint))
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
        hint = "put the file itself here, not a link"
        return Problem(file, 0, "", "outside", "is a link out of the folder, or to itself", hint)
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return Problem(file, 0, "", "missing_file", "is missing", "add it")
    if not stat.S_ISREG(status.st_mode):
        return Problem(file, 0, "", "not_a_file", "is not a plain file", "put a plain file in its place")
    if status.st_size > largest:
        message = f"is too large: {status.st_size:,} bytes, {largest:,} at most"
        return Problem(file, 0, "", "too_large", message, "split it, or leave it out")
    return None


def read_bytes(root: Path, file: str, largest: int = LARGEST) -> tuple[bytes | None, list[Problem]]:
    """Return the bytes of a file below root, or None and the reason; `file` is relative to root."""
    path = root / file
    try:
        refusal = _refusal(root, path, file, largest)
        return (path.read_bytes(), []) if refusal is None else (None, [refusal])
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        return None, [Problem(file, 0, "", "unreadable", message, "make the file readable")]


def as_text(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text that the bytes of a file are, newlines as they are; None where it cannot be used at all."""
    text, problems = _decode(data, file)
    if text is None:
        return None, problems
    if not text.strip():
        return None, [Problem(file, 0, "", "empty", "is empty", "add its text, or remove the file")]
    problems = refused_characters(text, data, file)
    return (None if problems else text), problems


def read_text(root: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file below root, or None and the reason."""
    data, problems = read_bytes(root, file)
    return as_text(data, file) if data is not None else (None, problems)
