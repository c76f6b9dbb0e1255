"""Names that look like others, by Unicode's table of confusable characters as confusable-homoglyphs has it."""

import re
import unicodedata
from functools import cache

# Scripts that stand beside Latin in ordinary names and share hardly a shape with it.
ANYWHERE = {"COMMON", "INHERITED", "HAN", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO"}


SPACES = re.compile(r"[^\S\n]+")  # names may come in lines


def scripts_of(name: str) -> list[str]:
    """Return the scripts that a name is written in, such as Latin and Cyrillic, less those that go with any."""
    from confusable_homoglyphs import categories

    found = {str(categories.alias(character)) for character in name}  # type: ignore[no-untyped-call]
    return sorted(script.capitalize() for script in found - ANYWHERE)


def folded(name: str) -> str:
    """Return a name without what readers do not see: capitals, width, a second space, accents written in two ways."""
    return SPACES.sub(" ", unicodedata.normalize("NFKC", name).casefold())


class _Shapes(dict[int, str]):
    """By code point, the character that all those stand for which look like it: the one with most look-alikes."""

    def __missing__(self, point: int) -> str:
        from confusable_homoglyphs import confusables

        data = confusables.confusables_data
        alike: list[str] = [chr(point), *(found["c"] for found in data.get(chr(point), []))]
        self[point] = max(alike, key=lambda one: (len(data.get(one, [])), one.isascii(), one))
        return self[point]


SHAPES = _Shapes()


@cache
def _wide() -> dict[str, str]:
    """Return the ASCII characters that several stand for, such as m, which looks like rn."""
    return {chr(point): SHAPES[point] for point in range(128) if len(SHAPES[point]) > 1}


def _shape(text: str) -> str:
    """Return a text with each character as the one that stands for it."""
    for character, several in _wide().items():  # with these in the table, translating takes ten times as long
        text = text.replace(character, several)
    return text.translate(SHAPES)


def keys(name: str) -> tuple[str, str, str]:
    """Return a name folded, and what it looks like with its capitals (I is l) and without them.

    Names of which one of the three is equal are alike. Of names in lines the keys are in lines too.
    """
    plain = folded(name)
    with_capitals = _shape(unicodedata.normalize("NFKC", name))
    return plain, with_capitals.casefold(), _shape(plain)
