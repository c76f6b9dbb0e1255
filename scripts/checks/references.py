"""Every reference of a table leads to a row of another one, and `same_as` leads to a first report."""

import pandas as pd

from schemas import TABLES, Column
from scripts.checks.frames import Sheaves
from scripts.problems import Problem, nearest, shown

HINTS = {
    "actors.actor_id": "correct it, or add the actor to seeds/actors.toml",
    "measures.measure_id": "correct it, or add the measure to seeds/measures.toml",
    "events.event_id": "name the id of a row of events",
    "sources.source_id": "name the source_id of an article",
}


def _dangling(sheaves: Sheaves, column: Column) -> list[Problem]:
    to_table, to_column = str(column.references).split(".")
    sheaf, known = sheaves[column.table], set(sheaves[to_table].cells[to_column].dropna())
    hint = HINTS[str(column.references)]
    problems = []
    for row, value in list(sheaf.values(column.name)):
        if value not in known:
            message = f"{shown(value)} is not in {to_table}{_owner(sheaves, to_table, value) or nearest(value, known)}"
            problems.append(sheaf.problem(row, column.name, "unknown_reference", message, hint))
            sheaf.broken.add((row, column.name))
    return problems


def _owner(sheaves: Sheaves, to_table: str, value: str) -> str:
    """Say whose name or alias a value is that should be an actor's key."""
    if to_table != "actors":
        return ""
    for table, column in (("aliases", "alias"), ("actors", "name")):
        sheaf = sheaves[table]
        for row, name in sheaf.values(column):
            if name.casefold() == value.casefold():
                return f"; it is the {column} of {shown(sheaf.cell(row, 'actor_id'))}"
    return ""


def _same_as(sheaves: Sheaves) -> list[Problem]:
    """`same_as` points to a row of another source in which it is blank."""
    sheaf, hint = sheaves["events"], "point to the row in which the act was entered first"
    events = sheaf.cells.drop_duplicates("event_id").set_index("event_id")
    problems = []
    for row, value in sheaf.values("same_as"):
        if value not in events.index:
            continue
        target, message = events.loc[value], ""
        if value == sheaf.cells.at[row, "event_id"]:
            message = f"{shown(value)} is the row itself"
        elif target["source_id"] == sheaf.cells.at[row, "source_id"]:
            message = f"{shown(value)} is a row of the same source; one act is one row there"
        elif pd.notna(target["same_as"]):
            message = f"{shown(value)} is itself the same as {shown(target['same_as'])}"
        if message:
            problems.append(sheaf.problem(row, "same_as", "same_as", message, hint))
    return problems


def reference_problems(sheaves: Sheaves, incomplete: set[str]) -> list[Problem]:
    """Return the references that lead nowhere; those into incomplete tables are not looked at."""
    problems = []
    for table in TABLES.values():
        for column in table.columns:
            if column.references and column.references.split(".")[0] not in incomplete:
                problems += _dangling(sheaves, column)
    return problems + _same_as(sheaves)
