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
from typing import Any, NamedTuple

from scripts.problem import Problem, problem

DEEPEST = 4
MOST_BLOCKS = 10_000
MOST_DOTS = 100  # in a line that is no key: the parser takes minutes for a key of very many parts
# Every alternative takes an unclosed string too, so that the scan is linear whatever the text; a string that is closed
# has a group. The repeats are plain: possessive ones over alternatives go wrong in early patches of Python 3.11.
STRINGS = re.compile(
    r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*(?:(?P<marks>"{3,5})|\\?\Z)'
    r"|'''(?:[^']|'(?!''))*(?:(?P<literal_marks>'{3,5})|\Z)"
    r'|"(?:[^"\\\n]|\\.)*(?P<mark>")?'
    r"|'[^'\n]*(?P<literal_mark>')?"
    r"|(?P<comment>#)[^\n]*"
)
BRACKETS = re.compile(
    r"^[ \t]*(?:\[\[[^\[\]\n]*\]\]|\[[^\[\]\n]*\])|(?P<header>^[ \t]*\[)|(?P<list>\[)|(?P<end>\])", re.MULTILINE
)
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


class _Piece(NamedTuple):
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
        header = line.lstrip().startswith("[")
        key, sign, _ = line.partition("]" if header else "=")
        if "." in key and (header or sign or key.partition(",")[0].count(".") > MOST_DOTS):
            return number
    return None


def _dangerous(bare: str, file: str) -> list[Problem]:
    """Refuse what the standard parser handles badly, before it sees it: dotted keys, inline tables, many blocks."""
    problems = []
    if (dotted := _dotted(bare)) is not None:
        problems.append(problem("dotted_key", file, dotted))
    if (at := bare.find("{")) >= 0:
        problems.append(problem("inline_table", file, _line_at(bare, at)))
    if (blocks := len(HEADERS.findall(bare))) > MOST_BLOCKS:
        problems.append(problem("too_many_blocks", file, blocks=blocks, most=MOST_BLOCKS))
    return problems


def _pieces(text: str, bare: str) -> Iterator[_Piece]:
    """Yield a piece for every block, and first one for what stands before them."""
    lines, bare_lines = text.split("\n"), bare.split("\n")
    begins = [0, *(i for i, line in enumerate(bare_lines) if HEADER.match(line)), len(lines)]
    for begin, end in pairwise(begins):
        yield _Piece(begin + 1, "\n".join(lines[begin:end]) + "\n", "\n".join(bare_lines[begin:end]))


def _open_bracket(bare: str) -> tuple[int, str] | None:
    """Return (line, what) of the first header or list that is not closed, or of the first list that is too deep."""
    opened: list[int] = []
    for bracket in BRACKETS.finditer(bare):
        if bracket.lastgroup == "header" and not opened:
            return _line_at(bare, bracket.end()), "header"
        if bracket.lastgroup == "end":
            opened = opened[:-1]
        elif bracket.lastgroup is not None:
            opened.append(bracket.end())
        if len(opened) > DEEPEST:
            return _line_at(bare, bracket.end()), "deep list"
    return (_line_at(bare, opened[0]), "list") if opened else None


def _left_open(piece: _Piece) -> tuple[int, str, str] | None:
    """Return (line, what, how to close it) of the first text, header or list that begins and does not end."""
    bracket = _open_bracket(piece.bare)
    texts = (text for text in STRINGS.finditer(piece.text) if text.lastgroup is None)
    if text := next(texts, None):
        line = _line_at(piece.text, text.start())
        if bracket is None or bracket[1] == "list" or line < bracket[0]:
            mark = text[0][:3] if text[0][:3] in {'"""', "'''"} else text[0][0]
            return line, "text", mark + (', and write \\" for a mark inside it' if mark == '"' else "")
    return (*bracket, "]" if bracket[1] == "list" else "] or ]], as in [source] or [[events]]") if bracket else None


def _not_toml(file: str, piece: _Piece, error: Exception) -> Problem:
    said = str(error) if isinstance(error, ValueError) else "a number that cannot be read"
    code = "repeated_key" if "overwrite" in said else "not_toml"
    if at := re.search(r"at line ([0-9]+)", said):
        line = int(at[1])
    elif "end of document" in said:
        line = _line_at(piece.text.rstrip(), len(piece.text))
    else:  # the parser gives no line for a number that is too long
        long = re.search(r"[0-9_]{4300}", piece.bare)
        code, line = "long_number", _line_at(piece.bare, long.start() if long else 0)
    if (left_open := _left_open(piece)) and left_open[0] <= line:
        line, what, how = left_open
        return problem("not_closed", file, piece.line + line - 1, what=what, how=how)
    why = re.sub(r" \(at .*\)$|: value has .*$", "", said)
    return problem(code, file, piece.line + line - 1, why=why)


def _block(file: str, piece: _Piece) -> Block | Problem | None:
    """Return the block of a piece, or what is wrong with it; None for a piece of comments alone."""
    if (bracket := _open_bracket(piece.bare)) and bracket[1] == "deep list":
        return problem("too_deep", file, piece.line + bracket[0] - 1, most=DEEPEST)
    try:
        parsed = tomllib.loads(piece.text, parse_float=Decimal)
    except (ValueError, ArithmeticError) as error:
        return _not_toml(file, piece, error)
    header = HEADER.match(piece.bare.partition("\n")[0])
    if header is None:
        return problem("no_header", file, piece.line, key=next(iter(parsed))) if parsed else None
    listed = header[1] == "[["
    if set(parsed) != {header[2]} or (listed and len(parsed[header[2]]) != 1):
        return _odd_header(file, piece)
    values = parsed[header[2]][0] if listed else parsed[header[2]]
    return Block(file, header[2], listed, piece.line, values, _key_lines(piece))


def _odd_header(file: str, piece: _Piece) -> Problem:
    """Report a header that is quoted or otherwise not plain, at its line."""
    lines = piece.bare.split("\n")
    number = next((i for i, line in enumerate(lines) if i and line.lstrip().startswith("[")), 0)
    return problem("odd_header", file, piece.line + number, header=piece.text.split("\n")[number].strip())


def _key_lines(piece: _Piece) -> dict[str, int]:
    lines: dict[str, int] = {}
    pairs = zip(piece.bare.split("\n"), piece.text.split("\n"), strict=False)
    for number, (bare, text) in enumerate(pairs, piece.line):
        if match := KEY.match(bare) or QUOTED_KEY.match(text):
            lines.setdefault(match[1], number)
    return lines


def parse(text: str, file: str) -> tuple[list[Block], list[Problem]]:
    """Return the blocks of a TOML text and everything that is wrong with its form."""
    bare = _without_strings(text)
    if problems := _dangerous(bare, file):
        return [], problems
    found = [_block(file, piece) for piece in _pieces(text, bare)]
    blocks = [one for one in found if isinstance(one, Block)]
    return blocks, [one for one in found if isinstance(one, Problem)]
