"""A table: its cells as text, where each is to be edited, and which cells are known to be broken."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from schemas import Column, TableSchema
from scripts.problem import Problem, problem

Flags = npt.NDArray[np.bool_]  # one for each row
Rows = npt.NDArray[np.intp]  # numbers of rows, in order
Texts = npt.NDArray[np.object_]  # of one column, None or nan where blank
Place = Callable[[int, Column], tuple[str, int]]
Row = dict[str, str | None]  # of one table, by column: text, None where blank

DATES = {"date_earliest": "date_latest", "period_start": "period_end"}  # column of the first day -> of the last


@dataclass
class Table:
    """One table.

    `cells` has the declared columns in order, all text, NA where blank, rows numbered from 0. `place` gives
    (file, line) to edit for a row and a column. `broken` holds (row, column) of cells already reported.
    """

    schema: TableSchema
    cells: pd.DataFrame
    place: Place
    broken: set[tuple[int, str]] = field(default_factory=set)
    _made: dict[tuple[str, str], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def cell(self, row: int, column: str) -> str | None:
        """Return the text of one cell, None where it is blank."""
        value = self.column(column)[row]
        return value if isinstance(value, str) else None

    def column(self, name: str) -> Texts:
        """Return the cells of a column."""
        cells: Texts = self._kept("cells", name, lambda: self.cells[name].to_numpy(object))
        return cells

    def there(self, name: str) -> Flags:
        """Return for each cell of a column whether it is not blank."""
        there: Flags = self._kept("there", name, lambda: self.cells[name].notna().to_numpy())
        return there

    def known(self, name: str) -> set[str]:
        """Return the texts that a column has."""
        known: set[str] = self._kept("known", name, lambda: set(self.column(name)[self.there(name)].tolist()))
        return known

    def _kept(self, what: str, name: str, make: Callable[[], Any]) -> Any:
        """Return what is made of a column, which every rule asks for again, and is made once."""
        if (what, name) not in self._made:
            self._made[what, name] = make()
        return self._made[what, name]

    def sound(self, *columns: str, beside: Collection[str] = ()) -> Rows:
        """Return the rows in which no column is blank, nor one of `columns` known to be broken."""
        keep: Flags = np.logical_and.reduce([self.there(name) for name in (*columns, *beside)])
        keep[[row for row, column in self.broken if column in columns]] = False
        return np.flatnonzero(keep)

    def texts(self, rows: Rows, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield (row, text, text, …) for some rows."""
        cells = (self.column(name)[rows].tolist() for name in columns)
        return zip(rows.tolist(), *cells, strict=True)

    def values(self, *columns: str) -> Iterator[tuple[Any, ...]]:
        """Yield (row, text, …) for the rows in which none of the columns is blank or known to be broken."""
        return self.texts(self.sound(*columns), *columns)

    def problem(self, row: int, column: str, code: str, /, **values: Any) -> Problem:
        """Return a problem of one cell, at the line to edit, in the words that problems.toml has for its code."""
        file, line = self.place(row, self.schema[column])
        return problem(code, file, line, f"{self.schema.name}.{column}", **values)

    def only(self, kept: Flags) -> "Table":
        """Return the table with some of its rows; each leads to the place that it had."""
        rows = np.flatnonzero(kept).tolist()
        numbers = {row: number for number, row in enumerate(rows)}
        return Table(
            self.schema,
            self.cells[kept].reset_index(drop=True),
            lambda row, column: self.place(rows[row], column),
            {(numbers[row], column) for row, column in self.broken if row in numbers},
        )


Tables = dict[str, Table]


def rows(cells: pd.DataFrame) -> list[Row]:
    """Return the rows of a table of texts."""
    columns = cells.astype(object).where(cells.notna(), None)
    values = (columns[name].tolist() for name in columns)
    return [dict(zip(map(str, columns), row, strict=True)) for row in zip(*values, strict=True)]
