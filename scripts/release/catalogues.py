"""What catalogues read: the release as a schema.org/Dataset, with every file and column."""

import hashlib
from typing import Any

import pandas as pd

from schemas import TABLES, Column
from schemas.package import package, repository

Json = dict[str, Any]


def facts_of_the_dataset(published: str | None) -> Json:
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
    known = {"datePublished": published, "url": repository()}
    return facts | {name: value for name, value in known.items() if value}


def download(name: str, data: bytes, mediatype: str) -> Json:
    """Return what both forms say of a file, which lies beside them."""
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
        **facts_of_the_dataset(published),
        "isBasedOn": [_article({str(name): cell for name, cell in row.items()}) for row in sources.to_dict("records")],
        "variableMeasured": [_variable(column) for table in TABLES.values() for column in table.columns],
        "distribution": [{"@type": "DataDownload"} | download(name, *file) for name, file in files.items()],
    }
