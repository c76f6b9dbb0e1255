"""An answer: one JSON object with an array of rows for each table; its shape comes from the keys of a coding sheet."""

import json
import re
from decimal import Decimal
from typing import Any

from scripts.problem import Problem, problem
from scripts.sheets.blocks import Block
from scripts.sheets.keys import EVENT_RELATIONS, Key, keys
from scripts.sheets.schema import value_schema

TABLES = ("actors", "measures", "quotes", "events", "figures", "ignored")  # what an answer may hold, in this order
LEFT_OUT = {"same_as", "known_by", "proposed_by", "read_by", "read", "wikidata", *EVENT_RELATIONS}  # for the coder
MOST_ROWS = 1_000  # of one answer
FENCED = re.compile(r"^```[a-z]*[ \t]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
OWN_ID = "A name of your own for the row, such as {letter}1, by which other rows of the answer may name it."


def answer_keys(table: str) -> dict[str, Key]:
    """Return the keys that a proposed row of a table may have, by name."""
    return {name: key for name, key in keys(table).items() if name not in LEFT_OUT}


def purpose(key: Key) -> str:
    """Return what a key is for; of an id, that it is local to the answer."""
    return OWN_ID.format(letter=key.columns[0].letter) if key.name == "id" else key.purpose


def _value(key: Key) -> dict[str, Any]:
    """Return the JSON Schema of the value of one key; what need not be given may be null."""
    shape = value_schema(key)
    if not key.required:
        shape["type"] = [shape["type"], "null"]
        shape |= {"enum": [*shape["enum"], None]} if "enum" in shape else {}
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
    if sum(len(rows) for rows in answer.values() if isinstance(rows, list)) > MOST_ROWS:
        return [], [problem("too_many_rows", name, most=MOST_ROWS)]
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
