"""The formats of a release: every file that it has, in memory."""

import hashlib
from pathlib import Path

from schemas.package import package
from scripts.checks.seeds import Checked
from scripts.package.descriptor import as_bytes
from scripts.package.downloads import download_list, form_of
from scripts.package.files import Files
from scripts.release.bibliography import bibtex
from scripts.release.bundle import contents, packed
from scripts.release.catalogues import schema_org
from scripts.release.changelog import Section
from scripts.release.croissant import croissant
from scripts.release.datasette import datasette
from scripts.release.parquet import parquet_bytes
from scripts.release.sqlite import database_bytes
from scripts.release.xlsx import workbook_bytes

SUMS, NOTES = "SHA256SUMS", "NOTES.md"


def sums(files: Files) -> bytes:
    """Return the hashes of files in the form that `sha256sum --check` reads."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()


def make_release(root: Path, checked: Checked, section: Section) -> Files:
    """Return every file of the release by name; the same bytes for the same package, anywhere and at any time."""
    name, tables = package()["name"], checked.tables
    parquet = {f"{of_table}.parquet": parquet_bytes(table) for of_table, table in tables.items()}
    files = {f"{name}.zip": packed(contents(root, checked)), f"{name}.sqlite": database_bytes(tables)} | parquet
    files |= {f"{name}.xlsx": workbook_bytes(tables, section.day), "sources.bib": bibtex(tables)}
    files["datasette.json"] = as_bytes(datasette())
    forms = {file: form for file in files if (form := form_of(file))}
    downloads = {file: (files[file], form["mediatype"]) for file, form in forms.items()}
    files["dataset.jsonld"] = as_bytes(schema_org(downloads, tables["sources"].cells, section.day))
    files["croissant.json"] = as_bytes(croissant(parquet, tables["sources"].cells, section.day))
    files[NOTES] = f"{section.notes}\n\n### Files\n\n{download_list(files)}".encode()
    return files | {SUMS: sums(files)}
