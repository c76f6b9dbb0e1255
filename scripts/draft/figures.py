"""Find stated quantities: value, unit, qualifier and what is counted; and the numbers that are none, and why."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from scripts.checks.scan import NUMBER, WORDS, SpanSet, numbers
from scripts.draft.no_figures import MINUS, calibre, why_no_figure
from scripts.draft.numerals import Numeral, numerals
from scripts.draft.quantities import FALL, STOP, Unit, change, noun, qualifier, unit
from scripts.draft.ranges import scaled, upper_bound
from scripts.draft.words import Span, any_of

JOINT = re.compile(
    r"\s+(?:of\s+(?:(?:the|its|their|his|her|our|these|those|such)\s+)?|such\s+|more\s+(?!than\b))(?!(?:them|which|whom)\b)(?=[A-Za-z])"
)  # between a number and its noun
OF = re.compile(r"\s+(?:of|in|worth\s+of)\s+(?:(?:the|its|their|his|her|our|these|those|all)\s+)?")
BORE = re.compile(r"\s+\d{1,4}(?:\.\d{1,3})?")
THAT = re.compile(r"\s+that\b(?!\s+\w+s\b)")
OR_MORE = re.compile(r"\s+or\s+(?P<way>more|less|fewer)\b(?!\s+than)")
FAR = 120  # characters between a figure and a number that counts the same
BARE = re.compile(
    r"\b(?:(?P<at>at|from|by|until|and|or)|against|to|only|of|than|just|with|is|are|was|were|be|been|reached|hit)\s+$",
    re.IGNORECASE,
)  # before a number without its noun
A_YEAR = re.compile(r"1\d{3}|2[01]\d\d")
THING = re.compile(
    r"(?P<word>[A-Za-z][\w’'-]+)(?:\s+(?:to|of|with|from|in|for)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)?"
)
CHANGING = re.compile(rf"{FALL}|{any_of(WORDS['up'])}|total|reached|hit|[a-z]+ly", re.IGNORECASE)
LEADS = re.compile(r"\s+(?:of\s+(?:them|these|those|which|whom)|were|are|have|had|will)\b")  # behind such a number
HOURS = 24  # “at 11” is a time of day
OWN = re.compile(r"(?:\b(?:its|their|his|her|our|my|your)|[’']s|s[’'])\s+$", re.IGNORECASE)


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


class _Reader:
    """Reads the numerals of one text in order."""

    def __init__(self, text: str, dated: list[Span]) -> None:
        self.text = text
        self.dated = SpanSet(dated)
        self.found: list[Figure] = []
        self.aside: list[Aside] = []

    def read(self) -> None:
        listed = [one for one in numerals(self.text) if one.span not in self.dated]
        following = iter(zip_longest(listed, listed[1:]))
        for one, after in following:
            reason = why_no_figure(self.text, one)
            upper = upper_bound(self.text, one, after) if reason is None else None
            made = self.figure(one, upper) if reason is None else None
            if made is None:
                self.aside.append(Aside(one.span, reason or "not_a_quantity"))
            else:
                self.found.append(made)
            if upper is not None:
                next(following)

    def figure(self, one: Numeral, upper: Numeral | None) -> Figure | None:
        """Return the figure that a numeral, or a range, states; None where nothing is counted."""
        assert one.value is not None
        its = self.unit(one, upper)
        how, begin = qualifier(self.text, its.begin)
        value, value_max, end, base = self.several(one.value, its), None, its.end, None
        if upper is not None and upper.value is not None:
            lead = re.search(r"between\s+$", self.text[max(0, begin - 10) : begin], re.IGNORECASE)
            begin, how = begin - (len(lead[0]) if lead else 0), "between"
            value, value_max = scaled(self.text, value, upper), self.several(upper.value, its)
        if or_more := OR_MORE.match(self.text, end):
            end, how = or_more.end(), "at_least" if or_more["way"] == "more" else "at_most"
        if minus := MINUS.search(self.text, max(0, begin - 8), begin):
            begin, value = minus.start(), -value
        elif its.code not in {"ordinal", "times"}:
            begin, end, sign, base = change(self.text, begin, end, is_ratio=its.code == "percent")
            value *= sign
        found = self.counted(one, its, begin, end, how)
        return found and Figure((begin, max(end, found[1])), found[0], value, value_max, how, its.code, base)

    def unit(self, one: Numeral, upper: Numeral | None) -> Unit:
        """Return the unit of a number, or of a range, with where both begin and end."""
        start, end = one.span[0], (upper or one).span[1]
        if one.ordinal or one.unit is not None:
            return Unit("ordinal" if one.ordinal else one.unit or "", start, end)
        return unit(self.text, start, end)

    def several(self, value: Decimal, its: Unit) -> Decimal:
        """Return a value in the unit that its word is a multiple of: a decade is ten years."""
        word = self.text[max(0, its.end - 12) : its.end].rsplit(maxsplit=1)[-1].lower()
        return value * Decimal(WORDS["multiples"].get(word.removesuffix("s"), 1))

    def counted(self, one: Numeral, its: Unit, begin: int, end: int, how: str) -> tuple[Span, int] | None:
        """Return (what is counted, where the words of the figure end); None where it counts nothing."""
        if its.symbol is not None:
            return its.symbol, end
        if its.code not in {"count", "ordinal"}:
            that = its.code == "times" and THAT.match(self.text, end)
            return (that and self.counted_before(begin)) or self.subject(begin, end) or one.span, end
        joint = JOINT.match(self.text, end) if one.unit is None else None
        if apart := self.behind_number(end):
            return apart, end
        if thing := noun(self.text, joint.end() - 1 if joint else end):
            return thing, thing[1]
        if self.is_bare(one, begin, how):
            same = self.counted_before(begin) or self.before(begin)
            return same and (same, end)
        return None

    def behind_number(self, end: int) -> Span | None:
        """Return what two numbers count, as in “31,000 122 mm rounds” and “12 of the 40 boats”; None for one."""
        if bore := BORE.match(self.text, end):
            behind = calibre(self.text, bore.end())
            return noun(self.text, behind) if behind is not None else None
        of = OF.match(self.text, end)
        number = NUMBER.match(self.text, of.end()) if of else None
        return noun(self.text, number.end()) if number else None

    def is_bare(self, one: Numeral, begin: int, how: str) -> bool:
        """Return whether a number without a noun counts all the same: “with six in May”, “its third this year”."""
        assert one.value is not None
        before, said = self.text[max(0, begin - 16) : begin], self.text[slice(*one.span)]
        if one.ordinal:
            return OWN.search(before) is not None
        found = BARE.search(before)
        leads = LEADS.match(self.text, one.span[1]) is not None
        if A_YEAR.fullmatch(said) or before.endswith(("-", "–")) or self.text.startswith(("-", "–"), one.span[1]):
            return False
        if not said[0].isdigit():
            return found is not None and self.counted_before(begin) is not None
        is_hour = (
            found is not None and found["at"] and one.value <= HOURS and one.value == one.value.to_integral_value()
        )
        return not is_hour and (found is not None or how != "exact" or leads or not said.isdigit())

    def counted_before(self, begin: int) -> Span | None:
        """Return what the figure before an offset in the sentence counts."""
        last = self.found[-1] if self.found else None
        if last is None or last.unit not in {"count", "ordinal"}:
            return None
        between = self.text[last.span[1] : begin]
        return last.counted if len(between) < FAR and not re.search(r"[.!?]\s", between) else None

    def subject(self, begin: int, end: int) -> Span | None:
        """Return what a quantity with a unit is of: the noun behind “of” or “in”, the next, or the last before it."""
        of = OF.match(self.text, end)
        behind = self.behind_number(end) or (noun(self.text, of.end() - 1) if of else None)
        return behind or noun(self.text, end) or self.before(begin)

    def before(self, begin: int) -> Span | None:
        """Return the last word before an offset that can say what is counted, with the names that “of” or “to” adds."""
        start = max(0, begin - 80)
        for match in reversed(list(THING.finditer(self.text, start, begin))):
            if match["word"].lower() in STOP or CHANGING.fullmatch(match["word"]) or numbers(match[0]):
                continue
            last = self.found[-1] if self.found else None  # “rose 9% to 1.8 billion” is of one thing
            return last.counted if last is not None and match.end() <= last.span[1] else match.span()
        return None


def figures(text: str, dated: list[Span]) -> tuple[list[Figure], list[Aside]]:
    """Return the figures of a text and the numbers that are none; numbers inside `dated` spans are dates."""
    reader = _Reader(text, dated)
    reader.read()
    return reader.found, reader.aside
