"""A table's CSV file holds its cells exactly, in the form that every reader reads alike."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas import TABLES
from scripts.tables.csv import csv_bytes, read_table

NAMES = TABLES["actors"].names
CHARACTERS = st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"], exclude_characters="\x00")
AWKWARD = st.sampled_from(
    ["NA", "null", "nan", "TRUE", '"', ',"', "a\nb", "\n", "a\r\nb", "\r", "'", "=1+1", "1e5", " x ", "\t", ";", "#"]
)
CELLS = st.none() | AWKWARD | st.text(CHARACTERS, min_size=1, max_size=20)
ROWS = st.lists(st.lists(CELLS, min_size=len(NAMES), max_size=len(NAMES)), max_size=6)


GOLDEN = [
    (["plain", " blanks "], "plain, blanks \n"),
    ([None, None], ",\n"),
    (["a,b", 'say "no"'], '"a,b","say ""no"""\n'),
    (["a;b", "a\tb"], '"a;b","a\tb"\n'),
    (["a\rb", "a\nb"], '"a\rb","a\nb"\n'),
    (["'", "#é“”\u2028\x0b\x1f"], "',#é“”\u2028\x0b\x1f\n"),
]


def _frame(rows: list[list[str | None]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=NAMES, dtype="str")


def _rows(frame: pd.DataFrame) -> list[list[str | None]]:
    return [[cell if isinstance(cell, str) else None for cell in row] for row in frame.itertuples(index=False)]


@settings(deadline=None)
@given(ROWS)
def test_cells_come_back_from_the_file_as_they_were(rows: list[list[str | None]]) -> None:
    data = csv_bytes(_frame(rows))
    table, problems = read_table(data, TABLES["actors"], "x.csv")
    assert problems == []
    assert table is not None
    assert _rows(table.cells) == rows


ACTORS = csv_bytes(
    _frame([["ana", "Ana; Orlo", "person", None, "x", None, "Q1"], ["b", "two\nlines", "state", *["NOR"] * 4]])
)
PIECES = st.sampled_from([b"\xef\xbb\xbf", b"\r", b"\r\n", b"\n", b"\x00", b"\xff", b'"', b",", b" ", b"x", b"", b";"])


@settings(deadline=None)
@given(st.integers(0, len(ACTORS)), st.integers(0, 3), PIECES)
def test_no_byte_of_a_file_is_passed_that_the_build_would_not_write(at: int, struck: int, put: bytes) -> None:
    data = ACTORS[:at] + put + ACTORS[at + struck :]
    table, problems = read_table(data, TABLES["actors"], "x.csv")
    if not problems:
        assert table is not None
        assert csv_bytes(table.cells) == data
    else:
        line = ACTORS[:at].count(b"\n") + 1
        assert min(problem.line for problem in problems) <= line + put.count(b"\n") + 1


@pytest.mark.parametrize(("row", "line"), GOLDEN)
def test_a_row_has_the_same_bytes_on_every_python(row: list[str | None], line: str) -> None:
    assert csv_bytes(pd.DataFrame([row], columns=["a", "b;c"], dtype="object")) == f'a,"b;c"\n{line}'.encode()


def _by_csv(path: Path) -> list[list[str | None]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return [[cell or None for cell in row] for row in csv.reader(stream)][1:]


def _by_pandas(path: Path) -> list[list[str | None]]:
    return _rows(pd.read_csv(path, dtype="str", keep_default_na=False, na_values=[""]))


def _by_polars(path: Path) -> list[list[str | None]]:
    return [list(row) for row in pl.read_csv(path, schema=dict.fromkeys(NAMES, pl.String)).rows()]


def _by_duckdb(path: Path) -> list[list[str | None]]:
    form = """SELECT * FROM read_csv(?, columns = ?, auto_detect = false, header = true, quote = '"', escape = '"')"""
    found = duckdb.execute(form, [str(path), dict.fromkeys(NAMES, "VARCHAR")]).fetchall()
    return [list(row) for row in found]


@pytest.mark.parametrize("read", [_by_csv, _by_pandas, _by_polars, _by_duckdb])
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_every_reader_gives_the_cells_back(
    read: Callable[[Path], list[list[str | None]]], rows: list[list[str | None]], tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(csv_bytes(_frame(rows)))
    assert read(path) == rows


@settings(deadline=None)
@given(ROWS)
def test_the_line_of_a_row_is_where_it_begins(rows: list[list[str | None]]) -> None:
    data = csv_bytes(_frame(rows))
    table, _ = read_table(data, TABLES["actors"], "x.csv")
    assert table is not None
    lines = data.decode().split("\n")
    for line, row in zip(table.lines, rows, strict=True):
        rest = "\n".join(lines[line - 1 :])
        assert next(csv.reader(io.StringIO(rest, newline=""))) == [cell or "" for cell in row]
