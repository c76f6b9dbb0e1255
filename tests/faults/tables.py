"""Faults of the tables' CSV files: in every cell's rules, in the header, and in the bytes."""

from collections.abc import Iterator, Mapping
from itertools import count

import pandas as pd

from schemas import TABLES, Column, Table
from scripts.checks.csvfile import MOST_LINES
from scripts.package.tables import csv_bytes, csv_path
from tests.faults.fault import Fault, Grounds, line_of
from tests.faults.values import broken_values


def _row(cells: pd.DataFrame, column: Column) -> tuple[int, str]:
    """Return a row and a valid value for it: the last one that has a value, else the first with the example."""
    given = cells[column.name].dropna()
    return (int(given.index[-1]), str(given.iloc[-1])) if len(given) else (0, str(column.example))


def changed(cells: pd.DataFrame, row: int, values: Mapping[str, str | None]) -> pd.DataFrame:
    """Return the table with other values in a row."""
    other = cells.astype(object).where(cells.notna(), None)
    for column, value in values.items():
        other.at[row, column] = value
    return other


def cell_fault(
    ready: Grounds,
    name: str,
    row: int,
    values: Mapping[str, str | None],
    *,
    rule: str,
    column: str,
    code: frozenset[str],
) -> Fault:
    """Return the fault of other values in one row, reported on a column."""
    other = changed(ready.cells[name], row, values)
    file = csv_path(name)
    line = line_of(other, row)
    return Fault("table", f"{name}.{column}", rule, {file: csv_bytes(other)}, file, line, f"{name}.{column}", code)


def of_columns(ready: Grounds) -> Iterator[Fault]:
    """Break every rule that a column declares, in a cell."""
    numbers = count()
    for name, table in TABLES.items():
        for column in table.columns:
            row, value = _row(ready.cells[name], column)
            target = column.references.split(".") if column.references else (name, column.name)
            known = set(ready.cells[target[0]][target[1]].dropna())
            for rule, wrong, codes in broken_values(table, column, value, known, next(numbers)):
                yield cell_fault(ready, name, row, {column.name: wrong}, rule=rule, column=column.name, code=codes)
            if column.unique and isinstance(ready.cells[name].at[0, column.name], str):
                twice = {column.name: str(ready.cells[name].at[0, column.name])}
                last = len(ready.cells[name]) - 1
                yield cell_fault(
                    ready, name, last, twice, rule="unique", column=column.name, code=frozenset({"used_twice"})
                )


def of_rows_alike(ready: Grounds) -> Iterator[Fault]:
    """Make the last row like the one before it in the columns that must differ together."""
    for name, table in TABLES.items():
        together = list(table.schema.unique or [])
        if together:
            cells = ready.cells[name]
            last = len(cells) - 1
            same = {
                column: cells[column].astype(object).where(cells[column].notna(), None)[last - 1] for column in together
            }
            on = "text" if "start" in together else together[-1]
            yield cell_fault(
                ready, name, last, same, rule=f"alike in {' '.join(together)}", column=on, code=frozenset({"alike"})
            )


def _header(ready: Grounds, table: Table, column: Column) -> Iterator[Fault]:
    cells, file = ready.cells[table.name], csv_path(table.name)
    at = table.names.index(column.name)
    forms = {
        "missing column": (cells.drop(columns=column.name), "missing_column"),
        "renamed column": (cells.rename(columns={column.name: f"{column.name}_"}), "unknown_column"),
        "column moved": (cells[[*table.names[:at], *table.names[at + 1 :], column.name]], "column_order"),
        "column twice": (cells[[*table.names, column.name]], "column_twice"),
    }
    for rule, (other, code) in forms.items():
        if rule != "column moved" or at < len(table.names) - 1:
            data = {file: csv_bytes(other)}
            yield Fault("table", f"{table.name}.{column.name}", rule, data, file, 1, table.name, frozenset({code}))


def of_headers(ready: Grounds) -> Iterator[Fault]:
    """Take away, rename, move and double every column."""
    for table in TABLES.values():
        for column in table.columns:
            yield from _header(ready, table, column)


def of_bytes(ready: Grounds) -> Iterator[Fault]:
    """Break every rule on the bytes of a file, in every table."""
    for table in TABLES.values():
        file = csv_path(table.name)
        data = ready.bytes[file]
        head, rest = data.split(b"\n", 1)
        last = data.count(b"\n")
        first_cell = rest.split(b",", 1)[0]
        forms: dict[str, tuple[bytes | None, int]] = {
            "byte_order_mark": (b"\xef\xbb\xbf" + data, 1),
            "carriage_return": (head + b"\r\n" + rest, 1),
            "no_final_newline": (data[:-1], last),
            "blank_line": (head + b"\n\n" + rest, 2),
            "wrong_quotes": (head + b'\n"' + first_cell + b'"' + rest[len(first_cell) :], 2),
            "not_csv": (head + b'\n"' + rest.replace(b'"', b""), 2),
            "not_utf8": (head + b"\n\xff" + rest, 2),
            "cell_count": (head + b"\n," + rest, 2),
            "empty": (b"", 0),
            "no_rows": (head + b"\n", 0),
            "too_many_rows": (data + b"\n" * MOST_LINES, 0),
        }
        for code, (other, line) in forms.items():
            yield Fault("table", table.name, f"bytes {code}", {file: other}, file, line, table.name, frozenset({code}))
        yield Fault("table", table.name, "missing", {file: None}, file, 0, "", frozenset({"missing_file"}))
    stray = "data/extra.csv"
    yield Fault("table", "data", "stray file", {stray: b"a\n"}, stray, 0, "", frozenset({"stray_file"}))
