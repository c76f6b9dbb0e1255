"""Tell a range (“between 100 and 120”, “5 to 7 million”) from two figures (“from $75 to $45”, “9% to $1.8 billion”)."""

import re
from decimal import Decimal

from scripts.checks.scan import WORDS, digits_value, word_value
from scripts.draft.numerals import Numeral
from scripts.draft.quantities import FALL, unit, unit_before
from scripts.draft.words import any_of

AND = re.compile(r"\s*(?:–|—|-|\bto\b|\band\b|\bor\b)\s*")
BETWEEN = re.compile(r"between\s+$", re.IGNORECASE)
LONGEST_BETWEEN = 24  # characters between the bounds of a range
CHANGED = re.compile(rf"\b(?:{FALL}|{any_of(WORDS['up'])})\b.*\b(?:from|by|of)\s+$", re.IGNORECASE | re.DOTALL)
SCALED = 1000  # a number from here on says its own scale


def upper_bound(text: str, one: Numeral, following: Numeral | None) -> Numeral | None:
    """Return the numeral that is the upper bound of a range that begins with `one`, None where there is none."""
    if following is None or following.value is None or one.value is None or one.ordinal or following.ordinal:
        return None
    (start, end), begin = one.span, following.span[0]
    if begin - end > LONGEST_BETWEEN or following.value <= one.value or one.unit != following.unit:
        return None
    lower, higher = unit(text, start, end), unit(text, *following.span)
    sign = unit_before(text, begin)
    between = text[max(end, lower.end) : sign[1] if sign else begin]
    if not AND.fullmatch(between) or lower.code not in {"count", higher.code}:
        return None
    before = text[max(0, lower.begin - 40) : lower.begin]
    if "and" in between or "or" in between:
        return following if BETWEEN.search(before) else None
    falls = _plain(text, following) <= one.value < SCALED
    return None if (falls or lower.code != "count") and CHANGED.search(before) else following


def scaled(text: str, value: Decimal, upper: Numeral) -> Decimal:
    """Return a lower bound in the scale of its upper bound, as in “two to three million”."""
    assert upper.value is not None
    plain = _plain(text, upper)
    return value * (upper.value / plain) if value < plain < upper.value else value


def _plain(text: str, one: Numeral) -> Decimal:
    """Return the value of a number without its scale: 3 for “3 million”."""
    assert one.value is not None
    said = text[slice(*one.span)].split(maxsplit=1)[0]
    return word_value(said)[0] or digits_value(said) or one.value
