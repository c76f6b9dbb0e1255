"""A table's CSV file holds its cells exactly, in the form that every reader reads alike."""

import csv
import io
from pathlib import Path

import pandas as pd
from frictionless import Package
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import TABLES
from scripts.checks.csvfile import read_table
from scripts.package.tables import csv_bytes

NAMES = TABLES["actors"].names
CHARACTERS = st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"], exclude_characters="\r\x00")
AWKWARD = st.sampled_from(
    ["NA", "null", "nan", "None", "TRUE", '"', ',"', "a\nb", "\n", "'", "=1+1", "1e5", " x ", "\t", "#"]
)
CELLS = st.none() | AWKWARD | st.text(CHARACTERS, min_size=1, max_size=20)
ROWS = st.lists(st.lists(CELLS, min_size=len(NAMES), max_size=len(NAMES)), max_size=6)


def _frame(rows: list[list[str | None]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=NAMES, dtype="str")


def _rows(frame: pd.DataFrame) -> list[list[str | None]]:
    return [[cell if isinstance(cell, str) else None for cell in row] for row in frame.itertuples(index=False)]


@given(ROWS)
def test_cells_come_back_from_the_file_as_they_were(rows: list[list[str | None]]) -> None:
    data = csv_bytes(_frame(rows))
    table, problems = read_table(data, TABLES["actors"], "x.csv")
    assert problems == []
    assert table is not None
    assert _rows(table.cells) == rows
    assert list(csv.reader(io.StringIO(data.decode(), newline="")))[1:] == [
        [cell or "" for cell in row] for row in rows
    ]


@given(ROWS)
def test_the_line_of_a_row_is_where_it_begins(rows: list[list[str | None]]) -> None:
    data = csv_bytes(_frame(rows))
    table, _ = read_table(data, TABLES["actors"], "x.csv")
    assert table is not None
    lines = data.decode().split("\n")
    for line, row in zip(table.lines, rows, strict=True):
        rest = "\n".join(lines[line - 1 :])
        assert next(csv.reader(io.StringIO(rest, newline=""))) == [cell or "" for cell in row]


@given(
    st.binary(max_size=200)
    | st.lists(st.sampled_from([*NAMES, ",", "\n", '"', "\r", "x"])).map(lambda x: "".join(x).encode())
)
@settings(max_examples=200)
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    table, problems = read_table(data, TABLES["actors"], "x.csv")
    assert problems or (table is not None and csv_bytes(table.cells) == data)


def test_frictionless_reads_what_the_sheets_say(built: Path) -> None:
    package = Package(str(built / "datapackage.json"))
    event = package.get_table_resource("events").read_rows()[3].to_dict()
    assert event["text"] == "Sweden and Norway signed the\npact"
    assert (event["start"], event["end"], event["date_earliest"].isoformat()) == (16, 49, "2021-05-01")
    assert event["claimed_by"] is None
    figure = package.get_table_resource("figures").read_rows()[2].to_dict()
    assert (str(figure["value"]), figure["unit"], figure["value_max"]) == ("1500000", "EUR", None)
