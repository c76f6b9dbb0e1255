"""Write a table as the bytes of a CSV file that every reader reads alike."""

import re

import pandas as pd

MARKS = re.compile('[,";\t\r\n]')  # a spreadsheet splits an unquoted cell at a semicolon or a tab


def quoted(cell: str) -> str:
    """Return a cell as it stands in a file: in quotation marks where it holds one of MARKS, and only there.

    >>> quoted('the "pact"; trade'), quoted(" no marks ")
    ('"the ""pact""; trade"', ' no marks ')
    """
    return '"' + cell.replace('"', '""') + '"' if MARKS.search(cell) else cell


def _column(name: str, values: pd.Series) -> list[str]:
    """Return a column as it stands in a file, its name first; blanks are empty."""
    cells = [name, *values.astype(object).where(values.notna(), "")]
    return [quoted(cell) for cell in cells] if MARKS.search("".join(cells)) else cells


def csv_records(cells: pd.DataFrame) -> list[str]:
    """Return the records of a table of texts as they stand in its file, the header first, each without its line end."""
    columns = [_column(str(name), values) for name, values in cells.items()]
    return list(map(",".join, zip(*columns, strict=True)))


def as_bytes(records: list[str]) -> bytes:
    """Return records as the file that holds them."""
    return "\n".join([*records, ""]).encode("utf-8")


def csv_bytes(cells: pd.DataFrame) -> bytes:
    """Return UTF-8, LF, a header, blanks unquoted, a final newline; the same bytes on every Python."""
    return as_bytes(csv_records(cells))


def csv_path(table: str) -> str:
    """Return the path of a table's file in the package."""
    return f"data/{table}.csv"
