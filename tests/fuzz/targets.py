"""What is fuzzed: each way in which a contribution's bytes reach the program, and what must hold whatever they are."""

import contextlib
import io
import json
import shutil
import tempfile
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st

from schemas import TABLES
from schemas import table as declared
from scripts.__main__ import main
from scripts.checks.accounting import accounts
from scripts.checks.cells import typed
from scripts.checks.descriptor import descriptor_problems
from scripts.checks.values import value_problems
from scripts.commands.build import build
from scripts.compare.edition import LARGEST_DESCRIPTOR, read_descriptor
from scripts.package.archive import opened
from scripts.package.descriptor import FILE
from scripts.problem import Problem, as_json, as_text
from scripts.sheets.read import read_seeds
from scripts.sheets.tables import table_of_rows, tables_of_rows
from scripts.tables.csv import csv_bytes, read_table
from scripts.tables.table import Table
from tests.edits import example
from tests.fuzz.inputs import hostile, zips

LONGEST = 20  # seconds for one case
STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # kinds of character that could steer a terminal


@dataclass
class Grounds:
    """Copies of the example to work on, and a count of what was tried on them."""

    folder: Path
    tried: int = 0
    slowest: float = 0
    found: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.built = example(self.folder)
        with contextlib.redirect_stdout(io.StringIO()):
            build(self.built)
        self.published = Path(shutil.copytree(self.built, self.folder / "published"))
        for sheet in self.published.glob("seeds/*.toml"):
            sheet.unlink()
        self.right = json.loads((self.published / FILE).read_bytes())
        self.unpacked = self.folder / "unpacked"
        self.unpacked.mkdir()

    def note(self, problems: list[Problem]) -> None:
        """Count the problems, and check that they can be printed safely: one line each, no control character."""
        said = as_text(problems)
        assert said.count("\n") == len(problems)
        assert not {unicodedata.category(character) for character in said.replace("\n", "")} & STEERING
        assert len(json.loads(as_json(problems))["problems"]) == len(problems)
        for problem in problems:
            assert problem.file
            assert problem.line >= 0
            self.found[problem.code] = self.found.get(problem.code, 0) + 1


def _seeds(grounds: Grounds, file: str, data: bytes) -> None:
    """Read seeds/ with one file of these bytes, account for its articles, and put the file back."""
    path = grounds.built / file
    valid = path.read_bytes()
    try:
        path.write_bytes(data)
        seeds = read_seeds(grounds.built)
    finally:
        path.write_bytes(valid)
    tables = tables_of_rows(seeds.rows)
    aside = table_of_rows(declared("ignored"), seeds.rows.get("ignored", []))
    _, left = accounts(tables, seeds.articles, aside, seeds.unreadable)
    grounds.note([*seeds.problems, *left])


def sheet(grounds: Grounds, data: bytes) -> None:
    """A coding sheet."""
    _seeds(grounds, "seeds/001_holt2021.toml", data)


def registry(grounds: Grounds, data: bytes) -> None:
    """The registry of actors."""
    _seeds(grounds, "seeds/actors.toml", data)


def article(grounds: Grounds, data: bytes) -> None:
    """An article."""
    _seeds(grounds, "seeds/001_holt2021.txt", data)


def table(grounds: Grounds, case: tuple[str, bytes]) -> None:
    """A table's CSV file: what is passed without a problem is what the build would write."""
    name, data = case
    read, problems = read_table(data, TABLES[name], "t.csv")
    if read is not None:
        assert problems or csv_bytes(read.cells) == data
        under_check = Table(TABLES[name], read.cells, read.place)
        _, wrong = typed(under_check)
        problems += wrong + (list(value_problems(under_check)) if name == "figures" else [])
    grounds.note(problems)


def descriptor(grounds: Grounds, data: bytes) -> None:
    """The descriptor: only its own bytes are passed without a problem."""
    path = grounds.published / FILE
    valid = path.read_bytes()
    try:
        path.write_bytes(data)
        _, problems = read_descriptor(grounds.published)
    finally:
        path.write_bytes(valid)
    problems += descriptor_problems(data, grounds.right) if len(data) <= LARGEST_DESCRIPTOR else []
    assert problems or data == valid
    grounds.note(problems)


def archive(grounds: Grounds, data: bytes) -> None:
    """A zip: whatever it holds stays in a folder of its own, which is gone afterwards."""
    target = grounds.folder / "p.zip"
    target.write_bytes(data)
    before = sorted(grounds.folder.iterdir())
    tempfile.tempdir = str(grounds.unpacked)
    try:
        with opened(target) as (root, problems):
            assert list(grounds.unpacked.iterdir()) == [root]
    finally:
        tempfile.tempdir = None
    assert list(grounds.unpacked.iterdir()) == []
    assert sorted(grounds.folder.iterdir()) == before
    grounds.note(problems)


def package(grounds: Grounds, case: tuple[str, bytes]) -> None:
    """The whole command on a package in which one file has these bytes; a sheet may say the same in other bytes."""
    name, data = case
    root = grounds.built if name.endswith(".toml") else grounds.published
    valid = (root / name).read_bytes()
    out = io.StringIO()
    try:
        (root / name).write_bytes(data)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = main(["validate", str(root), "--frictionless", "never"])
    finally:
        (root / name).write_bytes(valid)
    assert code in ({0, 1} if name.endswith(".toml") else {0 if data == valid else 1}), out.getvalue()
    assert "Traceback" not in out.getvalue()


@dataclass(frozen=True)
class Target:
    """One way in: its share of the cases in a thousand, what it is tried with, and the trial."""

    share: int
    inputs: Callable[[Grounds], st.SearchStrategy[object]]
    trial: Callable[[Grounds, object], None]

    def run(self, grounds: Grounds, case: object) -> None:
        """Try one case and take its time."""
        began = time.monotonic()
        self.trial(grounds, case)
        took = time.monotonic() - began
        grounds.tried += 1
        grounds.slowest = max(grounds.slowest, took)
        assert took < LONGEST


def _files(grounds: Grounds, *names: str) -> st.SearchStrategy[bytes]:
    return hostile(*((grounds.built / name).read_bytes() for name in names))


def _tables(grounds: Grounds) -> st.SearchStrategy[tuple[str, bytes]]:
    return st.sampled_from(list(TABLES)).flatmap(
        lambda name: st.tuples(st.just(name), _files(grounds, f"data/{name}.csv"))
    )


def _packages(grounds: Grounds) -> st.SearchStrategy[tuple[str, bytes]]:
    names = [path.relative_to(grounds.built).as_posix() for path in sorted(grounds.built.glob("*/*.*"))]
    return st.sampled_from([FILE, *names]).flatmap(lambda name: st.tuples(st.just(name), _files(grounds, name)))


TARGETS: dict[str, Target] = {
    "sheet": Target(272, lambda g: _files(g, "seeds/001_holt2021.toml", "seeds/002_holt2021b.toml"), sheet),  # type: ignore[arg-type]
    "registry": Target(80, lambda g: _files(g, "seeds/actors.toml"), registry),  # type: ignore[arg-type]
    "article": Target(80, lambda g: _files(g, "seeds/001_holt2021.txt"), article),  # type: ignore[arg-type]
    "table": Target(262, _tables, table),  # type: ignore[arg-type]
    "descriptor": Target(130, lambda g: _files(g, FILE), descriptor),  # type: ignore[arg-type]
    "archive": Target(170, lambda g: zips(g.published), archive),  # type: ignore[arg-type]
    "package": Target(6, _packages, package),  # type: ignore[arg-type]
}
