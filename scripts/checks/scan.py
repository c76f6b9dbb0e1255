"""Find every quotation mark and every number of an article, and the numbers that are dates by rule."""

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

Span = tuple[int, int]  # 0-based, half-open, in code points

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("scan.toml").read_text(encoding="utf-8"))


def _any(*kinds: str) -> str:
    words = sorted((word for kind in kinds for word in WORDS[kind]), key=len, reverse=True)
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in words) + ")"


DIGITS = r"(?<!\d)\d{1,40}(?:[.,]\d{1,40}){0,12}(?:st|nd|rd|th)?"
WORD = rf"(?<!\w){_any('cardinals', 'scales', 'plurals', 'ordinals', 'parts')}(?!\w)"
NEXT = rf"(?:[ \u00a0-]{_any('cardinals', 'scales', 'plurals', 'ordinals', 'parts')}(?!\w))"
NUMBER = re.compile(rf"(?:{DIGITS}(?:[ \u00a0]{_any('scales', 'plurals')}(?!\w))?|{WORD}{NEXT}{{0,8}})", re.IGNORECASE)

DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
MONTH = rf"{_any('months')}\.?"
DATES = re.compile(
    rf"\b{MONTH}\s+{DAY}(?:,?\s+\(?{YEAR}\)?)?|(?<!\d){DAY}\s+(?:of\s+)?{MONTH}(?!\w)(?:,?\s+{YEAR})?|\b{MONTH},?\s+{YEAR}"
    r"|(?<!\d)\d{4}-\d\d-\d\d(?!\d)"
    rf"|(?<!\w)(?i:{_any('before_years')})[\s-]+{YEAR}(?:s\b)?(?![.,]\d)(?:[–-]{YEAR}|\s+(?:and|to)\s+{YEAR})?"
    r"|\[\d{1,3}\]"
)
DOUBLE = '“”"«»„‟'
SINGLE = "‘’'"
MARK = re.compile(rf"[{DOUBLE}{SINGLE}\n]")


def numbers(text: str) -> list[Span]:
    """Return the spans of all numbers: digits, ordinals, number words from two upward, half, dozen and the like."""
    return [match.span() for match in NUMBER.finditer(text)]


def digits_value(number: str) -> Decimal | None:
    """Return the value of a number written in digits, such as 42.74 million; None for one in words."""
    match = re.match(r"(\d+(?:,\d{3})*(?:\.\d+)?)(?:st|nd|rd|th)?(?:[ \u00a0](\w+))?$", number, re.IGNORECASE)
    if match is None:
        return None
    scale = WORDS["scales"].get((match[2] or "").lower().rstrip("s"), 0)
    return Decimal(match[1].replace(",", "")).scaleb(scale)


def dates(text: str) -> list[Span]:
    """Return the spans of calendar dates, years and footnote markers."""
    return [match.span() for match in DATES.finditer(text)]


def marks(text: str) -> list[int]:
    """Return the offsets of all quotation marks.

    A single mark between letters, or at the end of a word where none is open in its paragraph, is an apostrophe.
    """
    found, is_open = [], False
    for match in MARK.finditer(text):
        at = match.start()
        if match[0] == "\n":
            is_open = False
        elif match[0] in DOUBLE:
            found.append(at)
        else:
            kind = _single(text, at)
            if kind == "open" or (kind == "close" and is_open) or kind == "bare":
                found.append(at)
                is_open = kind == "open" or (is_open and kind == "bare")
    return found


def _single(text: str, at: int) -> str:
    """Say what a single mark is by its neighbours: inside a word, open, close (or apostrophe), or bare."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if (before.isalnum() and after.isalnum()) or re.match(r"\d\ds\b", text[at + 1 : at + 5]):
        return "inside"
    if before.isalnum():
        return "close"
    if text[at] != "’" and after and not after.isspace():
        return "open"
    return "bare"
