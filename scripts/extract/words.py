"""The word lists of words.toml, ready for patterns."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

Span = tuple[int, int]  # 0-based, half-open, in code points


@cache
def words(section: str) -> dict[str, Any]:
    """Return one section of words.toml."""
    lists: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return lists[section]


def any_of(listed: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first, with any space between their parts."""
    longest_first = sorted(listed, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first) + ")"
