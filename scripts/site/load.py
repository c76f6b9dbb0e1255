"""The edition of a package as it lies on disk, or of the coding sheets as they stand."""

import json
import zipfile
from pathlib import Path
from typing import Any

from schemas.rights import CONTACT
from scripts.checks.package import check_package
from scripts.checks.seeds import check_seeds
from scripts.package.descriptor import FILE, descriptor
from scripts.package.downloads import form_of
from scripts.problem import CannotRunError, Problem
from scripts.site.edition import Edition
from scripts.tables.csv import csv_bytes, read
from scripts.tables.table import rows


def _files(root: Path, document: dict[str, Any]) -> dict[str, bytes]:
    """Return what can be downloaded of a package by path: the descriptor, and the tables that hold no contact data."""
    files = {path: (root / path).read_bytes() for path in (FILE, *(one["path"] for one in document["resources"]))}
    return {path: data for path, data in files.items() if not CONTACT.search(data.decode("utf-8"))}


def released(folder: Path, edition: Edition) -> dict[str, bytes]:
    """Return the files of a release by name; raise CannotRunError where it is none, or one of other tables."""
    archive = folder / f"{edition.descriptor['name']}.zip"
    if not archive.is_file():
        raise CannotRunError(f"{folder} holds no release: run `make release` first")
    try:
        with zipfile.ZipFile(archive) as opened:
            same = all(opened.read(path) == data for path, data in edition.files.items())
    except (KeyError, zipfile.BadZipFile):
        same = False
    if not edition.files or not same:
        raise CannotRunError(f"{archive} is a release of other tables: run `make release` anew")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if form_of(path.name)}


def published(root: Path) -> tuple[Edition | None, list[Problem]]:
    """Return the edition of a package as it lies on disk; None and the problems where it is not valid."""
    report = check_package(root, frictionless="never")
    if report.problems:
        return None, report.problems
    document = json.loads((root / FILE).read_bytes())
    tables = {resource["name"]: rows(read(root, resource["name"])) for resource in document["resources"]}
    paths = {str(row["source_id"]): root / str(row["path"]) for row in tables["sources"]}
    texts = {source_id: path.read_bytes().decode("utf-8") for source_id, path in paths.items() if path.is_file()}
    accounts = {account.source_id: account for account in check_seeds(root).accounts}  # none without sheets
    return Edition(document, tables, texts, accounts, files=_files(root, document)), []


def under_review(root: Path) -> tuple[Edition, list[Problem]]:
    """Return the edition of the coding sheets as they stand, drafts too, every text in full, and their problems."""
    checked = check_seeds(root, with_drafts=True)
    cells = {name: table.cells for name, table in checked.tables.items()}
    document = descriptor({name: csv_bytes(table) for name, table in cells.items()}, cells["sources"])
    tables = {name: rows(table) for name, table in cells.items()}
    texts = {source_id: article.text for source_id, article in checked.articles.items()}
    accounts = {account.source_id: account for account in checked.accounts}
    return Edition(document, tables, texts, accounts, checked.problems, open=True), checked.problems
