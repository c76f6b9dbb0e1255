"""What every page offers: files to download, a citation, where to report a row, and what search engines read."""

from typing import Any
from urllib.parse import urlencode

from scripts.package.catalogue import article, download, facts_of_the_dataset
from scripts.package.descriptor import FILE
from scripts.package.downloads import form_of
from scripts.site.edition import Edition
from scripts.site.resources import web_address

DESCRIPTOR = "Describes the tables, columns and codes for programs."
FORM = "row.yml"  # the form of an issue on a row, in .github/ISSUE_TEMPLATE


def described(edition: Edition) -> dict[str, str]:
    """Return what each file that can be downloaded is, by path."""
    tables = {one["path"]: f"{one['title']}: {one['description']}" for one in edition.descriptor["resources"]}
    forms = {path: form["is"] for path in edition.files if (form := form_of(path))}
    return dict.fromkeys(edition.files, "") | {FILE: DESCRIPTOR} | forms | tables


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
    forms = {
        path: form_of(path) or {"mediatype": "application/json" if path == FILE else "text/csv"}
        for path in edition.files
    }
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        **facts_of_the_dataset(edition.descriptor),
        "isBasedOn": [article(row) for row in edition.tables["sources"] if row["title"]],
        "distribution": [download(path, data, forms[path]["mediatype"]) for path, data in edition.files.items()],
    }
