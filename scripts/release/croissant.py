"""The release as Croissant 1.1: every table, column and list of codes, and as PROV what the rows were made of."""

import json
from pathlib import Path

import pandas as pd

from schemas import TABLES, Column, TableSchema
from schemas.package import package
from schemas.vocabularies import OUTSIDE, vocabularies
from scripts.package.catalogue import Json, download, facts_of_the_dataset
from scripts.release.bibliography import citation
from scripts.release.catalogues import about
from scripts.release.types import named

CONTEXT = Path(__file__).with_name("context.json")  # as Croissant 1.1 prescribes it, with PROV
LISTED = [  # the vocabularies that columns have, without the long ones
    name
    for name in dict.fromkeys(column.vocabulary for table in TABLES.values() for column in table.columns)
    if name and name not in OUTSIDE
]


def _field(table: TableSchema, column: Column) -> Json:
    found = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": named("croissant")[column.type],
        "source": {"fileObject": {"@id": f"{table.name}.parquet"}, "extract": {"column": column.name}},
    }
    return found | (
        {"references": {"field": {"@id": f"{column.vocabulary}/code"}}} if column.vocabulary in LISTED else {}
    )


def _enumeration(vocabulary: str) -> Json:
    """Return a vocabulary as a record set of its own: its codes, with what they are called and mean."""
    fields = {"code": "What the tables have.", "name": "What it is called.", "description": "What it means."}
    return {
        "@type": "cr:RecordSet",
        "@id": vocabulary,
        "name": vocabulary,
        "description": f"The codes of {vocabulary}.",
        "dataType": "sc:Enumeration",
        "key": {"@id": f"{vocabulary}/code"},
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{vocabulary}/{name}",
                "name": name,
                "description": said,
                "dataType": "sc:Text",
            }
            for name, said in fields.items()
        ],
        "data": [
            dict(zip([f"{vocabulary}/{name}" for name in fields], [code, *entry], strict=True))
            for code, entry in vocabularies()[vocabulary].items()
        ],
    }


def _provenance(sources: pd.DataFrame) -> Json:
    """Return, as PROV, which articles the rows were made of, how, and whose they are."""
    articles = sources[["title", "url"]].itertuples(index=False, name=None)
    return {
        "prov:wasDerivedFrom": [
            {"@type": "prov:Entity", "prov:label": title} | ({"@id": url} if isinstance(url, str) else {})
            for title, url in articles
        ],
        "prov:wasGeneratedBy": {
            "@type": "prov:Activity",
            "prov:label": "Coding of articles, by persons or language models",
        },
        "prov:wasAttributedTo": [
            {"@type": "prov:Agent", "prov:label": person["title"]} for person in package()["contributors"]
        ],
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


def croissant(files: dict[str, bytes], sources: pd.DataFrame, published: str | None) -> Json:
    """Return the Croissant 1.1 description of the tables' Parquet files, by name: with CSV its readers guess types.

    Its references are those to lists of codes, in the form of Croissant 1.0: mlcroissant 1.1 reads no other form, and
    no table whose references lead on to others, or to itself.
    """
    described = [
        download(name, data, "application/x-parquet") | {"@type": "cr:FileObject", "@id": name}
        for name, data in files.items()
    ]
    return {
        "@context": json.loads(CONTEXT.read_text(encoding="utf-8")),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        **facts_of_the_dataset(about(), published),
        "citeAs": citation(published),
        "distribution": described,
        **_provenance(sources),
        "recordSet": [*map(_enumeration, LISTED), *map(_record_set, TABLES.values())],
    }
