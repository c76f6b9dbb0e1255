"""What schema.org says of the dataset, its files and its articles: for catalogues and for the site's pages."""

import hashlib
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


def facts_of_the_dataset(about: Mapping[str, Any], published: str | None = None) -> Json:
    """Return what is said of the dataset; `about` is its descriptor, `published` the day of a release."""
    facts = {
        "name": about["title"],
        "alternateName": about["name"],
        "description": about["description"],
        "version": about["version"],
        "license": about["licenses"][0]["path"],
        "keywords": about["keywords"],
        "creator": [{"@type": "Organization", "name": person["title"]} for person in about["contributors"]],
        "isAccessibleForFree": True,
        "inLanguage": "en",
    }
    known = {"datePublished": published, "url": about.get("homepage")}
    return facts | {name: value for name, value in known.items() if value}


def download(name: str, data: bytes, mediatype: str) -> Json:
    """Return what is said of a file, which lies beside what says it."""
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": name,
        "contentSize": f"{len(data)} B",
        "encodingFormat": mediatype,
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def article(row: Mapping[str, Any]) -> Json:
    """Return an article that the dataset is based on, by its row of sources."""
    facts = {"name": row["title"], "url": row["url"], "author": row["author"], "usageInfo": row["rights"]}
    return {"@type": "Article"} | {name: value for name, value in facts.items() if isinstance(value, str)}
