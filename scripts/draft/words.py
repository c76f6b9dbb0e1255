"""The word lists of words.toml, ready for patterns."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

Span = tuple[int, int]  # 0-based, half-open, in code points


@cache
def _sections() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def words(section: str) -> dict[str, Any]:
    """Return one section of words.toml."""
    return _sections()[section]


def any_of(listed: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first, with any space between their parts.

    Words with the same first letter share a branch, so that a search tries a few branches at each place and not all.
    """
    branches: dict[str, list[str]] = {}
    for word in sorted(listed, key=len, reverse=True):
        branches.setdefault(word.split()[0][0].lower(), []).append(word)
    return "(?:" + "|".join(map(_branch, branches.values())) + ")"


def _branch(listed: list[str]) -> str:
    """Return a pattern of words whose first letters are the same, in either case."""
    patterns = [r"\s+".join(map(re.escape, word.split())) for word in listed]
    first = re.escape(listed[0].split()[0][0])
    if len(patterns) == 1 or not all(pattern.startswith(first) for pattern in patterns):
        return "|".join(patterns)
    return first + "(?:" + "|".join(pattern.removeprefix(first) for pattern in patterns) + ")"
