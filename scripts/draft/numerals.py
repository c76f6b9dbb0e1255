"""Read numerals: digits, words, scales, ordinals, fractions and multiples, each with its value."""

import re
from dataclasses import dataclass
from decimal import Decimal

from scripts.checks.scan import WORDS, digits_value, is_part, number_values, numbers, word_value
from scripts.draft.words import Span, any_of, words

MULTIPLES: dict[str, int] = words("multiples")["of_that"]
OF_YEAR = re.compile(r"\b(?:this|last|next|first|second|each|per)\s$", re.IGNORECASE)  # before “half”
OF_THAT = re.compile(rf"\s+(?:{any_of(words('multiples')['before'])}(?!\w)|\d)", re.IGNORECASE)
VERB = re.compile(rf"(?<!\w){any_of(words('multiples')['verb_behind'])}\s+$", re.IGNORECASE)


@dataclass(frozen=True)
class Numeral:
    """A number as written: its span, its value (None where the words give none, as “dozens”), and if it is ordinal."""

    span: Span
    value: Decimal | None
    ordinal: bool
    unit: str | None = None  # percent for fractions, times for multiples


def numerals(text: str) -> list[Numeral]:
    """Return every numeral of a text, in order."""
    return [_numeral(text, span) for span in numbers(text)]


def _numeral(text: str, span: Span) -> Numeral:
    said = text[slice(*span)]
    value = digits_value(said)
    if value is not None:
        return Numeral(span, value, re.search(r"\d(?:st|nd|rd|th)$", said, re.IGNORECASE) is not None)
    if said.lower() in MULTIPLES:  # “double that”; in “we will double it” it is a verb
        is_verb = VERB.search(text, max(0, span[0] - 12), span[0])
        multiple = Decimal(MULTIPLES[said.lower()]) if OF_THAT.match(text, span[1]) and not is_verb else None
        return Numeral(span, multiple, ordinal=False, unit="times")
    if said.lower() in WORDS["fractions"]:
        value, ordinal = word_value(said)
        return _fraction(text, span) or Numeral(span, value if ordinal else None, ordinal)
    if is_part(said):
        return Numeral(span, max(number_values(said), key=_tenths), ordinal=False, unit="percent")
    value, ordinal = word_value(said)
    if value is None:  # “half a million”
        value = next(iter(number_values(said)), None)
    return Numeral(span, value, ordinal, "times" if said.lower() in WORDS["times"] else None)


def _tenths(value: Decimal) -> bool:
    """Return whether a value is given to one decimal, as a third is 33.3."""
    return value.as_tuple().exponent == -1


def _fraction(text: str, span: Span) -> Numeral | None:
    """Return “half”, “a third” or “a quarter of” as the fraction that it is, None for an ordinal."""
    (start, end), said = span, text[slice(*span)].lower()
    value = Decimal(str(WORDS["fractions"][said]))
    if said == "half" and not OF_YEAR.search(text[max(0, start - 8) : start]):
        return Numeral(span, value, ordinal=False, unit="percent")
    article = re.search(r"\b(?:a|an|one)\s$", text[max(0, start - 4) : start], re.IGNORECASE)
    of = re.match(r"\s+of\b|\s*[.,;)]|\s+(?:less|more|higher|lower|in|since|to|from)\b|$", text[end : end + 8])
    if article is None or (said != "quarter" and of is None):
        return None
    return Numeral((start - len(article[0]), end), value, ordinal=False, unit="percent")
