"""Find the dates of a text: absolute, partial, relative to another date or to publication, open ends and spans."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.draft.date_patterns import date_matches
from scripts.draft.date_values import Resolved
from scripts.draft.relative_dates import Resolver
from scripts.draft.words import Span

OPEN_START = re.compile(
    r"(?:prior\s+to|before|until|till|by|up\s+to)\s+(?:the\s+end\s+of\s+)?(?:early\s+|late\s+|mid-?\s?)?$",
    re.IGNORECASE,
)
BY_END = re.compile(r"\b(?:by|before|until|till)\s+the\s+end\s+of\s+$", re.IGNORECASE)
# Words before a month or day without a year that put it into the future.
AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|shall|plans?|planned|due|scheduled|expected|intends?|intention|upcoming|is\s+to"
    r"|are\s+to|set\s+to)\b[^.;]*$",
    re.IGNORECASE,
)
FAR = 160  # characters before a date in which these words stand
OPEN_END = re.compile(r"(?:since|from|after|as\s+of)\s+(?:early\s+|late\s+|mid-?\s?|at\s+least\s+)?$", re.IGNORECASE)
LEAD = re.compile(
    r"(?:\b(?:on|in|since|from|after|as\s+of|until|till|by|up\s+to|prior\s+to|before|during|at\s+the\s+end\s+of"
    r"|early\s+in|late\s+in|earlier\s+in)\s+(?:early\s+|late\s+|mid-?\s?)?)$",
    re.IGNORECASE,
)
NEAR = 40  # characters before a date in which a word leads to it
INNER = re.compile(r"(prior\s+to|before|until|till|by|pre|since|from|after|as\s+of|post)\b", re.IGNORECASE)
STRICT = re.compile(r"(?:prior\s+to|before)\s+$", re.IGNORECASE)  # the date itself is not meant


# The first words of a date that leave its start, or its end, open.
NO_START = {"prior to", "before", "pre", "until", "till", "by"}
NO_END = {"since", "from", "after", "as of", "post"}


@dataclass(frozen=True)
class Dated:
    """A date in words: its span, its bounds as days (None for an open end), and how they are known."""

    span: Span
    earliest: date | None
    latest: date | None
    basis: str


def dates(text: str, published: tuple[date | None, date | None] = (None, None)) -> list[Dated]:
    """Return the dates of a text in order, resolved against each other and the day or days of publication."""
    resolver, found, at = Resolver(published), list[Dated](), 0
    for kind, match in date_matches(text):
        if match.start() < at:
            continue
        before = text[max(0, match.start() - FAR) : match.start()]
        resolver.ahead = AHEAD.search(before) is not None or BY_END.search(before) is not None
        resolved = resolver.resolve(kind, {name: words for name, words in match.groupdict().items() if words})
        if resolved is not None:
            found.append(_opened(before[-NEAR:], match, kind, resolved))
            at = match.end()
    return found


def _opened(before: str, match: re.Match[str], kind: str, resolved: Resolved) -> Dated:
    """Widen the bounds where the words leave an end open, and take the word before the date into its span."""
    (start, end), (first, last, basis) = match.span(), resolved
    inner = INNER.match(match[0])
    word = " ".join(inner[1].lower().split()) if inner else ""
    if by_end := BY_END.search(before):
        return Dated((start - len(by_end[0]), end), None, last, basis)
    if inner is None and (lead := LEAD.search(before)):
        start -= len(lead[0])
    if word in NO_START or OPEN_START.search(before):
        strict = word in {"prior to", "before", "pre"} or STRICT.search(before)
        until = first - timedelta(days=1) if strict and kind in {"year", "month", "years"} else last
        return Dated((start, end), None, until, basis)
    if word in NO_END or OPEN_END.search(before):
        return Dated((start, end), first, None, basis)
    return Dated((start, end), first if first != date.min else None, last, basis)
