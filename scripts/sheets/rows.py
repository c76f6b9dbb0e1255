"""Turn the blocks of a sheet into rows of the tables, every cell in its published form."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from schemas import Column
from scripts.problem import Problem, nearest, problem, shown
from scripts.sheets.anchor import Missed, locate
from scripts.sheets.blocks import Block
from scripts.sheets.dates import bounds
from scripts.sheets.keys import BLOCKS, DEFAULTS, DOCUMENT_RELATIONS, EVENT_RELATIONS, ROLES, Key, keys

LARGEST_NUMBER = 10**18
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
SHORT_ID = re.compile(r"[a-z][0-9]*")
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


def _fits(value: Any, kind: str) -> bool:
    if kind == "texts":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if kind == "text":
        return isinstance(value, str)
    number = isinstance(value, int) and not isinstance(value, bool) and abs(value) < LARGEST_NUMBER
    return number or (kind == "number" and isinstance(value, Decimal) and value.is_finite())


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


def _wrong(block: Block, key: str, code: str, /, **values: Any) -> Problem:
    """Return a problem of a key, at the line to edit."""
    return problem(code, block.file, block.line_of(key), f"{BLOCKS[block.name]}.{key}", **values)


def _sound(row: Row, problems: list[Problem]) -> dict[str, Any]:
    """Return the values of the keys that are known and of the right type; mark the columns of the others as broken."""
    declared, sound = keys(row.block.name), {}
    for name, value in row.block.values.items():
        key = declared.get(name)
        if key is None:
            near = nearest(name, declared)
            known = ", ".join(declared)
            problems.append(_wrong(row.block, name, "unknown_key", near=near, block=row.block.name, keys=known))
        elif _fits(value, key.kind) and value != "":
            sound[name] = value
        else:
            code = "empty_text" if value == "" and key.kind == "text" else f"{key.kind}_expected"
            problems.append(_wrong(row.block, name, code, value=_said(value), key=name))
            row.broken |= {column.name for column in key.columns} or {name}
    return sound


def _full(source_id: str, value: str) -> str:
    """Return the full id of a row that a sheet names by its short id, or in full."""
    return f"{source_id}-{value}" if SHORT_ID.fullmatch(value) else value


def _fill(row: Row, key: Key, value: Any, source_id: str, problems: list[Problem]) -> None:
    """Fill the columns that a key gives; an id is in full, and broken where the source's id is."""
    names = [column.name for column in key.columns]
    if key.name in {"date", "period"}:
        try:
            row.cells |= {name: bound for name, bound in zip(names, bounds(value), strict=True) if bound}
        except ValueError as error:
            problems.append(_wrong(row.block, key.name, "bad_date", date=value, why=str(error)))
            row.broken |= set(names)
    elif key.name in {"id", "event_id", "quote_id"} and not source_id:
        row.broken |= set(names)
    elif key.name in {"id", "event_id", "quote_id"}:
        row.cells[names[0]] = _full(source_id, value)
    elif len(names) == 1:
        row.cells[names[0]] = str(value) if key.kind == "text" else decimal_text(value)


def _anchor(row: Row, values: dict[str, Any], article: Article | None, problems: list[Problem]) -> None:
    """Fill text, start and end from the words of the row."""
    text = values.get("text")
    if text is None and "text" not in row.broken and article is not None:
        problems.append(_wrong(row.block, "text", "no_text"))
        row.broken.add("text")
    if text is None or article is None:
        row.broken |= {"start", "end"} | ({"text"} if text is not None else set())
        return
    look_near = sum(one.code == "not_anchored" for one in problems) < MOST_NEAREST
    start = locate(article.text, text, values.get("occurrence"), look_near)
    if isinstance(start, Missed):
        problems.append(_wrong(row.block, "text", start.code, text=text, **start.values))
        row.broken |= {"text", "start", "end"}
    else:
        row.cells |= {"text": text, "start": str(start), "end": str(start + len(text))}


def _row(block: Block, context: Context, problems: list[Problem]) -> Row:
    """Return the row of a block; what was wrong with it is in `broken`, and added to the problems."""
    row, declared = Row(BLOCKS[block.name], block, {}), keys(block.name)
    values = _sound(row, problems)
    for name, value in values.items():
        _fill(row, declared[name], value, context.source_id, problems)
    row.cells |= {name: value for name, value in DEFAULTS.items() if name in declared and name not in block.values}
    dated = "date_earliest" in row.cells or "date_latest" in row.cells
    if dated and "date_basis" not in block.values and YEAR.search(row.cells.get("date_text", "")):
        row.cells["date_basis"] = "stated"
    if block.name == "events" and "event_id" in row.cells:
        row.cells.setdefault("act_id", row.cells["event_id"])
    elif block.name == "events":
        row.broken.add("act_id")
    if "text" in declared:
        _anchor(row, values, context.article, problems)
        inherited = {"source_id": context.source_id, "coding": context.coding}
        row.cells |= {name: value for name, value in inherited.items() if value}
        row.broken |= {name for name, value in inherited.items() if not value}
    return row


def read_rows(blocks: list[Block], context: Context) -> tuple[list[Row], list[Problem]]:
    """Return one row for each block, and the problems met."""
    problems: list[Problem] = []
    return [_row(block, context, problems) for block in blocks], problems


def joined_rows(event: Row, *, sound: bool) -> list[Row]:
    """Return the rows of other tables that an event lists; `sound` says whether its id can be relied on."""
    shared = {name: event.cells.get(name, "") for name in ("event_id", "start", "end")}
    broken = set() if sound else {"event_id"}

    def row(table: str, key: str, cells: dict[str, str]) -> Row:
        return Row(table, event.block, shared | cells, set(broken), dict.fromkeys(cells, key))

    source_id = event.cells.get("source_id", "")
    read = {_full(source_id, value) for value in _listed(event, "read")}
    rows = [
        row("participants", key, {"actor_id": name, "role": role})
        for key, role in ROLES.items()
        for name in _listed(event, key)
    ]
    rows += [
        row("event_documents", key, {"document_id": name, "relation": key})
        for key in DOCUMENT_RELATIONS
        for name in _listed(event, key)
    ]
    for key in EVENT_RELATIONS:
        for other in (_full(source_id, value) for value in _listed(event, key)):
            basis = "read" if other in read else "stated"
            rows.append(row("relations", key, {"other_event_id": other, "relation": key, "basis": basis}))
    return rows


def aliases(actor: Row) -> list[Row]:
    """Return the aliases' rows of an actor's row."""
    owner = actor.cells.get("actor_id", "")
    lines = {"actor_id": "actor_id"}
    return [
        Row("aliases", actor.block, {"alias": name, "actor_id": owner}, set() if owner else {"actor_id"}, lines)
        for name in _listed(actor, "aliases")
    ]


def _listed(row: Row, key: str) -> list[str]:
    """Return the texts of a list, none where it is no list of texts."""
    value = row.block.values.get(key, [])
    return value if _fits(value, "texts") else []
