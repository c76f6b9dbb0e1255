"""The coded rows of an article as spans of its text, and the text cut into segments wherever a span begins or ends."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from schemas import ANCHORED, TABLES
from scripts.tables.table import Row

Span = tuple[int, int]  # 0-based, half-open, in code points


@dataclass(frozen=True)
class Anchor:
    """Where a coded row rests in its article: its table, its key and its span, with the row itself."""

    table: str
    key: str
    start: int
    end: int
    row: Row = field(default_factory=dict, compare=False)

    @property
    def label(self) -> str:
        """The row's short id, as in its sheet."""
        return self.key.rpartition("-")[2]


@dataclass(frozen=True)
class Segment:
    """Characters of a text over which the same rows lie: the outermost first; some begin or end with it."""

    start: int
    end: int
    rows: tuple[Anchor, ...]
    beginning: tuple[Anchor, ...]
    ending: tuple[Anchor, ...]


def in_order(anchors: list[Anchor]) -> list[Anchor]:
    """Return rows in the order of the text, the longer of two that begin together first."""
    return sorted(anchors, key=lambda row: (row.start, -row.end))


def anchors(tables: Mapping[str, list[Row]], source_id: str) -> list[Anchor]:
    """Return the coded rows that have a place in the text of a source, in its order."""
    found = []
    for name in ANCHORED:
        for row in tables[name]:
            start, end = row["start"], row["end"]
            if row["source_id"] == source_id and start and end:
                found.append(Anchor(name, str(row[TABLES[name].key[0]]), int(start), int(end), row))
    return in_order(found)


def segments(anchors: list[Anchor], window: Span) -> Iterator[Segment]:
    """Yield the segments of a window of the text, without gaps; spans that leave the window are cut at it."""
    here = [row for row in in_order(anchors) if row.start < window[1] and window[0] < row.end]
    cuts = {min(max(at, window[0]), window[1]) for row in here for at in (row.start, row.end)} | set(window)
    for start, end in pairwise(sorted(cuts)):
        over = [row for row in here if row.start < end and start < row.end]
        beginning = [row for row in over if row.start == start]
        ending = sorted((row for row in over if row.end == end), key=lambda row: (-row.start, row.end))
        yield Segment(start, end, tuple(over), tuple(beginning), tuple(ending))


def lines(text: str) -> Iterator[tuple[int, Span]]:
    """Yield (number from 1, span) of every line that is not blank."""
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, (offset, offset + len(line))
        offset += len(line) + 1
