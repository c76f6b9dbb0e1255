"""What Datasette shows beside the database: titles, descriptions and filters of tables and views."""

import re
from typing import Any

from schemas import TABLES, Column, TableSchema
from schemas.package import package, repository
from scripts.release.sqlite import VIEWS

VIEW = re.compile(r"^-- (.+)\nCREATE VIEW (\w+)", re.MULTILINE)
CALLED = ("label", "name", "title")  # the first of these that a table has is what a link to its row says
MOST_CODES, MOST_FACETS = 20, 3  # a list of more codes, or more lists, is no help beside a table

Json = dict[str, Any]


def _facet(column: Column) -> bool:
    return column.codes is not None and len(column.codes) <= MOST_CODES


def _table(table: TableSchema) -> Json:
    found = {
        "title": table.name.replace("_", " ").capitalize(),
        "description": table.description,
        "columns": {column.name: f"{column.title}. {column.description}" for column in table.columns},
        "facets": [column.name for column in table.columns if _facet(column)][:MOST_FACETS],
    }
    called = [name for name in CALLED if name in table.names]
    return found | ({"label_column": called[0]} if called else {})


def datasette() -> Json:
    """Return the metadata of the database for Datasette."""
    licence = package()["licenses"][0]
    tables = {name: _table(table) for name, table in TABLES.items()}
    tables |= {name: {"description": said} for said, name in VIEW.findall(VIEWS.read_text(encoding="utf-8"))}
    return {
        "title": package()["title"],
        "description": package()["description"],
        "license": licence["title"],
        "license_url": licence["path"],
        **({"source": package()["title"], "source_url": repository()} if repository() else {}),
        "databases": {package()["name"]: {"tables": tables}},
    }
