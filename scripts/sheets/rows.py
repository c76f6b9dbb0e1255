"""Turn the blocks of a sheet into rows of the tables, every cell in its published form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from schemas import Column
from scripts.problem import Problem, nearest, shown
from scripts.sheets.anchor import locate
from scripts.sheets.blocks import Block
from scripts.sheets.dates import bounds
from scripts.sheets.keys import BLOCKS, DEFAULTS, Key, keys

LARGEST_NUMBER = 10**18
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
MOST_NEAREST = 20  # misses in one sheet for which the nearest passage is looked up


@dataclass(frozen=True)
class Article:
    """An article as shipped: its path in the package, its text, and the hash of its bytes."""

    path: str
    text: str
    sha256: str


@dataclass
class Row:
    """One row of a table before it is published.

    `cells` holds what is not blank, as text; `broken` the columns that a problem has been reported for; `keys` the
    keys of the block that give columns under another name than the declaration says.
    """

    table: str
    block: Block
    cells: dict[str, str]
    broken: set[str] = field(default_factory=set)
    keys: dict[str, str] = field(default_factory=dict)

    def line_of(self, column: Column) -> int:
        """Return the line to edit in order to mend a column of this row."""
        return self.block.line_of(self.keys.get(column.name, column.sheet))


@dataclass(frozen=True)
class Context:
    """What the rows of one sheet share: the source's id, its coding, and the article (None if unusable)."""

    source_id: str
    coding: str
    article: Article | None


TYPES = {
    "text": ("text", '"…", in quotation marks'),
    "integer": ("a whole number", "3, without quotation marks"),
    "number": ("a number", "42 or -10.77, without quotation marks"),
    "texts": ("a list of texts", '["…", "…"]'),
}


def _fits(value: Any, kind: str) -> bool:
    if kind == "texts":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if kind == "text":
        return isinstance(value, str)
    number = isinstance(value, int) and not isinstance(value, bool) and abs(value) < LARGEST_NUMBER
    if kind == "number":
        return number or (isinstance(value, Decimal) and value.is_finite())
    return number


def _said(value: Any) -> str:
    """Return a TOML value for a message."""
    try:
        return shown(str(value))
    except ValueError:  # Python does not turn a whole number of thousands of digits into text
        return "a number of very many digits"


def decimal_text(value: int | Decimal) -> str:
    """Return a number as the tables write it: no exponent, no plus, no needless zero."""
    number = Decimal(value)
    if not -40 < number.adjusted() < 40:
        return str(number)
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _cell(value: Any, kind: str) -> str:
    return decimal_text(value) if kind in {"number", "integer"} else str(value)


