"""Read numerals: digits, words, scales, ordinals and fractions, each with its value."""

import re
from dataclasses import dataclass
from decimal import Decimal

from scripts.checks.scan import WORDS, digits_value, numbers, word_value
from scripts.draft.words import Span


@dataclass(frozen=True)
class Numeral:
    """A number as written: its span, its value (None where the words give none, as “dozens”), and if it is ordinal."""

    span: Span
    value: Decimal | None
    ordinal: bool
    unit: str | None = None  # percent for fractions, times for multiples


def numerals(text: str) -> list[Numeral]:
    """Return every numeral of a text, in order."""
    found = []
    for start, end in numbers(text):
        said = text[start:end]
        value = digits_value(said)
        if value is not None:
            found.append(Numeral((start, end), value, re.search(r"(?:st|nd|rd|th)$", said, re.IGNORECASE) is not None))
        else:
            value, ordinal = word_value(said)
            unit = "percent" if said.lower() == "half" else "times" if said.lower() in WORDS["times"] else None
            found.append(_fraction(text, start, end) or Numeral((start, end), value, ordinal, unit))
    return found


def _fraction(text: str, start: int, end: int) -> Numeral | None:
    """Return “a third” or “a quarter of” as the fraction that it is, None for an ordinal."""
    said = text[start:end].lower()
    article = re.search(r"\b(?:a|an|one)\s$", text[max(0, start - 4) : start], re.IGNORECASE)
    if said not in WORDS["fractions"] or said == "half" or article is None:
        return None
    if said != "quarter" and not re.match(r"\s+of\b|\s*[.,;)]|\s+(?:less|more|higher|lower)\b|$", text[end : end + 8]):
        return None
    return Numeral(
        (start - len(article[0]), end), Decimal(str(WORDS["fractions"][said])), ordinal=False, unit="percent"
    )
