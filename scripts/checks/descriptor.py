"""Check datapackage.json: it must be the one that the declaration generates for these files, and nothing else."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from scripts.package.descriptor import FILE, as_bytes
from scripts.problem import Problem, problem
from scripts.sheets.files import read_bytes
from scripts.tables.lines import as_problems, differing

LARGEST = 5_000_000
DEEPEST = 30
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")
MEND = "run `make`: a file was edited by hand, or a build was interrupted"
HASH, SIZE = '      "hash": ', '      "bytes": '  # of a file, as the descriptor is laid out
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
        return None, data, [problem("not_json", FILE, line, why=what)]
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


def descriptor_problems(data: bytes, right: Json) -> list[Problem]:
    """Return every line in which the descriptor is not the generated one; a wrong hash says so of the size too."""
    pairs = list(differing(data.decode("utf-8", "surrogateescape"), as_bytes(right).decode("utf-8")))
    if any(HASH in (should or "") for _, _, should in pairs):
        pairs = [pair for pair in pairs if SIZE not in (pair[2] or "")]
    return as_problems(FILE, "", pairs, "other_descriptor", MEND)
