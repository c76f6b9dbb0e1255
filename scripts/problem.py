"""A problem is a value: where it is, what is wrong, by which rule, and how to mend it."""

import json
import string
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple, TextIO

LONGEST_SHOWN = 80
MOST = 2_000  # problems reported
MOST_PLACES = 10  # of one problem
MOST_HELPED = 100  # different values of a column for which help is looked up


class Place(NamedTuple):
    """Where to edit: a file, its physical line, and the field."""

    file: str
    line: int
    field: str


class CannotRunError(Exception):
    """The command cannot do its work at all: exit code 2."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: `line` is the physical line to edit, 0 for the file as a whole.

    `also` holds the further places of one cause, such as the rows that name an actor who is not there.
    """

    file: str
    line: int
    field: str
    code: str
    message: str
    hint: str
    also: tuple[Place, ...] = ()


class _Plain(str):
    """Words of our own, which a template shows without quotation marks."""

    __slots__ = ()


class _Template(string.Formatter):
    """Fills the templates of problems.toml: whatever a value holds is shown in quotation marks, cut and printable."""

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        return _Plain(value) if conversion == "s" else value

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, _Plain):
            return printable(value)
        if isinstance(value, int):
            return format(value, format_spec)
        return shown(value, int(format_spec or LONGEST_SHOWN))


def problem(code: str, file: str, line: int = 0, field: str = "", /, **values: Any) -> Problem:
    """Return a problem in the words that problems.toml has for its code, with the values that they ask for.

    >>> problem("end_after_start", "seeds/a.toml", 3, "events.end", end="4", start="9").message
    '“4” is not after start “9”'
    """
    from schemas.problems import kinds  # with it come pandas and pandera, which --help does not wait for

    kind, fill = kinds()[code], _Template().vformat
    return Problem(file, line, field, code, fill(kind.says, (), values), fill(kind.mend, (), values))


def _printable(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
        return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
    return character


def printable(text: str) -> str:
    """Return text with control, format and unassigned characters as escapes, so that it cannot steer a terminal."""
    return "".join(map(_printable, text.replace("\n", "⏎")))


def shortened(text: str, longest: int) -> str:
    """Return text cut to `longest` characters and safe to print."""
    return printable(text if len(text) <= longest else text[: longest - 1] + "…")


def shown(value: object, longest: int = LONGEST_SHOWN) -> str:
    """Return a value in quotation marks, cut to `longest` characters and safe to print; "blank" for none."""
    if value is None or value != value or str(value) in {"", "<NA>"}:  # noqa: PLR0124 - NaN is not itself
        return "blank"
    return f"“{shortened(str(value), longest)}”"


def counted(number: int, noun: str, nouns: str | None = None) -> str:
    """Return “1 problem” or “2 problems”; `nouns` is the plural where it is not the noun with an s."""
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"


def nearest(value: str, known: Iterable[str]) -> str:
    """Return ' (nearest: x)' for the known word most like the value, or nothing."""
    from rapidfuzz import fuzz, process

    sought = value[:LONGEST_SHOWN]
    found = process.extractOne(sought, sorted(known), scorer=fuzz.ratio, processor=str.lower, score_cutoff=60)
    return f"; the nearest is {shown(found[0])}" if found else ""


def nearest_of(values: Iterable[str], known: Iterable[str]) -> dict[str, str]:
    """Return what `nearest` says of each value, asked once of each; of very many values the first are helped."""
    choices = sorted(known)
    return {value: nearest(value, choices) for value in list(dict.fromkeys(values))[:MOST_HELPED]}


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return each problem once, by file and line; of very many, the first and how many more there are.

    Cells of a column that have the same wrong value, which the message begins with, are one problem.
    """
    causes: dict[tuple[str, ...], list[Problem]] = {}
    for at, one in enumerate(sorted(set(problems))):
        value = "" if one.message.startswith("“") else str(at)
        causes.setdefault((one.field, one.code, one.message, one.hint, value), []).append(one)
    found = [
        replace(first, also=(*first.also, *(Place(one.file, one.line, one.field) for one in more)))
        for first, *more in causes.values()
    ]
    if len(found) > MOST:
        more = counted(len(found) - MOST, "more problem was", "more problems were")
        return [*found[:MOST], problem("too_many", "…", more=more)]
    return found


def safe_output(*streams: TextIO) -> None:
    """Let streams print what their encoding lacks as escapes."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def exact_output(stream: TextIO) -> None:
    """Let a stream print UTF-8 with LF on every system: what it prints is for another program, or for a page."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")


def _short(field: str) -> str:
    return shortened(field, 2 * LONGEST_SHOWN)


def sentence(text: str) -> str:
    """Return text with a capital, unless it begins with a name such as date_basis, and with a full stop."""
    first = text.split(" ", 1)[0].rstrip(",:")
    return (text[:1].upper() + text[1:] if first.isalpha() else text).rstrip(".") + "."


def also(problem: Problem) -> str:
    """Return in words where else a problem is: “also in a.csv:3, a.csv:7 and 2 more places”."""
    places = [f"{printable(place.file)}:{place.line}" for place in problem.also[:MOST_PLACES]]
    more = len(problem.also) - len(places)
    more_places = f" and {counted(more, 'more place')}" if more else ""
    return f"also in {', '.join(places)}{more_places}"


def as_text(problems: Sequence[Problem]) -> str:
    """Return for each problem a line of file, line, field, message, how to mend it, and the rule's code."""
    lines = []
    for problem in problems:
        place = f"{printable(problem.file)}:{problem.line}" if problem.line else printable(problem.file)
        field = f"{_short(problem.field)}: " if problem.field else ""
        lines.append(f"{place}: {field}{problem.message}. {sentence(problem.hint)} [{problem.code}]\n")
        if problem.also:
            lines.append(f"    {also(problem)}\n")
    return "".join(lines)


def as_json(problems: Sequence[Problem]) -> str:
    """Return {"valid": …, "problems": […]} with one object for each problem."""
    safe = [replace(problem, file=printable(problem.file), field=_short(problem.field)) for problem in problems]
    listed = [asdict(one) | {"also": [place._asdict() for place in one.also]} for one in safe]
    document = {"valid": not problems, "problems": listed}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
