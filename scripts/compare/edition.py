"""One side of a comparison: what its datapackage.json declares, and the cells of its tables, all read as data."""

import io
import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from scripts.compare.revision import taken_out
from scripts.package.archive import opened
from scripts.package.descriptor import FILE
from scripts.problem import Problem, problem
from scripts.sheets.files import read_bytes

PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(/[A-Za-z0-9_][A-Za-z0-9_-]*)*\.csv")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,99}")
PER_BUILD = {"version", "sources", "resources"}  # follow from the data and the release
PER_FILE = {"path", "bytes", "hash", "schema"}
LARGEST_DESCRIPTOR, LARGEST_FILE = 5_000_000, 250_000_000  # bytes
FORM: dict[str, Any] = {"dtype": "str", "na_filter": False, "lineterminator": "\n"}


@dataclass
class Edition:
    """A package as it was at one time: every table as texts, indexed by its key, blanks as "".

    What it declares is a table too, with a column for each property, its cells in JSON, and a row for each place:
    "package", the table "events", its column "events.status", the code "events.status: denied".
    """

    version: str = ""
    declaration: pd.DataFrame = field(default_factory=pd.DataFrame)
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)

    def coded(self, table: str) -> list[str]:
        """Return the columns of a table that hold codes."""
        codes = [place.partition(": ")[0].partition(".") for place in self.declaration.index if ": " in place]
        return list(dict.fromkeys(column for name, _, column in codes if name == table))


class _Listed(NamedTuple):
    """A table as a descriptor lists it."""

    name: str
    path: str
    columns: list[str]
    key: list[str]


def read_descriptor(root: Path) -> tuple[Any, list[Problem]]:
    """Return the JSON of a descriptor, which anybody may have written, or None and what is wrong with it."""
    data, problems = read_bytes(root, FILE, LARGEST_DESCRIPTOR)
    if data is None:
        return None, problems
    try:
        document = json.loads(data.decode("utf-8"))
        json.dumps(document, ensure_ascii=False).encode("utf-8")  # half a character or deep nesting goes no further
    except RecursionError:
        return None, [problem("edition_not_json", FILE, why="it is nested too deep")]
    except ValueError as error:
        why = getattr(error, "msg", str(error))
        return None, [problem("edition_not_json", FILE, getattr(error, "lineno", 0), why=why)]
    return document, []


def _listed(resource: Any, declared: dict[str, dict[str, Any]]) -> _Listed:
    """Return a table, and add the properties of its places to those declared.

    Raises KeyError, TypeError or ValueError where the resource is not what the problem edition_without_tables says.
    """
    name, path, schema = resource["name"], resource["path"], resource["schema"]
    columns, key = {column["name"]: column for column in schema["fields"]}, list(schema["primaryKey"])
    plain = PATH.fullmatch(path) and all(map(NAME.fullmatch, [name, *columns]))
    if not plain or name in declared or not key or not set(key) <= set(columns):
        raise ValueError
    own = {what: value for what, value in resource.items() if what not in PER_FILE}
    declared[name] = own | {"primaryKey": key, "foreignKeys": schema.get("foreignKeys", [])}
    for column, properties in columns.items():
        rules = dict(properties.get("constraints", {}))
        declared |= {f"{name}.{column}: {code}": {} for code in rules.pop("enum", [])}
        declared[f"{name}.{column}"] = {**properties, "constraints": rules}
    return _Listed(name, path, list(columns), key)


def _rows(root: Path, table: _Listed) -> tuple[pd.DataFrame | None, list[Problem]]:
    """Return the cells of a table's file as texts, indexed by the key, or None and why they cannot be read."""
    data, problems = read_bytes(root, table.path, LARGEST_FILE)
    if data is None:
        return None, problems
    if data.split(b"\n", 1)[0] != ",".join(table.columns).encode():
        return None, [problem("edition_header", table.path, 1, table.name)]
    try:  # the header as a row, so that a row of more cells is refused at once and not taken for an index of as many
        rows = pd.read_csv(io.BytesIO(data), header=None, names=table.columns, **FORM).iloc[1:].fillna("")
    except ValueError as error:
        return None, [problem("edition_not_csv", table.path, 0, table.name, why=error)]
    twice = rows[rows.duplicated(table.key)]
    if len(twice):
        return None, [problem("edition_key_twice", table.path, 0, table.name, key=", ".join(twice.iloc[0][table.key]))]
    return rows.set_index(table.key), []


def _read(root: Path) -> tuple[Edition, list[Problem]]:
    """Return the package in a folder and everything that keeps it from being compared."""
    document, problems = read_descriptor(root)
    if problems:
        return Edition(), problems
    declared: dict[str, dict[str, Any]] = {"package": {}}
    try:
        tables = [_listed(resource, declared) for resource in document["resources"]]
        version = str(document["version"])
        declared["package"] = {what: value for what, value in document.items() if what not in PER_BUILD}
    except (KeyError, TypeError, ValueError):
        return Edition(), [problem("edition_without_tables", FILE)]
    cells = [{what: json.dumps(value, ensure_ascii=False) for what, value in row.items()} for row in declared.values()]
    edition = Edition(version, pd.DataFrame(cells, index=list(declared), dtype="str").fillna(""))
    for table in tables:
        rows, wrong = _rows(root, table)
        problems += wrong
        if rows is not None:
            edition.tables[table.name] = rows
    return edition, problems


def edition_of(name: str, repository: Path) -> tuple[Edition, list[Problem]]:
    """Return the package in a folder, a zip or a revision of a repository, and what is wrong with it.

    What lies on disk goes before a revision of the same name. Raises CannotRunError where it is none of these.
    """
    with opened(Path(name)) if Path(name).exists() else taken_out(repository, name) as (root, refused):
        if refused:
            return Edition(), [replace(one, file=name) for one in refused]
        edition, problems = _read(root)
    return edition, [replace(one, file=f"{name}: {one.file}") for one in problems]
