"""Make datapackage.json from the declaration and the tables' files.

The form is the one that most clients read: Data Package 2.0 at the top, with the `profile` of the first version on
each resource, keys as lists, and nothing that a client is known to stumble over.
"""

import hashlib
import json
from typing import Any

import pandas as pd

from schemas import TABLES, Column, TableSchema
from schemas.package import package
from scripts.tables.csv import csv_path

FILE = "datapackage.json"
FACTS = ("name", "title", "description", "homepage", "version", "keywords")  # homepage may be missing
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def _constraints(column: Column) -> dict[str, Any]:
    """Return the constraints that every client takes.

    Databases that are made of the descriptor compare the bounds of dates as texts and run patterns over blanks, and so
    refuse every row: the build and the validation alone keep these.
    """
    found: dict[str, Any] = {}
    if not column.nullable:
        found["required"] = True
    if column.unique:
        found["unique"] = True
    limits = {
        "enum": list(column.codes) if column.codes else None,
        "pattern": None if column.nullable else column.pattern,
        "minLength": column.shortest,
        "maxLength": column.longest,
        "minimum": None if column.type == "date" else column.minimum,
        "maximum": None if column.type == "date" else column.maximum,
    }
    return found | {name: limit for name, limit in limits.items() if limit is not None}


def field(column: Column) -> dict[str, Any]:
    """Return the Table Schema field of a column."""
    return {
        "name": column.name,
        "title": column.title,
        "description": column.description,
        "type": column.type,
        "example": column.example,
        "constraints": _constraints(column),
    }


def _foreign_keys(table: TableSchema) -> list[dict[str, Any]]:
    keys = []
    for column in table.columns:
        if column.references:
            name, there = column.references.split(".")
            resource = "" if name == table.name else name
            keys.append({"fields": [column.name], "reference": {"resource": resource, "fields": [there]}})
    return keys


def table_schema(table: TableSchema) -> dict[str, Any]:
    """Return the Table Schema of a table."""
    schema: dict[str, Any] = {
        "fields": [field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": table.key,
    }
    keys = _foreign_keys(table)
    return schema | ({"foreignKeys": keys} if keys else {})


def _resource(table: TableSchema, data: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "profile": "tabular-data-resource",
        "path": csv_path(table.name),
        "title": table.name.replace("_", " ").capitalize(),
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": table_schema(table),
    }


def _article(title: str, url: object) -> dict[str, str]:
    return {"title": title} | ({"path": url} if isinstance(url, str) else {})


def descriptor(files: dict[str, bytes], sources: pd.DataFrame) -> dict[str, Any]:
    """Return the descriptor: `files` holds the bytes of each table by name, `sources` the cells of that table."""
    articles = sources[["title", "url"]].dropna(subset=["title"]).itertuples(index=False, name=None)
    return {
        "$schema": PROFILE,
        **{name: package()[name] for name in FACTS if name in package()},
        "licenses": package()["licenses"],
        "contributors": package()["contributors"],
        "sources": [_article(title, url) for title, url in articles],
        "resources": [_resource(TABLES[name], data) for name, data in files.items()],
    }


def as_bytes(document: dict[str, Any]) -> bytes:
    """Return a JSON document as the package holds it: two spaces of indent, UTF-8, a final newline."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
