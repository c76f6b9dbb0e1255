"""Find the dates of a text: absolute, partial, relative to another date or to publication, open ends and spans."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.checks.scan import WORDS
from scripts.extract.numerals import word_value
from scripts.extract.words import Span, any_of

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3].lower(): i for name, i in list(MONTHS.items())} | {"sept": 9}
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
YEAR = r"(?:1[89]|20)\d\d(?!\d|[.,]\d|\s?%)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SMALL = rf"(?:\d{{1,3}}|an?|one|{any_of(WORDS['cardinals'])}|several|a\s+few|few)"
UNIT = r"(?:day|week|month|year|decade)s?"

PATTERNS: list[tuple[str, str]] = [
    ("iso", r"\b\d{4}-\d\d-\d\d\b"),
    (
        "month_day",
        rf"\b(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\s+(?P<day>{DAY})(?:,?\s+\(?(?P<year>{YEAR})\)?)?",
    ),
    ("month_day", rf"(?<!\d)(?P<day>{DAY})\s+(?:of\s+)?(?P<month>{MONTH})(?!\w)(?:,?\s+(?P<year>{YEAR}))?"),
    ("season", rf"\b(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<year>{YEAR})"),
    ("month", rf"\b(?P<month>{MONTH})(?!\w),?\s+(?:of\s+)?(?P<year>{YEAR})"),
    (
        "month",
        rf"\b(?i:(?:in|since|until|till|by|from|of|during|early|late|mid-?|last|this|before|after|to)\s+)(?P<month>{MONTH})(?!\w)(?!\s+\d)",
    ),
    (
        "years",
        rf"(?<![\d$€£])(?P<year>{YEAR})\s?[–-]\s?(?P<last>{YEAR})|\bbetween\s+(?P<year2>{YEAR})\s+and\s+(?P<last2>{YEAR})",
    ),
    ("decade", r"\b(?:the\s+)?(?:(?:early|mid|late)-?\s?)?(?P<year>(?:1[89]|20)\d0)s\b"),
    (
        "year",
        rf"\b(?:in|since|until|till|by|from|of|during|early|late|mid|before|after|to|prior\s+to|through|around|as\s+of|pre|post|than\s+in|than)[\s-]+(?P<year>{YEAR})(?!s|\s?[–-]\s?(?:1[89]|20)\d\d)",
    ),
    ("weekday", rf"\b(?:on\s+|last\s+|this\s+|late\s+|early\s+)?(?P<weekday>{WEEKDAY})\b"),
    ("ago", rf"\b(?P<count>{SMALL})\s+(?P<unit>{UNIT})\s+(?P<way>ago|earlier|before|later|after)\b"),
    (
        "which",
        r"\b(?P<which>last|this|the\s+previous|the\s+following|the\s+same|that\s+same|that|the\s+next|earlier\s+this|later\s+that|earlier\s+that)\s+(?P<unit>day|week|month|year|summer|spring|autumn|fall|winter)\b",
    ),
    ("which", r"\b(?:the|a)\s+(?P<unit>day|week|month|year)\s+(?P<which>before|earlier|after|later)\b"),
    ("day", r"\b(?P<day>today|yesterday)\b"),
    ("recent", r"\b(?:recently|in\s+recent\s+(?:days|weeks|months|years))\b"),
]
COMPILED = [
    (
        kind,
        re.compile(
            pattern,
            re.IGNORECASE if kind in {"ago", "which", "day", "recent", "year", "season", "years", "decade"} else 0,
        ),
    )
    for kind, pattern in PATTERNS
]
OPEN_START = re.compile(
    r"(?:prior\s+to|before|until|till|by|up\s+to)\s+(?:the\s+end\s+of\s+)?(?:early\s+|late\s+|mid-?\s?)?$",
    re.IGNORECASE,
)
OPEN_END = re.compile(r"(?:since|from|after|as\s+of)\s+(?:early\s+|late\s+|mid-?\s?|at\s+least\s+)?$", re.IGNORECASE)
LEAD = re.compile(
    r"(?:\b(?:on|in|since|from|after|as\s+of|until|till|by|up\s+to|prior\s+to|before|during|at\s+the\s+end\s+of|early\s+in|late\s+in|earlier\s+in)\s+(?:early\s+|late\s+|mid-?\s?)?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Dated:
    """A date in words: its span, its bounds as days (None for an open end), and how they are known."""

    span: Span
    earliest: date | None
    latest: date | None
    basis: str


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _number(text: str) -> int | None:
    """Return a small number in digits or words, None where it says no more than several."""
    low = " ".join(text.lower().split())
    if low in {"a", "an", "one"}:
        return 1
    if low.isdigit():
        return int(low)
    value, _ = word_value(low)
    return int(value) if value is not None else None


def _minus(day: date, count: int, unit: str) -> tuple[date, date]:
    """Return the bounds of the unit that lies `count` units before (or, negative, after) a day."""
    if unit == "day":
        found = day - timedelta(days=count)
        return found, found
    if unit == "week":
        found = day - timedelta(weeks=count)
        monday = found - timedelta(days=found.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        index = day.year * 12 + day.month - 1 - count
        return _month(index // 12, index % 12 + 1)
    year = day.year - count * (10 if unit == "decade" else 1)
    return date(year, 1, 1), date(year, 12, 31)


class _Finder:
    """Goes through a text in order; remembers the last date, from which relative ones count."""

    def __init__(self, text: str, published: tuple[date | None, date | None]) -> None:
        self.text = text
        self.today = published[1] or published[0]
        self.exact = published[0] is not None and published[0] == published[1]
        self.last: tuple[date, date] | None = None
        self.year: int | None = self.today.year if self.today else None

    def without_year(self, month: int, day: int | None) -> int | None:
        """Return the year of a month or day: the last such one before publication, else the last year named."""
        if self.today is None:
            return self.year
        return self.today.year - ((month, day or 1) > (self.today.month, self.today.day))

    def resolve(self, kind: str, match: re.Match[str]) -> tuple[date, date, str] | None:
        """Return (first day, last day, basis) of a match, None where it cannot be resolved."""
        resolver = getattr(self, f"of_{kind}")
        found: tuple[date, date, str] | None = resolver({k: v for k, v in match.groupdict().items() if v})
        return found

    def of_month_day(self, parts: dict[str, str]) -> tuple[date, date, str] | None:
        month, day = MONTHS[parts["month"].rstrip(".").lower()[:3]], int(re.sub(r"\D", "", parts["day"]))
        year = int(parts["year"]) if "year" in parts else self.without_year(month, day)
        if year is None or day > calendar.monthrange(year, month)[1]:
            return None
        found = date(year, month, day)
        return found, found, "stated" if "year" in parts else "inferred"

    def of_month(self, parts: dict[str, str]) -> tuple[date, date, str] | None:
        month = MONTHS[parts["month"].rstrip(".").lower()[:3]]
        year = int(parts["year"]) if "year" in parts else self.without_year(month, None)
        return (*_month(year, month), "stated" if "year" in parts else "inferred") if year else None

    def of_season(self, parts: dict[str, str]) -> tuple[date, date, str]:
        first, last = SEASONS[parts["season"].lower()]
        year = int(parts["year"])
        return _month(year, first)[0], _month(year + (last < first), last)[1], "stated"

    def of_years(self, parts: dict[str, str]) -> tuple[date, date, str]:
        first, last = int(parts.get("year") or parts["year2"]), int(parts.get("last") or parts["last2"])
        return date(first, 1, 1), date(max(first, last), 12, 31), "stated"

    def of_decade(self, parts: dict[str, str]) -> tuple[date, date, str]:
        year = int(parts["year"])
        return date(year, 1, 1), date(year + 9, 12, 31), "stated"

    def of_year(self, parts: dict[str, str]) -> tuple[date, date, str]:
        year = int(parts["year"])
        return date(year, 1, 1), date(year, 12, 31), "stated"

    def of_weekday(self, parts: dict[str, str]) -> tuple[date, date, str] | None:
        if self.today is None or not self.exact:
            return None
        found = self.today - timedelta(days=(self.today.weekday() - WEEKDAYS[parts["weekday"].lower()]) % 7)
        return found, found, "relative"

    def of_ago(self, parts: dict[str, str]) -> tuple[date, date, str] | None:
        count, unit, way = _number(parts["count"]), parts["unit"].lower().rstrip("s"), parts["way"].lower()
        base = self.today if way == "ago" else (self.last[0] if self.last else None)
        if base is None:
            return None
        if count is None:
            return _minus(base, 6 if unit == "day" else 10, unit)[0], base, "relative"
        return (*_minus(base, count if way in {"ago", "earlier", "before"} else -count, unit), "relative")

    def of_which(self, parts: dict[str, str]) -> tuple[date, date, str] | None:
        which, unit = " ".join(parts["which"].lower().split()), parts["unit"].lower()
        now = which in {"last", "this", "earlier this"}
        base = self.today if now else (self.last[0] if self.last else None)
        if base is None or unit in SEASONS:
            return None
        if which in {"this", "the same", "that same", "that", "earlier this", "later that", "earlier that"}:
            first, last = _minus(base, 0, unit)
            return first, min(last, base) if now else last, "relative"
        back = which in {"last", "the previous", "before", "earlier"}
        return (*_minus(base, 1 if back else -1, unit), "relative")

    def of_day(self, parts: dict[str, str]) -> tuple[date, date, str] | None:
        if self.today is None or not self.exact:
            return None
        found = self.today - timedelta(days=parts["day"].lower() == "yesterday")
        return found, found, "relative"

    def of_recent(self, _: dict[str, str]) -> tuple[date, date, str] | None:
        return (date.min, self.today, "relative") if self.today else None

    def dated(self, kind: str, match: re.Match[str]) -> Dated | None:
        if kind == "iso":
            try:
                day = date.fromisoformat(match[0])
            except ValueError:
                return None
            found: tuple[date, date, str] | None = (day, day, "stated")
        else:
            found = self.resolve(kind, match)
        if found is None:
            return None
        first, last, basis = found
        self.last = (first if first != date.min else last, last)
        if basis == "stated":
            self.year = last.year
        return self.opened(match, kind, first, last, basis)

    def opened(self, match: re.Match[str], kind: str, first: date, last: date, basis: str) -> Dated:
        """Widen the bounds where the words leave an end open, and take the word before the date into its span."""
        start, end = match.span()
        inner = re.match(
            r"(prior\s+to|before|until|till|by|pre|since|from|after|as\s+of|post)\b", match[0], re.IGNORECASE
        )
        before = self.text[max(0, start - 40) : start]
        lead = LEAD.search(before)
        word = " ".join((inner[1] if inner else "").lower().split())
        opens_start = word in {"prior to", "before", "pre", "until", "till", "by"} or bool(OPEN_START.search(before))
        opens_end = word in {"since", "from", "after", "as of", "post"} or bool(OPEN_END.search(before))
        if lead and inner is None:
            start -= len(lead[0])
        strict = word in {"prior to", "before", "pre"} or re.search(r"(?:prior\s+to|before)\s+$", before, re.IGNORECASE)
        earliest: date | None = first if first != date.min else None
        latest: date | None = last
        if opens_start:
            earliest, latest = (
                None,
                first - timedelta(days=1) if strict and kind in {"year", "month", "years"} else last,
            )
        elif opens_end:
            earliest, latest = first, None
        return Dated((start, end), earliest, latest, basis)


def dates(text: str, published: tuple[date | None, date | None] = (None, None)) -> list[Dated]:
    """Return the dates of a text in order, resolved against each other and the day or days of publication."""
    matches: list[tuple[int, int, str, re.Match[str]]] = []
    for kind, pattern in COMPILED:
        matches += [(match.start(), -match.end(), kind, match) for match in pattern.finditer(text)]
    finder, found, at = _Finder(text, published), list[Dated](), 0
    for start, _, kind, match in sorted(matches, key=lambda one: one[:2]):
        if start >= at:
            dated = finder.dated(kind, match)
            if dated is not None:
                found.append(dated)
                at = match.end()
    return found
