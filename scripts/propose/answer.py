"""An answer: one JSON object with an array of rows for each table; its shape comes from the keys of a coding sheet."""

import json
import re
from decimal import Decimal
from typing import Any

from scripts.problem import Problem, problem
from scripts.sheets.blocks import Block
from scripts.sheets.keys import EVENT_RELATIONS, Key, keys

TABLES = ("actors", "measures", "quotes", "events", "figures", "ignored")  # what an answer may hold, in this order
LEFT_OUT = {"same_as", "known_by", "proposed_by", "read_by", "read", "wikidata", *EVENT_RELATIONS}  # for the coder
FENCED = re.compile(r"^```[a-z]*[ \t]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
MOST_CODES = 60  # a longer list, such as that of the countries, is given as a pattern
ISO = re.compile(r"[A-Z]{3}")
OWN_ID = "A name of your own for the row, such as {letter}1, by which other rows of the answer may name it."


def answer_keys(table: str) -> dict[str, Key]:
    """Return the keys that a proposed row of a table may have, by name."""
    return {name: key for name, key in keys(table).items() if name not in LEFT_OUT}


def codes_of(key: Key) -> list[str]:
    """Return the codes that the value of a key must be one of, none where it is free."""
    return next((list(column.codes or ()) for column in key.columns if column.name == key.name), [])


def purpose(key: Key) -> str:
    """Return what a key is for; of an id, that it is local to the answer."""
    return OWN_ID.format(letter=key.columns[0].letter) if key.name == "id" else key.purpose


def _value(key: Key) -> dict[str, Any]:
    """Return the JSON Schema of the value of one key; what need not be given may be null."""
    kind = {"text": "string", "texts": "array"}.get(key.kind, key.kind)
    shape: dict[str, Any] = {"type": kind if key.required else [kind, "null"]}
    if key.kind == "texts":
        shape["items"] = {"type": "string"}
    if len(codes := codes_of(key)) > MOST_CODES:
        own = [code for code in codes if not ISO.fullmatch(code)]
        shape["pattern"] = f"^({'|'.join([*own, ISO.pattern])})$"
    elif codes:
        shape["enum"] = codes if key.required else [*codes, None]
    return shape


def answer_schema() -> dict[str, Any]:
    """Return the JSON Schema of an answer, in the form that structured output takes: every key is there, or null."""
    rows = {}
    for table in TABLES:
        listed = {name: _value(key) for name, key in answer_keys(table).items()}
        rows[table] = {
            "type": "array",
            "items": {
                "type": "object",
                "properties": listed,
                "required": list(listed),
                "additionalProperties": False,
            },
        }
    return {"type": "object", "properties": rows, "required": list(rows), "additionalProperties": False}


def read_answer(text: str, name: str) -> tuple[list[Block], list[Problem]]:
    """Return the rows of an answer as blocks, and what of it is no row; nothing is executed.

    The object may stand in a code fence. A row is known by its place, such as “answer: events 3”.
    """
    fenced = FENCED.search(text)
    try:
        answer = json.loads(fenced[1] if fenced else text, parse_float=Decimal)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        return [], [problem("bad_answer", name)]
    blocks: list[Block] = []
    problems: list[Problem] = []
    for table, rows in answer.items():
        if table not in TABLES or not isinstance(rows, list):
            problems.append(problem("no_such_rows", name, 0, "", table=str(table), tables=", ".join(TABLES)))
            continue
        for number, row in enumerate(rows, 1):
            place = f"{name}: {table} {number}"
            if isinstance(row, dict):
                given = {key: value for key, value in row.items() if value not in (None, [])}
                blocks.append(Block(place, table, True, 0, given, {}))
            else:
                problems.append(problem("no_row", place))
    return blocks, problems
