"""What a value of a table shows and where it leads."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pandas as pd

from scripts.explorer.edition import Edition
from scripts.explorer.resources import Field, Resource, web_address

Row = dict[str, Any]  # column -> text, None where blank


@dataclass(frozen=True)
class Cell:
    """One value: its words, the page of the site that it leads to, or the address outside."""

    text: str
    href: str | None = None
    outside: bool = False


def rows(table: pd.DataFrame) -> list[Row]:
    """Return the rows of a table as plain values, None where blank."""
    records = table.astype(object).where(table.notna(), None).to_dict("records")
    return [{str(name): value for name, value in record.items()} for record in records]


def row_id(resource: Resource, row: Row) -> str:
    """Return the id that a row has on its page."""
    return "+".join(str(row[name]) for name in resource.key)


class Cells:
    """Makes cells; knows the names by which rows are called."""

    def __init__(self, edition: Edition) -> None:
        self.names: dict[str, dict[str, str]] = {}
        for name, resource in edition.resources.items():
            if resource.called not in resource.key:
                listed = edition.tables[name][[resource.key[0], resource.called]].dropna()
                self.names[name] = dict(listed.itertuples(index=False, name=None))

    def called(self, table: str | None, key: str) -> str:
        """Return the name of a row, or its key where it has none."""
        return self.names.get(table or "", {}).get(key, key)

    def cell(self, field: Field, row: Row, up: str = "") -> Cell | None:
        """Return the cell of a column, None where it is blank; `up` leads from the page to the site's root."""
        value = row[field.name]
        if value is None:
            return None
        if field.link:
            known = {name: quote(str(there), safe="") for name, there in row.items() if there is not None}
            return Cell(self.called(field.references, value), up + field.link.format_map(known))
        address = web_address(value) if field.type == "string" else None
        return Cell(value, address, outside=address is not None)
