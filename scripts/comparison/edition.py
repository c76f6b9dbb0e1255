"""One side of a comparison: what its datapackage.json declares, and the cells of its tables, all read as data."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from scripts.checks.descriptor import read_descriptor
from scripts.comparison.revision import LARGEST_FILE, commit, taken_out
from scripts.package.archive import opened
from scripts.package.descriptor import FILE
from scripts.problem import Problem, shown
from scripts.sheets.files import read_bytes

PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(/[A-Za-z0-9_][A-Za-z0-9_-]*)*\.csv")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,99}")
PER_BUILD = {"version", "sources", "resources"}  # follow from the data and the release
PER_FILE = {"name", "path", "bytes", "hash", "schema"}
KINDS: dict[type, str] = {str: "text", list: "a list", dict: "an object"}
MEND = "run `make` there, or compare another edition"


@dataclass(frozen=True)
class Declared:
    """A table as a descriptor declares it: `columns` holds name -> property -> value, codes under "codes"."""

    name: str
    path: str
    key: tuple[str, ...]
    columns: dict[str, dict[str, Any]]
    properties: dict[str, Any]


@dataclass
class Edition:
    """A package as it was at one time; `rows` has one text column for each declared one, blanks as ""."""

    label: str
    version: str = ""
    properties: dict[str, Any] = field(default_factory=dict)
    tables: dict[str, Declared] = field(default_factory=dict)
    rows: dict[str, pd.DataFrame] = field(default_factory=dict)


def _is(kind: type, value: Any, what: str) -> Any:
    if not isinstance(value, kind):
        raise ValueError(f"{what} is not {KINDS[kind]}")  # noqa: TRY004 - reported like every other bad value
    return value


def _name(value: Any, what: str) -> str:
    if not NAME.fullmatch(_is(str, value, what)):
        raise ValueError(f"{shown(value)} is not a plain name")
    return str(value)


def _column(declared: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of a column without its name; codes apart from the other rules."""
    rules = dict(_is(dict, declared.get("constraints", {}), "constraints"))
    codes = [_is(str, code, "a code") for code in _is(list, rules.pop("enum", []), "enum")]
    own = {name: value for name, value in declared.items() if name not in {"name", "constraints"}}
    return own | {"constraints": rules, "codes": codes}


def _table(resource: Any) -> Declared:
    """Return the table that a resource declares; raise ValueError where it declares none."""
    name = _name(_is(dict, resource, "a resource").get("name"), "a resource's name")
    path = _is(str, resource.get("path"), "path")
    if not PATH.fullmatch(path):
        raise ValueError(f"{shown(path)} is not the plain path of a CSV file")
    schema = _is(dict, resource.get("schema"), "schema")
    fields = [_is(dict, one, "a field") for one in _is(list, schema.get("fields"), "fields")]
    columns = {_name(one.get("name"), "a field's name"): _column(one) for one in fields}
    key = tuple(_is(list, schema.get("primaryKey"), "primaryKey"))
    if len(columns) < len(fields) or not key or any(not isinstance(one, str) or one not in columns for one in key):
        raise ValueError(f"{name} has a column twice, or a key that is not among its columns")
    own = {name: value for name, value in resource.items() if name not in PER_FILE}
    return Declared(name, path, key, columns, own | {"foreignKeys": schema.get("foreignKeys", [])})


def _rows(data: bytes, table: Declared, file: str) -> tuple[pd.DataFrame | None, list[Problem]]:
    """Return the cells of a CSV file with just the declared columns, or None and why it cannot be read."""
    names = list(table.columns)
    if data.split(b"\n", 1)[0] != ",".join(names).encode():
        return None, [
            Problem(file, 1, table.name, "header", f"is not headed by the columns that {FILE} declares", MEND)
        ]
    try:
        cells = pd.read_csv(io.BytesIO(data), dtype="str", na_filter=False, encoding="utf-8", lineterminator="\n")
    except (ValueError, pd.errors.ParserError) as error:
        return None, [Problem(file, 0, table.name, "not_csv", f"is not CSV: {shown(error)}", MEND)]
    if not isinstance(cells.index, pd.RangeIndex):
        return None, [Problem(file, 0, table.name, "cell_count", "has more cells in its rows than columns", MEND)]
    cells = cells.fillna("")
    twice = cells[cells.duplicated(list(table.key))]
    if len(twice):
        key = shown(", ".join(twice.iloc[0][list(table.key)]))
        return None, [Problem(file, 0, table.name, "key_twice", f"has two rows with the key {key}", MEND)]
    return cells, []


def _declared(document: dict[str, Any]) -> dict[str, Declared]:
    tables = [_table(resource) for resource in _is(list, document.get("resources"), "resources")]
    if len({table.name for table in tables}) < len(tables):
        raise ValueError("two resources have the same name")
    return {table.name: table for table in tables}


def read_edition(root: Path, label: str) -> tuple[Edition, list[Problem]]:
    """Return the package in a folder and everything that keeps it from being compared."""
    document, _, problems = read_descriptor(root)
    edition = Edition(label)
    if document is None:
        return edition, problems
    try:
        edition.tables = _declared(document)
        edition.version = _is(str, document.get("version"), "version")
    except ValueError as error:
        return edition, [Problem(FILE, 0, "", "not_readable", f"does not describe tables: {error}", MEND)]
    edition.properties = {name: value for name, value in document.items() if name not in PER_BUILD}
    for name, table in edition.tables.items():
        data, wrong = read_bytes(root, table.path, LARGEST_FILE)
        problems += wrong
        rows, wrong = _rows(data, table, table.path) if data is not None else (None, [])
        problems += wrong
        if rows is not None:
            edition.rows[name] = rows
    return edition, problems


@contextmanager
def _folder(name: str, repository: Path) -> Iterator[tuple[Path, list[Problem]]]:
    """Yield (folder, problems) for a folder, a datapackage.json, a zip or a revision; what lies on disk goes first."""
    with opened(Path(name)) if Path(name).exists() else taken_out(repository, name, commit(repository, name)) as found:
        yield found


def edition_of(name: str, repository: Path) -> tuple[Edition, list[Problem]]:
    """Return the package that a folder, a zip or a revision of a repository holds; problems name it.

    Raises CannotRunError where it is none of these.
    """
    with _folder(name, repository) as (root, refused):
        if refused:
            return Edition(name), [replace(one, file=name) for one in refused]
        edition, problems = read_edition(root, name)
    return edition, [replace(one, file=f"{name}: {one.file}") for one in problems]