class _Reader:
    """Reads the blocks of one sheet; keeps the problems that it meets."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.problems: list[Problem] = []
        self.misses = 0

    def report(self, block: Block, key: str, code: str, message: str, hint: str) -> None:
        name = BLOCKS.get(block.name, block.name)
        self.problems.append(Problem(block.file, block.line_of(key), f"{name}.{key}", code, message, hint))

    def known(self, block: Block) -> Iterator[tuple[Key, Any]]:
        """Yield the keys of a block that are known and have a value of the right type."""
        declared = keys(block.name)
        for name, value in block.values.items():
            key = declared.get(name)
            if key is None:
                hint = f"correct or strike it; [{block.name}] has: {', '.join(declared)}"
                self.report(block, name, "unknown_key", f"is not a key{nearest(name, declared)}", hint)
            elif not _fits(value, key.kind):
                what, how = TYPES[key.kind]
                hint = f"write {name} = {how}"
                self.report(block, name, "wrong_type", f"is {_said(value)}, not {what}", hint)
            elif value == "":
                self.report(block, name, "empty_text", "is an empty text", "give it a value, or strike the key")
            else:
                yield key, value

    def row(self, block: Block) -> Row:
        """Return the row of a block; what was wrong with it is in `broken`."""
        row = Row(BLOCKS[block.name], block, {})
        sound = dict.fromkeys(block.values, False)
        values = {}
        for key, value in self.known(block):
            sound[key.name] = True
            values[key.name] = value
            self.fill(row, key, value)
        for name, key in keys(block.name).items():
            if not sound.get(name, True):
                row.broken |= {column.name for column in key.columns} or {name}
        self.anchor(row, values)
        self.defaults(row)
        return row

    def fill(self, row: Row, key: Key, value: Any) -> None:
        if key.name in {"date", "period"}:
            self.date(row, key, value)
        elif key.name in {"id", "event_id"}:
            self.row_id(row, key.columns[0].name, value)
        elif len(key.columns) == 1:
            row.cells[key.columns[0].name] = _cell(value, key.kind)

    def row_id(self, row: Row, column: str, value: str) -> None:
        """Fill a full id; where the source's id is wrong, so is every id that is made from it."""
        if self.context.source_id:
            short = value.removeprefix(f"{self.context.source_id}-")
            row.cells[column] = f"{self.context.source_id}-{short}"
        else:
            row.broken.add(column)

    def date(self, row: Row, key: Key, value: str) -> None:
        names = [column.name for column in key.columns]
        try:
            found = bounds(value)
        except ValueError as error:
            hint = 'write "2022-07-14", "2022-07", "2022", "2022-07-26/2022-07-31", "../2019" or "2019/.."'
            self.report(row.block, key.name, "bad_date", f"{shown(value)} is not a date: {error}", hint)
            row.broken |= set(names)
            return
        row.cells |= {name: bound for name, bound in zip(names, found, strict=True) if bound}

    def anchor(self, row: Row, values: dict[str, Any]) -> None:
        """Fill text, start and end from the words of the row."""
        if "text" not in keys(row.block.name):
            return
        article, text = self.context.article, values.get("text")
        if article is None or text is None:
            row.broken |= {"start", "end"} | ({"text"} if text is not None else set())
            if text is None and "text" not in row.broken:
                self.report(row.block, "text", "required", "is missing", "copy the words of the article")
                row.broken.add("text")
            return
        start, message, hint = locate(article.text, text, values.get("occurrence"), self.misses < MOST_NEAREST)
        if start is None:
            self.misses += 1
            self.report(row.block, "text", "not_anchored", message, hint)
            row.broken |= {"text", "start", "end"}
        else:
            row.cells |= {"text": text, "start": str(start), "end": str(start + len(text))}

    def defaults(self, row: Row) -> None:
        for name, value in DEFAULTS.items():
            if name in keys(row.block.name) and name not in row.block.values:
                row.cells[name] = value
        dated = "date_earliest" in row.cells or "date_latest" in row.cells
        if dated and "date_basis" not in row.block.values and YEAR.search(row.cells.get("date_text", "")):
            row.cells["date_basis"] = "stated"
        if "text" in keys(row.block.name):
            inherited: dict[str, str] = {"source_id": self.context.source_id, "coding": self.context.coding}
            row.cells |= {name: value for name, value in inherited.items() if value}
            row.broken |= {name for name, value in inherited.items() if not value}


def read_rows(blocks: list[Block], context: Context) -> tuple[list[Row], list[Problem]]:
    """Return one row for each block, and the problems met."""
    reader = _Reader(context)
    return [reader.row(block) for block in blocks], reader.problems


def participants(event: Row, *, sound: bool) -> list[Row]:
    """Return the participants' rows of an event's row; `sound` says whether its id can be relied on."""
    rows = []
    for key, role in (("actors", "actor"), ("recipients", "recipient")):
        named = event.block.values.get(key, [])
        if _fits(named, "texts"):
            cells = {name: event.cells.get(name, "") for name in ("event_id", "start", "end")} | {"role": role}
            broken = set() if sound else {"event_id"}
            rows += [
                Row(
                    "participants",
                    event.block,
                    {**cells, "actor_id": name},
                    set(broken),
                    {"actor_id": key, "role": key},
                )
                for name in named
            ]
    return rows


def aliases(actor: Row) -> list[Row]:
    """Return the aliases' rows of an actor's row."""
    named = actor.block.values.get("aliases", [])
    if not _fits(named, "texts"):
        return []
    owner = actor.cells.get("actor_id", "")
    broken = set() if owner else {"actor_id"}
    return [
        Row("aliases", actor.block, {"alias": name, "actor_id": owner}, set(broken), {"actor_id": "actor_id"})
        for name in named
    ]
