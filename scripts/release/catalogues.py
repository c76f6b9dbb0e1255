"""What catalogues read: the release as a schema.org/Dataset, and as Croissant with every table and column."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd

from schemas import TABLES, Column, TableSchema
from schemas.package import package
from scripts.release.bibliography import citation
from scripts.release.types import named

CONTEXT = Path(__file__).with_name("context.json")  # prescribed by Croissant 1.0, word for word
Json = dict[str, Any]


def _facts(published: str | None) -> Json:
    """Return what both forms say of the dataset; `published` is the day of the release, if it is known."""
    facts = {
        "name": package()["title"],
        "alternateName": package()["name"],
        "description": package()["description"],
        "version": package()["version"],
        "license": package()["licenses"][0]["path"],
        "keywords": package()["keywords"],
        "creator": [{"@type": "Organization", "name": person["title"]} for person in package()["contributors"]],
        "isAccessibleForFree": True,
        "inLanguage": "en",
    }
    return facts | ({"datePublished": published} if published else {})


def _download(name: str, data: bytes, mediatype: str) -> Json:
    return {
        "name": name,
        "contentUrl": name,
        "contentSize": f"{len(data)} B",
        "encodingFormat": mediatype,
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _article(row: Json) -> Json:
    """Return an article that the dataset is based on."""
    facts = {"name": row["title"], "url": row["url"], "author": row["author"], "usageInfo": row["rights"]}
    return {"@type": "Article"} | {name: value for name, value in facts.items() if isinstance(value, str)}


def _variable(column: Column) -> Json:
    facts = {"name": f"{column.table}.{column.name}", "alternateName": column.title, "description": column.description}
    return {"@type": "PropertyValue"} | facts


def schema_org(files: dict[str, tuple[bytes, str]], sources: pd.DataFrame, published: str | None) -> Json:
    """Return the schema.org/Dataset; `files` holds (bytes, media type) of each file of the release by name."""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **_facts(published),
        "isBasedOn": [_article({str(name): cell for name, cell in row.items()}) for row in sources.to_dict("records")],
        "variableMeasured": [_variable(column) for table in TABLES.values() for column in table.columns],
        "distribution": [{"@type": "DataDownload"} | _download(name, *file) for name, file in files.items()],
    }


def _field(table: TableSchema, column: Column) -> Json:
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": named("croissant")[column.type],
        "source": {"fileObject": {"@id": f"{table.name}.parquet"}, "extract": {"column": column.name}},
    }


def _record_set(table: TableSchema) -> Json:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(table, column) for column in table.columns],
    }


def croissant(files: dict[str, bytes], published: str | None) -> Json:
    """Return the Croissant 1.0 description of the tables' Parquet files, by name: with CSV its readers guess types.

    It names no references: mlcroissant 1.1 cannot read a table whose references lead on to others, or to itself.
    """
    described = [
        {"@type": "cr:FileObject", "@id": name} | _download(name, data, "application/x-parquet")
        for name, data in files.items()
    ]
    return {
        "@context": json.loads(CONTEXT.read_text(encoding="utf-8")),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        **_facts(published),
        "citeAs": citation(published),
        "distribution": described,
        "recordSet": [_record_set(table) for table in TABLES.values()],
    }
