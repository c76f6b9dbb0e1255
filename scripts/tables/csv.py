"""A table's CSV file: the one way in which its bytes are written, and how it is read back.

A file is right if writing its cells again gives the same bytes: quoting, line ends, blank lines, byte order mark and
padding need no other check.
"""

import csv
import io
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import pandas as pd

from schemas import Column, TableSchema
from scripts.problem import Problem, problem
from scripts.tables.lines import as_problems, differing

MARKS = re.compile('[,";\t\r\n]')  # a spreadsheet splits an unquoted cell at a semicolon or a tab
AS_TEXT: dict[str, Any] = {"dtype": "str", "keep_default_na": False, "na_values": [""]}


def quoted(cell: str) -> str:
    """Return a cell as it stands in a file: in quotation marks where it holds one of MARKS, and only there.

    >>> quoted('the "pact"; trade'), quoted(" no marks ")
    ('"the ""pact""; trade"', ' no marks ')
    """
    return '"' + cell.replace('"', '""') + '"' if MARKS.search(cell) else cell


def _column(name: str, values: pd.Series) -> list[str]:
    """Return a column as it stands in a file, its name first; blanks are empty."""
    cells = [name, *values.fillna("").tolist()]
    find = MARKS.search
    return [quoted(cell) if find(cell) else cell for cell in cells] if find("".join(cells)) else cells


def csv_records(cells: pd.DataFrame) -> list[str]:
    """Return the records of a table of texts as they stand in its file, the header first, each without its line end."""
    columns = [_column(str(name), values) for name, values in cells.items()]
    return list(map(",".join, zip(*columns, strict=True)))


def as_bytes(records: list[str]) -> bytes:
    """Return records as the file that holds them."""
    return "\n".join([*records, ""]).encode("utf-8", "surrogatepass")


def csv_bytes(cells: pd.DataFrame) -> bytes:
    """Return UTF-8, LF, a header, blanks unquoted, a final newline; the same bytes on every Python."""
    return as_bytes(csv_records(cells))


def csv_path(table: str) -> str:
    """Return the path of a table's file in the package."""
    return f"data/{table}.csv"


def read(root: Path, name: str) -> pd.DataFrame:
    """Return the cells of a table of a package that was built, as texts, NA where blank."""
    cells: pd.DataFrame = pd.read_csv(root / csv_path(name), **AS_TEXT)
    return cells


@dataclass
class CsvTable:
    """A table as its file has it: its cells, the physical line of every row, and whether records were lost."""

    file: str
    cells: pd.DataFrame
    lines: Sequence[int]
    lost: bool = False

    def place(self, row: int, _column: Column) -> tuple[str, int]:
        """Return (file, line) of a row."""
        return self.file, int(self.lines[row])


def _as_written(data: bytes, schema: TableSchema, file: str) -> CsvTable | None:
    """Return the table of a file that stands as the build writes it, None for any other."""
    if not data.startswith(",".join(schema.names).encode() + b"\n"):
        return None
    try:  # without usecols a first row of many more cells would make an index of as many levels, for minutes
        cells = pd.read_csv(io.BytesIO(data), encoding="utf-8", lineterminator="\n", usecols=schema.names, **AS_TEXT)
    except (ValueError, pd.errors.ParserError):
        return None
    records = csv_records(cells)
    begins: Sequence[int] = range(1, len(records) + 2)
    if data.count(b"\n") > len(records):
        begins = array("q", accumulate((record.count("\n") + 1 for record in records), initial=1))
    return CsvTable(file, cells, begins[1:-1]) if as_bytes(records) == data else None


def _records(text: str, schema: TableSchema, file: str) -> tuple[CsvTable | None, list[Problem]]:
    """Return the records that have as many cells as the table has columns, and what is wrong with the others."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    lines, rows, problems, begin = [], [], [], 1
    try:
        for record in reader:
            end = reader.line_num
            if begin == 1 and record != schema.names:
                names = {"columns": ", ".join(record), "right": ", ".join(schema.names)}
                return None, [problem("header", file, 1, schema.name, **names)]
            if record and len(record) != len(schema.names):
                on = f", and goes on to line {end}: perhaps a quotation mark is not closed" if end > begin else ""
                counts = {"cells": len(record), "columns": len(schema.names), "runs_on": on}
                problems.append(problem("cell_count", file, begin, schema.name, **counts))
            elif record and begin > 1:
                lines.append(begin)
                rows.append([cell or None for cell in record])
            begin = end + 1
    except csv.Error as error:
        problems.append(problem("not_csv", file, begin, schema.name, why=error))
    if begin == 1 and not problems:
        return None, [problem("empty_csv", file, 0, schema.name)]
    cells = pd.DataFrame(rows, columns=schema.names, dtype="object")
    return CsvTable(file, cells, lines, lost=bool(problems)), problems


def read_table(data: bytes, schema: TableSchema, file: str) -> tuple[CsvTable | None, list[Problem]]:
    """Return the table in a CSV file, None where its rows cannot be told, and what is wrong with its form."""
    right = _as_written(data, schema, file)
    if right is not None:
        return right, []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [problem("csv_not_utf8", file, line, schema.name, byte=data[error.start])]
    found, problems = _records(text, schema, file)
    if found is not None and not problems:
        pairs = differing(text, csv_bytes(found.cells).decode("utf-8", "surrogatepass"))
        problems = as_problems(file, schema.name, pairs, "not_as_written")
    return found, problems
