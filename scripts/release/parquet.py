"""A table as Parquet, with types, and what each column holds in the file's own metadata."""

import io

import pyarrow as pa
import pyarrow.parquet as pq

from schemas import Column, TableSchema
from schemas.package import package
from scripts.release.types import columns, named
from scripts.tables.table import Table


def _field(column: Column) -> pa.Field:
    metadata = {"title": column.title, "description": column.description}
    return pa.field(column.name, pa.type_for_alias(named("parquet")[column.type]), column.nullable, metadata)


def parquet_schema(table: TableSchema) -> pa.Schema:
    """Return the Arrow schema of a table."""
    facts = {"package": package()["name"], "version": package()["version"], "license": package()["licenses"][0]["name"]}
    described = {"table": table.name, "description": table.description, "primary_key": ", ".join(table.key)}
    return pa.schema([_field(column) for column in table.columns], facts | described)


def parquet_bytes(table: Table) -> bytes:
    """Return the bytes of a table's Parquet file."""
    schema, stream = parquet_schema(table.schema), io.BytesIO()
    pq.write_table(pa.Table.from_pydict(columns(table), schema), stream, compression="snappy")
    return stream.getvalue()
