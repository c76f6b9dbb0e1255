"""What every page offers: files to download, a citation, where to report a row, and what search engines read."""

from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlencode

from scripts.site.edition import Edition
from scripts.site.resources import web_address

KINDS = {  # files that are no table, by the end of their name
    ".json": "Describes the tables, columns and codes for programs",
    ".zip": "The package: tables, descriptor, documents, and the articles that may be handed on",
    ".sqlite": "The tables as a database, with views and a full-text search",
    ".xlsx": "The tables as a workbook for spreadsheets",
    ".parquet": "A table in columns, with its types",
    ".bib": "The articles as BibTeX",
    ".jsonld": "Describes the release for search engines",
}
FORM = "row.yml"  # the form of an issue on a row, in .github/ISSUE_TEMPLATE


def described(edition: Edition) -> dict[str, str]:
    """Return what each file that can be downloaded is, by path."""
    tables = {one["path"]: f"{one['title']}: {one['description']}" for one in edition.descriptor["resources"]}
    return {path: tables.get(path) or KINDS.get(PurePosixPath(path).suffix, "") for path in edition.files}


def makers(edition: Edition) -> str:
    """Return who made the dataset."""
    return ", ".join(one["title"] for one in edition.descriptor["contributors"])


def cited(edition: Edition) -> dict[str, str]:
    """Return what the BibTeX of every page has, with the name of the entry."""
    about = edition.descriptor
    return {"name": about["name"], "author": makers(edition), "title": about["title"], "version": about["version"]}


def report(edition: Edition, table: str, key: str) -> str | None:
    """Return the address at which a row is reported, its table and key filled in; None where no repository is known."""
    home = edition.descriptor.get("homepage")
    if not home or not web_address(home):
        return None
    given = {"template": FORM, "title": f"Row: {key}", "table": table, "key": key}
    return f"{home.rstrip('/')}/issues/new?{urlencode(given)}"


def dataset(edition: Edition) -> dict[str, Any]:
    """Return the dataset as schema.org describes one, with its files and the articles that it rests on."""
    about = edition.descriptor
    made: dict[str, Any] = {"@context": "https://schema.org/", "@type": "Dataset"}
    made |= {"name": about["title"], "version": about["version"], "license": about["licenses"][0]["path"]}
    made |= {"url": about["homepage"]} if about.get("homepage") else {}
    articles = [
        {"@type": "Article", "name": row["title"]} | ({"url": row["url"]} if row["url"] else {})
        for row in edition.tables["sources"]
        if row["title"]
    ]
    return made | {
        "alternateName": about["name"],
        "description": about["description"],
        "keywords": about["keywords"],
        "isAccessibleForFree": True,
        "creator": [{"@type": "Organization", "name": one["title"]} for one in about["contributors"]],
        "isBasedOn": articles,
        "distribution": [
            {"@type": "DataDownload", "name": path, "contentUrl": path, "contentSize": f"{len(data)} B"}
            for path, data in edition.files.items()
        ],
    }
