"""A fault: one smallest change to the valid example, and what must be said of it."""

import contextlib
import io
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from schemas import TABLES
from scripts.commands.build import build
from scripts.tables.csv import csv_records, read
from tests.edits import example


@dataclass(frozen=True)
class Fault:
    """Files with new bytes (None: removed), and the file, line, field and code of a problem that must be found.

    `place` is where it lies (table, sheet, article, descriptor or zip), `subject` the column or part that it breaks,
    `rule` the rule that it breaks. `line` 0 is the file as a whole, an empty `field` no field.
    """

    place: str
    subject: str
    rule: str
    files: Mapping[str, bytes | None]
    file: str
    line: int
    field: str
    codes: set[str]

    @property
    def id(self) -> str:
        """The fault's name, which stays while its column and rule do."""
        return f"{self.place} {self.subject} {self.rule}"


@dataclass(frozen=True)
class Grounds:
    """The valid example, as it is built and as it is published without sheets, in folders that faults are tried on."""

    built: Path
    published: Path

    @cached_property
    def cells(self) -> dict[str, pd.DataFrame]:
        """The tables as text, NA where blank."""
        return {name: read(self.published, name) for name in TABLES}

    @cached_property
    def records(self) -> dict[str, list[str]]:
        """The records of the tables' files, the header first."""
        return {name: csv_records(cells) for name, cells in self.cells.items()}

    @cached_property
    def bytes(self) -> dict[str, bytes]:
        """Every file of the built example by path."""
        paths = [path for path in self.built.rglob("*") if path.is_file()]
        return {path.relative_to(self.built).as_posix(): path.read_bytes() for path in paths}

    def copied(self, folder: Path) -> "Grounds":
        """Return a copy in another, empty folder, for another process."""
        built, published = (Path(shutil.copytree(path, folder / path.name)) for path in (self.built, self.published))
        return Grounds(built, published).read()

    def read(self) -> "Grounds":
        """Read everything now, while it is valid, and return itself."""
        assert self.bytes
        assert self.records
        return self

    def text(self, file: str) -> str:
        """Return the text of a file of the valid example."""
        return self.bytes[file].decode("utf-8")


def grounds(folder: Path) -> Grounds:
    """Return the example, built in an empty folder."""
    built = example(folder)
    with contextlib.redirect_stdout(io.StringIO()):
        assert build(built) == 0
    published = Path(shutil.copytree(built, folder / "published"))
    for sheet in published.glob("seeds/*.toml"):
        sheet.unlink()
    return Grounds(built, published).read()


def line_of(records: list[str], row: int) -> int:
    """Return the physical line on which a row of a table's file begins; row -1 is the header."""
    return sum(record.count("\n") + 1 for record in records[: row + 1]) + 1
