"""The package as one SQLite database: tables with keys and indexes, full-text search and views."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from schemas import Column, TableSchema
from schemas.package import package
from scripts.release.types import named, rows
from scripts.tables.table import Table, Tables

VIEWS = Path(__file__).with_name("views.sql")
ABOUT = "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL)"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _listed(names: list[str]) -> str:
    return ", ".join(map(_quoted, names))


def _column(column: Column) -> str:
    parts = [_quoted(column.name), named("sqlite")[column.type]]
    parts += [] if column.nullable else ["NOT NULL"]
    parts += ["UNIQUE"] if column.unique and not column.key else []
    if column.references:
        name, there = column.references.split(".")
        parts.append(f"REFERENCES {_quoted(name)} ({_quoted(there)})")
    return " ".join(parts)


def create_table(table: TableSchema) -> str:
    """Return the statement that makes a table; what each column holds stands beside it as a comment."""
    lines = [f"    {_column(column)}, -- {column.title}. {column.description}" for column in table.columns]
    unique = list(table.pandera.unique or [])
    together = [f"    UNIQUE ({_listed(unique)}),"] if unique and unique != table.key else []
    key = f"    PRIMARY KEY ({_listed(table.key)})"
    return "\n".join([f"-- {table.description}", f"CREATE TABLE {_quoted(table.name)} (", *lines, *together, key, ")"])


def _indexes(table: TableSchema) -> Iterator[str]:
    """Yield an index for each column that refers to a row, unless the primary key begins with it."""
    for column in table.columns:
        if column.references and [column.name] != table.key[:1]:
            name = _quoted(f"{table.name}_{column.name}")
            yield f"CREATE INDEX {name} ON {_quoted(table.name)} ({_quoted(column.name)})"


def _fill(database: sqlite3.Connection, table: Table) -> None:
    places = ", ".join("?" * len(table.schema.columns))
    database.executemany(f"INSERT INTO {_quoted(table.schema.name)} VALUES ({places})", rows(table))  # noqa: S608


def _fill_search(database: sqlite3.Connection, table: TableSchema) -> None:
    """Enter the texts of a table into the full-text index, with their labels."""
    [key] = table.key
    label = "label" if "label" in table.names else "NULL"
    database.execute(
        f"INSERT INTO search SELECT text, {label}, {_quoted(key)}, '{table.name}', source_id FROM {_quoted(table.name)}"  # noqa: S608
    )


def _index_words(database: sqlite3.Connection, table: TableSchema) -> None:
    """Index the free texts of a table, beside the search over all, for programs that look for one at a table."""
    words = [
        column.name for column in table.columns if column.longest and not column.references and column.type == "string"
    ]
    if words:
        name = f"{table.name}_fts"
        of = f"content=\"{table.name}\", tokenize = 'unicode61 remove_diacritics 2'"
        database.execute(f"CREATE VIRTUAL TABLE {_quoted(name)} USING fts5({_listed(words)}, {of})")
        database.execute(f"INSERT INTO {_quoted(name)}({_quoted(name)}) VALUES ('rebuild')")  # noqa: S608


def _describe(database: sqlite3.Connection) -> None:
    """Enter what the package is."""
    database.execute(ABOUT)
    facts = [(name, package()[name]) for name in ("name", "title", "version", "description")]
    database.executemany("INSERT INTO about VALUES (?, ?)", [*facts, ("license", package()["licenses"][0]["name"])])


def database_bytes(tables: Tables) -> bytes:
    """Return the database as the bytes of its file; raise sqlite3.Error where a reference leads nowhere."""
    database = sqlite3.connect(":memory:")
    try:
        for table in tables.values():
            database.execute(create_table(table.schema))
        for table in tables.values():
            _fill(database, table)
            for index in _indexes(table.schema):
                database.execute(index)
        _describe(database)
        database.commit()
        database.executescript(VIEWS.read_text(encoding="utf-8"))
        for table in tables.values():
            _index_words(database, table.schema)
            if "text" in table.schema.names:
                _fill_search(database, table.schema)
        database.execute("INSERT INTO search SELECT title, symbol, document_id, 'documents', NULL FROM documents")
        database.commit()
        if lost := database.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError(f"references lead nowhere: {lost[:5]}")
        database.execute("VACUUM")
        return database.serialize()
    finally:
        database.close()
