"""Find every number of an article, what it is worth, and the numbers that are dates by rule."""

import re
import tomllib
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

Span = tuple[int, int]  # 0-based, half-open, in code points

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("scan.toml").read_text(encoding="utf-8"))


def any_of(*kinds: str) -> str:
    """Return a pattern of the words of these kinds, the longest first."""
    return f"(?:{phrases(word for kind in kinds for word in WORDS[kind])})"


def phrases(words: Iterable[str]) -> str:
    """Return a pattern of words or phrases, the longest first, whatever space stands between the words."""
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


PARTS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"  # one character each
DIGITS = rf"(?<!\d)(?:\d{{1,40}}(?:[.,]\d{{1,40}}){{0,12}}(?:st|nd|rd|th|[{PARTS}])?|[{PARTS}])"
WORD = rf"(?<!\w){any_of('cardinals', 'scales', 'plurals', 'ordinals', 'parts')}(?!\w)"
NEXT = rf"(?:[ \u00a0-]{any_of('cardinals', 'scales', 'plurals', 'ordinals', 'parts')}(?!\w))"
HALF = rf"half\s+an?\s+{any_of('scales', 'parts')}(?!\w)|{any_of('cardinals')}\s+and\s+a\s+(?:half|quarter)(?!\w)"
NUMBER = re.compile(
    rf"(?:{DIGITS}(?:[ \u00a0]{any_of('scales', 'plurals')}(?!\w))?|(?<!\w)(?:{HALF})|{WORD}{NEXT}{{0,8}})",
    re.IGNORECASE,
)

DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
MONTH = rf"{any_of('months')}\.?"
DATES = re.compile(
    rf"\b{MONTH}\s+{DAY}(?:,?\s+\(?{YEAR}\)?)?|(?<!\d){DAY}\s+(?:of\s+)?{MONTH}(?!\w)(?:,?\s+{YEAR})?|\b{MONTH},?\s+{YEAR}"
    r"|(?<!\d)\d{4}-\d\d-\d\d(?!\d)"
    rf"|(?<!\w)(?i:{any_of('before_years')})[\s-]+{YEAR}(?:s\b)?(?![.,]\d)(?:[–-]{YEAR}|\s+(?:and|to)\s+{YEAR})?"
    r"|\[\d{1,3}\]"
)


def numbers(text: str) -> list[Span]:
    """Return the spans of all numbers: digits, ordinals, number words from two upward, half, dozen and the like."""
    return [match.span() for match in NUMBER.finditer(text)]


def digits_value(number: str) -> Decimal | None:
    """Return the value of a number written in digits, such as 42.74 million; None for one in words."""
    match = re.match(
        r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:st|nd|rd|th)?(?:[ \u00a0](\w+))?$", number, re.IGNORECASE
    )
    if match is None:
        return None
    scale = WORDS["scales"].get((match[2] or "").lower().rstrip("s"), 0)
    return Decimal(match[1].replace(",", "")).scaleb(scale)


def dates(text: str) -> list[Span]:
    """Return the spans of calendar dates, years and footnote markers."""
    return [match.span() for match in DATES.finditer(text)]


def word_value(text: str) -> tuple[Decimal | None, bool]:
    """Return (value, whether ordinal) of a number in words, such as “twenty-five thousand” or “sixth”.

    The value is None where the words give none, as “dozens”, or are in a form that is not read.
    """
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
        elif len(parts) == 1 and part in WORDS["times"] | WORDS["fractions"]:
            return Decimal(str((WORDS["times"] | WORDS["fractions"])[part])), False
        else:
            return None, False
    return total + current, ordinal


def number_values(number: str) -> set[Decimal]:
    """Return what a number of a text may be worth: none for “dozens”, two for “third”, a place or a part."""
    value = digits_value(number) or digits_value(re.sub(r"(?<=\d),(?=\d{1,2}(?:\D|$))", ".", number))
    found = {value, word_value(number)[0]} if value is None else {value}
    if number.lower() in WORDS["fractions"]:
        found.add(Decimal(str(WORDS["fractions"][number.lower()])))
    return {value for value in found if value is not None}


OF_TIME = re.compile(
    rf"[\s-](?:{any_of('times_of')}|{MONTH})(?!\w)|\s+of\s+{MONTH}(?!\w)|\s*(?:[/–-]|to|and|or)\s*(?:{DAY}\s+)?{MONTH}(?!\w)",
    re.IGNORECASE,
)
A_TIME = re.compile(rf".*[\s-]{any_of('times_of')}", re.IGNORECASE)  # “third quarter” is a number as a whole
BEFORE_DAY = re.compile(
    rf"(?:(?<!\w)(?:on|the)\s+(?:the\s+)?|{MONTH}\s+(?:{DAY}\s*(?:[,–-]|and|to|or)\s*){{0,4}})$", re.IGNORECASE
)


def of_time(text: str) -> list[Span]:
    """Return the spans of the numbers that date something or measure time: “Five days later”, “the 9th”, “2016”.

    >>> of_time("between 100 and 120 welders in 2024")
    [(31, 35)]
    """
    found = []
    for start, end in numbers(text):
        number = text[start:end]
        day = re.fullmatch(r"[12]?\d(?:st|nd|rd|th)?|3[01](?:st)?", number) and BEFORE_DAY.search(text[:start])
        if re.fullmatch(YEAR, number) or day or OF_TIME.match(text, end) or A_TIME.fullmatch(number):
            found.append((start, end))
    return found
