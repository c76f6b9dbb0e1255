"""Read the words around a number: its unit, how exact it is, how it changed, and the noun that it counts."""

import re
from typing import NamedTuple

from scripts.checks.figure_words import MONEY_WORDS
from scripts.checks.measures import CURRENCIES
from scripts.checks.scan import WORDS, numbers
from scripts.draft.words import Span, any_of, words

LISTED = [(code, word) for lists in (WORDS["units"], words("units")) for code, one in lists.items() for word in one]
WRITTEN = {word: codes[0] for word, codes in MONEY_WORDS.items()} | {word: code for code, word in LISTED}
UNITS = {word.lower(): code for word, code in WRITTEN.items()}
SIGNS = [word for word in WRITTEN if re.search(r"[^\w\s.%²-]", word)]  # of money
NAMED = [word for word in WRITTEN if word not in SIGNS and word != "%"]
UNIT = re.compile(rf"[\s\u00a0-]*(?P<unit>%|{any_of(SIGNS)}(?!\s?\d)|(?:(?i:{any_of(NAMED)})|[A-Z]{{3}})(?!\w))")
SYMBOL = re.compile(rf"(?P<symbol>{any_of(SIGNS)}|(?<!\w)[A-Z]{{3}})\s?$")
QUALIFIERS = {
    word: code for lists in (WORDS["qualifiers"], words("qualifiers")) for code, one in lists.items() for word in one
}
QUALIFIER = re.compile(rf"(?<!\w)(?P<qualifier>{any_of(QUALIFIERS)})\s+(?:the\s+)?$", re.IGNORECASE)
FALL = any_of([*WORDS["down"], *words("fall")["words"]])
THAN = r"(?:\s+than(?:\s+in)?\s+(?P<base>[\w’' ]{2,40}?)(?=[.,;)]|$))?"
LESS = re.compile(rf"\s+{FALL}\b{THAN}", re.IGNORECASE)
MORE = re.compile(rf"\s+(?:more|higher|up)\b{THAN}", re.IGNORECASE)
SINCE = re.compile(r"\s+(?:since|from|compared\s+(?:to|with)|against)\s+(?P<base>\d{4})\b", re.IGNORECASE)
ADVERBS = r"(?:(?:[a-z]+ly|further|another|an?|the|additional|sharp|steep|record|total)\s+){0,3}"
FELL = re.compile(rf"\b{FALL}\s+{ADVERBS}(?P<by>(?:of|by)\s+{ADVERBS})?$", re.IGNORECASE)
RISE = re.compile(
    r"\b(?:an?\s+)?(?:increase|rise|growth|jump|gain|surge|decline|decrease|drop|fall|reduction|cut)\s+(?:of|by)\s+$",
    re.IGNORECASE,
)
STOP = set(words("small")["stop"])
ENDED = re.compile(r"[a-z]+ed|last|next")  # behind a noun these say what was done, or when
WORD = re.compile(r"[\s\u00a0]+([A-Za-z][\w’'.&-]*)")


class Unit(NamedTuple):
    """The unit of a number, where number and unit begin and end, and the span of a symbol that is counted (“GB”)."""

    code: str
    begin: int
    end: int
    symbol: Span | None = None


def unit_before(text: str, start: int) -> tuple[str, int] | None:
    """Return (currency, where its sign begins) before an offset."""
    found = SYMBOL.search(text, max(0, start - 6), start)
    if found is None:
        return None
    code = WRITTEN.get(found["symbol"], found["symbol"])
    return (code, found.start()) if code in CURRENCIES else None


def unit_behind(text: str, end: int) -> tuple[str, Span] | None:
    """Return (unit, span of its word) behind an offset; a symbol that is counted stands right there."""
    found = UNIT.match(text, end)
    if found is None:
        return None
    word = " ".join(found["unit"].split())
    code = UNITS.get(word.lower()) or (word if word in CURRENCIES else None)
    glued = found.start("unit") == end or len(word) > 1  # “5 W” may begin a name
    if code is None or (code == "count" and not (glued and word in words("units")["count"])):
        return None
    return code, found.span("unit")


def unit(text: str, start: int, end: int) -> Unit:
    """Return the unit of the number between two offsets; count where no sign or word says another."""
    if before := unit_before(text, start):
        return Unit(before[0], before[1], end)
    if behind := unit_behind(text, end):
        code, span = behind
        return Unit(code, start, span[1], span if code == "count" else None)
    return Unit("count", start, end)


def qualifier(text: str, start: int) -> tuple[str, int]:
    """Return (code, where it begins) of the qualifier in front of an offset; exact where there is none."""
    found = QUALIFIER.search(text, max(0, start - 40), start)
    if found is None:
        return "exact", start
    return QUALIFIERS.get(" ".join(found["qualifier"].lower().split()), "about"), found.start()


def change(text: str, begin: int, end: int, *, is_ratio: bool) -> tuple[int, int, int, str | None]:
    """Return (begin, end, sign, base) of a quantity with the words of change around it.

    A rate may stand without “by”: in “fell 9%” it is a change, in “lost 9 ships” it is none.
    """
    sign, base = 1, None
    fell = FELL.search(text, max(0, begin - 40), begin)
    if fell is not None and (is_ratio or (fell["by"] or "").startswith("by")):
        sign = -1
    if not is_ratio:
        return begin, end, sign, base
    for pattern, its_sign in ((LESS, -1), (MORE, 1)):
        if found := pattern.match(text, end):
            end, base, sign = found.end(), found["base"], its_sign
    if found := SINCE.match(text, end):
        end, base = found.end(), found["base"]
    if rise := RISE.search(text, max(0, begin - 24), begin):
        begin = rise.start()
    return begin, end, sign, base


def noun(text: str, at: int) -> Span | None:
    """Return the span of the noun phrase that begins behind an offset: up to five words with none of the small ones."""
    end, count, first = at, 0, None
    while count < 5 and (match := WORD.match(text, end)):
        word = match[1].rstrip(".,;:")
        if word.lower() in STOP or (count and (ENDED.fullmatch(word) or numbers(word))):
            break
        first = match.start(1) if first is None else first
        end, count = match.start(1) + len(word), count + 1
        if len(word) < len(match[1]) or text[end : end + 1] in {",", ".", ";", ":", ")"}:
            break
        if count > 1 and word.endswith("s") and not word.endswith(("ss", "’s", "'s", "us")) and word[0].islower():
            following = WORD.match(text, end)
            if following is None or not following[1].rstrip(".,;:").endswith("s"):
                break
    return (first, end) if first is not None and end > first else None
