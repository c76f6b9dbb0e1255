"""Check datapackage.json: it must be the one that the declaration generates for these files, and nothing else."""

from typing import Any

from scripts.package.descriptor import FILE, as_bytes
from scripts.problem import Problem
from scripts.tables.lines import as_problems, differing

HASH, SIZE = '      "hash": ', '      "bytes": '  # of a file, as the descriptor is laid out


def descriptor_problems(data: bytes, right: dict[str, Any]) -> list[Problem]:
    """Return every line in which the descriptor is not the generated one; a wrong hash says so of the size too."""
    pairs = list(differing(data.decode("utf-8", "surrogateescape"), as_bytes(right).decode("utf-8")))
    if any(HASH in (should or "") for _, _, should in pairs):
        pairs = [pair for pair in pairs if SIZE not in (pair[2] or "")]
    return as_problems(FILE, "", pairs, "other_descriptor")
