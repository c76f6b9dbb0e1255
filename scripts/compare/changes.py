"""What one edition gained, lost and mended against another, in its declaration as in its tables: rows and cells."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from scripts.compare.edition import Edition

LABELS = (
    "label",
    "text",
    "title",
    "name",
    "role",
    "actor_id",
)  # the first of these that a table has says what a row is
Key = tuple[str, ...]


class Cell(NamedTuple):
    """A cell of a row that is in both editions."""

    key: Key
    column: str
    old: str
    new: str


@dataclass
class Rows:
    """The rows of one table in two editions; `added` and `removed` hold key -> what the row is, in a few words."""

    before: int
    after: int
    added: dict[Key, str]
    removed: dict[Key, str]
    cells: list[Cell]

    @property
    def changed(self) -> int:
        """The number of rows that have a changed cell."""
        return len({cell.key for cell in self.cells})


@dataclass
class Changes:
    """Everything that differs; the rows of the declaration are its places."""

    declaration: Rows
    tables: dict[str, Rows]


def _keys(index: pd.Index) -> list[Key]:
    return [key if isinstance(key, tuple) else (key,) for key in index]


def _only(rows: pd.DataFrame, others: pd.DataFrame, coded: list[str]) -> dict[Key, str]:
    """Return the rows whose keys the others do not have: key -> the codes of the row, then its text or name."""
    if rows.index.names == others.index.names:  # else no row can be told to be the same
        rows = rows[~rows.index.isin(others.index)]
    label = [name for name in LABELS if name in rows][:1]
    names = dict.fromkeys([*(name for name in coded if name in rows), *label])
    words = [", ".join(filter(None, said)) for said in rows[list(names)].to_numpy(dtype=object)]
    return dict(zip(_keys(rows.index), words, strict=True))


def _cells(old: pd.DataFrame, new: pd.DataFrame) -> list[Cell]:
    """Return the cells that differ in the rows and columns that both have."""
    if old.index.names != new.index.names:
        return []
    both = new.index[new.index.isin(old.index)]
    keys, columns = _keys(both), [name for name in new if name in old]
    left, right = (rows.reindex(both)[columns].to_numpy(dtype=object) for rows in (old, new))
    return [Cell(keys[at], columns[to], left[at, to], right[at, to]) for at, to in np.argwhere(left != right)]


def _table(name: str, old: Edition, new: Edition) -> Rows:
    """Return what became of the rows of a table that one edition may lack."""
    was, now = (one.tables.get(name, pd.DataFrame()) for one in (old, new))
    added, removed = _only(now, was, new.coded(name)), _only(was, now, old.coded(name))
    return Rows(len(was), len(now), added, removed, _cells(was, now))


def _outermost(places: dict[Key, str]) -> dict[Key, str]:
    """Leave out what a table or column has that came or went itself."""
    there = {place for (place,) in places}
    around = {place: {place.partition(".")[0], place.partition(": ")[0]} - {place} for place in there}
    return {(place,): words for (place,), words in places.items() if not around[place] & there}


def compare(old: Edition, new: Edition) -> Changes:
    """Return what differs from old to new; both were read without problems."""
    tables = {name: _table(name, old, new) for name in dict.fromkeys([*new.tables, *old.tables])}
    properties = list(dict.fromkeys([*old.declaration, *new.declaration]))
    was, now = (one.declaration.reindex(columns=properties, fill_value="") for one in (old, new))
    added, removed = _outermost(_only(now, was, [])), _outermost(_only(was, now, []))
    return Changes(Rows(len(was), len(now), added, removed, _cells(was, now)), tables)
