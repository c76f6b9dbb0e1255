"""Say why a number is no figure: it names or dates something, describes it, or is a part of an idiom."""

import re

from scripts.checks.scan import YEAR
from scripts.draft.numerals import Numeral
from scripts.draft.quantities import QUALIFIER, noun, unit_before, unit_behind
from scripts.draft.words import any_of, words

NEAR, SMALL = 15, 10
TIME = {"minute", "hour", "day", "week", "month", "year"}
IDIOM = re.compile(rf"(?<!\w){any_of(words('idioms')['phrases'])}(?!\w)", re.IGNORECASE)
IDENTIFIER = re.compile(rf"(?:(?<!\w){any_of(words('identifiers')['before'])}\s*|#|/|[A-Za-z]-?|\))\Z", re.IGNORECASE)
NAME_BEFORE = re.compile(r"(?<=[\w’'”,)] )[\w’'-]*[A-Z][\w’'-]*\s\Z|\b[A-Z]{2,}\s\Z")
NAME = re.compile(r"[A-Z][a-z]+\Z")
PEOPLE = {word.title() for word in words("demonyms")}
OF = re.compile(r"\s+of\s+[a-z]")
MINUS = re.compile(r"\bminus[\s-]\Z", re.IGNORECASE)
CALIBRE = re.compile(rf"[\s\u00a0-]?{any_of(words('identifiers')['calibres'])}(?!\w)(?=\s+[a-z])", re.IGNORECASE)
PLURAL = set(words("identifiers")["plurals"])
SIZED = set(words("identifiers")["sized"])
COMPOUND = re.compile(r"-(?!year|month|day|week|hour|fold)[a-z]+")
LASTING = re.compile(r"-(?:year|month|week|day|hour|minute)(?![\w-])", re.IGNORECASE)
CENTURY = re.compile(r"[\s-]+centur(?:y|ies)\b", re.IGNORECASE)
CLOCK = re.compile(r"(?::\d\d|\s*[ap]\.?m(?!\w)|\s+(?:GMT|o['’]clock))", re.IGNORECASE)
SPAN_AFTER = re.compile(r"\s+(?:ago|later|earlier|before|after|since|prior|into|from\s+now)\b", re.IGNORECASE)
SPAN_BEFORE = re.compile(
    r"\b(?:past|last|next|coming|previous|recent|first|every|within|for\s+the|in\s+the)\s+$", re.IGNORECASE
)
BESIDE = re.compile(r"\b(?:the|these|those|both|all)\s+$", re.IGNORECASE)


def calibre(text: str, end: int) -> int | None:
    """Return where the words end that make a number the bore of what follows, as in “122 mm rounds”, else None."""
    found = CALIBRE.match(text, end)
    thing = noun(text, found.end()) if found else None
    return found.end() if found and thing and text[slice(*thing)].split(maxsplit=1)[0] not in SIZED else None


def why_no_figure(text: str, one: Numeral) -> str | None:
    """Return why a numeral counts nothing, as a code of `ignored`; None where it may."""
    start, end = one.span
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    if one.value is None or _in_idiom(text, start, end):
        return "not_a_quantity"
    if calibre(text, end) is not None or LASTING.match(after):
        return "not_a_quantity"
    reason = (_of_digits if text[start].isdigit() else _of_words)(text, one, before, after)
    return reason or _time_span(text, end, before)


def _of_digits(text: str, one: Numeral, before: str, after: str) -> str | None:
    """Return why a number in digits is no figure."""
    start, end = one.span
    if CLOCK.match(after) or (one.ordinal and CENTURY.match(after)) or re.search(r"\d:\Z", before):
        return "date"
    if unit_before(text, start) is not None or MINUS.search(before):
        return None
    if IDENTIFIER.search(before) or re.match(r"[(/]|-[A-Z]", after):
        return "identifier"
    if unit_behind(text, end) is not None:
        return None
    if re.match(r"[A-Za-z]", after) or _names(text, one, before):
        return "identifier"
    return "date" if re.fullmatch(YEAR, text[start:end]) and not QUALIFIER.search(before) else None


def _of_words(text: str, one: Numeral, before: str, after: str) -> str | None:
    """Return why a number in words is no figure."""
    if not one.ordinal and COMPOUND.match(after):
        return "not_a_quantity"
    if one.ordinal and CENTURY.match(after):
        return "date"
    if one.ordinal:
        return "identifier" if text[one.span[0]].isupper() and _names(text, one, before) else None
    small = one.value is not None and one.value < SMALL and unit_behind(text, one.span[1]) is None
    return "count_of_named" if small and BESIDE.search(before) else None


def _names(text: str, one: Numeral, before: str) -> bool:
    """Return whether a number is a part of a name: “the 41st Brigade”, “the 1540 Committee”, “the LX 480”."""
    thing = noun(text, one.span[1])
    said = text[slice(*thing)].split() if thing else []
    if one.ordinal:
        return bool(said) and NAME.match(said[-1]) is not None
    if not text[slice(*one.span)].isdigit():
        return False
    if not said:
        return NAME_BEFORE.search(before) is not None
    plural = any(word.endswith("s") or word in PLURAL for word in said)
    return NAME.match(said[0]) is not None and said[0] not in PEOPLE and not plural


def _in_idiom(text: str, start: int, end: int) -> bool:
    """Return whether a numeral is a part of a phrase that counts nothing."""
    begin = max(0, start - NEAR)
    return any(found.start() <= start - begin < found.end() for found in IDIOM.finditer(text[begin : end + NEAR]))


def _time_span(text: str, end: int, before: str) -> str | None:
    """Return time_span where a number of days or years only dates something."""
    found = unit_behind(text, end)
    if found is None or found[0] not in TIME or OF.match(text, found[1][1]):
        return None
    return "time_span" if SPAN_AFTER.match(text, found[1][1]) or SPAN_BEFORE.search(before) else None
