"""Split a TOML file into its blocks (`[source]`, `[[events]]`, …), each with its line, so that problems have lines.

Headers and keys are found by line in the text without its strings and comments; each block is then parsed by itself
with the standard library, so that one broken block does not hide the problems of the others.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from scripts.problem import Problem, shown

DEEPEST = 4
# Every alternative takes an unclosed string too, so that the scan is linear whatever the text. The repeats are plain:
# possessive ones over alternatives go wrong in early patches of Python 3.11, such as Debian's.
STRINGS = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*(?:"{3,5}|\\?\Z)'
    r"|'''(?:[^']|'(?!''))*(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*"?'
    r"|'[^'\n]*'?"
    r"|#[^\n]*"
)
CLOSED = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
TOKENS = re.compile(rf"{STRINGS.pattern}|[\[\]]")
WHOLE_HEADER = re.compile(r"\[\[[^\[\]\n]*\]\]|\[[^\[\]\n]*\]")
MOST_BLOCKS = 10_000
HEADERS = re.compile(r"^[ \t]*\[", re.MULTILINE)
HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([A-Za-z_][A-Za-z0-9_-]*)[ \t]*\]\]?[ \t]*$")
KEY = re.compile(r"[ \t]*([A-Za-z0-9_-]+)[ \t]*=")
QUOTED_KEY = re.compile(r"[ \t]*[\"']([^\"'\n]*)[\"'][ \t]*=")


@dataclass(frozen=True)
class Block:
    """One block of a sheet: its name, whether it is one of a list, the line of its header, its keys and their lines."""

    file: str
    name: str
    listed: bool
    line: int
    values: dict[str, Any]
    lines: dict[str, int]

    def line_of(self, key: str | None) -> int:
        """Return the line of a key, or the header's where the block does not have it."""
        return self.lines.get(key or "", self.line)


@dataclass(frozen=True)
class Piece:
    """The text of one block: the number of its first line, the text, and the text without strings and comments."""

    line: int
    text: str
    bare: str


def _without_strings(text: str) -> str:
    return STRINGS.sub(lambda match: ('""' if match[0][0] != "#" else "") + "\n" * match[0].count("\n"), text)


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _dotted(bare: str) -> int | None:
    """Return the first line that has a dotted key or header; line by line, so that no pattern backtracks."""
    for number, line in enumerate(bare.split("\n") if "." in bare else (), 1):
        head = line.split("]", 1)[0] if line.lstrip().startswith("[") else line.partition("=")[0] if "=" in line else ""
        if "." in head:
            return number
    return None


def _dangerous(bare: str, file: str) -> list[Problem]:
    """Refuse what the standard parser handles badly, before it sees it: dotted keys, inline tables, deep nesting."""
    plain = "write plain keys: key = value"
    problems = []
    if (dotted := _dotted(bare)) is not None:
        problems.append(Problem(file, dotted, "", "dotted_key", "has a dotted key", plain))
    if (at := bare.find("{")) >= 0:
        problems.append(Problem(file, _line_at(bare, at), "", "inline_table", "has an inline table", plain))
    if (blocks := len(HEADERS.findall(bare))) > MOST_BLOCKS:
        message = f"has {blocks:,} blocks, {MOST_BLOCKS:,} at most"
        problems.append(Problem(file, 0, "", "too_many_blocks", message, "split the article and its sheet"))
    if (deep := _too_deep(bare)) is not None:
        message, hint = f"nests more than {DEEPEST} brackets", "lists hold plain values only"
        problems.append(Problem(file, deep, "", "too_deep", message, hint))
    return problems


def _too_deep(bare: str) -> int | None:
    """Return the first line whose brackets nest too deep; a list that is not closed ends with its block."""
    depth = 0
    for number, line in enumerate(bare.split("\n") if "[" in bare else (), 1):
        if "[" not in line and "]" not in line:
            continue
        depth = 0 if HEADER.match(line) else depth
        for match in re.finditer(r"[\[\]]", line):
            depth = depth + 1 if match[0] == "[" else max(0, depth - 1)
            if depth > DEEPEST:
                return number
    return None


def _pieces(text: str, bare: str) -> Iterator[Piece]:
    """Yield a piece for every block, and first one for what stands before them."""
    lines, bare_lines = text.split("\n"), bare.split("\n")
    begins = [0, *(i for i, line in enumerate(bare_lines) if HEADER.match(line)), len(lines)]
    for begin, end in pairwise(begins):
        yield Piece(begin + 1, "\n".join(lines[begin:end]) + "\n", "\n".join(bare_lines[begin:end]))


