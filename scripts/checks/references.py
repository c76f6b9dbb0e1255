"""Every reference of a table leads to a row of another one, and `same_as` leads to a first report."""

import numpy as np

from schemas import TABLES, Column
from scripts.problem import Problem, nearest_of, shown
from scripts.tables.table import Tables


def _dangling(tables: Tables, column: Column) -> list[Problem]:
    to_table, to_column = str(column.references).split(".")
    table, known, name = tables[column.table], tables[to_table].known(to_column), column.name
    if not table.known(name) - known:
        return []
    found = [(row, value) for row, value in table.values(name) if value not in known]
    owners = _owners(tables, to_table, {value.casefold() for _, value in found})
    near = nearest_of((value for _, value in found if value.casefold() not in owners), known)
    table.broken.update((row, name) for row, _ in found)
    near |= {value: owners[value.casefold()] for _, value in found if value.casefold() in owners}
    code = f"not_in_{to_table}"
    return [table.problem(row, name, code, value=value, near=near.get(value, "")) for row, value in found]


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
    table = tables["events"]
    named = table.cells["event_id"].isin(table.known("same_as"))
    targets = np.flatnonzero(named)[::-1]  # of rows with one id the first counts
    first = {event_id: its for _, event_id, *its in table.texts(targets, "event_id", "source_id", "same_as")}
    problems = []
    for row, event_id, source_id, value in table.texts(table.sound("same_as"), "event_id", "source_id", "same_as"):
        if value not in first:
            continue
        its_source, its_same = first[value]
        if value == event_id:
            code = "same_as_itself"
        elif its_source == source_id:
            code = "same_as_own_source"
        elif isinstance(its_same, str):
            code = "same_as_not_first"
        else:
            continue
        problems.append(table.problem(row, "same_as", code, same_as=value, first=its_same))
    return problems


def reference_problems(tables: Tables, incomplete: set[str]) -> list[Problem]:
    """Return the references that lead nowhere; those into incomplete tables are not looked at."""
    problems = []
    for table in TABLES.values():
        for column in table.columns:
            if column.references and column.references.split(".")[0] not in incomplete:
                problems += _dangling(tables, column)
    return problems + _same_as(tables)
