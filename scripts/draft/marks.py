"""Pair the quotation marks of an article, and divide it into sentences that they do not break."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from schemas.marks import DOUBLE, marks
from scripts.draft.sentences import sentences
from scripts.draft.words import Span

OPENING, CLOSING = "“«„‘", "”»’"
FILLER = "\ue000"  # stands for the characters inside marks
PARAGRAPHS_OF_A_VOICE = 3
SHORTEST_OPEN = 20  # characters of words behind a mark that is not closed in its paragraph


@dataclass(frozen=True)
class Marked:
    """Words in quotation marks: the span inside the marks, the span with them, and whether both marks are there."""

    inner: Span
    outer: Span
    closed: bool


def paragraphs(text: str) -> list[Span]:
    """Return the spans of paragraphs: lines divided by a blank line, or every line where none is wrapped."""
    found, start, at = [], 0, 0
    lines = text.split("\n")
    wrapped = sum(bool(a.strip()) and bool(b.strip()) for a, b in pairwise(lines)) > len(lines) / 3
    for line in lines:
        end = at + len(line)
        blank = not line.strip()
        if blank or not wrapped:
            if not blank and not wrapped:
                found.append((at, end))
            elif start < at:
                found.append((start, at - 1))
            start = end + 1
        at = end + 1
    if wrapped and start < len(text):
        found.append((start, len(text)))
    return [span for span in found if text[span[0] : span[1]].strip()]


def _opens(text: str, at: int) -> bool | None:
    """Return whether a mark opens (True) or closes (False), None where its neighbours do not say."""
    mark = text[at]
    if mark in OPENING:
        return True
    if mark in CLOSING:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    left = not before or before.isspace() or before in "([—–-/“‘\"'"
    right = not after or after.isspace() or after in ".,;:!?)]—–-”’\"'"
    return None if left == right else left


def _pairs(text: str, span: Span, positions: list[int], *, ignore_first: bool) -> list[Marked]:
    """Pair the marks of one paragraph; the outermost pairs are returned."""
    stack: list[int] = []
    found: list[Marked] = []
    for at in positions[1:] if ignore_first else positions:
        opens = _opens(text, at)
        kind = text[at] in DOUBLE
        same = next((i for i in range(len(stack) - 1, -1, -1) if (text[stack[i]] in DOUBLE) == kind), None)
        loose = len(stack) - 1 if stack and text[at] not in OPENING else None
        if opens is None:
            opens = same is None
        if opens and not (same is not None and text[at] not in OPENING and kind):
            stack.append(at)
            continue
        partner = same if same is not None else (loose if kind or text[at] == "’" else None)
        if partner is None:
            continue
        begin = stack[partner]
        del stack[partner:]
        if not stack:
            found.append(Marked((begin + 1, at), (begin, at + 1), closed=True))
    if stack:
        begin = stack[0]
        inside = [pair for pair in found if pair.outer[0] > begin]
        first = not text[span[0] : begin].strip()
        runs_on = text[begin] in '“"' and text[span[1] - 1] in ".!?" and span[1] - begin > SHORTEST_OPEN
        if not inside and (first or runs_on):
            found.append(Marked((begin + 1, span[1]), (begin, span[1]), closed=False))
    return found


def _voiced(text: str, spans: list[Span], by_paragraph: dict[Span, list[int]]) -> set[Span]:
    """Return the paragraphs of a reproduced article: many in a row that open with a mark and do not close it."""
    opening = []
    for span in spans:
        positions = by_paragraph[span]
        first = positions[0] if positions else -1
        opens = positions and not text[span[0] : first].strip() and text[first] in "\"“'‘"
        double = [at for at in positions if text[at] in DOUBLE]
        opening.append(bool(opens) and (len(double) % 2 == 1 or text[first] not in DOUBLE))
    runs: list[list[Span]] = [[]]
    for span, opens in zip(spans, opening, strict=True):
        if opens or (runs[-1] and not by_paragraph[span]):
            runs[-1].append(span)
        else:
            runs.append([])
    long = [run for run in runs if sum(bool(by_paragraph[span]) for span in run) >= PARAGRAPHS_OF_A_VOICE]
    return {span for run in long for span in run}


def marked(text: str) -> list[Marked]:
    """Return the outermost pairs of quotation marks; an opening mark of a paragraph may stay open to its end."""
    spans = paragraphs(text)
    positions = marks(text)
    by_paragraph = {
        span: positions[bisect_left(positions, span[0]) : bisect_left(positions, span[1])] for span in spans
    }
    voiced = _voiced(text, spans, by_paragraph)
    found: list[Marked] = []
    for span in spans:
        found += _pairs(text, span, by_paragraph[span], ignore_first=span in voiced)
    return found


def hidden(text: str, pairs: list[Marked]) -> str:
    """Return text of the same length in which the words inside marks are filler, so that they end no sentence."""
    out, at = [], 0
    for pair in pairs:
        start, end = pair.inner
        first = text[start : min(start + 1, end)]  # a capital shows that a sentence may begin here
        out += [text[at:start], first, FILLER * max(0, end - start - 1)]
        at = max(at, end)
    return "".join([*out, text[at:]])


def _stops(text: str, pairs: list[Marked]) -> set[int]:
    """Return the offsets behind closing marks at which a sentence ends: a stop inside and a new start behind."""
    found = set()
    for pair in pairs:
        end = pair.outer[1]
        last = text[pair.inner[0] : pair.inner[1]].rstrip()[-1:]
        behind = text[end : end + 3].lstrip()
        if (
            last in {".", "!", "?"}
            and (not behind or behind[0].isupper() or behind[0] in "“\"‘'")
            and text[end : end + 1].isspace()
        ):
            found.add(end)
    return found


def divided(text: str, hidden: str, pairs: list[Marked]) -> list[Span]:
    """Return the sentences of a text; marked words never divide one."""
    stops = sorted(_stops(text, pairs))
    found = []
    for start, end in sentences(hidden):
        cuts = [start, *stops[bisect_right(stops, start) : bisect_left(stops, end)], end]
        for a, b in pairwise(cuts):
            lead = len(text[a:b]) - len(text[a:b].lstrip())
            if text[a:b].strip():
                found.append((a + lead, b - (len(text[a:b]) - len(text[a:b].rstrip()))))
    return found
