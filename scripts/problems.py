"""A problem is a value: where it is, what is wrong, by which rule, and how to mend it."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches

LONGEST_SHOWN = 80


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: `line` is the physical line to edit, 0 for the file as a whole."""

    file: str
    line: int
    field: str
    code: str
    message: str
    hint: str


def _printable(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
        return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
    return character


def printable(text: str) -> str:
    """Return text with control, format and unassigned characters as escapes, so that it cannot steer a terminal."""
    return "".join(map(_printable, text.replace("\n", "⏎")))


def shown(value: object, longest: int = LONGEST_SHOWN) -> str:
    """Return a value in quotation marks, cut to `longest` characters and safe to print; "blank" for none."""
    if value is None or value != value or str(value) in {"", "<NA>"}:  # noqa: PLR0124 - NaN is not itself
        return "blank"
    text = str(value)
    text = text if len(text) <= longest else text[: longest - 1] + "…"
    return f"“{printable(text)}”"


def nearest(value: str, known: Iterable[str]) -> str:
    """Return ' (nearest: x)' for the known word most like the value, or nothing."""
    matches = get_close_matches(value, list(known), n=1, cutoff=0.6) or get_close_matches(
        value.lower(), list(known), n=1, cutoff=0.6
    )
    return f"; the nearest is {shown(matches[0])}" if matches else ""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return each problem once, by file and line."""
    return sorted(set(problems))


def _sentence(text: str) -> str:
    """Return text with a capital, unless it begins with a name such as date_basis, and with a full stop."""
    first = text.split(" ", 1)[0].rstrip(",:")
    return (text[:1].upper() + text[1:] if first.isalpha() else text).rstrip(".") + "."


def as_text(problems: Sequence[Problem]) -> str:
    """Return for each problem a line of file, line, field, message, how to mend it, and the rule's code."""
    lines = []
    for problem in problems:
        place = f"{printable(problem.file)}:{problem.line}" if problem.line else printable(problem.file)
        field = f"{printable(problem.field)}: " if problem.field else ""
        lines.append(f"{place}: {field}{problem.message}. {_sentence(problem.hint)} [{problem.code}]\n")
    return "".join(lines)


def as_json(problems: Sequence[Problem]) -> str:
    """Return {"valid": …, "problems": […]} with one object for each problem."""
    document = {"valid": not problems, "problems": [asdict(problem) for problem in problems]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
