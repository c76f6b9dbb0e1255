"""What one edition gained, lost and mended against another: rows by key, cells, columns, codes and definitions."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from scripts.comparison.edition import Declared, Edition

LABELS = ("text", "title", "name", "role", "actor_id")  # the first of these that a table has says what a row is
Key = tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a row that is in both editions."""

    key: Key
    column: str
    old: str
    new: str


@dataclass(frozen=True)
class Definition:
    """A property of the declaration, other than codes, with its values as JSON; `place` is package, table or column."""

    place: str
    name: str
    old: str
    new: str


@dataclass
class Rows:
    """The rows of one table in two editions; `added` and `removed` hold key -> what the row is, in a few words."""

    before: int = 0
    after: int = 0
    added: dict[Key, str] = field(default_factory=dict)
    removed: dict[Key, str] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)

    @property
    def changed(self) -> int:
        """The number of rows that have a changed cell."""
        return len({cell.key for cell in self.cells})


@dataclass
class Changes:
    """Everything that differs; tables, columns ("table.column") and codes ("table.column": [code]) by what became."""

    tables: dict[str, Rows] = field(default_factory=dict)
    with_ids: frozenset[str] = frozenset()  # tables whose key is an id, not a pair of references
    tables_added: list[str] = field(default_factory=list)
    tables_removed: list[str] = field(default_factory=list)
    columns_added: list[str] = field(default_factory=list)
    columns_removed: list[str] = field(default_factory=list)
    codes_added: dict[str, list[str]] = field(default_factory=dict)
    codes_removed: dict[str, list[str]] = field(default_factory=dict)
    keys_changed: list[str] = field(default_factory=list)
    types_changed: list[str] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)


def _described(rows: pd.DataFrame, table: Declared) -> dict[Key, str]:
    """Return key -> the codes of each row, then its text or name."""
    label = next((name for name in LABELS if name in table.columns and name not in table.key), None)
    coded = [name for name, column in table.columns.items() if column["codes"] and name not in table.key]
    words = rows[[*coded, *([label] if label and label not in coded else [])]].itertuples(index=False, name=None)
    keys = rows[list(table.key)].itertuples(index=False, name=None)
    return {key: ", ".join(filter(None, said)) for key, said in zip(keys, words, strict=True)}


def _cells(old: pd.DataFrame, new: pd.DataFrame, key: list[str]) -> list[Cell]:
    """Return the cells that differ in the rows and columns that both have."""
    shared = [name for name in new.columns if name in old.columns and name not in key]
    by_key = new.set_index(key)
    there = old.set_index(key)
    common = by_key.index[by_key.index.isin(there.index)]
    left, right = (frame.reindex(common)[shared].to_numpy(dtype=object) for frame in (there, by_key))
    keys = [one if isinstance(one, tuple) else (one,) for one in common]
    return [Cell(keys[i], shared[j], left[i, j], right[i, j]) for i, j in np.argwhere(left != right)]


def _rows(old: pd.DataFrame, new: pd.DataFrame, before: Declared, after: Declared) -> Rows:
    was, now = _described(old, before), _described(new, after)
    if before.key != after.key:  # no row can be told to be the same
        return Rows(len(old), len(new), now, was)
    added = {key: words for key, words in now.items() if key not in was}
    removed = {key: words for key, words in was.items() if key not in now}
    return Rows(len(old), len(new), added, removed, _cells(old, new, list(after.key)))


def _definitions(place: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Definition]:
    for name in dict.fromkeys([*old, *new]):
        was, now = (json.dumps(one[name], ensure_ascii=False) if name in one else "" for one in (old, new))
        if was != now:
            yield Definition(place, name, was, now)


def _without(old: Iterable[str], new: Iterable[str]) -> list[str]:
    there = set(new)
    return [one for one in old if one not in there]


def _compare_columns(before: Declared, after: Declared, found: Changes) -> None:
    """Add to found what differs in the declarations of one table."""
    names = {name: f"{after.name}.{name}" for name in [*before.columns, *after.columns]}
    found.columns_removed += [names[name] for name in _without(before.columns, after.columns)]
    found.columns_added += [names[name] for name in _without(after.columns, before.columns)]
    if before.key != after.key:
        found.keys_changed.append(after.name)
    for name in [name for name in after.columns if name in before.columns]:
        old, new = dict(before.columns[name]), dict(after.columns[name])
        was, now = old.pop("codes"), new.pop("codes")
        if removed := _without(was, now):
            found.codes_removed[names[name]] = removed
        if added := _without(now, was):
            found.codes_added[names[name]] = added
        if old.get("type") != new.get("type"):
            found.types_changed.append(names[name])
        found.definitions += _definitions(names[name], old, new)


def compare(old: Edition, new: Edition) -> Changes:
    """Return what differs from old to new; both were read without problems."""
    tables = [table for edition in (old, new) for table in edition.tables.values()]
    found = Changes(with_ids=frozenset(table.name for table in tables if len(table.key) == 1))
    found.tables_removed = _without(old.tables, new.tables)
    found.tables_added = _without(new.tables, old.tables)
    found.definitions += _definitions("package", old.properties, new.properties)
    for name in dict.fromkeys([*new.tables, *old.tables]):
        before, after = old.tables.get(name), new.tables.get(name)
        if before and after:
            found.tables[name] = _rows(old.rows[name], new.rows[name], before, after)
            found.definitions += _definitions(name, before.properties, after.properties)
            _compare_columns(before, after, found)
        elif after:
            found.tables[name] = Rows(0, len(new.rows[name]), _described(new.rows[name], after))
        elif before:
            found.tables[name] = Rows(len(old.rows[name]), 0, {}, _described(old.rows[name], before))
    return found
