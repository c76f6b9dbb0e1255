"""Write a table as the bytes of a CSV file that every reader reads alike."""

import io

import pandas as pd


def csv_bytes(cells: pd.DataFrame) -> bytes:
    """Return UTF-8, LF, minimal quoting, a header, blanks unquoted, a final newline."""
    out = io.BytesIO()
    cells.to_csv(out, index=False, lineterminator="\n", na_rep="")
    return out.getvalue()


def csv_path(table: str) -> str:
    """Return the path of a table's file in the package."""
    return f"data/{table}.csv"
