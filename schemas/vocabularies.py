"""The closed lists of the dataset: for each vocabulary its codes, and for each code a definition."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pycountry

OWN = Path(__file__).with_name("vocabularies.toml")


@cache
def _declared() -> dict[str, dict[str, Any]]:
    """Return vocabulary -> code -> its definition, or a table of it with marks, as vocabularies.toml has them."""
    return tomllib.loads(OWN.read_text(encoding="utf-8"))


@cache
def vocabularies() -> dict[str, dict[str, str]]:
    """Return vocabulary -> code -> definition.

    Countries are ISO 3166-1 alpha-3, languages ISO 639-1, currencies (in `unit`) ISO 4217, all from pycountry.
    """
    lists: dict[str, dict[str, str]] = {
        name: {code: entry if isinstance(entry, str) else entry["is"] for code, entry in entries.items()}
        for name, entries in _declared().items()
    }
    lists["unit"] |= {c.alpha_3: f"{c.name} (ISO 4217)." for c in pycountry.currencies}
    lists["country"] = {c.alpha_3: f"{c.name}." for c in pycountry.countries}
    lists["language"] = {x.alpha_2: f"{x.name}." for x in pycountry.languages if hasattr(x, "alpha_2")}
    return lists


def codes(vocabulary: str) -> list[str]:
    """Return the codes of one vocabulary, in the order of their declaration."""
    return list(vocabularies()[vocabulary])


def marked(vocabulary: str, mark: str) -> list[str]:
    """Return the codes of a vocabulary of which something holds.

    >>> marked("status", "own_voice")
    ['occurred', 'ongoing']
    """
    return [
        code for code, entry in _declared()[vocabulary].items() if isinstance(entry, dict) and mark in entry["marks"]
    ]
