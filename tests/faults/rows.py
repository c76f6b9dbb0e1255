"""Faults of the rules over several columns of a row: searched for, so that a new rule finds its own."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, product
from typing import Any

import pandas as pd

from schemas import TABLES, Column, TableSchema
from schemas.model import MODELS
from schemas.rules import RULES
from scripts.checks.cells import typed
from scripts.checks.models import model_problems
from scripts.tables.table import Table
from tests.faults.fault import Fault, Grounds
from tests.faults.tables import cell_fault, changed

Change = dict[str, str | None]  # values by column
MANY = 40  # codes of a vocabulary that are not all tried


def _named(rule: Any) -> list[str]:
    """Return the columns that a rule looks at, the one that it reports on first."""
    on, columns = RULES[rule.name]
    return list(dict.fromkeys([on, *columns]))


def _columns(table: TableSchema, rule: Any) -> list[str]:
    """Return the columns to change: the rule's own, then those that other rules tie to them."""
    own = _named(rule)
    tied = [name for other in table.pandera.checks if {*own} & {*(names := _named(other))} for name in names]
    return list(dict.fromkeys(own + tied))


def _others(table: TableSchema, cells: pd.DataFrame, row: int, name: str, columns: list[str]) -> list[str | None]:
    """Return values to try in a cell: blank, codes, what stands in the row and in the column, and near it."""
    column, value = table[name], cells.at[row, name]
    found: list[str | None] = [None] if column.nullable else []
    found += [code for code in column.codes or () if len(column.codes or ()) < MANY]
    alike = [other for other in columns if table[other].type == column.type and table[other].codes == column.codes]
    found += [str(cells.at[row, other]) for other in alike if isinstance(cells.at[row, other], str)]
    found += [str(other) for other in cells[name].dropna().unique()]
    near = value if isinstance(value, str) else str(column.example)
    found += [near, *_near(column, near)]
    return [other for other in dict.fromkeys(found) if other != (value if isinstance(value, str) else None)]


def _near(column: Column, value: str) -> list[str]:
    """Return values a little beside one."""
    if column.type == "date":
        return [(date.fromisoformat(value) + timedelta(days)).isoformat() for days in (-1, 1, 400)]
    if column.type == "string":
        return [] if column.codes else [f"“{value}”", value[:-1], f"{value}."]
    whole = int(float(value))
    return [str(whole - 1), str(whole + 1), *([f"{whole}.5"] if column.type == "number" else [])]


def _table(table: TableSchema, cells: pd.DataFrame) -> Table:
    return Table(table, cells.astype("str").where(cells.notna(), None), lambda row, _: ("t.csv", row))


def _typed(table: TableSchema, name: str, value: str | None) -> Any:
    """Return a cell as the typed table holds it."""
    kind = table[name].type
    return pd.NA if value is None else int(value) if kind == "integer" else float(value) if kind == "number" else value


def _fails(table: TableSchema, frame: pd.DataFrame, row: int, change: Change, rule: Any) -> bool:
    """Return whether the rule by itself says no to a row so changed; quick, before the whole schema is asked."""
    alone = frame.iloc[[row]].copy()
    for name, value in change.items():
        alone[name] = pd.Series([_typed(table, name, value)], alone.index).astype(frame[name].dtype)
    return not getattr(MODELS[table.name], rule.name)(alone).all()


def _reported(table: TableSchema, cells: pd.DataFrame, row: int, rule: str) -> bool:
    """Return whether the table's checks report the rule, and no malformed cell, in a row."""
    made = _table(table, cells)
    frame, wrong = typed(made)
    return not wrong and any(p.code == rule and p.line == row for p in model_problems(made, frame))


def _smallest(table: TableSchema, cells: pd.DataFrame, rule: Any) -> tuple[int, Change]:
    """Return (row, values) of the first change of one cell, else of two or three, that breaks the rule."""
    columns = _columns(table, rule)
    frame, _ = typed(_table(table, cells))
    for size, row in product((1, 2, 3), range(len(cells))):
        for names in combinations(columns, size):
            for values in product(*(_others(table, cells, row, name, columns) for name in names)):
                change = dict(zip(names, values, strict=True))
                if _fails(table, frame, row, change, rule) and _reported(
                    table, changed(cells, row, change), row, rule.name
                ):
                    return row, change
    raise LookupError(f"no change of three cells of the example breaks {table.name}.{rule.name}")


def of_rules(ready: Grounds) -> Iterator[Fault]:
    """Break every rule over several columns of a row."""
    for name, table in TABLES.items():
        for check in table.pandera.checks:
            row, change = _smallest(table, ready.cells[name], check)
            rule, codes = f"rule {check.name}", {check.name}
            yield cell_fault(ready, name, row, change, rule=rule, column=RULES[check.name].on, code=codes)
