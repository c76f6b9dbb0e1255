"""Break a large valid package in a hundred places, in the ways of the fault injection, each in a row of its own."""

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from schemas import TABLES, Column, TableSchema
from schemas.rules import RULES
from scripts.tables.csv import csv_bytes, csv_path, read_table
from tests.benchmarks.copies import describe
from tests.faults.rows import _smallest
from tests.faults.values import broken_values, known

TRIED = 200  # rows in which a change that breaks a rule is looked for
Change = dict[str, str | None]


@dataclass
class Broken:
    """One fault: the row of a table, counted from 0, and where and how it must be reported."""

    table: str
    row: int
    field: str
    codes: list[str]
    line: int = 0


class Breaker:
    """Breaks the tables of a package, held as text; no row is broken twice."""

    def __init__(self, root: Path) -> None:
        self.root = root
        read: dict[str, Any] = {"dtype": "object", "keep_default_na": False, "na_values": [""]}
        self.cells = {name: pd.read_csv(root / csv_path(name), **read) for name in TABLES}
        self.taken: dict[str, set[int]] = {name: set() for name in TABLES}

    def rows(self, table: str, share: float) -> Iterator[int]:
        """Yield rows that are whole, from a share of the table on."""
        size = len(self.cells[table])
        yield from (row for at in range(size) if (row := (int(share * size) + at) % size) not in self.taken[table])

    def cell(self, column: Column, rule: int, share: float) -> Broken | None:
        """Break a rule of a column, the one of that number, in the first row that has a value there."""
        cells = self.cells[column.table][column.name]
        row = next((row for row in self.rows(column.table, share) if isinstance(cells.iloc[row], str)), None)
        if row is None:
            return None
        there = known(self.cells, column)
        ways = list(broken_values(TABLES[column.table], column, str(cells.iloc[row]), there, rule))
        _, value, codes = ways[rule % len(ways)]
        return self.put(column.table, row, {column.name: value}, column.name, sorted(codes))

    def rule(self, table: TableSchema, check: Any, share: float) -> Broken | None:
        """Break a rule over the columns of a row, in the first row in which a change of three cells can."""
        for row, _ in zip(self.rows(table.name, share), range(TRIED), strict=False):
            alone = self.cells[table.name].iloc[[row]].reset_index(drop=True)
            try:
                _, change = _smallest(table, alone.astype("str").where(alone.notna(), None), check)
            except LookupError:
                continue
            return self.put(table.name, row, change, RULES[check.name].on, [check.name])
        return None

    def put(self, table: str, row: int, change: Change, column: str, codes: list[str]) -> Broken:
        self.taken[table].add(row)
        for name, value in change.items():
            self.cells[table].iloc[row, TABLES[table].names.index(name)] = value if value is not None else np.nan
        return Broken(table, row, f"{table}.{column}", codes)

    def written(self, faults: list[Broken]) -> None:
        """Write the broken tables and the descriptor that belongs to them; say of each fault on which line it is."""
        for name, table in TABLES.items():
            data = csv_bytes(self.cells[name])
            (self.root / csv_path(name)).write_bytes(data)
            read, _ = read_table(data, table, csv_path(name))
            assert read is not None
            for fault in faults:
                if fault.table == name:
                    fault.line = int(read.lines[fault.row])
        describe(self.root)


def kinds() -> list[tuple[TableSchema, Column | None, Any]]:
    """Return (table, column, number) for the rules of columns and (table, None, check) for those of rows."""
    numbers = count()
    cells = [(table, column, next(numbers)) for table in TABLES.values() for column in table.columns for _ in range(2)]
    return [*cells, *((table, None, check) for table in TABLES.values() for check in table.pandera.checks)]


def break_package(root: Path, wanted: int) -> list[Broken]:
    """Break the package at root in place, and return the faults."""
    breaker, found = Breaker(root), list[Broken]()
    rng = random.Random(1)
    mixed = kinds()
    rng.shuffle(mixed)
    for table, column, rule in mixed:
        share = rng.random()
        fault = breaker.cell(column, rule, share) if column is not None else breaker.rule(table, rule, share)
        found += [fault] if fault is not None else []
        if len(found) == wanted:
            break
    breaker.written(found)
    return found


def as_json(faults: list[Broken]) -> str:
    """Return faults as JSON."""
    return json.dumps([asdict(fault) for fault in faults])
