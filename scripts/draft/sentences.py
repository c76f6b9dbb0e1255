"""The sentence around a span."""

import re
from itertools import pairwise

Span = tuple[int, int]  # 0-based, half-open, in code points

END = re.compile(r"[.!?][\"”’'»)\]]*\s+(?=[\"“‘'«(\[]?[A-Z0-9])|\n\s*\n\s*")
# A full stop behind one of these, or behind a single capital, ends no sentence.
SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|St|No|Nos|Jr|Sr|vs|etc|i\.e|e\.g))$")


def sentences(text: str) -> list[Span]:
    """Return the spans of all sentences, without the space between them."""
    ends = [match for match in END.finditer(text) if match[0].isspace() or not _shortened(text, match.start())]
    cuts = [0, *(match.end() for match in ends), len(text)]
    found = [(start, start + len(text[start:end].rstrip())) for start, end in pairwise(cuts)]
    return [(start, end) for start, end in found if start < end]


def _shortened(text: str, stop: int) -> bool:
    """Return whether the full stop at an offset belongs to an abbreviation or an initial."""
    return SHORT.search(text, max(0, stop - 6), stop) is not None


def context(text: str, spans: list[Span], span: Span) -> str:
    """Return the words of all sentences that a span touches, in one line."""
    touched = [text[start:end] for start, end in spans if start < span[1] and span[0] < end]
    return " ".join(" ".join(touched).split())
