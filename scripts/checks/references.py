"""Every reference of a table leads to a row of another one, and a report leads to the first one of its act."""

import numpy as np

from schemas import TABLES, Column
from scripts.problem import Problem, nearest_of, shown
from scripts.tables.table import Tables

MADE_FROM = {"acts": "events"}


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


def _first_reports(tables: Tables) -> list[Problem]:
    """An act has the id of an event that is the first report of it, and of another source than its later ones."""
    table, columns = tables["events"], ("event_id", "source_id", "act_id")
    later = [one for one in table.texts(table.sound("act_id"), *columns) if one[1] != one[3]]
    named = table.cells["event_id"].isin({act_id for *_, act_id in later})
    targets = np.flatnonzero(named)[::-1]  # of rows with one id the first counts
    first = {event_id: its for _, event_id, *its in table.texts(targets, *columns)}
    problems = []
    for row, _, source_id, value in later:
        if value not in first:
            continue
        its_source, its_act = first[value]
        if its_source == source_id:
            code = "same_as_own_source"
        elif its_act != value:
            code = "same_as_not_first"
        else:
            continue
        problems.append(table.problem(row, "act_id", code, same_as=value, first=its_act))
        table.broken.add((row, "act_id"))
    return problems


def reference_problems(tables: Tables, incomplete: set[str]) -> list[Problem]:
    """Return the references that lead nowhere; those into incomplete tables are not looked at."""
    problems = _first_reports(tables)
    for table in TABLES.values():
        for column in table.columns:
            own = column.derived and column.sheet is None  # what is derived is compared with what it is derived from
            if (
                column.references
                and not own
                and MADE_FROM.get(to := column.references.split(".")[0], to) not in incomplete
            ):
                problems += _dangling(tables, column)
    return problems
