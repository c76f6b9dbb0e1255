"""Drafts, which nobody has reviewed: they are checked with all else and stay out of data/ unless they are asked for.

A draft has `coding = "machine"`. Its source, its rows and who took part in its events stay out; the registries do not.
"""

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from scripts.checks.distinct import Flags
from scripts.checks.frames import Sheaf, Sheaves
from scripts.problem import Problem, counted, shown

MACHINE = "machine"
CODED = ("events", "quotes", "figures")


def _drafts(sources: Sheaf) -> Iterator[tuple[int, str]]:
    """Yield (row, source_id) of each draft."""
    drafted = sources.distinct("coding").among({MACHINE}) & sources.distinct("source_id").filled
    yield from sources.texts(np.flatnonzero(drafted), "source_id")


def _sources(sheaves: Sheaves) -> dict[str, str]:
    """Return the file of each draft by source_id."""
    sheaf = sheaves["sources"]
    return {source_id: sheaf.place(row, sheaf.table["coding"])[0] for row, source_id in _drafts(sheaf)}


def _drafted(sheaves: Sheaves, name: str, sources: Collection[str]) -> Flags:
    """Return for each row of a table whether it is a draft's."""
    if name == "participants":
        events = sheaves["events"]
        theirs = events.cells["event_id"].to_numpy(object)[_drafted(sheaves, "events", sources)]
        return sheaves[name].distinct("event_id").among(set(theirs))
    if "source_id" in sheaves[name].table.names:
        return sheaves[name].distinct("source_id").among(sources)
    return np.zeros(len(sheaves[name].cells), dtype=bool)


def rows_of_drafts(sheaves: Sheaves) -> dict[str, int]:
    """Return how many events, quotes and figures each draft has, by its file."""
    counts = {}
    for source_id, file in _sources(sheaves).items():
        counts[file] = sum(int(sheaves[name].distinct("source_id").among({source_id}).sum()) for name in CODED)
    return counts


def without_drafts(sheaves: Sheaves) -> Sheaves:
    """Return the tables without the rows of drafts."""
    sources = _sources(sheaves)
    if not sources:
        return sheaves
    return {name: sheaf.only(~_drafted(sheaves, name, sources)) for name, sheaf in sheaves.items()}


def same_as_a_draft(sheaves: Sheaves) -> Iterator[Problem]:
    """No published event points to an event of a draft, which is not published."""
    sources, events = _sources(sheaves), sheaves["events"]
    drafted = _drafted(sheaves, "events", sources)
    files = {key: sources[its] for _, key, its in events.texts(np.flatnonzero(drafted), "event_id", "source_id")}
    for row, value in events.values("same_as"):
        if value in files and not drafted[row]:
            message = f"{shown(value)} is a row of {files[value]}, a draft, which is not published"
            hint = "review that sheet first and set its coding, or strike same_as"
            yield events.problem(row, "same_as", "unknown_reference", message, hint)


def published_drafts(sheaves: Sheaves) -> Iterator[Problem]:
    """No source of the published tables is a draft."""
    sheaf = sheaves["sources"]
    for row, source_id in _drafts(sheaf):
        message = f"{shown(source_id)} is a draft that nobody has reviewed"
        hint = "run `make`, which leaves it out; or review it and set its coding"
        yield sheaf.problem(row, "coding", "unreviewed", message, hint)


def as_lines(drafts: Mapping[str, int], *, published: bool) -> list[str]:
    """Return what is told of drafts: how many rows of each wait for a review, or were published without one."""
    if not drafts:
        return []
    rows, sheets = counted(sum(drafts.values()), "row"), counted(len(drafts), "draft")
    where = "are published without a review" if published else "wait for a review and stay out of data/"
    return [f"{rows} of {sheets} {where}:", *(f"  {file}: {counted(count, 'row')}" for file, count in drafts.items())]
