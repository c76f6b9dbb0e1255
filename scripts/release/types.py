"""Types of the declaration by their names in the formats of a release, and tables as typed rows."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from scripts.checks.cells import typed
from scripts.tables.table import Table

DECLARATION = Path(__file__).with_name("types.toml")


@cache
def named(form: str) -> dict[str, str]:
    """Return, for one format of types.toml, its name of each type."""
    return {kind: names[form] for kind, names in tomllib.loads(DECLARATION.read_text(encoding="utf-8")).items()}


def columns(table: Table) -> dict[str, list[Any]]:
    """Return each column as str, int, float and date, None where blank."""
    frame, problems = typed(table)
    if problems:
        raise ValueError(f"{table.schema.name} has cells that do not fit their type")
    found = {}
    for column in table.schema.columns:
        values = frame[column.name].astype(object)
        found[column.name] = values.where(values.notna(), None).tolist()
        if column.type == "date":
            found[column.name] = [value and date.fromisoformat(value) for value in found[column.name]]
    return found


def rows(table: Table) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table, with dates as ISO 8601 text."""
    for values in zip(*columns(table).values(), strict=True):
        yield tuple(value.isoformat() if isinstance(value, date) else value for value in values)
