"""Rules on the quotes that claimed acts rest on."""

from collections.abc import Iterator

from scripts.checks.lookup import by_key
from scripts.problem import Problem
from scripts.tables.table import Tables


def quotes_hold_what_is_claimed(tables: Tables) -> Iterator[Problem]:
    """The quote of a claimed act is of its source and by its claimant, unless the note says why not."""
    events, speakers = tables["events"], by_key(tables["quotes"], "speaker_id")
    sources = by_key(tables["quotes"], "source_id")
    rows = events.sound("quote_id", "claimed_by", beside=["source_id"])
    for row, quote, claimant, source, note in events.texts(rows, "quote_id", "claimed_by", "source_id", "note"):
        if sources.get(quote, source) != source:
            yield events.problem(row, "quote_id", "foreign_quote", quote_id=quote)
        elif speakers.get(quote, claimant) != claimant and not isinstance(note, str):
            yield events.problem(row, "quote_id", "quote_of_another", quote_id=quote, claimed_by=claimant)


def claims_name_their_quote(tables: Tables) -> Iterator[Problem]:
    """A claimed act whose words stand in a quote of the claimant names that quote, or another."""
    events, quotes = tables["events"], tables["quotes"]
    held: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    columns = ("source_id", "speaker_id", "start", "end", "quote_id")
    for _, source, speaker, start, end, quote in quotes.values(*columns):
        held.setdefault((source, speaker), []).append((int(start), int(end), quote))
    rows = events.sound("claimed_by", "start", "end", "status", beside=["source_id", "event_id"])
    beside = ("source_id", "claimed_by", "start", "end", "status", "quote_id", "coding")
    for row, source, claimant, start, end, status, given, coding in events.texts(rows, *beside):
        if isinstance(given, str) or status == "denied" or coding == "machine" or (row, "quote_id") in events.broken:
            continue
        spans = held.get((source, claimant), [])
        around = next((name for first, last, name in spans if first <= int(start) and int(end) <= last), None)
        if around is not None:
            yield events.problem(row, "quote_id", "quote_not_named", quote_id=around)
