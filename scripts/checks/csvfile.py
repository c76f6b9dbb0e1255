"""Read a table's CSV file and check its bytes.

A file is right if writing its cells again gives the same bytes. Only a file that is not is read a second time, record
by record, to say where and why.
"""

import csv
import io
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pandas as pd

from schemas import Column, Table
from scripts.package.tables import as_bytes, csv_bytes, csv_records, quoted
from scripts.problem import Problem, shown

LARGEST_CELL = 100_000
MOST_LINES = 2_000_000  # of one file
IN_WORDS = "comma, quotation mark, semicolon, tab, line break"  # MARKS of scripts.package.tables
WIDEST = 200  # columns of a header that are looked at one by one
MOST = 1_000  # problems of one file
AS_TEXT: dict[str, Any] = {"dtype": "object", "keep_default_na": False, "na_values": [""]}
Record = tuple[int, int, list[str]]


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


def _lines(records: list[str]) -> Sequence[int]:
    """Return the line on which each record behind the header begins."""
    return array("q", accumulate((record.count("\n") + 1 for record in records), initial=1))[1:-1]


def _fast(data: bytes, table: Table, file: str) -> CsvTable | None:
    """Return the table of a file in canonical form, or None for any other."""
    if not data.startswith(",".join(table.names).encode() + b"\n"):
        return None
    try:  # without usecols a first row of many more cells would make an index of as many levels, for minutes
        cells = pd.read_csv(io.BytesIO(data), encoding="utf-8", lineterminator="\n", usecols=table.names, **AS_TEXT)
    except (ValueError, pd.errors.ParserError):
        return None
    records = csv_records(cells)
    return CsvTable(file, cells, _lines(records)) if as_bytes(records) == data else None


class _Reader:
    """Reads a file record by record and keeps what is wrong with it."""

    def __init__(self, data: bytes, table: Table, file: str) -> None:
        self.data, self.table, self.file = data, table, file
        self.problems: list[Problem] = []
        self.lost = False

    def report(self, line: int, code: str, message: str, hint: str = "run `make` to write the file anew") -> None:
        if len(self.problems) < MOST:
            self.problems.append(Problem(self.file, line, self.table.name, code, message, hint))

    def line_of(self, needle: bytes) -> int:
        return self.data.count(b"\n", 0, self.data.find(needle)) + 1

    def bytes(self) -> None:
        """Check the file as a whole."""
        if self.data.startswith(b"\xef\xbb\xbf"):
            self.report(1, "byte_order_mark", "begins with a byte order mark")
        if b"\r" in self.data:
            self.report(self.line_of(b"\r"), "carriage_return", "has a carriage return; lines end with LF alone")
        if b"\x00" in self.data:
            self.report(self.line_of(b"\x00"), "nul", "has a NUL character")
        if self.data and not self.data.endswith((b"\n", b"\r")):
            self.report(self.data.count(b"\n") + 1, "no_final_newline", "does not end with a line break")

    def text(self) -> str | None:
        """Return the text of the file without what `bytes` reports; None where it is not UTF-8."""
        try:
            text = self.data.decode("utf-8-sig").replace("\r\n", "\n").replace("\x00", "")
        except UnicodeDecodeError as error:
            line = self.data.count(b"\n", 0, error.start) + 1
            self.report(line, "not_utf8", f"is not UTF-8: byte 0x{self.data[error.start]:02x}")
            return None
        return text.replace("\r", "" if "\n" in text else "\n")

    def records(self, text: str) -> list[Record]:
        """Return (first line, last line, cells) of every record; stop at what is no CSV at all."""
        before_us = csv.field_size_limit(LARGEST_CELL)
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        found: list[Record] = []
        begin = 1
        try:
            for cells in reader:
                if cells:
                    found.append((begin, reader.line_num, cells))
                else:
                    self.report(begin, "blank_line", "is a blank line")
                begin = reader.line_num + 1
        except csv.Error as error:
            self.report(begin, "not_csv", f"is not CSV from here on: {shown(error)}")
            self.lost = True
        finally:
            csv.field_size_limit(before_us)
        return found

    def header(self, record: list[str]) -> bool:
        """Check the header; return whether the rows can be read by it."""
        if record == self.table.names:
            return True
        if len(record) > WIDEST:
            self.report(1, "cell_count", f"has {len(record):,} columns where the table has {len(self.table.names)}")
            return False
        for name in self.table.names:
            if name not in record:
                self.report(1, "missing_column", f"has no column {shown(name)}")
        for name in record:
            if name not in self.table.names:
                self.report(1, "unknown_column", f"has the column {shown(name)}, which {self.table.name} does not have")
        if sorted(record) == sorted(self.table.names):
            self.report(1, "column_order", f"has its columns in another order than {', '.join(self.table.names)}")
        elif len(set(record)) < len(record):
            self.report(1, "column_twice", "has a column twice")
        return False

    def rows(self, records: list[Record], text: str) -> CsvTable:
        """Return the records that have the right number of cells."""
        lines, rows = [], []
        physical = text.split("\n")
        for begin, end, record in records:
            if len(record) != len(self.table.names):
                found, right = len(record), len(self.table.names)
                self.report(begin, "cell_count", f"has {found} cells where the table has {right} columns")
                self.lost = True
            else:
                self.quoting(begin, record, "\n".join(physical[begin - 1 : end]))
                lines.append(begin)
                rows.append([cell or None for cell in record])
        cells = pd.DataFrame(rows, columns=self.table.names, dtype="object")
        return CsvTable(self.file, cells, lines, self.lost)

    def quoting(self, line: int, record: list[str], raw: str) -> None:
        """Check that a record stands in the file as it would be written."""
        if ",".join(map(quoted, record)) != raw:
            self.report(line, "wrong_quotes", f"is not quoted just where a cell has one of {IN_WORDS}: {shown(raw)}")


def read_table(data: bytes, table: Table, file: str) -> tuple[CsvTable | None, list[Problem]]:
    """Return the table in a CSV file, None where its rows cannot be told, and what is wrong with its bytes."""
    if (lines := data.count(b"\n")) > MOST_LINES:
        message = f"has {lines:,} lines, {MOST_LINES:,} at most"
        return None, [Problem(file, 0, table.name, "too_many_rows", message, "split the package")]
    right = _fast(data, table, file)
    if right is not None:
        return right, []
    reader = _Reader(data, table, file)
    reader.bytes()
    text = reader.text()
    records = reader.records(text) if text is not None else []
    if text is None or not records:
        if text is not None and not reader.problems:
            reader.report(0, "empty", "is empty")
        return None, reader.problems
    if not reader.header(records[0][2]):
        return None, reader.problems
    found = reader.rows(records[1:], text)
    if not reader.problems and csv_bytes(found.cells) != data:
        reader.report(0, "not_canonical", "is not written as the build writes it")
    return found, reader.problems
