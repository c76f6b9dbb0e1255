"""Reports that are joined as one act by `same_as`: they agree in type, status, a party and dates."""

from collections.abc import Iterator
from typing import NamedTuple

from scripts.problem import Problem
from scripts.tables.table import Tables


class Report(NamedTuple):
    """What an event's row says of its act; cells may be blank."""

    event_id: str
    source_id: str
    event_type: str
    status: str
    date_earliest: str | None
    date_latest: str | None
    issue: str | None


def _parties(tables: Tables, events: set[str]) -> dict[str, set[str]]:
    """Return who takes part in each of the events."""
    found: dict[str, set[str]] = {event: set() for event in events}
    for _, event, actor in tables["participants"].values("event_id", "actor_id"):
        if event in found:
            found[event].add(actor)
    return found


def _apart(one: Report, other: Report) -> bool:
    """Return whether the bounds of two reports, blank where open, have no day in common."""
    return any(
        isinstance(a.date_earliest, str) and isinstance(b.date_latest, str) and a.date_earliest > b.date_latest
        for a, b in ((one, other), (other, one))
    )


def _disagreement(own: Report, first: Report, parties: dict[str, set[str]]) -> tuple[str, dict[str, str]] | None:
    """Return (code, values) where a report does not agree with the first one of its act, None where it does."""
    here, there = parties[own.event_id], parties[first.event_id]
    if own.event_type != first.event_type:
        return "act_of_other_type", {"its": first.event_type, "own": own.event_type}
    if own.status != first.status:
        return "act_of_other_status", {"its": first.status, "own": own.status}
    if here and there and not here & there:
        return "act_of_other_parties", {}
    if _apart(own, first) and "conflict" not in {own.issue, first.issue}:
        return "act_of_other_dates", {}
    return None


def joined_reports_agree(tables: Tables) -> Iterator[Problem]:
    """A row and the one that it is the same as agree; a source tells an act in one row."""
    events, needed = tables["events"], Report._fields[:4]
    rows = events.texts(events.sound("same_as", *needed), "same_as", *Report._fields)
    joined = [(row, target, Report(*own)) for row, target, *own in rows]
    targets = {target for _, target, _ in joined}
    every = events.texts(events.sound(*needed), "same_as", "coding", *Report._fields)
    first = {  # a row may be pointed to if it points to none itself and is not a draft's
        its[0]: Report(*its)
        for _, same_as, coding, *its in every
        if its[0] in targets and not isinstance(same_as, str) and coding != "machine"
    }
    parties = _parties(tables, targets | {own.event_id for _, _, own in joined})
    told: dict[tuple[str, str], str] = {}
    for row, target, own in joined:
        if target not in first or first[target].source_id == own.source_id:
            continue  # said elsewhere
        if (other := told.setdefault((target, own.source_id), own.event_id)) != own.event_id:
            yield events.problem(row, "same_as", "told_twice", same_as=target, other=other)
        if (differs := _disagreement(own, first[target], parties)) is not None:
            code, values = differs
            yield events.problem(row, "same_as", code, same_as=target, **values)
