"""Take rows that another tool or a person proposes, and let in only what anchors and meets the schemas.

A file of candidates has one JSON object on each line: `version` (1), `table` (events, quotes, figures or ignored), and
the keys of that block of a coding sheet, without id. `candidate_schema` gives the same as JSON Schema.
"""

import json
from decimal import Decimal
from typing import Any

from schemas import ANCHORED, table
from scripts.checks.anchors import anchor_problems
from scripts.checks.cells import typed
from scripts.checks.models import model_problems
from scripts.checks.values import value_problems
from scripts.draft.rows import Drafted
from scripts.draft.sheet import LETTERS
from scripts.problem import Problem, in_order, problem
from scripts.sheets.blocks import Block
from scripts.sheets.keys import SHEET_BLOCKS, Key, keys
from scripts.sheets.rows import Article, Context, Row, read_rows
from scripts.sheets.tables import table_of_rows, tables_of_rows

VERSION = 1
TABLES = [name for name in SHEET_BLOCKS if name != "source"]
SOURCE = "candidate2000"  # stands for the source's id, which candidates do not have
DERIVED = {"id"}


def _property(key: Key) -> dict[str, Any]:
    """Return the JSON Schema of one key."""
    if key.kind == "texts":
        return {"type": "array", "items": {"type": "string"}, "description": key.purpose}
    found: dict[str, Any] = {"type": {"text": "string"}.get(key.kind, key.kind), "description": key.purpose}
    own = [column for column in key.columns if column.name == key.name]
    if own and own[0].codes:
        found["enum"] = list(own[0].codes)
    return found


def candidate_schema() -> dict[str, Any]:
    """Return the JSON Schema of a candidate, made from the declaration of the tables."""
    shapes = []
    for name in TABLES:
        listed = {key.name: key for key in keys(name).values() if key.name not in DERIVED}
        shapes.append(
            {
                "title": name,
                "type": "object",
                "properties": {"version": {"const": VERSION}, "table": {"const": name}}
                | {key.name: _property(key) for key in listed.values()},
                "required": ["version", "table", *(key.name for key in listed.values() if key.required)],
                "additionalProperties": False,
            }
        )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A candidate row of a coding sheet",
        "oneOf": shapes,
    }


def _block(line: str, number: int, file: str) -> tuple[Block | None, Problem | None]:
    """Return the block that a line proposes, or why it proposes none."""
    try:
        values = json.loads(line, parse_float=Decimal)
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        return None, problem("bad_candidate", file, number)
    name, version = values.pop("table", None), values.pop("version", None)
    if version != VERSION:
        return None, problem("candidate_version", file, number, "version", version=str(version), right=VERSION)
    if name not in TABLES:
        return None, problem("candidate_table", file, number, "table", table=str(name), tables=", ".join(TABLES))
    values = {key: value for key, value in values.items() if value is not None and key not in DERIVED}
    letter = LETTERS.get(name)
    return Block(file, name, True, number, values | ({"id": f"{letter}{number:04d}"} if letter else {}), {}), None


def _problems(rows: list[Row], article: Article) -> list[Problem]:
    """Return what is wrong with rows by their schemas and their article; references are left to the review."""
    by_table: dict[str, list[Row]] = {}
    for row in rows:
        by_table.setdefault(row.table, []).append(row)
        for column in table(row.table).columns if row.table in ANCHORED else ():
            if column.derived:  # the build will fill it in
                row.cells.setdefault(column.name, str(column.example))
    made = tables_of_rows(by_table)
    looked_at = [made[name] for name in ANCHORED]
    looked_at.append(table_of_rows(table("ignored"), by_table.get("ignored", [])))
    problems: list[Problem] = []
    for one in looked_at:
        frame, wrong = typed(one)
        problems += wrong + model_problems(one, frame)
    return problems + anchor_problems(made, {SOURCE: article}) + list(value_problems(made["figures"]))


def read_candidates(text: str, file: str, article: Article) -> tuple[list[Drafted], list[Problem]]:
    """Return the candidates that are let in, in the order of the text, and why the others are refused."""
    blocks: list[Block] = []
    refused: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            block, refusal = _block(line, number, file)
            blocks += [block] if block else []
            refused += [refusal] if refusal else []
    rows, wrong = read_rows(blocks, Context(SOURCE, "machine", article))
    refused += wrong + _problems(rows, article)
    bad = {one.line for one in refused}
    taken = [
        Drafted(row.block.name, (int(row.cells["start"]), int(row.cells["end"])), _values(row.block))
        for row in rows
        if row.block.line not in bad
    ]
    return sorted(taken, key=lambda row: row.span), in_order(refused)


def _values(block: Block) -> dict[str, Any]:
    return {key: value for key, value in block.values.items() if key not in DERIVED}
