"""Tables under check: their cells as text, where each row is to be edited, and which cells are known to be broken."""

from array import array
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from schemas import TABLES, Column, Table
from scripts.checks.distinct import Distinct, Flags, Rows, distinct
from scripts.problem import Problem
from scripts.sheets.rows import Row

MOST_KNOWN = 10_000  # texts that cells are compared with, lest they be held twice
Place = Callable[[int, Column], tuple[str, int]]
ORDER = {
    "sources": ["path"],
    "actors": ["actor_id"],
    "aliases": ["actor_id", "alias"],
    "measures": ["measure_id"],
}


@dataclass
class Sheaf:
    """One table under check.

    `cells` has the declared columns in order, all text, NA where blank, rows numbered from 0. `place` gives
    (file, line) to edit for a row and a column. `broken` holds (row, column) of cells already reported.
    """

    table: Table
    cells: pd.DataFrame
    place: Place
    broken: set[tuple[int, str]] = field(default_factory=set)
    seen: dict[str, Distinct] = field(default_factory=dict)

    def distinct(self, column: str) -> Distinct:
        """Return a column as the texts that it has."""
        if column not in self.seen:
            self.seen[column] = distinct(self.cells[column])
        return self.seen[column]

    def cell(self, row: int, column: str) -> str | None:
        """Return the text of one cell, None where it is blank."""
        value = self.cells.at[row, column]
        return value if isinstance(value, str) else None

    def sound(self, *columns: str, beside: Collection[str] = ()) -> Rows:
        """Return the rows in which no column is blank, nor one of `columns` known to be broken."""
        keep = np.ones(len(self.cells), dtype=bool)
        for column in (*columns, *beside):
            keep &= self.distinct(column).filled
        keep[[row for row, column in self.broken if column in columns]] = False
        return np.flatnonzero(keep)

    def texts(self, rows: Rows, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield (row, text, text, …) for some rows."""
        cells = (self.cells[column].to_numpy(object)[rows].tolist() for column in columns)
        return zip(rows.tolist(), *cells, strict=True)

    def values(self, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield (row, text, …) for the rows in which none of the columns is blank or known to be broken."""
        return self.texts(self.sound(*columns), *columns)

    def problem(self, row: int, column: str, code: str, message: str, hint: str) -> Problem:
        """Return a problem of one cell, at the line to edit."""
        file, line = self.place(row, self.table[column])
        return Problem(file, line, f"{self.table.name}.{column}", code, message, hint)

    def only(self, kept: Flags) -> "Sheaf":
        """Return the table with some of its rows; each leads to the place that it had."""
        rows = np.flatnonzero(kept).tolist()
        numbers = {row: number for number, row in enumerate(rows)}
        return Sheaf(
            self.table,
            self.cells[kept].reset_index(drop=True),
            lambda row, column: self.place(rows[row], column),
            {(numbers[row], column) for row, column in self.broken if row in numbers},
        )

    def broken_rows(self) -> set[int]:
        """Return the rows that have a broken cell."""
        return {row for row, _ in self.broken}


Sheaves = dict[str, Sheaf]


def _position(row: Row) -> tuple[object, ...]:
    """Where a coded row stands: by article, then by its place in the text, then by its place in the sheet."""
    start, end = row.cells.get("start"), row.cells.get("end")
    return row.block.file, int(start or -1), int(end or -1), row.block.line


def _in_order(name: str, rows: list[Row]) -> list[Row]:
    """Return rows in the order of publication; an event's participants stay as the sheet lists them."""
    if name in ORDER:
        return sorted(rows, key=lambda row: [row.cells.get(column, "") for column in ORDER[name]])
    return sorted(rows, key=_position)


class Gatherer:
    """Makes a table of rows that come file by file, in the order of publication, and keeps none of them.

    What it keeps of a row is its cells, and where they are to be edited: the file, the line of its block, and by
    column how far below that. Cells that are alike become one object, unless they are far apart, and so do layouts.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self.cells: dict[str, list[str | None]] = {name: [] for name in table.names}
        self.files: list[str] = []
        self.lines = array("i")
        self.layouts: list[tuple[int, ...]] = []
        self.broken: set[tuple[int, str]] = set()
        self.known: dict[Any, Any] = {}

    def add(self, rows: list[Row]) -> None:
        """Add the rows of one or more files."""
        ordered = _in_order(self.table.name, rows)
        self.broken |= {(i, name) for i, row in enumerate(ordered, len(self.files)) for name in row.broken}
        self.files += [row.block.file for row in ordered]
        self.lines.extend([row.block.line for row in ordered])
        if len(self.known) > MOST_KNOWN:
            self.known.clear()
        for column in self.table.columns:
            given = [row.cells.get(column.name) or None for row in ordered]
            self.cells[column.name] += [self.known.setdefault(cell, cell) for cell in given]
        for row in ordered:
            layout = tuple([row.line_of(column) - row.block.line for column in self.table.columns])
            self.layouts.append(self.known.setdefault(layout, layout))

    def place(self, row: int, column: Column) -> tuple[str, int]:
        """Return (file, line) to edit in order to mend a column of a row."""
        return self.files[row], self.lines[row] + self.layouts[row][self.table.names.index(column.name)]

    def sheaf(self) -> Sheaf:
        """Return the table; no rows can be added any longer."""
        self.known.clear()
        cells = {name: np.array(self.cells.pop(name), dtype=object) for name in self.table.names}
        return Sheaf(self.table, pd.DataFrame(cells, columns=self.table.names, dtype="object"), self.place, self.broken)


def sheaf(table: Table, rows: list[Row]) -> Sheaf:
    """Return one table made of rows, in the order of publication."""
    gatherer = Gatherer(table)
    gatherer.add(rows)
    return gatherer.sheaf()


def sheaves(rows: dict[str, list[Row]]) -> Sheaves:
    """Return every published table made of rows."""
    return {name: sheaf(table, rows.get(name, [])) for name, table in TABLES.items()}
