"""The package as a zip: descriptor and tables, the articles that may be handed on, and the documents."""

import io
import zipfile
from pathlib import Path

from scripts.checks.seeds import Checked
from scripts.package.descriptor import FILE, as_bytes, descriptor
from scripts.problem import Problem
from scripts.release.readme import readme
from scripts.release.rights import reasons
from scripts.sheets.files import read_text
from scripts.tables.csv import csv_bytes, csv_path
from scripts.tables.table import Tables

PAGES = ("dictionary", "loading", "questions", "guarantees", "coding")  # they link to nothing that is not in the zip
DOCUMENTS = ["CITATION.cff", "CODEBOOK.md", "CHANGELOG.md", "LICENSE-DATA", *(f"docs/{page}.md" for page in PAGES)]
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes whenever it is packed


def tables(tables: Tables) -> dict[str, bytes]:
    """Return the bytes of every table's CSV file, by name."""
    return {name: csv_bytes(table.cells) for name, table in tables.items()}


def missing_documents(root: Path) -> list[Problem]:
    """Return the documents that a release promises and the package does not have, or not as text."""
    return [problem for name in DOCUMENTS for problem in read_text(root, name)[1]]


def contents(root: Path, checked: Checked) -> dict[str, bytes]:
    """Return what the zip holds, by path: the descriptor at its root, nothing of an article that is left out."""
    data = tables(checked.tables)
    files = {FILE: as_bytes(descriptor(data, checked.tables["sources"].cells))}
    files |= {csv_path(name): table for name, table in data.items()}
    kept = [checked.articles[source_id] for source_id, reason in reasons(checked).items() if reason is None]
    files |= {article.path: article.text.encode("utf-8") for article in kept}
    files |= {name: (root / name).read_bytes() for name in DOCUMENTS}
    return files | {"README.md": readme(checked, data).encode("utf-8")}


def packed(files: dict[str, bytes]) -> bytes:
    """Return a zip of files, in their order, with nothing in it of the machine or the time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, data)
    return stream.getvalue()
