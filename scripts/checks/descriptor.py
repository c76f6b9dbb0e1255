"""Check datapackage.json: it must be the one that the declaration generates for these files, and nothing else."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.package.descriptor import FILE, as_bytes
from scripts.package.tables import csv_path
from scripts.problem import Problem, shown
from scripts.sheets.files import read_bytes

LARGEST = 5_000_000
DEEPEST = 30
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
MEND = "run `make` to write the descriptor anew"
Json = Any


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        [(name, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"it has a key twice: {name}")
    return found


def _no_constant(name: str) -> Json:
    raise ValueError(f"it has {name}")


def _depth(document: Json) -> int:
    level, depth = [document], 0
    while level and depth <= DEEPEST:
        inner = [
            value.values() if isinstance(value, dict) else value for value in level if isinstance(value, dict | list)
        ]
        level, depth = [item for values in inner for item in values], depth + 1
    return depth


def read_descriptor(root: Path) -> tuple[Json, bytes, list[Problem]]:
    """Return the parsed descriptor and its bytes, or None with what is wrong with the file."""
    data, problems = read_bytes(root, FILE, LARGEST)
    if data is None:
        return None, b"", problems
    try:
        document = _parsed(data)
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        what = getattr(error, "msg", str(error))
        return None, data, [Problem(FILE, line, "", "not_json", f"is not a usable JSON object: {shown(what)}", MEND)]
    return document, data, []


def _parsed(data: bytes) -> dict[str, Json]:
    """Return the JSON object in data; raise ValueError for anything else."""
    try:
        document = json.loads(data.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_constant)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    if not isinstance(document, dict):
        raise ValueError("it is another value")  # noqa: TRY004 - the caller reports every bad value alike
    if _depth(document) > DEEPEST:
        raise ValueError(f"it is nested more than {DEEPEST} deep")
    if SURROGATE.search(data):
        raise ValueError("it has half a character, an escape from \\ud800 to \\udfff")
    return document


def _named(items: list[Json]) -> dict[str, Json] | None:
    """Return a list of named objects by name, or None for another list."""
    names = [str(item["name"]) for item in items if isinstance(item, dict) and isinstance(item.get("name"), str)]
    if not items or len(set(names)) < len(items):
        return None
    return dict(zip(names, items, strict=True))


def _deviations(given: Json, right: Json, path: str) -> Iterator[tuple[str, str, str]]:
    """Yield (path, code, message) for every place where the descriptor is not the generated one."""
    if isinstance(given, dict) and isinstance(right, dict):
        for name in right.keys() - given.keys():
            yield (
                f"{path}/{name}",
                "missing_property",
                f"is missing; it should be {shown(json.dumps(right[name], ensure_ascii=False))}",
            )
        for name in given.keys() - right.keys():
            yield (
                f"{path}/{name}",
                "unknown_property",
                f"{shown(json.dumps(given[name], ensure_ascii=False))} is not a property that this package uses",
            )
        for name in right.keys() & given.keys():
            yield from _deviations(given[name], right[name], f"{path}/{name}")
    elif (
        isinstance(given, list) and isinstance(right, list) and _named(right) and (by_name := _named(given)) is not None
    ):
        yield from _deviations(by_name, _named(right), path)
        if list(by_name) != [item["name"] for item in right] and by_name.keys() == {item["name"] for item in right}:
            yield path, "order", "has its items in another order"
    elif type(given) is not type(right) or given != right:
        said = (
            f"{shown(json.dumps(given, ensure_ascii=False))} should be {shown(json.dumps(right, ensure_ascii=False))}"
        )
        yield path, "other_value", said


def _lines(value: Json, path: str, line: int, found: dict[str, int]) -> int:
    """Record the line of every property in a document written with an indent; return the line after the value."""
    found[path] = line
    if isinstance(value, dict | list) and value:
        named = _named(value) is not None if isinstance(value, list) else False
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            name = item["name"] if named else key
            line = _lines(item, f"{path}/{name}", line + 1, found)
        return line + 1
    return line


def _line_numbers(document: Json, data: bytes) -> dict[str, int]:
    """Return the line of every property by path; nothing where the file is not laid out as the build lays it out."""
    found: dict[str, int] = {}
    if as_bytes(document) == data:
        _lines(document, "", 1, found)
    return found


def _other_file(path: str, given: Json, right: Json) -> tuple[str, str, str]:
    """Say that a hash or a size is another file's; resources are named after their files."""
    file = csv_path(path.split("/")[2])
    message = f"{shown(given)} is not that of {file}, which has {shown(right)}"
    return "other_file", message, "a build was interrupted or the file was edited by hand: run `make`"


def descriptor_problems(document: Json, data: bytes, right: Json) -> list[Problem]:
    """Return every deviation of the descriptor from the generated one; a wrong hash says that the size is wrong too."""
    deviations = {path: (code, message, MEND) for path, code, message in _deviations(document, right, "")}
    listed = document.get("resources")
    given = (_named(listed) if isinstance(listed, list) else None) or {}
    made = _named(right["resources"]) or {}
    for name in given.keys() & made.keys():
        for item in ("hash", "bytes"):
            path = f"/resources/{name}/{item}"
            if deviations.get(path, ("",))[0] == "other_value":
                deviations[path] = _other_file(path, given[name][item], made[name][item])
        if f"/resources/{name}/hash" in deviations:
            deviations.pop(f"/resources/{name}/bytes", None)
    lines = _line_numbers(document, data) if deviations else {}
    problems = [
        Problem(FILE, lines.get(path) or lines.get(path.rpartition("/")[0], 0), path.strip("/"), *said)
        for path, said in deviations.items()
    ]
    if not problems and data != as_bytes(right):
        problems.append(Problem(FILE, 0, "", "layout", "is not laid out as the build lays it out", MEND))
    return problems
