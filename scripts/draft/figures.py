"""Find stated quantities: value, unit, qualifier and what is counted; and the numbers that are none, and why."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from scripts.checks.scan import SpanSet, digits_value, word_value
from scripts.draft.numerals import Numeral, numerals
from scripts.draft.words import Span, any_of, words

TIME = {"minute", "hour", "day", "week", "month", "year"}
UNITS: dict[str, str] = {
    word.lower(): code for code, listed in words("units").items() for word in listed if re.match(r"[A-Za-z-]", word)
}
SYMBOLS = {word: code for code, listed in words("units").items() for word in listed if not re.match(r"[a-z]", word)}
UNIT = re.compile(rf"[\s\u00a0-]*(?P<unit>{any_of(UNITS)}|%)(?![\w])", re.IGNORECASE)
SIGNS = [word for word in SYMBOLS if not word[0].isalnum() or "$" in word]
SYMBOL = re.compile(rf"(?P<symbol>{any_of(SIGNS)})\s?$")
QUALIFIERS = {word: code for code, listed in words("qualifiers").items() for word in listed}
QUALIFIER = re.compile(rf"(?<!\w)(?P<qualifier>{any_of(QUALIFIERS)})\s+(?:the\s+)?$", re.IGNORECASE)
FALL = any_of(words("fall")["words"])
LESS = re.compile(
    rf"\s+(?P<fall>{FALL})\b(?:\s+than(?:\s+in)?\s+(?P<base>[\w’' ]{{2,40}}?)(?=[.,;)]|$))?", re.IGNORECASE
)
MORE = re.compile(
    r"\s+(?:more|higher|up)\b(?:\s+than(?:\s+in)?\s+(?P<base>[\w’' ]{2,40}?)(?=[.,;)]|$))?", re.IGNORECASE
)
SINCE = re.compile(r"\s+(?:since|from|compared\s+(?:to|with)|against)\s+(?P<base>\d{4})\b", re.IGNORECASE)
FELL = re.compile(rf"\b(?:{FALL})\s+(?:of|by|to)?\s*(?:\w+\s+)?$", re.IGNORECASE)
RISE = re.compile(
    r"\b(?:an?\s+)?(?:increase|rise|growth|jump|gain|surge|decline|decrease|drop|fall|reduction|cut)\s+(?:of|by)\s+$",
    re.IGNORECASE,
)
IDIOM = re.compile(rf"(?<!\w){any_of(words('idioms')['phrases'])}(?!\w)", re.IGNORECASE)
IDENTIFIER = re.compile(rf"(?:(?<!\w){any_of(words('identifiers')['before'])}\s*|#|/|[A-Za-z]-?|\))\Z", re.IGNORECASE)
YEAR = re.compile(r"(?:1[89]|20)\d\d")
OF = re.compile(r"\s+of\s+(?:(?:the|its|their|his|her|our|these|those)\s+)?(?=[A-Za-z])")
OR_MORE = re.compile(r"\s+or\s+(?P<way>more|less|fewer)\b(?!\s+than)")
NEAR, SMALL = 15, 10
FAR = 120  # characters between a figure and a number that counts the same
BARE = re.compile(r"\b(?:against|to|from|only|of|than|just)\s+$", re.IGNORECASE)  # before a number without its noun
CURRENCY = re.compile(r"[A-Z]{0,2}\$$")
COMPOUND = re.compile(r"-(?!year|month|day|week|hour|fold)[a-z]+")
SPAN_AFTER = re.compile(r"\s+(?:ago|later|earlier|before|after|since|prior|into|from\s+now)\b", re.IGNORECASE)
SPAN_BEFORE = re.compile(
    r"\b(?:past|last|next|coming|previous|recent|first|every|within|for\s+the|in\s+the)\s+$", re.IGNORECASE
)
NAMED = re.compile(r"\b(?:the|these|those|both|all)\s+$", re.IGNORECASE)
AND = re.compile(r"\s*(?:–|—|-|\bto\b|\band\b|\bor\b)\s*$")
STOP = set(words("small")["stop"])
WORD = re.compile(r"[\s\u00a0]+([A-Za-z][\w’'.&-]*)")


@dataclass(frozen=True)
class Figure:
    """A stated quantity with its span, the span of what is counted, and its normalised reading."""

    span: Span
    counted: Span
    value: Decimal
    value_max: Decimal | None
    qualifier: str
    unit: str
    base: str | None


@dataclass(frozen=True)
class Aside:
    """A number that is no figure, with the reason."""

    span: Span
    reason: str


def _noun(text: str, at: int) -> Span | None:
    """Return the span of the noun phrase that begins behind an offset: up to five words with none of the small ones."""
    end, count, first = at, 0, None
    while count < 5 and (match := WORD.match(text, end)):
        word = match[1].rstrip(".,;:")
        if word.lower() in STOP or (count and word.endswith("ed") and word.islower()):
            break
        first = match.start(1) if first is None else first
        end, count = match.start(1) + len(word), count + 1
        if len(word) < len(match[1]) or text[end : end + 1] in {",", ".", ";", ":", ")"}:
            break
        if count > 1 and word.endswith("s") and not word.endswith(("ss", "’s", "'s", "us")) and word[0].islower():
            nxt = WORD.match(text, end)
            if nxt is None or not nxt[1].rstrip(".,;:").endswith("s"):
                break
    return (first, end) if first is not None and end > first else None


def _qualifier(text: str, start: int) -> tuple[str, int]:
    """Return (code, where it begins) of the qualifier in front of an offset; exact where there is none."""
    match = QUALIFIER.search(text, max(0, start - 40), start)
    if match is None:
        return "exact", start
    word = " ".join(match["qualifier"].lower().split())
    return QUALIFIERS.get(word, "about"), match.start()


def _identifies(before: str, after: str, *, ordinal: bool) -> bool:
    """Return whether digits between two pieces of text name something: “resolution 1718”, “1st Coast Guard Region”."""
    if ordinal and re.match(r"\s+[A-Z][a-z]+\s+[A-Z]", after):
        return True
    named = IDENTIFIER.search(before) or re.match(r"[A-Za-z(/]|-[A-Z]", after)
    return bool(named) and not CURRENCY.search(before)


class _Reader:
    """Reads the numerals of one text in order."""

    def __init__(self, text: str, dated: list[Span]) -> None:
        self.text = text
        self.dated = dated
        self.found: list[Figure] = []
        self.aside: list[Aside] = []

    def read(self) -> None:
        dated = SpanSet(self.dated)
        listed = [one for one in numerals(self.text) if one.span not in dated]
        skip = False
        for one, following in zip_longest(listed, listed[1:]):
            if skip:
                skip = False
                continue
            reason = self.no_figure(one)
            if reason is not None:
                self.aside.append(Aside(one.span, reason))
                continue
            upper = self.upper(one, following)
            skip = upper is not None
            made = self.figure(one, upper)
            if made is None:
                self.aside.append(Aside(one.span, "not_a_quantity"))
            else:
                self.found.append(made)

    def no_figure(self, one: Numeral) -> str | None:
        """Return why a numeral counts nothing, None where it may."""
        start, end = one.span
        before, after = self.text[max(0, start - 40) : start], self.text[end : end + 40]
        in_digits = self.text[start].isdigit()
        if one.value is None or self.in_idiom(one.span):
            return "not_a_quantity"
        if in_digits and _identifies(before, after, ordinal=one.ordinal):
            return "identifier"
        if not in_digits and not one.ordinal and COMPOUND.match(after):
            return "not_a_quantity"
        if in_digits and YEAR.fullmatch(self.text[start:end]) and not QUALIFIER.search(before):
            return "date"
        unit = UNIT.match(self.text, end)
        if unit is not None:
            return self.no_span(unit, before)
        small = not in_digits and not one.ordinal and one.value < SMALL
        return "count_of_named" if small and NAMED.search(before) else None

    def in_idiom(self, span: Span) -> bool:
        """Return whether a numeral is a part of a phrase that counts nothing."""
        begin = max(0, span[0] - NEAR)
        found = IDIOM.finditer(self.text[begin : span[1] + NEAR])
        return any(match.start() <= span[0] - begin < match.end() for match in found)

    def no_span(self, unit: re.Match[str], before: str) -> str | None:
        """Return time_span where a number of days or years only dates something."""
        if UNITS.get(unit["unit"].lower()) not in TIME or re.match(r"\s+of\s+[a-z]", self.text[unit.end() :]):
            return None
        return "time_span" if SPAN_AFTER.match(self.text, unit.end()) or SPAN_BEFORE.search(before) else None

    def upper(self, one: Numeral, following: Numeral | None) -> Numeral | None:
        """Return the numeral that is the upper bound of a range that begins with `one`."""
        if following is None or following.value is None or one.value is None or one.ordinal or following.ordinal:
            return None
        between = self.text[one.span[1] : following.span[0]]
        if len(between) > 12 or not AND.fullmatch(re.sub(r"%|\$|percent", "", between)) or following.value <= one.value:
            return None
        if re.search(r"\band\b|\bor\b", between) and not re.search(
            r"between\s+\W?$", self.text[max(0, one.span[0] - 12) : one.span[0]], re.IGNORECASE
        ):
            return None
        return following

    def figure(self, one: Numeral, upper: Numeral | None) -> Figure | None:
        """Return the figure that a numeral, or a range, states; None where nothing is counted."""
        assert one.value is not None
        start, end = one.span[0], (upper or one).span[1]
        code, start, end = self.unit(one, start, end)
        qualifier, begin = _qualifier(self.text, start)
        value, value_max, base = one.value, upper.value if upper else None, None
        if upper is not None and value_max is not None:
            lead = re.search(r"between\s+$", self.text[max(0, begin - 10) : begin], re.IGNORECASE)
            begin, qualifier = begin - (len(lead[0]) if lead else 0), "between"
            value = self.scaled(value, value_max, upper)
        if or_more := OR_MORE.match(self.text, end):
            end, qualifier = or_more.end(), "at_least" if or_more["way"] == "more" else "at_most"
        if code == "percent":
            begin, end, sign, base = self.change(begin, end)
            value *= sign
        of = OF.match(self.text, end) if code == "count" else None
        noun = _noun(self.text, of.end() - 1 if of else end)
        if code in {"count", "ordinal"}:
            if noun is None and code == "count" and (noun := self.counted_before(begin)) is not None:
                return Figure((begin, end), noun, value, value_max, qualifier, code, base)
            return Figure((begin, noun[1]), noun, value, value_max, qualifier, code, base) if noun else None
        counted = self.subject(begin, noun, end) or one.span
        return Figure((begin, end), counted, value, value_max, qualifier, code, base)

    def unit(self, one: Numeral, start: int, end: int) -> tuple[str, int, int]:
        """Return (unit, start, end) of a number with its sign or word of unit."""
        if one.ordinal:
            return "ordinal", start, end
        if one.unit is not None:
            return one.unit, start, end
        if symbol := SYMBOL.search(self.text, max(0, start - 6), start):
            return SYMBOLS[symbol["symbol"]], symbol.start(), end
        if unit := UNIT.match(self.text, end):
            word = " ".join(unit["unit"].lower().split())
            return "percent" if word == "%" else UNITS[word], start, unit.end()
        return "count", start, end

    def scaled(self, value: Decimal, value_max: Decimal, upper: Numeral) -> Decimal:
        """Return the lower bound in the scale of the upper one, as in “two to three million”."""
        said = self.text[upper.span[0] : upper.span[1]]
        plain = word_value(said.split()[0])[0] or digits_value(said.split()[0])
        return value * (value_max / plain) if plain and value < plain < value_max else value

    def change(self, begin: int, end: int) -> tuple[int, int, int, str | None]:
        """Return (begin, end, sign, base) of a percentage with the words of change around it."""
        sign, base = 1, None
        for pattern, its_sign in ((LESS, -1), (MORE, 1)):
            if match := pattern.match(self.text, end):
                end, base, sign = match.end(), match["base"], its_sign
        if FELL.search(self.text, max(0, begin - 30), begin):
            sign = -1
        if match := SINCE.match(self.text, end):
            end, base = match.end(), match["base"]
        if rise := RISE.search(self.text, max(0, begin - 24), begin):
            begin = rise.start()
        return begin, end, sign, base

    def counted_before(self, begin: int) -> Span | None:
        """Return what a number without a noun counts: what the figure before it in the sentence counts."""
        last = self.found[-1] if self.found else None
        if last is None or last.unit != "count" or BARE.search(self.text, max(0, begin - 12), begin) is None:
            return None
        between = self.text[last.span[1] : begin]
        return last.counted if len(between) < FAR and not re.search(r"[.!?]\s", between) else None

    def subject(self, begin: int, noun: Span | None, end: int) -> Span | None:
        """Return what a quantity with a unit is of: the noun behind “of” or “in”, the next, or the last before it."""
        of = re.match(r"\s+(?:of|in|worth\s+of)\s+(?:the\s+|its\s+|their\s+)?", self.text[end:])
        if of and (found := _noun(self.text, end + of.end() - 1)):
            return found
        if noun is not None:
            return noun
        words_ = [
            match
            for match in re.finditer(r"[A-Za-z][\w’'-]+", self.text[max(0, begin - 80) : begin])
            if match[0].lower() not in STOP
        ]
        if not words_:
            return None
        offset = max(0, begin - 80)
        return offset + words_[-1].start(), offset + words_[-1].end()


def figures(text: str, dated: list[Span]) -> tuple[list[Figure], list[Aside]]:
    """Return the figures of a text and the numbers that are none; numbers inside `dated` spans are dates."""
    reader = _Reader(text, dated)
    reader.read()
    return reader.found, reader.aside
