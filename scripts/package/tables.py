"""Write a table as the bytes of a CSV file that every reader reads alike."""

import pandas as pd


def csv_bytes(cells: pd.DataFrame) -> bytes:
    """Return UTF-8, LF, minimal quoting, a header, blanks unquoted, a final newline."""
    return cells.to_csv(index=False, lineterminator="\n", na_rep="").encode("utf-8")


def csv_path(table: str) -> str:
    """Return the path of a table's file in the package."""
    return f"data/{table}.csv"
