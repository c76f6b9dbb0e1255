"""Find every number of an article, what it is worth, and the numbers that are dates by rule."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

Span = tuple[int, int]  # 0-based, half-open, in code points


class SpanSet:
    """A set of spans that can be asked whether one of them holds a given span.

    >>> (3, 5) in SpanSet([(0, 2), (2, 9)]), (1, 3) in SpanSet([(0, 2), (2, 9)])
    (True, False)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self.ends: list[int] = []
        self.starts: list[int] = []
        for start, end in sorted(spans):
            if not self.ends or end > self.ends[-1]:
                self.starts.append(start)
                self.ends.append(end)

    def __contains__(self, span: Span) -> bool:
        at = bisect_left(self.ends, span[1])
        return at < len(self.starts) and self.starts[at] <= span[0]


WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("scan.toml").read_text(encoding="utf-8"))


def any_of(*kinds: str) -> str:
    """Return a pattern of the words of these kinds, the longest first."""
    return f"(?:{phrases(word for kind in kinds for word in WORDS[kind])})"


def phrases(words: Iterable[str]) -> str:
    """Return a pattern of words or phrases, the longest first, whatever space stands between the words."""
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


PARTS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"  # one character each
SPACED = r"\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d{1,3}(?: 0\d\d)+(?!\d)"  # thousands parted by spaces
PLAIN = rf"\d{{1,40}}(?:[.,]\d{{1,40}}){{0,12}}(?:st|nd|rd|th|[{PARTS}])?"
DIGITS = rf"(?<![\d/])\d/\d(?![\d/])|(?<!\d)(?:{SPACED}|{PLAIN}|[{PARTS}])"
SCALE = rf"(?:[ \u00a0]{any_of('scales', 'plurals')}|[ \u00a0]?{any_of('abbreviations')}|[mkb])(?!\w)"
CARDINAL = any_of("cardinals", "scales", "plurals", "ordinals", "parts")
AND_MORE = rf"(?<=hundred)\s+and\s+(?:one|{any_of('cardinals', 'ordinals')})(?!\w)"
NEXT = rf"(?:[ \u00a0-]{CARDINAL}(?!\w)|(?<=ty)-one(?!\w)|{AND_MORE})"
AND_HALF = rf"{any_of('cardinals')}\s+and\s+a\s+(?:half|quarter)(?:\s+{any_of('scales')})?(?!\w)"
HALF = (
    rf"{any_of('plurals')}\s+of\s+{any_of('plurals')}(?!\w)|half\s+an?\s+{any_of('scales', 'parts')}(?!\w)|{AND_HALF}"
)
NUMBER = re.compile(
    rf"(?:(?:{DIGITS})(?:{SCALE})?|(?<!\w)(?:{HALF})|(?<!\w){CARDINAL}(?!\w){NEXT}{{0,8}})", re.IGNORECASE
)

DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
MONTH = rf"{any_of('months')}\.?"
DATES = re.compile(
    rf"\b{MONTH}\s+{DAY}(?:,?\s+\(?{YEAR}\)?)?|(?<!\d){DAY}\s+(?:of\s+)?{MONTH}(?!\w)(?:,?\s+{YEAR})?|\b{MONTH},?\s+{YEAR}"
    r"|(?<!\d)\d{4}-\d\d-\d\d(?!\d)|(?<![\d./])\d{1,2}([./])\d{1,2}\1(?:19|20)?\d\d(?![\d./]\d)"
    rf"|(?<!\d)(?:19|20)\d\d[–/-]\d\d(?![\d./–-])"
    rf"|(?<!\w)(?i:{any_of('before_years')})[\s-]+{YEAR}(?:s\b)?(?![.,]\d)(?:[–-]{YEAR}|\s+(?:and|to)\s+{YEAR})?"
    r"|\[\d{1,3}\]"
)


def numbers(text: str) -> list[Span]:
    """Return the spans of all numbers: digits, ordinals, number words from two upward, half, dozen and the like."""
    return [match.span() for match in NUMBER.finditer(text)]


def digits_value(number: str) -> Decimal | None:
    """Return the value of a number written in digits, such as 42.74 million or 1.2bn; None for one in words."""
    plain = re.sub(r"(?<=\d)[\u00a0\u202f ](?=\d{3})", "", number)
    match = re.match(
        r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:st|nd|rd|th)?(?:[ \u00a0]?([a-z]+))?$", plain, re.IGNORECASE
    )
    if match is None:
        return None
    word = (match[2] or "").lower()
    scale = WORDS["abbreviations"].get(word, WORDS["glued"].get(word, WORDS["scales"].get(word.rstrip("s"), 0)))
    return Decimal(match[1].replace(",", "")).scaleb(scale)


def dates(text: str) -> list[Span]:
    """Return the spans of calendar dates, years and footnote markers."""
    return [match.span() for match in DATES.finditer(text)]


