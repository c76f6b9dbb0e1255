"""Names that look like others, by Unicode's table of confusable characters as confusable-homoglyphs has it."""

import unicodedata
from functools import cache

from confusable_homoglyphs import categories, confusables

# Scripts that stand beside Latin in ordinary names and share hardly a shape with it.
ANYWHERE = {"COMMON", "INHERITED", "HAN", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO"}


def scripts_of(name: str) -> list[str]:
    """Return the scripts that a name is written in, such as Latin and Cyrillic, less those that go with any."""
    found = {str(categories.alias(character)) for character in name}  # type: ignore[no-untyped-call]
    return sorted(script.capitalize() for script in found - ANYWHERE)


def folded(name: str) -> str:
    """Return a name without what readers do not see: capitals, width, accents written in two ways."""
    return unicodedata.normalize("NFKC", name).casefold()


@cache
def _shape(character: str) -> str:
    """Return the character that all those stand for which look like this one: the one with most look-alikes."""
    alike: list[str] = [character, *(found["c"] for found in confusables.confusables_data.get(character, []))]
    return max(alike, key=lambda one: (len(confusables.confusables_data.get(one, [])), one.isascii(), one))


def shapes(name: str) -> tuple[str, str]:
    """Return what a name looks like, with its capitals (I is l) and without them; equal for names that look alike."""
    with_capitals = "".join(map(_shape, unicodedata.normalize("NFKC", name)))
    return f"I{with_capitals.casefold()}", f"i{''.join(map(_shape, folded(name)))}"
