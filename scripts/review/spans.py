"""Coded rows as spans of a text, and the text cut into segments wherever a span begins or ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

ANCHORED = ("events", "quotes", "figures")

Span = tuple[int, int]  # 0-based, half-open, in code points


@dataclass(frozen=True)
class Marked:
    """A coded row in its article: its table, its key and its span."""

    table: str
    key: str
    start: int
    end: int

    @property
    def label(self) -> str:
        """The row's short id, as in its sheet."""
        return self.key.rpartition("-")[2]


@dataclass(frozen=True)
class Segment:
    """Characters of a text over which the same rows lie: the outermost first; some begin or end with it."""

    start: int
    end: int
    rows: tuple[Marked, ...]
    beginning: tuple[Marked, ...]
    ending: tuple[Marked, ...]


def in_order(rows: Iterable[Marked]) -> list[Marked]:
    """Return rows in the order of the text, the longer of two that begin together first."""
    return sorted(rows, key=lambda row: (row.start, -row.end))


def segments(rows: list[Marked], window: Span) -> Iterator[Segment]:
    """Yield the segments of a window of the text, without gaps; spans that leave the window are cut at it."""
    here = [row for row in in_order(rows) if row.start < window[1] and window[0] < row.end]
    cuts = {min(max(at, window[0]), window[1]) for row in here for at in (row.start, row.end)} | set(window)
    over: list[Marked] = []
    waiting = here[::-1]
    for start, end in pairwise(sorted(cuts)):
        over = [row for row in over if row.end > start]
        while waiting and waiting[-1].start <= start:
            over.append(waiting.pop())
        ending = sorted((row for row in over if row.end == end), key=lambda row: (-row.start, row.end))
        beginning = [row for row in over if row.start == start]
        yield Segment(start, end, tuple(over), tuple(beginning), tuple(ending))


def lines(text: str) -> Iterator[tuple[int, Span]]:
    """Yield (number from 1, span) of every line that is not blank."""
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, (offset, offset + len(line))
        offset += len(line) + 1
