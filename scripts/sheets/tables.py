"""The rows of sheets as tables, in the order of publication; each cell leads back to the line to edit."""

import pandas as pd

from schemas import TABLES, TableSchema
from scripts.sheets.rows import Row
from scripts.tables.table import Table, Tables

ORDER = {
    "sources": ["path"],
    "actors": ["actor_id"],
    "aliases": ["actor_id", "alias"],
    "measures": ["measure_id"],
    "documents": ["document_id"],
}


def _position(row: Row) -> tuple[object, ...]:
    """Where a coded row stands: by article, then by its place in the text, then by its place in the sheet."""
    start, end = row.cells.get("start"), row.cells.get("end")
    return row.block.file, int(start or -1), int(end or -1), row.block.line


def table_of_rows(schema: TableSchema, rows: list[Row]) -> Table:
    """Return one table made of rows; an event's participants stay as the sheet lists them."""
    names = ORDER.get(schema.name)
    ordered = sorted(rows, key=lambda row: [row.cells.get(name, "") for name in names] if names else _position(row))
    cells = {name: [row.cells.get(name) or None for row in ordered] for name in schema.names}
    return Table(
        schema,
        pd.DataFrame(cells, columns=schema.names, dtype="object"),
        lambda row, column: (ordered[row].block.file, ordered[row].line_of(column)),
        {(number, name) for number, row in enumerate(ordered) for name in row.broken},
    )


def tables_of_rows(rows: dict[str, list[Row]]) -> Tables:
    """Return every published table made of rows."""
    return {name: table_of_rows(schema, rows.get(name, [])) for name, schema in TABLES.items()}
