"""The workbook has every cell with its type, and nothing in it that a spreadsheet would run or change."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from schemas import TABLES
from schemas.package import package
from scripts.checks.seeds import check_seeds
from scripts.release.types import columns
from scripts.release.xlsx import workbook_bytes

ROOT = Path(__file__).parent.parent.parent.parent


def test_every_cell_of_every_table_is_there_with_its_type(dist: Path) -> None:
    book = load_workbook(dist / f"{package()['name']}.xlsx")
    assert book.sheetnames == ["about", *TABLES, "dictionary"]
    for name, table in check_seeds(ROOT).tables.items():
        header, *rows = book[name].iter_rows(values_only=True)
        assert list(header) == table.schema.names
        there = [[cell.date() if hasattr(cell, "date") else cell for cell in row] for row in rows]
        assert there == [list(row) for row in zip(*columns(table).values(), strict=True)]
    assert len(list(book["dictionary"].rows)) == 1 + sum(len(table.columns) for table in TABLES.values())


@pytest.mark.parametrize("words", ["=1+1", "@SUM(A1)", "0012", "1e5", "https://a.example", "-3", "{=1}", "TRUE"])
def test_what_looks_like_something_else_stays_the_text_that_it_is(seeds: Path, words: str) -> None:
    tables = check_seeds(seeds).tables
    tables["quotes"].cells.loc[0, "text"] = words
    cell = load_workbook(io.BytesIO(workbook_bytes(tables, "2026-11-28")))["quotes"].cell(2, 5)
    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)


def test_it_has_the_same_bytes_each_time(seeds: Path) -> None:
    tables = check_seeds(seeds).tables
    assert workbook_bytes(tables, None) == workbook_bytes(tables, None)
    assert workbook_bytes(tables, "2026-11-28") != workbook_bytes(tables, None)
