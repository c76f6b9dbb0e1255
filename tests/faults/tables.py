"""Faults of the tables' CSV files: in every cell's rules, and in the files as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

import pandas as pd

from schemas import TABLES, Column
from scripts.checks.coding import MAY_BE_EMPTY
from scripts.checks.derived import DERIVED
from scripts.tables.csv import as_bytes, csv_path, csv_records
from tests.faults.fault import Fault, Grounds, line_of
from tests.faults.values import broken_values, known


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


def records_with(ready: Grounds, name: str, row: int, values: Mapping[str, str | None]) -> list[str]:
    """Return the records of a table's file with other values in a row."""
    records = [*ready.records[name]]
    records[row + 1] = csv_records(changed(ready.cells[name].iloc[[row]], row, values))[1]
    return records


def cell_fault(
    ready: Grounds,
    name: str,
    row: int,
    values: Mapping[str, str | None],
    *,
    rule: str,
    column: str,
    code: set[str],
) -> Fault:
    """Return the fault of other values in one row, reported on a column."""
    records, file, field = records_with(ready, name, row, values), csv_path(name), f"{name}.{column}"
    return Fault("table", field, rule, {file: as_bytes(records)}, file, line_of(records, row), field, code)


def of_columns(ready: Grounds) -> Iterator[Fault]:
    """Break every rule that a column declares, in a cell."""
    numbers = count()
    for name, table in TABLES.items():
        for column in table.columns:
            row, value = _row(ready.cells[name], column)
            if name in DERIVED:
                on, code = (table.key[0], "row_not_derived") if column.key else (column.name, "not_derived")
                other = {column.name: f"{value}1"}
                fault = cell_fault(ready, name, row, other, rule="derived", column=on, code={code})
                if name == "acts" and column.key:  # the event that names the act is told
                    fault = replace(fault, file=csv_path("events"), line=line_of(ready.records["events"], 2))
                    fault = replace(fault, field="events.act_id", codes={"not_in_acts"})
                yield replace(fault, subject=f"{name}.{column.name}")
                continue
            there = known(ready.cells, column)
            for rule, wrong, codes in broken_values(table, column, value, there, next(numbers)):
                yield cell_fault(ready, name, row, {column.name: wrong}, rule=rule, column=column.name, code=codes)
            if column.unique and isinstance(ready.cells[name].at[0, column.name], str):
                twice = {column.name: str(ready.cells[name].at[0, column.name])}
                last = len(ready.cells[name]) - 1
                codes = {"used_twice", "article_hash_twice"}
                yield cell_fault(ready, name, last, twice, rule="unique", column=column.name, code=codes)


def of_rows_alike(ready: Grounds) -> Iterator[Fault]:
    """Make the last row like the one before it in the columns that must differ together."""
    for name, table in TABLES.items():
        together = list(table.pandera.unique or [])
        if together:
            row = len(ready.cells[name]) - 1
            before = ready.cells[name].astype(object).where(ready.cells[name].notna(), None).iloc[row - 1]
            on, rule = "text" if "start" in together else together[-1], f"alike in {' '.join(together)}"
            codes = {"alike", "takes_part_twice"}
            yield cell_fault(ready, name, row, dict(before[together]), rule=rule, column=on, code=codes)


def of_files(ready: Grounds) -> Iterator[Fault]:
    """Take a table away, or its rows, or put another file beside it; what its bytes may be is a test of its own."""
    for name in TABLES:
        file = csv_path(name)
        head = ready.bytes[file].split(b"\n", 1)[0] + b"\n"
        if name not in MAY_BE_EMPTY:
            yield Fault("table", name, "empty", {file: head}, file, 0, name, {"no_rows"})
        yield Fault("table", name, "missing", {file: None}, file, 0, "", {"missing_file"})
    stray = "data/extra.csv"
    yield Fault("table", "data", "stray file", {stray: b"a\n"}, stray, 0, "", {"not_a_table"})
