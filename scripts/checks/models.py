"""Run the pandera schema of a table and say what fails as problems."""

from collections.abc import Iterable, Iterator, Mapping
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
ONE_ARTICLE = "one article is one source: keep one of the two, or write the hash of this one's own article"
BROKEN_RULE = "a rule of the schema failed to run"


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


def _said(column: Column, check: Any, value: Any, codes_meant: Mapping[str, str]) -> tuple[str, str, str]:
    """Return (code, message, hint) for a value that fails a column's own check."""
    if check.name == "isin":
        many = column.codes or ()
        message = f"{shown(value)} is not a code of {column.vocabulary}{codes_meant.get(value, '')}"
        short = many if len(many) < MANY else [name for name in many if name.islower() and len(name) > 2]
        listed = f"the codes are: {', '.join(short)}{' and those of ISO 4217' if len(short) < len(many) else ''}"
        return "unknown_code", message, listed if short else f"{column.description} Such as {column.example}"
    if check.name == "str_matches":
        hint = f"write {column.form}; for example {column.example}"
        return "wrong_form", f"{shown(value)} does not have the form of {column.name}", hint
    if check.name == "str_length":
        message = f"has {len(value):,} characters; {column.longest:,} at most"
        return "too_long", message, "shorten it"
    below = check.name == "greater_than_or_equal_to"
    limit = f"below {column.minimum}" if below else f"above {column.maximum}"
    return "out_of_range", f"{shown(value)} is {limit}", "correct the value"


def _column_problems(table: Table, error: SchemaError) -> Iterator[tuple[int, Problem]]:
    column = table.schema[str(error.schema.name)]
    found: list[tuple[int, Any]] = [(row, table.cells.at[row, column.name]) for row in _failing(error.check_output)]
    near = _codes_meant(column, (value for _, value in found)) if error.check.name == "isin" else {}
    for row, value in found:
        yield row, table.problem(row, column.name, *_said(column, error.check, value, near))


def _blank_problems(table: Table, frame: pd.DataFrame, error: SchemaError) -> Iterator[tuple[int, Problem]]:
    column = table.schema[str(error.schema.name)]
    for row in frame.index[frame[column.name].isna()]:
        hint = f"add {column.sheet or column.name}: {column.description[0].lower()}{column.description[1:]}".rstrip(".")
        yield row, table.problem(row, column.name, "required", "is missing", hint)


def _twice(table: Table, frame: pd.DataFrame, columns: list[str]) -> Iterator[tuple[int, Problem]]:
    """Report every row that repeats an earlier one in the given columns, with the earlier one's place."""
    sound = frame[columns].dropna()
    first = sound.drop_duplicates()
    places = dict(zip(first.itertuples(index=False, name=None), first.index, strict=True))
    for later in sound.index[sound.duplicated()]:
        values = tuple(sound.loc[later])
        column = table.schema[columns[-1]]
        row, earlier = sorted((int(later), int(places[values])), key=lambda row: table.place(row, column), reverse=True)
        file, line = table.place(earlier, column)
        if len(columns) == 1:
            message, code = f"{shown(values[0])} is used twice; first in {file}:{line}", "used_twice"
            hint = "give each its own" if columns[0].endswith("_id") else "keep one of them"
            hint = ONE_ARTICLE if columns == ["sha256"] else hint
        else:
            message, code = f"is alike with {file}:{line} in {', '.join(columns)}", "alike"
            hint = (
                "an actor has one role in an event: strike it once"
                if columns == table.schema.key
                else "strike one of the two rows, or correct it"
            )
        yield row, table.problem(row, columns[0] if len(columns) == 1 else _visible(columns), code, message, hint)


def _visible(columns: list[str]) -> str:
    """The column on which two rows that are alike are reported."""
    return "text" if "start" in columns else columns[-1]


def _row_problems(table: Table, error: SchemaError, broken: set[int]) -> Iterator[tuple[int, Problem]]:
    """Report a rule over several columns, in rows whose cells are all sound."""
    rule = str(error.check.name)
    for row in _failing(error.check_output):
        if row not in broken:
            yield row, table.wrong(row, RULES[rule].on, rule, **table.cells.loc[row])


def _problems(table: Table, frame: pd.DataFrame, error: SchemaError, broken: set[int]) -> Iterator[tuple[int, Problem]]:
    reason = error.reason_code
    if reason == SchemaErrorReason.SERIES_CONTAINS_NULLS:
        return _blank_problems(table, frame, error)
    if reason == SchemaErrorReason.SERIES_CONTAINS_DUPLICATES:
        return _twice(table, frame, [str(error.schema.name)])
    if reason == SchemaErrorReason.DUPLICATES:
        return _twice(table, frame, list(table.schema.pandera.unique or []))
    if reason == SchemaErrorReason.DATAFRAME_CHECK and _of_rows(error):
        return _row_problems(table, error, broken)
    if reason == SchemaErrorReason.DATAFRAME_CHECK:
        return _column_problems(table, error)
    raise RuntimeError(f"{BROKEN_RULE}: {table.schema.name}: {error}")


def _of_rows(error: SchemaError) -> bool:
    return isinstance(error.schema, pa.DataFrameSchema)


def model_problems(table: Table, frame: pd.DataFrame) -> list[Problem]:
    """Return what the table's pandera schema finds wrong with the typed frame; broken cells are not reported again.

    Marks the cells that it reports as broken. Raises RuntimeError only where a rule itself is at fault.
    """
    try:
        table.schema.pandera.validate(frame, lazy=True)
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


def _fresh(table: Table, found: Iterator[tuple[int, Problem]]) -> Iterator[Problem]:
    """Yield the problems of cells that are not known to be broken, and mark those cells."""
    for row, problem in list(found):
        cell = (row, problem.field.partition(".")[2])
        if cell not in table.broken:
            table.broken.add(cell)
            yield problem
