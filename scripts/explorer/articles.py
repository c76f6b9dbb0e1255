"""The page of one article: its text with the coded spans marked, its rows beside it, and the accounting."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.explorer.cells import Cell, Cells, Row, rows
from scripts.explorer.edition import Edition
from scripts.explorer.joins import Groups, Join, joined
from scripts.explorer.resources import ANCHOR
from scripts.extract.sentences import sentences
from scripts.review.spans import ANCHORED, Marked, Segment, Span, in_order, lines, segments
from scripts.review.tables import DATES

UP = "../"
LEFT_OUT = ANCHOR | {"coding"}
DEEPEST = 2  # spans of one kind that lie over each other and are still drawn apart


@dataclass(frozen=True)
class Piece:
    """A segment on the page: its characters, the classes of its marks (outermost first), and whose span it is."""

    text: str
    marks: tuple[str, ...]
    keys: tuple[str, ...]
    beginning: tuple[Marked, ...]


@dataclass(frozen=True)
class Fact:
    """A value on a card: its column, the column's title, and whether the value, being a code, speaks for itself."""

    column: str
    title: str
    cell: Cell
    coded: bool


@dataclass(frozen=True)
class Card:
    """A coded row beside the text."""

    row: Marked
    taking_part: Groups
    facts: list[Fact]


@dataclass
class Paragraph:
    """A line of the article as far as it is shown, with the rows that begin in it.

    `gap` says that text is left out before it, `cut` that it is the last line shown and text is left out behind it.
    """

    number: int
    gap: bool = False
    cut: bool = False
    pieces: list[Piece] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)


def spans(edition: Edition, source_id: str) -> dict[Marked, Row]:
    """Return the coded rows of a source that have a place in its text, in its order."""
    found = {}
    for name in ANCHORED:
        key = edition.resources[name].key[0]
        cells = edition.tables[name]
        for row in rows(cells[cells["source_id"] == source_id]):
            if row["start"] and row["end"]:
                found[Marked(name, str(row[key]), int(row["start"]), int(row["end"]))] = row
    return {span: found[span] for span in in_order(found)}


def windows(text: str, marked: list[Marked], whole: bool) -> list[Span]:
    """Return the parts of a text that may be shown: all of it, or the sentences that a span touches."""
    if whole:
        return [(0, len(text))]
    kept = [
        (start, end) for start, end in sentences(text) if any(row.start < end and start < row.end for row in marked)
    ]
    merged: list[Span] = []
    for start, end in kept:
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _marks(segment: Segment) -> tuple[str, ...]:
    """Return the classes of the marks over a segment; spans of one kind within each other are drawn apart."""
    depth: dict[str, int] = {}
    found = []
    for row in segment.rows:
        level = min(depth.get(row.table, 0), DEEPEST)
        depth[row.table] = level + 1
        found.append(f"{row.table} level-{level}")
    return tuple(found)


def _pieces(text: str, marked: list[Marked], shown: Span) -> Iterator[Piece]:
    for segment in segments(marked, shown):
        keys = tuple(row.key for row in segment.rows)
        yield Piece(text[segment.start : segment.end], _marks(segment), keys, segment.beginning)


class Articles:
    """Makes the pages of articles."""

    def __init__(self, edition: Edition, cells: Cells) -> None:
        self.edition, self.cells = edition, cells
        self.joins: dict[str, Join | None] = {
            name: joined(edition, resource) for name, resource in edition.resources.items()
        }

    def card(self, span: Marked, row: Row) -> Card:
        """Return the card of a row."""
        resource, join = self.edition.resources[span.table], self.joins[span.table]
        facts = []
        for column in resource.fields:
            cell = self.cells.cell(column, row, UP)
            if cell is not None and column.name not in LEFT_OUT | set(resource.key):
                facts.append(Fact(column.name, column.title, cell, bool(column.codes) and not column.later))
        facts = _days_together(facts)
        return Card(span, join.by_key.get(span.key, []) if join else [], facts)

    def paragraphs(self, source_id: str) -> Iterator[Paragraph]:
        """Yield the article's lines as far as they may be shown."""
        text, placed = self.edition.texts[source_id], spans(self.edition, source_id)
        marked = list(placed)
        shown = windows(text, marked, source_id in self.edition.whole)
        gap, paragraph = False, None
        for number, (start, end) in lines(text):
            here = [(max(start, first), min(end, last)) for first, last in shown if first < end and start < last]
            left_out = _left_out(text, (start, end), here)
            if not here:
                gap = True
                continue
            paragraph = Paragraph(number, gap)
            for at, window in enumerate(here):
                if left_out[at]:
                    paragraph.gap = paragraph.gap or at == 0
                    paragraph.pieces += [Piece(" […] ", (), (), ())] if at else []
                paragraph.pieces += _pieces(text, marked, window)
            gap = left_out[-1]
            paragraph.cards = [self.card(row, placed[row]) for row in marked if start <= row.start < end]
            yield paragraph
        if paragraph is not None:
            paragraph.cut = gap


def _days_together(facts: list[Fact]) -> list[Fact]:
    """Return facts with a first and a last day as one, codes before all others."""
    days = {fact.column: fact.cell.text for fact in facts}
    dated = []
    for first, last in DATES.items():
        bounds = days.get(first), days.get(last)
        words = {(False, True): f"until {bounds[1]}", (True, False): f"from {bounds[0]}"}
        both = bounds[0] if bounds[0] == bounds[1] else f"{bounds[0]} to {bounds[1]}"
        if any(bounds):
            text = words.get((bool(bounds[0]), bool(bounds[1])), both)
            dated.append(Fact(first, first.partition("_")[0].capitalize(), Cell(str(text)), coded=False))
    rest = [fact for fact in facts if fact.column not in {*DATES, *DATES.values()}]
    return [*(fact for fact in rest if fact.coded), *dated, *(fact for fact in rest if not fact.coded)]


def _left_out(text: str, line: Span, here: list[Span]) -> list[bool]:
    """Return whether words are left out before each part shown of a line, and behind the last."""
    edges = [line[0], *(at for part in here for at in part), line[1]]
    return [bool(text[edges[at] : edges[at + 1]].strip()) for at in range(0, len(edges), 2)]
