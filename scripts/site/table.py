"""What the page of a table holds: its rows as data for the script, and what it needs to draw and filter them."""

from collections import Counter, defaultdict
from dataclasses import asdict
from typing import Any

from scripts.site.edition import Edition
from scripts.site.resources import Field, Resource
from scripts.tables.table import DATES

Choices = list[tuple[str, str]]  # value, its name


def _choices(edition: Edition, table: str, field: Field) -> Choices:
    """Return what occurs in a column that is chosen from a list: codes as declared, keys of small tables by name."""
    there = {value for row in edition.tables[table] if (value := row[field.name])}
    if field.codes:
        return [(code, edition.called(field.vocabulary, code)) for code in field.codes if code in there]
    resource = edition.resources.get(field.references or "")
    if resource is None or resource.name == "actors" or resource.anchored:
        return []
    return sorted(((key, edition.called(resource.name, key)) for key in there), key=lambda choice: choice[1])


def _mentions(edition: Edition, resource: Resource) -> dict[str, list[tuple[str, int, str]]]:
    """Return by key in which other tables a row is named: the table, how many of its rows, the filter that shows them.

    A row names another in a column of its own, or through a joining table.
    """
    found: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for naming in edition.resources.values():
        columns = naming.referring(resource.name)
        if naming.joins or naming.name == resource.name or not columns:
            continue
        rows = edition.tables[naming.name]
        named = {(row[column], row[naming.key[0]]) for row in rows for column in columns}
        join = edition.joins.get(naming.name, {}).get(resource.name)
        if join:
            named |= {(name, key) for key in join.by_key for group in join.groups(key) for name in group}
        parameter = "actor" if resource.name == "actors" else columns[0]
        for name, count in Counter(name for name, _ in named if name).items():
            found[name].append((naming.name, count, f"{naming.name}.html#{parameter}={name}"))
    return found


def _data(edition: Edition, resource: Resource) -> dict[str, Any]:
    """Return what the script of the page reads; everything in it is plain JSON."""
    join, mentions = edition.joins.get(resource.name, {}).get("actors"), _mentions(edition, resource)
    rows = edition.tables[resource.name]
    keys = [str(row[resource.key[0]]) for row in rows]
    named = {field.named_in for field in resource.fields} | ({join.table} if join else set())
    used = {value for row in rows for value in row.values()}
    used |= {one for key in keys for group in (join.groups(key) if join else ()) for one in group}
    return {
        "table": resource.name,
        "key": resource.key,
        "fields": [asdict(field) for field in resource.fields],
        "rows": [[row[name] for name in resource.names] for row in rows],
        "names": {
            name: {key: called for key, called in names.items() if key in used}
            for name, names in edition.names.items()
            if name in named
        },
        "join": join and {"title": join.title, "table": join.table, "rows": [join.groups(key) for key in keys]},
        "mentions": [mentions[key] for key in keys] if mentions else None,
        "period": next(([first, last] for first, last in DATES.items() if first in resource.names), None),
    }


def table(edition: Edition, name: str) -> dict[str, Any]:
    """Return what the template of a table page needs."""
    resource, join = edition.resources[name], edition.joins.get(name, {}).get("actors")
    columns = sorted(
        resource.fields,
        key=lambda field: (field.name not in resource.key, field.hidden, field.name != "label"),
    )
    filters = [(field, _choices(edition, name, field)) for field in resource.fields]
    with_actors = name != "actors" and (resource.referring("actors") or join)
    return {
        "resource": resource,
        "columns": columns,
        "data": _data(edition, resource),
        "filters": [{"field": field, "choices": choices} for field, choices in filters if choices],
        "actors": sorted(edition.names["actors"].items(), key=lambda actor: actor[1]) if with_actors else [],
    }
