"""Rules on how articles are coded: which rows there are, whose they are, and when what they tell can have been."""

from collections.abc import Iterator

from schemas import ANCHORED
from schemas.vocabularies import marked
from scripts.checks.lookup import joined
from scripts.problem import Problem, problem
from scripts.tables.csv import csv_path
from scripts.tables.table import Tables

IN_FULL = marked("coding", "in_full")
PAST = marked("status", "past")
MAY_BE_EMPTY = {"documents", "event_documents", "relations"}


def tables_have_rows(tables: Tables) -> Iterator[Problem]:
    """No table is empty, but for those that articles need not give rows for."""
    empty = [name for name, table in tables.items() if table.cells.empty and name not in MAY_BE_EMPTY]
    return (problem("no_rows", csv_path(name), 0, name) for name in empty)


def events_have_actors(tables: Tables) -> Iterator[Problem]:
    """Every event has at least one participant who does it, and one with a name."""
    participants, events = tables["participants"], tables["events"]
    theirs = participants.column("event_id")
    named = set(theirs[participants.column("actor_id") != "unnamed"].tolist())
    acting = set(theirs[participants.column("role") == "actor"].tolist())
    for row, event_id in events.values("event_id"):
        if event_id not in acting and (row, "actors") not in events.broken:
            yield events.problem(row, "event_id", "no_actor", event_id=event_id)
        elif event_id not in named and event_id in acting:
            yield events.problem(row, "event_id", "nobody_named", event_id=event_id)


def _sources_with_rows(tables: Tables) -> set[str]:
    return {source for name in ANCHORED for source in tables[name].known("source_id")}


def coding_is_the_sources(tables: Tables) -> Iterator[Problem]:
    """A row is coded as its source is, and a source that is not coded has no rows."""
    sources, with_rows = tables["sources"], _sources_with_rows(tables)
    for table in (tables[name] for name in ANCHORED):
        for row, coding, right in joined(table, "source_id", "coding", sources, "coding"):
            if coding != right:
                yield table.problem(row, "coding", "coding_differs", coding=coding, right=right)
    for row, source_id, coding in sources.values("source_id", "coding"):
        if coding == "none" and source_id in with_rows:
            yield sources.problem(row, "coding", "coded_none", source_id=source_id)


def what_is_coded_in_full_has_rows(tables: Tables) -> Iterator[Problem]:
    """An article that is called coded in full has a row at least."""
    sources, with_rows = tables["sources"], _sources_with_rows(tables)
    for row, source_id, coding in sources.values("source_id", "coding"):
        if coding in IN_FULL and source_id not in with_rows:
            yield sources.problem(row, "coding", "no_coded_rows", coding=coding)


def ids_begin_with_the_source(tables: Tables) -> Iterator[Problem]:
    """The id of a coded row is its source's id, a hyphen and its own."""
    for table in (tables[name] for name in ANCHORED):
        key = table.schema.key[0]
        for row, value, source in table.texts(table.sound(key, beside=["source_id"]), key, "source_id"):
            if value.rpartition("-")[0] != source:
                yield table.problem(row, key, "foreign_id", id=value, source_id=source)


def past_is_before_publication(tables: Tables) -> Iterator[Problem]:
    """What a source reports as past, put forward or said is not later than its publication, by either of its bounds."""
    for table in (tables["events"], tables["quotes"]):
        late: set[int] = set()
        statuses = table.cells["status"].to_numpy(object) if "status" in table.schema.names else None
        for column in ("date_latest", "date_earliest"):
            for row, day, published in joined(table, "source_id", column, tables["sources"], "date_latest"):
                if day > published and row not in late and (statuses is None or statuses[row] in PAST):
                    late.add(row)
                    yield table.problem(row, column, "after_publication", day=day, published=published)


def figures_and_events_share_a_source(tables: Tables) -> Iterator[Problem]:
    """A figure belongs to an event of its own source."""
    figures = tables["figures"]
    for row, own, its in joined(figures, "event_id", "source_id", tables["events"], "source_id"):
        if own != its:
            yield figures.problem(row, "event_id", "foreign_event", event_id=figures.cell(row, "event_id"))