def _toml(text: str) -> dict[str, Any]:
    """Parse TOML; raise ValueError (or a subclass) on whatever is wrong with it."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    except ArithmeticError as error:
        raise ValueError("a number that cannot be read") from error


def _left_open(text: str) -> tuple[int, str, str] | None:
    """Return (line, what, how to mend it) of the first list, text or header that begins and does not end."""
    headers = {match.end() - 1 for match in HEADERS.finditer(text)}
    lists: list[int] = []
    at = 0
    while match := TOKENS.search(text, at):
        begin, at, found = match.start(), match.end(), match[0]
        if found[0] in "\"'" and not CLOSED.fullmatch(found):
            mark = found[:3] if found[:3] in {'"""', "'''"} else found[0]
            hint = f"close it with {mark}" + (', and write \\" for a mark inside it' if mark == '"' else "")
            return _line_at(text, begin), "the text that begins here is not closed", hint
        if found == "]":
            lists = lists[:-1]
        elif found == "[" and begin in headers and not lists:
            header = WHOLE_HEADER.match(text, begin)
            if header is None:
                hint = "write it as [source] or as [[events]]"
                return _line_at(text, begin), "the header that begins here is not closed", hint
            at = header.end()
        elif found == "[":
            lists.append(begin)
    return (_line_at(text, lists[0]), "the list that begins here is not closed", "close it with ]") if lists else None


def _not_toml(file: str, piece: Piece, error: ValueError) -> Problem:
    at_line = re.search(r"at line ([0-9]+)", str(error))
    left_open = _left_open(piece.text)
    if left_open is not None and (at_line is None or left_open[0] <= int(at_line[1])):
        line, what, hint = left_open
        return Problem(file, piece.line + line - 1, "", "not_toml", f"is not TOML: {what}", hint)
    what = re.sub(r" \(at .*\)$|: value has .*$", "", str(error))
    hint = (
        "give each key once"
        if "overwrite" in what
        else 'text goes in quotation marks, with \\" for a mark inside it; a number has no comma'
    )
    if at_line is not None:
        line = piece.line + int(at_line[1]) - 1
    elif "end of document" in str(error):
        line = piece.line + _line_at(piece.text.rstrip(), len(piece.text)) - 1
    else:  # the parser gives no line for a number that is too long
        long = re.search(r"[0-9_]{4300}", piece.bare)
        line = piece.line + _line_at(piece.bare, long.start() if long else 0) - 1
        hint = "write a shorter number"
    return Problem(file, line, "", "not_toml", f"is not TOML: {shown(what, 200)}", hint)


def _block(file: str, piece: Piece) -> tuple[Block | None, list[Problem]]:
    try:
        parsed = _toml(piece.text)
    except ValueError as error:
        return None, [_not_toml(file, piece, error)]
    header = HEADER.match(piece.bare.split("\n", 1)[0])
    if header is None:
        if not parsed:
            return None, []
        message = f"has the key {shown(next(iter(parsed)))} outside a block"
        hint = "put every key below a header such as [source] or [[events]]"
        return None, [Problem(file, piece.line, "", "no_header", message, hint)]
    listed = header[1] == "[["
    if set(parsed) != {header[2]} or (listed and len(parsed[header[2]]) != 1):
        return None, [_odd_header(file, piece)]
    values = parsed[header[2]][0] if listed else parsed[header[2]]
    return Block(file, header[2], listed, piece.line, values, _key_lines(piece)), []


def _odd_header(file: str, piece: Piece) -> Problem:
    """Report a header that is quoted or otherwise not plain, at its line."""
    lines = piece.bare.split("\n")
    number = next((i for i, line in enumerate(lines) if i and line.lstrip().startswith("[")), 0)
    message = f"has the header {shown(piece.text.split(chr(10))[number].strip())}"
    return Problem(
        file, piece.line + number, "", "unknown_block", message, "write plain headers: [source], [[events]], …"
    )


def _key_lines(piece: Piece) -> dict[str, int]:
    lines: dict[str, int] = {}
    for number, (bare, text) in enumerate(
        zip(piece.bare.split("\n"), piece.text.split("\n"), strict=False), piece.line
    ):
        if match := KEY.match(bare) or QUOTED_KEY.match(text):
            lines.setdefault(match[1], number)
    return lines


def parse(text: str, file: str) -> tuple[list[Block], list[Problem]]:
    """Return the blocks of a TOML text and everything that is wrong with its form."""
    bare = _without_strings(text)
    if problems := _dangerous(bare, file):
        return [], problems
    blocks: list[Block] = []
    for piece in _pieces(text, bare):
        block, wrong = _block(file, piece)
        blocks += [block] if block else []
        problems += wrong
    return blocks, problems
