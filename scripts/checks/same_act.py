"""Reports of one act: they agree in type, status, a party and dates, and nobody has contrary roles in them."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from scripts.checks.lookup import by_key, taking_part
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
    """A later report of an act agrees with the first; a source tells an act in one row."""
    events = tables["events"]
    rows = events.sound("act_id", *Report._fields[:4])
    every, columns = events.column("act_id")[rows], ("act_id", "coding", *Report._fields)
    later = every != events.column("event_id")[rows]
    joined = [(row, act, Report(*own)) for row, act, _, *own in events.texts(rows[later], *columns)]
    ends = rows[~later & pd.Series(every, dtype="object").isin({act for _, act, _ in joined}).to_numpy()]
    first = {act: Report(*own) for _, act, coding, *own in events.texts(ends, *columns) if coding != "machine"}
    parties = taking_part(tables, first.keys() | {own.event_id for _, _, own in joined})
    told: dict[tuple[str, str], str] = {}
    for row, target, own in joined:
        if target not in first or first[target].source_id == own.source_id:
            continue  # said elsewhere
        if (other := told.setdefault((target, own.source_id), own.event_id)) != own.event_id:
            yield events.problem(row, "act_id", "told_twice", same_as=target, other=other)
        if (differs := _disagreement(own, first[target], parties)) is not None:
            code, values = differs
            yield events.problem(row, "act_id", code, same_as=target, **values)


def roles_of_an_act_agree(tables: Tables) -> Iterator[Problem]:
    """Who does an act by one report does not have it done to him by another."""
    participants, acts = tables["participants"], by_key(tables["events"], "act_id")
    roles: dict[tuple[str, str], tuple[str, str]] = {}  # of an act and an actor: the role, and the first event with it
    for row, event, actor, role in participants.values("event_id", "actor_id", "role"):
        if event in acts:
            its, other = roles.setdefault((acts[event], actor), (role, event))
            if its != role and other != event:
                yield participants.problem(row, "role", "contrary_roles", actor=actor, role=role, its=its, other=other)
