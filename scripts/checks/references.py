"""Every reference of a table leads to a row of another one, and `same_as` leads to a first report."""

import numpy as np

from schemas import TABLES, Column
from scripts.problem import Problem, nearest_of, shown
from scripts.tables.table import Tables

HINTS = {
    "actors.actor_id": "correct it, or add the actor to seeds/actors.toml",
    "measures.measure_id": "correct it, or add the measure to seeds/measures.toml",
    "events.event_id": "name the id of a row of events",
    "sources.source_id": "name the source_id of an article",
}


def _dangling(tables: Tables, column: Column) -> list[Problem]:
    to_table, to_column = str(column.references).split(".")
    table, known = tables[column.table], tables[to_table].known(to_column)
    if not table.known(column.name) - known:
        return []
    found = [(row, value) for row, value in table.values(column.name) if value not in known]
    owners = _owners(tables, to_table, {value.casefold() for _, value in found})
    near = nearest_of((value for _, value in found if value.casefold() not in owners), known)
    hint, problems = HINTS[str(column.references)], []
    for row, value in found:
        message = f"{shown(value)} is not in {to_table}{owners.get(value.casefold()) or near.get(value, '')}"
        problems.append(table.problem(row, column.name, "unknown_reference", message, hint))
        table.broken.add((row, column.name))
    return problems


def _owners(tables: Tables, to_table: str, names: set[str]) -> dict[str, str]:
    """Return, by name or alias without capitals, whose it is, for names that should be an actor's key."""
    owners: dict[str, str] = {}
    for registry, column in (("aliases", "alias"), ("actors", "name")) if to_table == "actors" else ():
        rows = tables[registry].sound(column)
        for _, name, actor in tables[registry].texts(rows, column, "actor_id"):
            if name.casefold() in names:
                owners.setdefault(name.casefold(), f"; it is the {column} of {shown(actor)}")
    return owners


def _same_as(tables: Tables) -> list[Problem]:
    """`same_as` points to a row of another source in which it is blank."""
    table, hint = tables["events"], "point to the row in which the act was entered first"
    named = table.known("same_as")
    targets = np.flatnonzero(table.cells["event_id"].isin(named))[::-1]  # of rows with one id the first counts
    first = {event_id: its for _, event_id, *its in table.texts(targets, "event_id", "source_id", "same_as")}
    linked = table.sound("same_as")
    problems = []
    for row, event_id, source_id, value in table.texts(linked, "event_id", "source_id", "same_as"):
        if value not in first:
            continue
        its_source, its_same = first[value]
        if value == event_id:
            message = f"{shown(value)} is the row itself"
        elif its_source == source_id:
            message = f"{shown(value)} is a row of the same source; one act is one row there"
        elif isinstance(its_same, str):
            message = f"{shown(value)} is itself the same as {shown(its_same)}"
        else:
            continue
        problems.append(table.problem(row, "same_as", "same_as", message, hint))
    return problems


def reference_problems(tables: Tables, incomplete: set[str]) -> list[Problem]:
    """Return the references that lead nowhere; those into incomplete tables are not looked at."""
    problems = []
    for table in TABLES.values():
        for column in table.columns:
            if column.references and column.references.split(".")[0] not in incomplete:
                problems += _dangling(tables, column)
    return problems + _same_as(tables)
