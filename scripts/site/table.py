"""What the page of a table holds: its rows as data for the script, and what it needs to draw and filter them."""

from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from typing import Any

from scripts.site.edition import Edition
from scripts.site.lists import GROUPS, day, moment
from scripts.site.resources import VIEWS, Field, Resource
from scripts.tables.table import DATES, Row

FIELD = ("name", "title", "type", "references", "vocabulary", "link")  # what the script needs to know of a column
Choices = list[tuple[str, str]]  # value, its name


@dataclass(frozen=True)
class Column:
    """A column as a reader sees it: a `field`, its time in words, who takes part, or what names the row."""

    name: str
    title: str
    kind: str
    hidden: bool = False


def _choices(edition: Edition, table: str, field: Field) -> Choices:
    """Return what occurs in a column that is chosen from a list: codes as declared, keys of small tables by name."""
    there = {value for row in edition.tables[table] if (value := row[field.name])}
    if field.codes:
        return [(code, edition.called(field.vocabulary, code)) for code in field.codes if code in there]
    resource = edition.resources.get(field.references or "")
    if resource is None or resource.name == "actors" or resource.anchored:
        return []
    return sorted(((key, edition.called(resource.name, key)) for key in there), key=lambda choice: choice[1])


Mentions = dict[str, list[tuple[str, int, str]]]  # by key: the table, how many of its rows, the filter that shows them


def _mentions(edition: Edition, resource: Resource) -> Mentions:
    """Return by key in which other tables a row is named: the table, how many of its rows, the filter that shows them.

    A row names another in a column of its own, or through a joining table.
    """
    found: Mentions = defaultdict(list)
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


def columns(edition: Edition, resource: Resource, *, named: bool) -> list[Column]:
    """Return the columns of a table as a reader sees them: its time in words and who takes part stand for several.

    `named` says that rows of other tables name its rows.
    """
    found = [
        Column(field.name, field.title, "field", field.hidden and field.name not in resource.key)
        for field in resource.fields
    ]
    if any(first in resource.names for first in DATES):
        found.append(Column("when", "When", "when"))
    if "actors" in edition.joins.get(resource.name, {}):
        found.append(Column("taking_part", "Who → whom", "taking_part"))
    if named:
        found.append(Column("mentions", "Named in", "mentions", f"{resource.name}.mentions" in VIEWS["hidden"]))
    order = [*resource.key, *VIEWS["first"]]
    return sorted(found, key=lambda one: order.index(one.name) if one.name in order else len(order))


def _used(edition: Edition, resource: Resource, parties: list[list[list[str]]]) -> dict[str, dict[str, str]]:
    """Return the names of the keys and codes that a table has, by the table or the vocabulary that they are of."""
    used = {value for row in edition.tables[resource.name] for value in row.values()}
    used |= {key for groups in parties for group in groups for key in group}
    named = {field.named_in for field in resource.fields} | {"actors"}
    return {
        name: {key: called for key, called in names.items() if key in used}
        for name, names in edition.names.items()
        if name in named
    }


def _words(edition: Edition, resource: Resource, rows: list[Row]) -> dict[str, Any]:
    """Return what the script tells of anchored rows on demand: the sentence, and where it was published."""
    if not resource.anchored:
        return {"around": None, "live": None, "articles": None}
    articles = {str(row["source_id"]): [row["title"], row["url"]] for row in edition.tables["sources"]}
    around, live = [edition.around(row) for row in rows], [edition.live(row) for row in rows]
    return {"around": around, "live": live, "articles": articles}


def _data(edition: Edition, resource: Resource, shown: list[Column], mentions: Mentions) -> dict[str, Any]:
    """Return what the script of the page reads; everything in it is plain JSON."""
    join = edition.joins.get(resource.name, {}).get("actors")
    rows = edition.tables[resource.name]
    keys = [str(row[resource.key[0]]) for row in rows]
    parties = [join.groups(key) if join else [] for key in keys]
    names = _used(edition, resource, parties)
    period = next(([first, last] for first, last in DATES.items() if first in resource.names), None)
    return {
        "table": resource.name,
        "key": resource.key,
        "columns": [asdict(column) for column in shown],
        "fields": [{name: getattr(field, name) for name in FIELD} for field in resource.fields],
        "rows": [[row[name] for name in resource.names] for row in rows],
        "names": names,
        "parties": parties if join else None,
        "states": {
            key: row["state_id"]
            for key, row in edition.by_key["actors"].items()
            if row["state_id"] and key in names.get("actors", {})
        },
        "groups": GROUPS if "status" in resource.names else {},
        "mentions": [mentions[key] for key in keys] if mentions else None,
        "period": period,
        "when": [[moment(row), day(row)] for row in rows] if period else None,
    } | _words(edition, resource, rows)


def table(edition: Edition, name: str) -> dict[str, Any]:
    """Return what the template of a table page needs."""
    resource = edition.resources[name]
    mentions = _mentions(edition, resource)
    shown = columns(edition, resource, named=bool(mentions))
    filters = [(field, _choices(edition, name, field)) for field in resource.fields]
    with_actors = name != "actors" and (resource.referring("actors") or "actors" in edition.joins.get(name, {}))
    return {
        "resource": resource,
        "columns": [column for column in shown if not column.hidden],
        "fields": resource.by_name,
        "moment": moment,
        "data": _data(edition, resource, shown, mentions),
        "filters": [{"field": field, "choices": choices} for field, choices in filters if choices],
        "actors": sorted(edition.names["actors"].items(), key=lambda actor: actor[1]) if with_actors else [],
    }
