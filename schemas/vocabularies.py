"""The closed lists of the dataset: for each vocabulary its codes, and for each code a label and a definition."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pycountry

OWN = Path(__file__).with_name("vocabularies.toml")
OUTSIDE = {"country", "language"}  # lists of ISO, too long for a page


class Code(NamedTuple):
    """What a code is called, and what it means."""

    label: str
    definition: str


@cache
def _declared() -> dict[str, dict[str, Any]]:
    """Return vocabulary -> code -> its definition, or a table with it, as vocabularies.toml has them."""
    return tomllib.loads(OWN.read_text(encoding="utf-8"))


@cache
def vocabularies() -> dict[str, dict[str, Code]]:
    """Return vocabulary -> code -> label and definition; a code without a label is called as it is written.

    Countries are ISO 3166-1 alpha-3, languages ISO 639-1, currencies (in `unit`) ISO 4217, all from pycountry.
    """
    lists = {
        name: {code: _entry(code, entry) for code, entry in entries.items()} for name, entries in _declared().items()
    }
    lists["unit"] |= {c.alpha_3: Code(c.name, "A currency of ISO 4217.") for c in pycountry.currencies}
    lists["country"] = {c.alpha_3: Code(c.name, "A country of ISO 3166-1.") for c in pycountry.countries}
    lists["language"] = {
        x.alpha_2: Code(x.name, "A language of ISO 639-1.") for x in pycountry.languages if hasattr(x, "alpha_2")
    }
    return lists


def _entry(code: str, entry: str | dict[str, Any]) -> Code:
    given = {"is": entry} if isinstance(entry, str) else entry
    return Code(given.get("label", code.replace("_", " ").capitalize()), given["is"])


def codes(vocabulary: str) -> list[str]:
    """Return the codes of one vocabulary, in the order of their declaration."""
    return list(vocabularies()[vocabulary])


def marked(vocabulary: str, mark: str) -> list[str]:
    """Return the codes of a vocabulary of which something holds.

    >>> marked("status", "own_voice")
    ['occurred', 'ongoing']
    """
    return [
        code
        for code, entry in _declared()[vocabulary].items()
        if isinstance(entry, dict) and mark in entry.get("marks", ())
    ]
