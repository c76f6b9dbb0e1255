"""What the page of a table holds: its rows as data for the script, and what it needs to draw and filter them."""

from typing import Any

from scripts.explorer.cells import Cells, row_id, rows
from scripts.explorer.edition import Edition
from scripts.explorer.joins import joined, mentions
from scripts.explorer.resources import Field, Resource
from scripts.review.tables import DATES


def filtered_by(edition: Edition, resource: Resource) -> list[Field]:
    """Return the columns that are chosen from a list: codes, and keys of tables that are neither spans nor actors."""
    found = []
    for field in resource.fields:
        there = edition.resources.get(field.references or "")
        listed = there is not None and there.name != "actors" and not there.anchored
        if (field.codes or listed) and edition.tables[resource.name][field.name].notna().any():
            found.append(field)
    return found


def _choices(edition: Edition, cells: Cells, resource: Resource, field: Field) -> list[tuple[str, str]]:
    """Return (value, its name) of what occurs in a column: codes as declared, keys by name."""
    there = set(edition.tables[resource.name][field.name].dropna())
    if field.codes:
        return [(code, code) for code in field.codes if code in there]
    return sorted(((key, cells.called(field.references, key)) for key in there), key=lambda choice: choice[1])


def _actors(edition: Edition, resource: Resource) -> list[tuple[str, str]]:
    """Return (actor, name) of all actors where rows of the table name actors."""
    join = joined(edition, resource)
    named = resource.referring("actors") or (join is not None and join.table == "actors")
    if not named or resource.name == "actors":
        return []
    names = edition.tables["actors"][["actor_id", "name"]].itertuples(index=False, name=None)
    return sorted(names, key=lambda actor: str(actor[1]))


def _names(edition: Edition, cells: Cells, resource: Resource) -> dict[str, dict[str, str]]:
    """Return the names of the rows that a table refers to, by table and key."""
    join = joined(edition, resource)
    tables = {field.references for field in resource.fields} | ({join.table} if join else set())
    return {str(table): cells.names[str(table)] for table in tables if table in cells.names}


def data(edition: Edition, cells: Cells, resource: Resource) -> dict[str, Any]:
    """Return what the script of a table page reads; everything in it is plain JSON."""
    join, named = joined(edition, resource), mentions(edition, resource)
    records = rows(edition.tables[resource.name])
    keys = [record[resource.key[0]] for record in records]
    return {
        "table": resource.name,
        "key": resource.key,
        "fields": [
            {
                "name": field.name,
                "title": field.title,
                "description": field.description,
                "number": field.type in {"integer", "number"},
                "hidden": field.hidden,
                "references": field.references,
                "link": field.link,
            }
            for field in resource.fields
        ],
        "rows": [[record[name] for name in resource.names] for record in records],
        "names": _names(edition, cells, resource),
        "join": {"title": join.title, "table": join.table, "rows": [join.by_key.get(k, []) for k in keys]}
        if join
        else None,
        "mentions": [[[found.table, found.count, found.href] for found in named[key]] for key in keys]
        if named
        else None,
        "period": next(([first, DATES[first]] for first in DATES if first in resource.names), None),
    }


def page(edition: Edition, cells: Cells, resource: Resource) -> dict[str, Any]:
    """Return what the template of a table page needs."""
    records = rows(edition.tables[resource.name])
    columns = sorted(resource.fields, key=lambda field: field.hidden and field.name not in resource.key)
    return {
        "resource": resource,
        "columns": columns,
        "data": data(edition, cells, resource),
        "filters": [
            {"field": field, "choices": _choices(edition, cells, resource, field)}
            for field in filtered_by(edition, resource)
        ],
        "actors": _actors(edition, resource),
        "plain": [(row_id(resource, record), [cells.cell(field, record) for field in columns]) for record in records],
    }