def word_value(text: str) -> tuple[Decimal | None, bool]:
    """Return (value, whether ordinal) of a number in words, such as “twenty-five thousand” or “sixth”.

    The value is None where the words give none, as “dozens”, or are in a form that is not read.
    """
    parts = [part for part in re.split(r"[\s\u00a0-]+", text.lower()) if part != "and"]
    total, current, ordinal = Decimal(0), Decimal(0), False
    for part in parts:
        if part in WORDS["cardinals"] or part == "one":
            current += WORDS["cardinals"].get(part, 1)
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
        elif len(parts) == 1 and part in WORDS["times"] | WORDS["fractions"]:
            return Decimal(str((WORDS["times"] | WORDS["fractions"])[part])), False
        else:
            return None, False
    return total + current, ordinal


def _halves(number: str) -> Decimal | None:
    """Return the value of “half a million” or “two and a half million”."""
    match = re.fullmatch(r"(?:(\w+)\s+and\s+a\s+)?(half|quarter)(?:\s+an?)?(?:\s+(\w+))?", number.lower())
    if match is None or (match[1] is None and match[3] is None):
        return None
    whole = Decimal(WORDS["cardinals"].get(match[1], 0)) + Decimal(WORDS["fractions"][match[2]]) / 100
    return whole * 12 if match[3] == "dozen" else whole.scaleb(WORDS["scales"].get(match[3], 0))


def _part(number: str) -> set[Decimal]:
    """Return the percentage of a fraction, as exact as one may write it: “two-thirds”, “2/3”."""
    match = re.fullmatch(r"(\w+)[\s\u00a0-](\w+)", number.lower()) or re.fullmatch(r"(\d)/(\d)", number)
    if match is None:
        return set()
    above = WORDS["cardinals"].get(match[1], int(match[1]) if match[1].isdecimal() else None)
    below = WORDS["denominators"].get(match[2], int(match[2]) if match[2].isdecimal() else None)
    if not above or not below:
        return set()
    return {round(Decimal(100 * above) / Decimal(below), places) for places in (0, 1, 2)}


def number_values(number: str) -> set[Decimal]:
    """Return what a number of a text may be worth: none for “dozens”, two for “third”, a place or a part."""
    decimal_comma = re.sub(r"(?<=\d),(?=\d{1,2}(?:\D|$))", ".", number)
    found = {digits_value(number), digits_value(decimal_comma), _halves(number), *_part(number)} - {None}
    if not found:
        found = {word_value(number)[0]}
    if number.lower() in WORDS["fractions"]:
        found.add(Decimal(str(WORDS["fractions"][number.lower()])))
    if number[-1:].lower() == "m":  # millions or metres
        found.add(digits_value(number[:-1]))
    return {value for value in found if value is not None}


def is_part(number: str) -> bool:
    """Return whether a number is a part of a whole: “half”, “a third”, “three quarters”, “2/3”."""
    return bool(_part(number)) or number.lower().rstrip("s") in WORDS["fractions"]


OF_TIME = re.compile(
    rf"[\s-](?:{any_of('times_of')}|{MONTH})(?!\w)|\s+of\s+{MONTH}(?!\w)|:\d\d|\s*[ap]\.?m(?!\w)"
    rf"|(?<=0)s(?!\w)|\s+(?:{any_of('times_of_day')})(?!\w)"
    rf"|\s*(?:[/–-]|to|and|or)\s*(?:{DAY}\s+)?{MONTH}(?!\w)",
    re.IGNORECASE,
)
A_TIME = re.compile(rf".*[\s-]{any_of('times_of')}", re.IGNORECASE)  # “third quarter” is a number as a whole
PAST = re.compile(r"(?<!\w)(?:half|quarter|minutes)\s+(?:past|to)\s+$", re.IGNORECASE)
BEFORE_DAY = re.compile(
    rf"(?:(?<!\w)[QH]|\d:|\d[–/-]|(?<!\w)(?:on|the)\s+(?:the\s+)?|{MONTH}\s+(?:{DAY}\s*(?:[,–-]|and|to|or)\s*){{0,4}})$",
    re.IGNORECASE,
)


def of_time(text: str) -> list[Span]:
    """Return the spans of the numbers that date something or measure time: “Five days later”, “the 9th”, “2016”.

    >>> of_time("between 100 and 120 welders in 2024")
    [(31, 35)]
    """
    found = []
    for start, end in numbers(text):
        number = text[start:end]
        day = re.fullmatch(r"\d\d?(?:st|nd|rd|th)?", number) and BEFORE_DAY.search(text[:start])
        hour = PAST.search(text[:start])
        if re.fullmatch(YEAR, number) or day or hour or OF_TIME.match(text, end) or A_TIME.fullmatch(number):
            found.append((start, end))
    return found
