"""Say which words of a sentence are the statement, and whether words in marks are one."""

import re

from scripts.draft.attribution import Attribution, Frames
from scripts.draft.governing import THAT_CLAUSE, TOLD_WHOM
from scripts.draft.marks import Marked
from scripts.draft.words import Span

LEAD = re.compile(r"(?:but|and|that)\s+", re.IGNORECASE)
TITLED = re.compile(
    r"(?:titled|entitled|called|named|book|film|show|article|song|novel|headlined|headline)\s*,?\s*$", re.IGNORECASE
)
NEAR = 30  # characters before marked words in which a word of naming stands
SHORT_WORD = 3  # letters of words that have no capital in titles
SHORTEST = 5  # characters of a mixed statement
EDGES = ",;:—–"


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without space, leading conjunctions and closing stops."""
    while start < end and (text[start].isspace() or text[start] in EDGES):
        start += 1
    lead = LEAD.match(text, start, end)
    if lead:
        start = lead.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in EDGES + "."):
        end -= 1
    return start, end


def inner(text: str, pair: Marked) -> Span:
    """Return the span of the words inside marks, without the space around them."""
    start, end = pair.inner
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


# ---- words in marks


def standalone(text: str, pair: Marked) -> bool:
    """Return whether marked words can stand alone: a capital first and some length, or a stop at the end."""
    said = text[pair.inner[0] : pair.inner[1]].strip()
    tokens = said.split()
    return (
        bool(said)
        and (said[0].isupper() or said[0] in "[…‘'")
        and len(tokens) >= 4
        and (said[-1] in ".,?!…'’”\"" or len(tokens) > 8)
    )


def titled(text: str, pair: Marked) -> bool:
    """Return whether marked words are the title of a work: capitals throughout, or a word of naming before."""
    said = text[pair.inner[0] : pair.inner[1]]
    tokens = [word for word in re.findall(r"[A-Za-z][\w’'-]*", said) if len(word) > SHORT_WORD]
    if len(tokens) > 1 and sum(word[0].isupper() for word in tokens) >= 0.8 * len(tokens):
        return True
    return TITLED.search(text, max(0, pair.outer[0] - NEAR), pair.outer[0]) is not None


def closed(text: str, pair: Marked) -> bool:
    """Return whether marked words end as a statement does: with a stop inside the marks, or right behind them."""
    said = text[pair.inner[0] : pair.inner[1]].rstrip()
    return bool(said) and (said[-1] in ".,?!…’'" or text[pair.outer[1] : pair.outer[1] + 1] in {".", ","})


def is_direct(finder: Frames, sentence: Span, pair: Marked, found: Attribution, *, earlier: bool) -> bool:
    """Return whether marked words stand beside their attribution and not inside a clause.

    `earlier` says that a direct part of the sentence went before, which these words continue.
    """
    text = finder.text
    before = text[sentence[0] : pair.outer[0]].rstrip()
    if not closed(text, pair):
        return not pair.closed and not before
    if not before:
        return text[pair.inner[1] - 1] in ".,?!…’'"
    beside = before[-1] in ",:" or found.cue[1] == sentence[0] + len(before)
    return beside and (earlier or text[pair.inner[0]].isupper() or text[pair.inner[0]] in "[…‘'")


# ---- statements around them


def clause_span(finder: Frames, sentence: Span, found: Attribution) -> Span:
    """Return the clause that a sentence attributes: behind the frame, or before it."""
    text = finder.text
    if not found.after:
        return trimmed(text, sentence[0], found.frame[0])
    start = found.frame[1]
    rest = finder.hidden[start : sentence[1]]
    match = THAT_CLAUSE.match(rest)
    if match is None and text[found.cue[0] : found.cue[1]].lower().startswith("t"):
        match = TOLD_WHOM.match(rest)
    return trimmed(text, start + (match.end() if match else 0), sentence[1])


def mixed_span(
    finder: Frames, sentence: Span, rest: list[Marked], found: Attribution, direct: int | None
) -> Span | None:
    """Return the attributed clause around the marked words `rest`, None where it is too short.

    `direct` is the end of the last direct quote before them, None where there is none.
    """
    text = finder.text
    if not any(pair.outer[0] > found.frame[0] for pair in rest):
        start, end = trimmed(text, sentence[0], found.frame[0])
    elif found.after and (direct is None or direct + 1 <= found.frame[1]):
        start, end = clause_span(finder, sentence, found)
    else:
        start, end = trimmed(text, max(found.frame[1], (direct or 0) + 1), sentence[1])
    last = rest[-1].outer[1]
    if last > end or text[end:last].strip(".,”\"’'") == "":
        end = max(end, last)
    return (start, end) if end - start > SHORTEST else None
