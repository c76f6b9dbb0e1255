"""The patterns of dates in English news, and their matches in a text."""

import calendar
import re
from collections.abc import Iterator

from scripts.checks.scan import WORDS

FULL = [name for name in calendar.month_name if name]
SHORT = [name for name in WORDS["months"] if name not in FULL]
MONTH = rf"(?:{'|'.join(FULL)}|(?:{'|'.join(SHORT)})\b\.?)"
YEAR = r"(?:1[89]|20)\d\d(?!\d|[.,]\d|\s?%)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SMALL = rf"(?:\d{{1,3}}|an?|one|{'|'.join(WORDS['cardinals'])}|several|a\s+few|few)"
UNIT = r"(?:day|week|month|year|decade)s?"
PATTERNS: list[tuple[str, str]] = [
    ("iso", r"\b(?P<iso>\d{4}-\d\d-\d\d)\b"),
    (
        "quarter",
        rf"\b(?:the\s+)?(?P<part>first|second|third|fourth|last)\s+(?P<of>quarter|half)(?:\s+of\s+(?:(?P<year>{YEAR})|(?P<which>the\s+year|this\s+year|last\s+year)))?",
    ),
    (
        "months",
        rf"\b(?:between|from)\s+(?P<month>{MONTH})\s+(?:and|to|until|through)\s+(?P<last>{MONTH})(?:,?\s+(?P<year>{YEAR}))?(?!\s+\d)",
    ),
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
    ("year", rf"(?:(?<=\()|(?<=\ba\s)|(?<=\bthe\s)|(?<=\bits\s)|(?<=\btheir\s))(?P<year>{YEAR})(?=\)|\s+[A-Za-z])"),
    ("weekday", rf"\b(?:on\s+|last\s+|this\s+|late\s+|early\s+)?(?P<weekday>{WEEKDAY})\b"),
    ("ago", rf"\b(?P<count>{SMALL})\s+(?P<unit>{UNIT})\s+(?P<way>ago|earlier|before|later|after)\b"),
    (
        "which",
        r"\b(?P<which>last|this|the\s+previous|the\s+following|the\s+same|that\s+same|that|the\s+next|next|earlier\s+this|later\s+that|earlier\s+that)\s+(?P<unit>day|week|month|year|summer|spring|autumn|fall|winter)\b",
    ),
    ("which", r"\b(?:the|a)\s+(?P<unit>day|week|month|year)\s+(?P<which>before|earlier|after|later)\b"),
    ("day", r"\b(?P<day>today|yesterday|last\s+night|overnight)\b"),
    (
        "day_of_month",
        r"\b(?:On|on)\s+the\s+(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?[A-Z]|\s+(?:anniversary|birthday))",
    ),
    ("past_season", r"\b(?P<which>last|this)\s+(?P<season>spring|summer|autumn|fall|winter)\b"),
    ("end_of", r"\b(?:by|before|until)\s+the\s+end\s+of\s+(?:the|this)\s+(?P<unit>week|month|year)\b"),
    ("recent", r"\b(?:recently|in\s+recent\s+(?:days|weeks|months|years))\b"),
]
# Kinds whose words are looked for in any case.
ANY_CASE = {"ago", "which", "day", "past_season", "end_of", "recent", "year", "season", "years", "decade", "months"}
ANY_CASE |= {"quarter"}
COMPILED = [(kind, re.compile(pattern, re.IGNORECASE if kind in ANY_CASE else 0)) for kind, pattern in PATTERNS]
RUN = re.compile(r"\d+|[^\W\d]+")  # every date begins where a run of digits or of letters does
DIGITS = "0"  # stands for all runs of digits
LETTERS = 3  # of a run of letters, by which patterns are chosen


def _key(run: str) -> str:
    return DIGITS if run[0].isdecimal() else run[:LETTERS].lower()


def _keys(pattern: str) -> set[str]:
    """Return the keys of the runs that a match can begin with, and more: of all that begin in the pattern."""
    plain = re.sub(r"\(\?P<\w+>|\\[^d]", " ", pattern)
    runs = re.findall(r"[A-Za-z]+", plain)
    keys = {_key(run) for whole in runs for run in (whole, whole[:-1]) if run}  # a last letter may be optional
    return keys | {DIGITS} if "\\d" in plain else keys


def _by_key() -> dict[str, list[int]]:
    """Return the places in COMPILED of the patterns that can begin with a run."""
    found: dict[str, list[int]] = {}
    for n, (_, pattern) in enumerate(COMPILED):
        for key in _keys(pattern.pattern):
            found.setdefault(key, []).append(n)
    return found


BY_KEY = _by_key()


def date_matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield (kind, match) of all that may be a date, in order, the longest first; of one pattern none overlap."""
    ends = [0] * len(COMPILED)
    for run in RUN.finditer(text):
        listed = BY_KEY.get(_key(run[0]))
        if listed is None:
            continue
        start = run.start()
        here: list[tuple[str, re.Match[str]]] = []
        for n in listed:
            kind, pattern = COMPILED[n]
            match = pattern.match(text, start) if start >= ends[n] else None
            if match is not None:
                ends[n] = match.end()
                here.append((kind, match))
        yield from sorted(here, key=lambda one: -one[1].end())
