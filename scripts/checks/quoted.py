"""Rules on the spans of quotes and figures: how they lie to each other, and who claims what stands in a quote."""

import re
from collections.abc import Iterator

from schemas.vocabularies import marked
from scripts.checks.lookup import bodies, by_key
from scripts.checks.scan import any_of
from scripts.problem import Problem
from scripts.tables.table import Table, Tables

HEARSAY = re.compile(rf"(?<!\w){any_of('hearsay')}(?!\w)", re.IGNORECASE)
OWN_VOICE = marked("status", "own_voice")


def spans_do_not_cross(tables: Tables) -> Iterator[Problem]:
    """Two figures of an article lie apart; two quotes too, or one lies in the other and is somebody else's."""
    for name, speaker in (("quotes", "speaker_id"), ("figures", "source_id")):
        table = tables[name]
        around: list[tuple[str, int, str, object, int]] = []  # source, end, key, speaker, start of those still open
        columns = ("source_id", "start", "end", table.schema.key[0], speaker)
        rows = table.texts(table.sound("start", "end", beside=columns[:4]), *columns)
        spans = sorted((source, int(start), -int(end), row, its, who) for row, source, start, end, its, who in rows)
        for source, start, minus_end, row, its, who in spans:
            while around and (around[-1][0] != source or around[-1][1] <= start):
                around.pop()
            same = around and around[-1][1] == -minus_end and around[-1][4] == start  # said elsewhere
            if around and not same and (around[-1][1] < -minus_end or around[-1][3] == who):
                yield table.problem(row, "text", "spans_cross", other=around[-1][2])
            around.append((source, -minus_end, its, who, start))


def _quoted(quotes: Table) -> dict[str, list[tuple[int, int, str]]]:
    """Return for each source the (start, end, speaker) of its quotes."""
    columns = ("start", "end", "speaker_id")
    found: dict[str, list[tuple[int, int, str]]] = {}
    rows = quotes.sound(*columns, beside=["source_id"])
    for _, source, start, end, speaker in quotes.texts(rows, "source_id", *columns):
        found.setdefault(source, []).append((int(start), int(end), speaker))
    return found


def _doers(tables: Tables) -> dict[str, set[str]]:
    """Return who does each event that is told in the article's own voice."""
    statuses = by_key(tables["events"], "status")
    found: dict[str, set[str]] = {}
    for _, event, actor, role in tables["participants"].values("event_id", "actor_id", "role"):
        if role == "actor" and statuses.get(event) in OWN_VOICE:
            found.setdefault(event, set()).add(actor)
    return found


def what_is_quoted_is_claimed(tables: Tables) -> Iterator[Problem]:
    """A figure or an event in a quote is claimed by whom the quote is of.

    An event that is marked as presupposed is not, nor one that stands for a document which it adopts, nor what the
    speaker, or a body that the speaker belongs to, is told to have done: who announces its own act does it.
    """
    doers, above = _doers(tables), by_key(tables["actors"], "member_of")
    quoted, pairs = _quoted(tables["quotes"]), tables["event_documents"]
    adopting = {event for _, event, relation in pairs.values("event_id", "relation") if relation == "adopts"}
    for table in (tables["figures"], tables["events"]):
        rows = table.sound("start", "end", beside=["source_id"])
        columns = ("source_id", "start", "end", "claimed_by", "issue", table.schema.key[0])
        for row, source, start, end, claimant, issue, key in table.texts(rows, *columns):
            begin, stop = int(start), int(end)
            around = [quote for quote in quoted.get(source, ()) if quote[0] <= begin and stop <= quote[1]]
            if not around or issue == "presupposed" or key in adopting or (row, "claimed_by") in table.broken:
                continue
            *_, speaker = min(around, key=lambda quote: quote[1] - quote[0])
            announced = not isinstance(claimant, str) and not doers.get(key, set()).isdisjoint(bodies(speaker, above))
            if speaker != claimant and not announced:
                yield table.problem(row, "claimed_by", "claimant_of_quote", claimed_by=claimant, speaker=speaker)


def hearsay_is_not_told_as_fact(tables: Tables) -> Iterator[Problem]:
    """What a word of hearsay stands in has not occurred in the article's own voice."""
    events = tables["events"]
    for row, text, status in events.values("text", "status"):
        if status in OWN_VOICE and (word := HEARSAY.search(text)) is not None:
            yield events.problem(row, "status", "status_in_words", status=status, word=word[0])
