"""Read numerals: digits, words, scales, ordinals and fractions, each with its value."""

import re
from dataclasses import dataclass
from decimal import Decimal

from scripts.checks.scan import WORDS, digits_value, numbers
from scripts.extract.words import Span


@dataclass(frozen=True)
class Numeral:
    """A number as written: its span, its value (None where the words give none, as “dozens”), and if it is ordinal."""

    span: Span
    value: Decimal | None
    ordinal: bool
    unit: str | None = None  # percent for fractions, times for multiples


FRACTIONS = {"half": "50", "third": "33.3", "quarter": "25", "fifth": "20", "tenth": "10"}  # in percent
# What became or is a multiple; “double our exports” says only what somebody wants.
TIMES = {"twice": 2, "doubled": 2, "twofold": 2, "thrice": 3, "tripled": 3, "threefold": 3, "fourfold": 4}
TIMES |= {"quadrupled": 4, "fivefold": 5, "tenfold": 10}


def word_value(text: str) -> tuple[Decimal | None, bool]:
    """Return (value, whether ordinal) of a number in words, such as “twenty-five thousand” or “sixth”."""
    parts = re.split(r"[\s\u00a0-]+", text.lower())
    total, current, ordinal = Decimal(0), Decimal(0), False
    for part in parts:
        if part in WORDS["cardinals"]:
            current += WORDS["cardinals"][part]
        elif part == "dozen":
            current = (current or Decimal(1)) * 12
        elif part in WORDS["scales"]:
            scale = Decimal(10) ** WORDS["scales"][part]
            if scale == 100:
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, Decimal(0)
        elif part in WORDS["ordinals"]:
            current, ordinal = current + WORDS["ordinals"][part], True
        elif part in TIMES and len(parts) == 1:
            return Decimal(TIMES[part]), False
        elif part in FRACTIONS and len(parts) == 1:
            return Decimal(FRACTIONS[part]), False
        else:
            return None, False
    return total + current, ordinal


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
            unit = "percent" if said.lower() == "half" else "times" if said.lower() in TIMES else None
            found.append(_fraction(text, start, end) or Numeral((start, end), value, ordinal, unit))
    return found


def _fraction(text: str, start: int, end: int) -> Numeral | None:
    """Return “a third” or “a quarter of” as the fraction that it is, None for an ordinal."""
    said = text[start:end].lower()
    article = re.search(r"\b(?:a|an|one)\s$", text[max(0, start - 4) : start], re.IGNORECASE)
    if said not in FRACTIONS or said == "half" or article is None:
        return None
    if said != "quarter" and not re.match(r"\s+of\b|\s*[.,;)]|\s+(?:less|more|higher|lower)\b|$", text[end : end + 8]):
        return None
    return Numeral((start - len(article[0]), end), Decimal(FRACTIONS[said]), ordinal=False, unit="percent")
