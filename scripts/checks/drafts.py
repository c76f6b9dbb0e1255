"""Drafts, which nobody has reviewed: they are checked with all else and stay out of data/ unless they are asked for.

A draft has `coding = "machine"`. Its source, its rows and who took part in its events stay out; the registries do not.
"""

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from schemas import ANCHORED
from scripts.problem import Problem, counted
from scripts.tables.table import Flags, Table, Tables

MACHINE = "machine"


def _drafts(sources: Table) -> Iterator[tuple[int, str]]:
    """Yield (row, source_id) of each draft."""
    drafted = sources.cells["source_id"].notna() & (sources.cells["coding"] == MACHINE)
    yield from sources.texts(np.flatnonzero(drafted), "source_id")


def _sources(tables: Tables) -> dict[str, str]:
    """Return the file of each draft by source_id."""
    table = tables["sources"]
    return {source_id: table.place(row, table.schema["coding"])[0] for row, source_id in _drafts(table)}


def _drafted(tables: Tables, name: str, sources: Collection[str]) -> Flags:
    """Return for each row of a table whether it is a draft's."""
    if "event_id" in tables[name].schema.names and "source_id" not in tables[name].schema.names:
        events = tables["events"]
        theirs = events.cells["event_id"].to_numpy(object)[_drafted(tables, "events", sources)]
        return tables[name].cells["event_id"].isin(set(theirs)).to_numpy()
    if "source_id" in tables[name].schema.names:
        return tables[name].cells["source_id"].isin(set(sources)).to_numpy()
    return np.zeros(len(tables[name].cells), dtype=bool)


def rows_of_drafts(tables: Tables) -> dict[str, int]:
    """Return how many events, quotes and figures each draft has, by its file."""
    counts = {}
    for source_id, file in _sources(tables).items():
        counts[file] = sum(int((tables[name].cells["source_id"] == source_id).sum()) for name in ANCHORED)
    return counts


def without_drafts(tables: Tables) -> Tables:
    """Return the tables without the rows of drafts."""
    sources = _sources(tables)
    if not sources:
        return tables
    return {name: table.only(~_drafted(tables, name, sources)) for name, table in tables.items()}


def points_to_a_draft(tables: Tables) -> Iterator[Problem]:
    """No published row points to an event of a draft, which is not published."""
    sources, events = _sources(tables), tables["events"]
    drafts = np.flatnonzero(_drafted(tables, "events", sources))
    files = {key: sources[its] for _, key, its in events.texts(drafts, "event_id", "source_id")}
    for name, column in (("events", "act_id"), ("relations", "other_event_id")):
        table, drafted = tables[name], _drafted(tables, name, sources)
        for row, value in table.values(column):
            if value in files and not drafted[row]:
                yield table.problem(row, column, "points_to_draft", value=value, file=files[value])


def published_drafts(tables: Tables) -> Iterator[Problem]:
    """No source of the published tables is a draft."""
    table = tables["sources"]
    for row, source_id in _drafts(table):
        yield table.problem(row, "coding", "unreviewed", source_id=source_id)


def lines_of_drafts(drafts: Mapping[str, int], *, published: bool) -> list[str]:
    """Return what is told of drafts: how many rows of each wait for a review, or were published without one."""
    if not drafts:
        return []
    rows, sheets = counted(sum(drafts.values()), "row"), counted(len(drafts), "draft")
    where = "are published without a review" if published else "wait for a review and stay out of data/"
    return [f"{rows} of {sheets} {where}:", *(f"  {file}: {counted(count, 'row')}" for file, count in drafts.items())]
