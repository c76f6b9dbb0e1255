"""The package as one Excel workbook: a sheet a table, the dictionary of columns, and what it is."""

import io
from datetime import UTC, date, datetime
from typing import Any

from schemas import Column
from schemas.package import package
from scripts.release.types import columns
from scripts.tables.table import Table, Tables

WIDTHS = {"date": 11, "integer": 9, "number": 12}  # in characters; of texts by what they hold
NARROWEST, WIDEST, LOOKED_AT = 10, 50, 200  # characters, and rows whose texts a column's width is made for
SETTINGS = {  # what begins as a formula, an address or a number is a text all the same
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
DICTIONARY = ["table", "column", "title", "description", "type", "may be blank", "vocabulary", "key of"]


def _width(column: Column, cells: list[Any]) -> int:
    longest = max((len(str(cell)) for cell in cells[:LOOKED_AT] if cell is not None), default=0)
    return WIDTHS.get(column.type, min(WIDEST, max(NARROWEST, longest, len(column.name)) + 2))


def _sheet(book: Any, name: str, header: list[str], rows: list[list[Any]], widths: list[int]) -> None:
    """Write a sheet with a header that stays in view and can be filtered by; a blank cell is left empty."""
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True})
    for at, (title, width) in enumerate(zip(header, widths, strict=True)):
        sheet.write_string(0, at, title, bold)
        sheet.set_column(at, at, width)
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, at, value)
            elif isinstance(value, str):
                sheet.write_string(number, at, value)
            elif value is not None:
                sheet.write_number(number, at, value)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(rows)), len(header) - 1)


def _about(tables: Tables) -> list[list[Any]]:
    """Return what stands on the first sheet: what this is, and what each other sheet holds."""
    facts = [[name, package()[name]] for name in ("title", "version", "description")]
    licence = package()["licenses"][0]
    held = [[name, table.schema.description] for name, table in tables.items()]
    facts += [["licence", f"{licence['title']}, {licence['path']}"], ["dictionary", "What each column holds."]]
    return facts + held


def _described(column: Column) -> list[Any]:
    blank = "yes" if column.nullable else "no"
    return [
        column.table,
        column.name,
        column.title,
        column.description,
        column.type,
        blank,
        column.vocabulary,
        column.references,
    ]


def workbook_bytes(tables: Tables, day: str | None) -> bytes:
    """Return the bytes of the workbook, made on the `day` of the release (ISO 8601; None before there is one)."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, SETTINGS) as book:
        made = datetime.fromisoformat(day or "2000-01-01").replace(tzinfo=UTC)
        book.set_properties({"title": package()["title"], "created": made})
        _sheet(book, "about", ["what", "is"], _about(tables), [20, 100])
        for name, table in tables.items():
            _table(book, name, table)
        listed = [_described(column) for table in tables.values() for column in table.schema.columns]
        _sheet(book, "dictionary", DICTIONARY, listed, [16, 22, 24, 70, 9, 12, 18, 22])
    return stream.getvalue()


def _table(book: Any, name: str, table: Table) -> None:
    cells = columns(table)
    widths = [_width(column, cells[column.name]) for column in table.schema.columns]
    rows = [list(row) for row in zip(*cells.values(), strict=True)]
    _sheet(book, name, table.schema.names, rows, widths)
