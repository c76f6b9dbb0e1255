"""Reports that are joined as one act by `same_as`: they agree in type, status, a party and dates."""

from collections.abc import Iterator
from typing import NamedTuple

from scripts.problem import Problem, shown
from scripts.tables.table import Table, Tables

HINT = "strike same_as, or correct the row that is wrong"


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


def _disagreement(its: Report, first: Report, parties: dict[str, set[str]]) -> str | None:
    """Return in what a report does not agree with the first one of its act, None where it does."""
    others = parties[first.event_id]
    if its.event_type != first.event_type:
        return f"is {first.event_type} and this row {its.event_type}: one act has one type"
    if its.status != first.status:
        return f"is {first.status} and this row {its.status}: rows of different status are not one act"
    if parties[its.event_id] and others and not parties[its.event_id] & others:
        return "has none of the participants of this row"
    if _apart(its, first) and "conflict" not in {its.issue, first.issue}:
        return "has dates that do not meet those of this row, and neither has the issue conflict"
    return None


def _is_first(events: Table, row: int) -> bool:
    """Return whether a row may be pointed to: it points to none itself and is not a draft's."""
    return events.cell(row, "same_as") is None and events.cell(row, "coding") != "machine"


def joined_reports_agree(tables: Tables) -> Iterator[Problem]:
    """A row and the one that it is the same as agree; a source tells an act in one row."""
    events = tables["events"]
    needed = Report._fields[:4]
    rows = events.sound("same_as", *needed)
    joined = [(row, target, Report(*its)) for row, target, *its in events.texts(rows, "same_as", *Report._fields)]
    targets = {target for _, target, _ in joined}
    every = events.texts(events.sound(*needed), *Report._fields)
    first = {its[0]: Report(*its) for row, *its in every if its[0] in targets and _is_first(events, row)}
    parties = _parties(tables, targets | {its.event_id for _, _, its in joined})
    told: dict[tuple[str, str], str] = {}
    for row, target, its in joined:
        if target not in first or first[target].source_id == its.source_id:
            continue  # said elsewhere
        if (other := told.setdefault((target, its.source_id), its.event_id)) != its.event_id:
            message = f"{shown(target)} is told by {shown(other)} of this source already"
            yield events.problem(row, "same_as", "told_twice", message, "one act is one row of a source: strike one")
        if why := _disagreement(its, first[target], parties):
            yield events.problem(row, "same_as", "not_one_act", f"{shown(target)} {why}", HINT)
