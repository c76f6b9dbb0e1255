"""Tables under check: their cells as text, where each row is to be edited, and which cells are known to be broken."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from schemas import TABLES, Column, Table
from scripts.problems import Problem
from scripts.sheets.rows import Row


def tuples(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Yield (row, value, value, …) for texts; `itertuples` is slow over them."""
    columns = [frame[name].to_numpy(object).tolist() for name in frame]
    return zip(frame.index.tolist(), *columns, strict=True)


def pairs(values: pd.Series) -> Iterator[tuple[int, str]]:
    """Yield (row, text) for texts."""
    return zip(values.index.tolist(), values.to_numpy(object).tolist(), strict=True)


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
    seen: dict[str, pd.Series] = field(default_factory=dict)

    def distinct(self, column: str) -> pd.Series:
        """Return each text of a column once, without blanks: in most columns that is far less to look at."""
        if column not in self.seen:
            self.seen[column] = pd.Series(self.cells[column].unique()).dropna()
        return self.seen[column]

    def cell(self, row: int, column: str) -> str | None:
        """Return the text of one cell, None where it is blank."""
        value = self.cells.at[row, column]
        return value if isinstance(value, str) else None

    def sound(self, *columns: str) -> pd.DataFrame:
        """Return columns, for the rows in which none of them is blank or known to be broken."""
        cells = self.cells[list(columns)]
        wrong = {row for row, name in self.broken if name in columns}
        keep = cells.notna().all(axis=1)
        keep[list(wrong)] = False
        return cells if keep.all() else cells[keep]

    def values(self, column: str) -> Iterator[tuple[int, str]]:
        """Yield (row, text) for the cells of a column that are not blank and not known to be broken."""
        return pairs(self.sound(column)[column])

    def problem(self, row: int, column: str, code: str, message: str, hint: str) -> Problem:
        """Return a problem of one cell, at the line to edit."""
        file, line = self.place(row, self.table[column])
        return Problem(file, line, f"{self.table.name}.{column}", code, message, hint)

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


def sheaf(table: Table, rows: Iterable[Row]) -> Sheaf:
    """Return one table made of rows, in the order of publication."""
    ordered = _in_order(table.name, list(rows))
    values = {name: [row.cells.get(name) or None for row in ordered] for name in table.names}
    cells = pd.DataFrame(values, columns=table.names, dtype="str")
    broken = {(i, name) for i, row in enumerate(ordered) for name in row.broken}
    return Sheaf(table, cells, lambda row, column: ordered[row].place(column), broken)


def sheaves(rows: dict[str, list[Row]]) -> Sheaves:
    """Return every published table made of rows."""
    return {name: sheaf(table, rows.get(name, [])) for name, table in TABLES.items()}
