"""Write the coded articles, copied many times, as a published package: tables, articles and descriptor, no sheets."""

from contextlib import ExitStack
from pathlib import Path

import pandas as pd

from schemas import TABLES
from scripts.package.descriptor import FILE, as_bytes, descriptor
from scripts.tables.csv import csv_path, quoted
from tests.benchmarks.copies import Copy, Original, articles, original, rows


def describe(root: Path) -> None:
    """Write the descriptor that belongs to the tables of a package."""
    data = {name: (root / csv_path(name)).read_bytes() for name in TABLES}
    sources = pd.read_csv(root / csv_path("sources"), dtype="str", keep_default_na=False, na_values=[""])
    (root / FILE).write_bytes(as_bytes(descriptor(data, sources)))


def write(root: Path, count: int, given: Original | None = None) -> int:
    """Write a valid package of at least `count` rows into an empty folder; return the number of rows.

    Every table grows as the package does.
    """
    given = given or original()
    (root / "data").mkdir(parents=True)
    (root / "seeds").mkdir()
    copies = -(-count // given.rows)
    with ExitStack() as stack:
        files = {}
        for name, table in TABLES.items():
            file = stack.enter_context((root / csv_path(name)).open("w", encoding="utf-8", newline=""))
            file.write(",".join(table.names) + "\n")
            files[name] = file
        for copy in map(Copy, range(copies)):
            made = articles(copy, given)
            for article in made.values():
                (root / article.path).write_bytes(article.text.encode("utf-8"))
            for name, cells in rows(copy, given, made):
                files[name].write(",".join(map(quoted, cells)) + "\n")
    describe(root)
    return copies * given.rows
