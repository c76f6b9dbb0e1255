"""The code that a name means: “Russia” and “RU” are RUS, “English” and “eng” are en, “$” and “dollar” are USD."""

import tomllib
from functools import cache
from pathlib import Path

import pycountry

from schemas.vocabularies import codes, vocabularies

FILE = Path(__file__).with_name("names.toml")
LONGEST = 80  # characters of a name
LISTS = {
    "country": (pycountry.countries, "alpha_3"),
    "language": (pycountry.languages, "alpha_2"),
    "unit": (pycountry.currencies, "alpha_3"),
}


@cache
def _names() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return found


def _listed(vocabulary: str, name: str) -> str | None:
    """Return the code of what ISO's list has under another code or a name."""
    entries, code = LISTS[vocabulary]
    try:
        return getattr(entries.lookup(name), code, None)
    except LookupError:
        return None


def meant(vocabulary: str, value: str) -> str | None:
    """Return the code of a vocabulary that a value means, None where none is known for it.

    >>> meant("country", "RU"), meant("country", "Russia"), meant("language", "en-US"), meant("unit", "$")
    ('RUS', 'RUS', 'en', 'USD')
    """
    if vocabulary not in LISTS or len(value) > LONGEST:
        return None
    name = value.strip().casefold()
    if vocabulary == "language":
        name = name.partition("-")[0]
    alike = {code.casefold(): code for code in codes(vocabulary)}
    found = alike.get(name) or _names().get(vocabulary, {}).get(name) or _listed(vocabulary, name)
    return found if found in vocabularies()[vocabulary] else None
