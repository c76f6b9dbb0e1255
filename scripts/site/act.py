"""The page of an act: its reports with their words, what it has to do with other acts, documents and figures."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from scripts.site.edition import Cell, Edition
from scripts.site.lists import GROUPS, line, moment
from scripts.tables.table import Row

PAIRS = (  # what the page lists, the joining table, and its columns for this act's reports and for the other
    ("others", "relations", "event_id", "other_event_id"),
    ("by_others", "relations", "other_event_id", "event_id"),
    ("documents", "event_documents", "event_id", "document_id"),
)
Keyed = dict[str, list[Row]]


def _by(edition: Edition, table: str, column: str) -> Keyed:
    found: Keyed = defaultdict(list)
    for row in edition.tables[table]:
        found[str(row[column])].append(row)
    return found


def _report(edition: Edition, row: Row, quotes: dict[str, Row], figures: Keyed) -> dict[str, Any]:
    """Return one report of an act: whose it is, its words, and the statement and the figures that belong to it."""
    fields = edition.resources["events"].by_name
    shown = ("claimed_by", "date_text", "place", "issue", "note")
    event, quote = str(row["event_id"]), quotes.get(row["quote_id"] or "")
    words = " ".join((row["text"] or "").split())
    source = edition.by_key["sources"].get(str(row["source_id"]))
    return {
        "key": event,
        "source": edition.cell(fields["source_id"], row),
        "published": moment(source) if source else None,
        "at": edition.cell(fields["event_id"], row),
        "around": around.partition(words) if words in (around := edition.around(row) or words) else ("", words, ""),
        "live": edition.live(row),
        "facts": [(fields[name].title, cell) for name in shown if (cell := edition.cell(fields[name], row))],
        "quote": quote and line(edition, "quotes", quote),
        "figures": [line(edition, "figures", figure) for figure in figures[event]],
    }


def _pairs(edition: Edition, table: str, there: str, rows: list[Row], own: set[str]) -> list[tuple[Cell | None, Cell]]:
    """Return each relation with the other row, once; reports of one act tell of each other in their notes."""
    fields = edition.resources[table].by_name
    other = str(fields[there].references)
    found = [
        (edition.cell(fields["relation"], row), edition.entitled(other, str(row[there])))
        for row in rows
        if row[there] not in own
    ]
    return list(dict.fromkeys(found))


def acts(edition: Edition) -> Iterator[dict[str, Any]]:
    """Yield what the template needs of every act's page."""
    reports, figures = _by(edition, "events", "act_id"), _by(edition, "figures", "event_id")
    quotes = {str(row["quote_id"]): row for row in edition.tables["quotes"]}
    pairs = [(kind, table, there, _by(edition, table, here)) for kind, table, here, there in PAIRS]
    fields = edition.resources["acts"].by_name
    for row in edition.tables["acts"]:
        key = str(row["act_id"])
        events = {str(report["event_id"]) for report in reports[key]}
        yield {
            kind: _pairs(edition, table, there, [pair for event in sorted(events) for pair in by_event[event]], events)
            for kind, table, there, by_event in pairs
        } | {
            "key": key,
            "title": edition.entitled("acts", key).text,
            "group": GROUPS.get(row["status"]),
            "when": moment(row),
            "codes": [cell for name in ("status", "event_type", "topic") if (cell := edition.cell(fields[name], row))],
            "taking_part": edition.taking_part("acts", key),
            "reports": [_report(edition, one, quotes, figures) for one in reports[key]],
            "independent": row["independent_sources"],
        }
