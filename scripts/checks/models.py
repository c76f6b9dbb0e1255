"""Run the pandera schema of a table and say what fails as problems."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaError, SchemaErrorReason

from schemas import Column
from schemas.names import meant
from schemas.rules import RULES
from scripts.problem import Problem, nearest_of, shown
from scripts.tables.table import Table

MANY = 30  # codes that a hint no longer lists


def _failing(check_output: Any) -> list[int]:
    """Return the rows for which a check gave False."""
    return [int(row) for row in check_output.index[~check_output.astype(bool)]]


def _codes_meant(column: Column, values: Iterable[str]) -> dict[str, str]:
    """Return '; the code is …' or the nearest code, for values that are no code of the column's vocabulary."""
    vocabulary, near = str(column.vocabulary), nearest_of(values, column.codes or ())
    for value in near:
        if code := meant(vocabulary, value):
            near[value] = f"; the code for it is {shown(code)}"
    return near


def _said(column: Column, check: Any, value: Any, near: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """Return (code, values) for a value that fails a column's own check."""
    if check.name == "isin":
        many = column.codes or ()
        listed = many if len(many) < MANY else [name for name in many if name.islower() and len(name) > 2]
        more = " and those of ISO 4217" if len(listed) < len(many) else ""
        code = "unknown_code" if listed else "unknown_iso_code"
        return code, {"near": near.get(value, ""), "codes": f"{', '.join(listed)}{more}"}
    if check.name == "str_matches":
        return "wrong_form", {}
    if check.name == "str_length":
        return "too_long", {"length": len(value)}
    is_below = check.name == "greater_than_or_equal_to"
    return "out_of_range", {"limit": f"below {column.minimum}" if is_below else f"above {column.maximum}"}


def _column_problems(table: Table, error: SchemaError) -> Iterator[tuple[int, Problem]]:
    column = table.schema[str(error.schema.name)]
    found: list[tuple[int, Any]] = [(row, table.cells.at[row, column.name]) for row in _failing(error.check_output)]
    near = _codes_meant(column, (value for _, value in found)) if error.check.name == "isin" else {}
    declared = {field.name: getattr(column, field.name) for field in fields(column)}
    for row, value in found:
        code, values = _said(column, error.check, value, near)
        yield row, table.problem(row, column.name, code, value=value, **declared | values)


def _blank_problems(table: Table, frame: pd.DataFrame, error: SchemaError) -> Iterator[tuple[int, Problem]]:
    column = table.schema[str(error.schema.name)]
    purpose = f"{column.description[0].lower()}{column.description[1:]}".rstrip(".")
    for row in frame.index[frame[column.name].isna()]:
        yield row, table.problem(row, column.name, "required", key=column.sheet or column.name, purpose=purpose)


def _repeated(table: Table, frame: pd.DataFrame, columns: list[str]) -> Iterator[tuple[int, Problem]]:
    """Report every row that repeats an earlier one in the given columns, with the earlier one's place."""
    if len(columns) == 1:
        on, code = columns[0], "article_hash_twice" if columns == ["sha256"] else "used_twice"
    else:
        on = "text" if "start" in columns else columns[-1]
        code = "takes_part_twice" if columns == table.schema.key else "alike"
    sound, column = frame[columns].dropna(), table.schema[columns[-1]]
    first = sound.drop_duplicates()
    rows = dict(zip(first.itertuples(index=False, name=None), first.index, strict=True))
    for later in sound.index[sound.duplicated()]:
        values = tuple(sound.loc[later])
        row, earlier = sorted((int(later), int(rows[values])), key=lambda row: table.place(row, column), reverse=True)
        file, line = table.place(earlier, column)
        yield row, table.problem(row, on, code, value=values[0], first=f"{file}:{line}", columns=", ".join(columns))


def _row_problems(table: Table, error: SchemaError, broken: set[int]) -> Iterator[tuple[int, Problem]]:
    """Report a rule over several columns, in rows whose cells are all sound."""
    rule = str(error.check.name)
    for row in _failing(error.check_output):
        if row not in broken:
            yield row, table.problem(row, RULES[rule].on, rule, **table.cells.loc[row])


def _problems(table: Table, frame: pd.DataFrame, error: SchemaError, broken: set[int]) -> Iterator[tuple[int, Problem]]:
    reason = error.reason_code
    if reason == SchemaErrorReason.SERIES_CONTAINS_NULLS:
        return _blank_problems(table, frame, error)
    if reason == SchemaErrorReason.SERIES_CONTAINS_DUPLICATES:
        return _repeated(table, frame, [str(error.schema.name)])
    if reason == SchemaErrorReason.DUPLICATES:
        return _repeated(table, frame, list(table.schema.pandera.unique or []))
    if reason == SchemaErrorReason.DATAFRAME_CHECK and _of_rows(error):
        return _row_problems(table, error, broken)
    if reason == SchemaErrorReason.DATAFRAME_CHECK:
        return _column_problems(table, error)
    raise RuntimeError(f"a rule of the schema failed to run: {table.schema.name}: {error}")


def _of_rows(error: SchemaError) -> bool:
    return isinstance(error.schema, pa.DataFrameSchema)


def _fresh(table: Table, found: Iterator[tuple[int, Problem]]) -> Iterator[Problem]:
    """Yield the problems of cells that are not known to be broken, and mark those cells."""
    for row, problem in list(found):
        cell = (row, problem.field.partition(".")[2])
        if cell not in table.broken:
            table.broken.add(cell)
            yield problem


def model_problems(table: Table, frame: pd.DataFrame) -> list[Problem]:
    """Return what the table's pandera schema finds wrong with the typed frame; broken cells are not reported again.

    Marks the cells that it reports as broken. Raises RuntimeError only where a rule itself is at fault.
    """
    try:
        table.schema.pandera.validate(frame, lazy=True, inplace=True)
    except pa.errors.SchemaErrors as errors:
        found = errors.schema_errors
    else:
        return []
    problems: list[Problem] = []
    for of_rows in (False, True):  # columns first: a rule over columns speaks only of rows whose cells are sound
        broken = {row for row, _ in table.broken}
        for error in found:
            if _of_rows(error) == of_rows:
                problems += _fresh(table, _problems(table, frame, error, broken))
    return problems
