"""Read the datapackage.json of another edition, which anybody may have written."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from scripts.package.descriptor import FILE
from scripts.problem import Problem, problem
from scripts.sheets.files import read_bytes

LARGEST = 5_000_000
DEEPEST = 30
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
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


def read_descriptor(root: Path) -> tuple[dict[str, Json] | None, list[Problem]]:
    """Return the parsed descriptor, or None with what is wrong with the file."""
    data, problems = read_bytes(root, FILE, LARGEST)
    if data is None:
        return None, problems
    try:
        return _parsed(data), []
    except ValueError as error:
        why = getattr(error, "msg", str(error))
        return None, [problem("edition_not_json", FILE, getattr(error, "lineno", 0), why=why)]
