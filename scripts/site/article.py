"""The page of one article: its text with the coded spans marked, its rows beside it, and the accounting."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scripts.draft.sentences import sentences
from scripts.site.edition import Cell, Edition
from scripts.site.evidence import hidden
from scripts.site.lists import GROUPS
from scripts.site.resources import ANCHOR, web_address
from scripts.site.times import days
from scripts.spans import Anchor, Segment, Span, anchors, lines, segments
from scripts.tables.table import DATES, Row

NO_FACT = ANCHOR | {"coding", "label", "date_precision"}
SHOWN_OF_SOURCE = {"source_id", "title", "path", "sha256"}  # on the page already, or of no use to a reader
DEEPEST = 2  # spans of one kind that lie over each other and are still drawn apart

Piece = dict[str, Any] | None  # what the template needs of a segment; None where text is left out


@dataclass(frozen=True)
class Fact:
    """A value on a card: the column's title, and whether the value, being a code, speaks for itself."""

    title: str
    cell: Cell
    coded: bool


def windows(text: str, rows: list[Anchor]) -> list[Span]:
    """Return the sentences that a span touches, those beside each other as one."""
    merged: list[Span] = []
    for start, end in sentences(text):
        if any(row.start < end and start < row.end for row in rows):
            beside = merged and not text[merged[-1][1] : start].strip()
            merged.append((merged.pop()[0] if beside else start, end))
    return merged


def _shown(text: str, span: Span, marks: list[Span]) -> str:
    """Return the words of a span without the marks of links."""
    cuts = [
        at
        for start, end in marks
        for at in (max(start, span[0]), min(end, span[1]))
        if start < span[1] and span[0] < end
    ]
    edges = [span[0], *cuts, span[1]]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _piece(text: str, segment: Segment, marks: list[Span]) -> Piece:
    """Return a segment as the template needs it; spans of one kind within each other are drawn apart."""
    kinds = [row.table for row in segment.rows]
    return {
        "text": _shown(text, (segment.start, segment.end), marks),
        "marks": [f"{kind} level-{min(kinds[:at].count(kind), DEEPEST)}" for at, kind in enumerate(kinds)],
        "rows": [row.key for row in segment.rows],
        "beginning": segment.beginning,
    }


def paragraphs(text: str, rows: list[Anchor], shown: list[Span]) -> list[tuple[list[Piece], list[Anchor]]]:
    """Return each line of a text, as far as it is shown, with the rows that begin in it."""
    found: list[tuple[list[Piece], list[Anchor]]] = []
    left_out, marks = False, hidden(text)
    for _, (start, end) in lines(text):
        pieces: list[Piece] = []
        at = start
        for first, last in shown:
            window = max(start, first), min(end, last)
            if window[0] < window[1]:
                left_out = left_out or bool(text[at : window[0]].strip())
                pieces += [None] if left_out else []
                pieces += [_piece(text, segment, marks) for segment in segments(rows, window)]
                left_out, at = False, window[1]
        left_out = left_out or bool(text[at:end].strip())
        if pieces:
            found.append((pieces, [row for row in rows if start <= row.start < end]))
    if found and left_out:
        found[-1][0].append(None)
    return found


def _facts(edition: Edition, anchor: Anchor) -> dict[str, Fact]:
    """Return what a row says by column: codes first, then its time, then all else."""
    resource = edition.resources[anchor.table]
    found = {
        field.name: Fact(field.title, cell, bool(field.codes) and not field.later)
        for field in resource.fields
        if field.name not in NO_FACT | set(resource.key)
        and anchor.row[field.name] != anchor.key
        and (cell := edition.cell(field, anchor.row))
    }
    for first, last in DATES.items():
        since, until = (fact.cell.text if fact else None for fact in (found.pop(first, None), found.pop(last, None)))
        if words := days(since, until):
            found[first] = Fact(first.partition("_")[0].capitalize(), Cell(words), coded=False)
    return dict(sorted(found.items(), key=lambda fact: (not fact[1].coded, fact[0] not in DATES)))


def _related(edition: Edition, anchor: Anchor) -> Iterator[Fact]:
    """Yield what a row has to do with rows of other tables than actors: the relation, and a link to each."""
    for join in edition.joins.get(anchor.table, {}).values():
        for relation, keys in join.by_key.get(anchor.key, {}).items() if join.table != "actors" else ():
            for key in keys:
                yield Fact(str(relation).replace("_", " ").capitalize(), edition.entitled(join.table, key), coded=False)


def card(edition: Edition, anchor: Anchor) -> dict[str, Any]:
    """Return a row as the template shows it beside the text: who takes part, or else the first link, leads."""
    facts, taking_part = _facts(edition, anchor), edition.taking_part(anchor.table, anchor.key)
    lead = next(
        (name for name, fact in facts.items() if not taking_part and fact.cell.href and not fact.cell.code), None
    )
    return {
        "row": anchor,
        "label": anchor.row.get("label") and edition.row(anchor.table, anchor.row),
        "live": edition.live(anchor.row),
        "taking_part": taking_part,
        "lead": facts.pop(lead).cell if lead else None,
        "group": GROUPS.get(anchor.row.get("status")),
        "facts": [*facts.values(), *_related(edition, anchor)],
    }


def article(edition: Edition, source: Row) -> dict[str, Any]:
    """Return what the template of an article's page needs."""
    source_id, url = str(source["source_id"]), source["url"] or ""
    text, whole = edition.texts.get(source_id, ""), source_id in edition.whole
    rows = anchors(edition.tables, source_id)
    fields = [field for field in edition.resources["sources"].fields if field.name not in SHOWN_OF_SOURCE]
    stem = str(source["path"]).removesuffix(".txt")
    return {
        "key": source_id,
        "title": source["title"] or source_id,
        "source": [(field.title, cell) for field in fields if (cell := edition.cell(field, source))],
        "account": edition.accounts.get(source_id),
        "problems": [problem for problem in edition.problems if problem.file.startswith(stem)],
        "whole": whole,
        "address": url if web_address(url) else None,
        "paragraphs": [
            {"pieces": pieces, "cards": [card(edition, row) for row in here]}
            for pieces, here in paragraphs(text, rows, [(0, len(text))] if whole else windows(text, rows))
        ],
    }
