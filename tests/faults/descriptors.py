"""Faults of datapackage.json: every property of every column, table and the package."""

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from schemas import TABLES
from scripts.package.descriptor import FILE, as_bytes
from tests.faults.fault import Fault, Grounds

Json = Any
Path = tuple[str | int, ...]
OTHER = {"other_descriptor"}


def _at(document: Json, path: Path) -> Json:
    for step in path:
        document = document[step]
    return document


def _put(document: Json, path: Path, value: Json) -> bytes:
    """Return the file in which the property at a path has a value; the document itself stays as it is."""
    holder, name = _at(document, path[:-1]), path[-1]
    before = dict(holder) if isinstance(holder, dict) else list(holder)
    holder[name] = value
    data = as_bytes(document)
    holder.clear()
    holder.update(before) if isinstance(holder, dict) else holder.extend(before)
    return data


def _fault(document: Json, path: Path, rule: str, data: bytes) -> Fault:
    """Return the fault of other bytes, which is told at the first line that differs."""
    lines = zip(as_bytes(document).split(b"\n"), data.split(b"\n"), strict=False)
    line = next(number for number, (right, there) in enumerate(lines, 1) if right != there)
    return Fault("descriptor", _named(document, path), rule, {FILE: data}, FILE, line, "", OTHER)


def _named(document: Json, path: Path) -> str:
    """Return a path as people read it: items of a list by their name."""
    steps = []
    for step in path:
        document = document[step]
        steps.append(str(document["name"] if isinstance(step, int) else step))
    return "/".join(steps)


def _other(value: Json) -> Json:
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return f"{value}x"
    return value + 1 if isinstance(value, int | float) else [*value[:-1], "x"] if isinstance(value, list) else {}


def _struck(document: Json, path: Path) -> Fault:
    """Return the fault of a property that is not there."""
    other = copy.deepcopy(document)
    del _at(other, path[:-1])[path[-1]]
    return _fault(document, path, "struck", as_bytes(other))


def _properties(document: Json, path: Path) -> Iterator[Path]:
    """Yield the path of every property of a column, a table or the package, none of what lies in them by itself."""
    for name, value in _at(document, path).items():
        if name not in {"resources", "schema", "name"} and not isinstance(value, dict):
            yield (*path, name)


def _places(document: Json) -> Iterator[Path]:
    yield from _properties(document, ())
    for at, resource in enumerate(document["resources"]):
        yield from _properties(document, ("resources", at))
        yield from _properties(document, ("resources", at, "schema"))
        for number in range(len(resource["schema"]["fields"])):
            field = ("resources", at, "schema", "fields", number)
            yield (*field, "type")
            yield from _properties(document, (*field, "constraints"))


def of_properties(ready: Grounds) -> Iterator[Fault]:
    """Change every property; strike every property of a table and the package."""
    document = json.loads(ready.bytes[FILE])
    for path in _places(document):
        if path[-1] != "fields":
            yield _fault(document, path, "changed", _put(document, path, _other(_at(document, path))))
        if path[-2:-1] != ("constraints",) and path[-1] != "type":
            yield _struck(document, path)


def of_additions(ready: Grounds) -> Iterator[Fault]:
    """Add what a client would act on, to the package, each table and each column."""
    document = json.loads(ready.bytes[FILE])
    address = "http://127.0.0.1:9/x.json"
    columns = [("resources", at, "schema", "fields", 0) for at in range(len(TABLES))]
    tables = [("resources", at) for at in range(len(TABLES))]
    for holder in [(), *tables, *columns]:
        for name in ("$ref", "dialect", "homepage", "jsonschema"):
            path = (*holder, name)
            field = "/".join([*filter(None, [_named(document, holder)]), name])
            added = _fault(document, holder, "added", _put(document, path, address))
            yield replace(added, subject=field)


def of_files(ready: Grounds) -> Iterator[Fault]:
    """Take the file away, or swell it; what its bytes may be is a test of its own."""
    yield Fault("descriptor", FILE, "missing", {FILE: None}, FILE, 0, "", {"missing_file"})
    large = ready.bytes[FILE] + b" " * 5_000_000
    yield Fault("descriptor", FILE, "too large", {FILE: large}, FILE, 0, "", {"too_large"})
