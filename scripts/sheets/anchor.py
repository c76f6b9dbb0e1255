"""Find the words of a row in its article."""

import difflib
import re
from typing import Any, NamedTuple

from scripts.problem import shown

MARGIN = 20  # characters looked at on both sides of the nearest passage
MOST = 1000  # occurrences looked for
LONGEST = 600  # characters of a text whose nearest passage is looked for
LARGEST_ARTICLE = 100_000  # characters of an article in which it is looked for


class Missed(NamedTuple):
    """The code of the problem of a text that is not found, and the values of its words."""

    code: str
    values: dict[str, Any]


def find_all(article: str, text: str) -> list[int]:
    """Return the offsets, in code points, of the first MOST occurrences of text, overlapping ones too."""
    found: list[int] = []
    at = article.find(text)
    while at >= 0 and len(found) < MOST:
        found.append(at)
        at = article.find(text, at + 1)
    return found


def locate(article: str, text: str, occurrence: int | None, look_near: bool = True) -> int | Missed:
    """Return where the text begins in the article, or why that cannot be told."""
    starts = find_all(article, text)
    if not starts:
        return Missed("not_anchored", {"near": _nearest(article, text) if look_near else ""})
    if occurrence is None and len(starts) > 1:
        lines = sorted({article.count("\n", 0, start) + 1 for start in starts[:20]})
        return Missed("ambiguous", {"times": len(starts), "lines": ", ".join(map(str, lines))})
    if occurrence is not None and not 1 <= occurrence <= len(starts):
        times = "once" if len(starts) == 1 else f"{len(starts)} times"
        return Missed("no_such_occurrence", {"occurrence": occurrence, "times": times})
    return starts[(occurrence or 1) - 1]


def _nearest(article: str, text: str) -> str:
    """Describe the passage most like the text and the first words where they part."""
    if len(text) > min(LONGEST, len(article)) or len(article) > LARGEST_ARTICLE:
        return ""
    from rapidfuzz import fuzz

    alignment = fuzz.partial_ratio_alignment(text, article, score_cutoff=60)
    if alignment is None:
        return ""
    start = max(0, alignment.dest_start - MARGIN)
    near = _tokens(article[start : alignment.dest_end + MARGIN])
    sought = _tokens(text)
    blocks = difflib.SequenceMatcher(None, sought, near, autojunk=False).get_matching_blocks()
    if len(blocks) == 1:
        return ""
    first, last = blocks[0], blocks[-2]
    begin = max(0, first.b - first.a)
    passage = near[begin : last.b + last.size + len(sought) - last.a - last.size]
    line = article.count("\n", 0, start + len("".join(near[:begin]))) + 1
    return f"; nearest is line {line}, {shown(''.join(passage))}{_difference(sought, passage)}"


def _tokens(text: str) -> list[str]:
    """Split text into words, spaces and single other characters."""
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _difference(sought: list[str], passage: list[str]) -> str:
    matcher = difflib.SequenceMatcher(None, sought, passage, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            return f", which has {_or_nothing(passage[c:d])} where this has {_or_nothing(sought[a:b])}"
    return ""


def _or_nothing(tokens: list[str]) -> str:
    text = "".join(tokens)
    point = f" (U+{ord(text):04X})" if len(text) == 1 and not text.isalnum() else ""
    return f"{shown(text, 30)}{point}" if text else "nothing"
