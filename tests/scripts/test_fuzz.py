"""No input crashes, hangs or steers the program: random bytes, and valid files with a few changes, by every way in.

A hundred inputs for each way; `make fuzz` tries CASES of each.
"""

import contextlib
import io
import json
import os
import tempfile
import unicodedata
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schemas import TABLES
from schemas import table as declared
from scripts.__main__ import main
from scripts.checks.accounting import accounts
from scripts.checks.cells import typed
from scripts.checks.descriptor import descriptor_problems
from scripts.checks.values import value_problems
from scripts.package.archive import opened
from scripts.package.descriptor import FILE
from scripts.problem import Problem, as_json, as_text
from scripts.sheets.read import read_seeds
from scripts.sheets.tables import table_of_rows, tables_of_rows
from scripts.tables.csv import csv_bytes, csv_path, read_table
from scripts.tables.table import Table
from tests.faults.fault import Grounds, grounds
from tests.hostile import hostile, zips

STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # kinds of character that could steer a terminal
EDITED = ["seeds/001_holt2021.toml", "seeds/002_holt2021b.toml", "seeds/actors.toml", "seeds/001_holt2021.txt"]
MANY = os.environ.get("CASES")  # as `make fuzz` says
CASES = settings(
    max_examples=int(MANY or 100),
    derandomize=MANY is None,
    database=None,
    deadline=timedelta(seconds=20),
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Grounds:
    return grounds(tmp_path_factory.mktemp("fuzz"))


@contextlib.contextmanager
def _holding(path: Path, data: bytes) -> Iterator[None]:
    """Let a file hold other bytes for a while."""
    valid = path.read_bytes()
    path.write_bytes(data)
    try:
        yield
    finally:
        path.write_bytes(valid)


def _can_be_told(problems: list[Problem]) -> None:
    """Check that problems can be printed safely: a line for each and for its further places, no control character."""
    said = as_text(problems)
    assert said.count("\n") == len(problems) + sum(bool(problem.also) for problem in problems)
    assert not {unicodedata.category(character) for character in said.replace("\n", "")} & STEERING
    assert len(json.loads(as_json(problems))["problems"]) == len(problems)
    assert all(problem.file and problem.line >= 0 for problem in problems)


@pytest.mark.parametrize("file", EDITED)
@CASES
@given(data=st.data())
def test_a_file_of_seeds_is_read_whatever_it_holds(file: str, ready: Grounds, data: st.DataObject) -> None:
    with _holding(ready.built / file, data.draw(hostile(ready.bytes[file]))):
        seeds = read_seeds(ready.built)
    ignored = table_of_rows(declared("ignored"), seeds.rows.get("ignored", []))
    _, left = accounts(tables_of_rows(seeds.rows), seeds.articles, ignored, seeds.unreadable)
    _can_be_told([*seeds.problems, *left])


@CASES
@given(data=st.data())
def test_a_table_is_passed_only_as_the_build_would_write_it(ready: Grounds, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(list(TABLES)))
    given_bytes = data.draw(hostile(ready.bytes[csv_path(name)]))
    read, problems = read_table(given_bytes, TABLES[name], "t.csv")
    if read is not None:
        assert problems or csv_bytes(read.cells) == given_bytes
        table = Table(TABLES[name], read.cells, read.place)
        _, wrong = typed(table)
        problems += wrong + (list(value_problems(table)) if name == "figures" else [])
    _can_be_told(problems)


@CASES
@given(data=st.data())
def test_a_descriptor_is_passed_only_as_it_is(ready: Grounds, data: st.DataObject) -> None:
    valid = ready.bytes[FILE]
    given_bytes = data.draw(hostile(valid))
    problems = descriptor_problems(given_bytes, json.loads(valid))
    assert problems or given_bytes == valid
    _can_be_told(problems)


@CASES
@given(data=st.data())
def test_a_zip_is_unpacked_in_a_folder_of_its_own_which_is_gone_afterwards(ready: Grounds, data: st.DataObject) -> None:
    folder = ready.built.parent
    target, unpacked = folder / "p.zip", folder / "unpacked"
    unpacked.mkdir(exist_ok=True)
    target.write_bytes(data.draw(zips(ready.published)))
    before, tempfile.tempdir = sorted(folder.iterdir()), str(unpacked)
    try:
        with opened(target) as (root, problems):
            assert list(unpacked.iterdir()) == [root]
    finally:
        tempfile.tempdir = None
    assert list(unpacked.iterdir()) == []
    assert sorted(folder.iterdir()) == before
    _can_be_told(problems)


@settings(CASES, max_examples=max(4, CASES.max_examples // 50))  # some 0.3 s each
@given(data=st.data())
def test_validate_never_ends_in_a_traceback(ready: Grounds, data: st.DataObject) -> None:
    name = data.draw(
        st.sampled_from([FILE, *(name for name in sorted(ready.bytes) if name.startswith(("data/", "seeds/")))])
    )
    root = ready.built if name.endswith(".toml") else ready.published
    given_bytes = data.draw(hostile(ready.bytes[name]))
    out = io.StringIO()
    with _holding(root / name, given_bytes), contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(["validate", str(root), "--frictionless", "never"])
    right = {0, 1} if name.endswith(".toml") else {0} if given_bytes == ready.bytes[name] else {1}
    assert code in right, out.getvalue()
    assert "Traceback" not in out.getvalue()
