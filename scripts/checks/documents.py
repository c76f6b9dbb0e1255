"""Rules on documents and on how events are related to them and to each other."""

from collections.abc import Iterator

from scripts.checks.lookup import by_key, joined, taking_part
from scripts.problem import Problem
from scripts.tables.table import Tables


def adopted_when_it_was_issued(tables: Tables) -> Iterator[Problem]:
    """The day of an adopted document lies within the dates of the act, unless an issue says why not."""
    pairs, events = tables["event_documents"], tables["events"]
    columns = ("event_id", "date_earliest", "date_latest", "issue")
    broken = {row for row, column in events.broken if column in columns}
    bounds = {event: its for row, event, *its in events.texts(events.sound("event_id"), *columns) if row not in broken}
    for row, event, issued in joined(pairs, "document_id", "event_id", tables["documents"], "issued"):
        earliest, latest, issue = bounds.get(event, (None, None, None))
        early = isinstance(earliest, str) and issued < earliest
        late = isinstance(latest, str) and issued > latest
        if pairs.cell(row, "relation") == "adopts" and (early or late) and not isinstance(issue, str):
            document = pairs.cell(row, "document_id")
            yield pairs.problem(row, "document_id", "adopted_at_another_time", document_id=document, issued=issued)


def documents_are_used(tables: Tables) -> Iterator[Problem]:
    """Every document stands in a row."""
    used = tables["event_documents"].known("document_id") | tables["quotes"].known("document_id")
    for row, document in tables["documents"].values("document_id"):
        if document not in used:
            yield tables["documents"].problem(row, "document_id", "unused_document", document_id=document)


def denials_deny_what_others_say(tables: Tables) -> Iterator[Problem]:
    """What an event denies is denied, or claimed by somebody else than who denies."""
    relations, events = tables["relations"], tables["events"]
    status, claimants = by_key(events, "status"), by_key(events, "claimed_by")
    pairs = [one for one in relations.values("event_id", "other_event_id", "relation") if one[-1] == "denies"]
    acting = taking_part(tables, {event for _, event, *_ in pairs})
    for row, event, other, _ in pairs:
        denied = status.get(other) in {"denied", None} or claimants.get(other) not in {None, *acting[event]}
        if not denied:
            yield relations.problem(row, "other_event_id", "denies_no_claim", other=other)


def parts_make_no_circle(tables: Tables) -> Iterator[Problem]:
    """Going up from part to whole comes to an end."""
    relations = tables["relations"]
    above: dict[str, set[str]] = {}
    for _, event, other, relation in relations.values("event_id", "other_event_id", "relation"):
        if relation == "part_of" and event != other:
            above.setdefault(event, set()).add(other)
    for row, event, other, relation in relations.values("event_id", "other_event_id", "relation"):
        reached, ahead = {other}, [other]
        while relation == "part_of" and event != other and ahead:
            new = above.get(ahead.pop(), set()) - reached
            reached |= new
            ahead += new
        if event in reached and event != other:
            yield relations.problem(row, "other_event_id", "part_circle", event_id=event, other=other)
