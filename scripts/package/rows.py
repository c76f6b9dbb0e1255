"""Read the tables of a package as texts."""

from pathlib import Path

import pandas as pd

from scripts.tables.csv import csv_path

Row = dict[str, str | None]  # column -> text, None where blank

DATES = {"date_earliest": "date_latest", "period_start": "period_end"}  # column of the first day -> of the last


def read(root: Path, name: str) -> pd.DataFrame:
    """Return a published table, every cell as text, NA where blank."""
    return pd.read_csv(root / csv_path(name), dtype="str", keep_default_na=False, na_values=[""])


def rows(cells: pd.DataFrame) -> list[Row]:
    """Return the rows of a table of texts."""
    records = cells.astype(object).where(cells.notna(), None).to_dict("records")
    return [{str(name): value for name, value in record.items()} for record in records]
