"""What other tables say of a row: who took part in it, and which rows name it."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby

from scripts.explorer.cells import Row, rows
from scripts.explorer.edition import Edition
from scripts.explorer.resources import Resource

Groups = list[list[str]]  # keys of the rows joined, in groups by the code that tells them apart


@dataclass(frozen=True)
class Join:
    """The rows of `table` that a joining table, titled `title`, puts beside each row, by that row's key."""

    title: str
    table: str
    by_key: dict[str, Groups]


def _groups(joining: Resource, there: str, mine: list[Row]) -> Groups:
    coded = next((field for field in joining.fields if field.codes), None)
    if coded is None:
        return [[row[there] for row in mine]]
    order = {code: number for number, code in enumerate(coded.codes)}
    mine = sorted(mine, key=lambda row: order.get(row[coded.name], len(order)))
    return [[row[there] for row in group] for _, group in groupby(mine, key=lambda row: row[coded.name])]


def joined(edition: Edition, resource: Resource) -> Join | None:
    """Return what a joining table puts beside the rows of a table, None where there is no such table."""
    for joining in edition.resources.values():
        here = [name for name in joining.referring(resource.name) if name in joining.key]
        if joining.joins() and here and joining.key[0] == here[0]:
            there = next(field for field in joining.fields if field.name in joining.key and field.name != here[0])
            found: dict[str, list[Row]] = defaultdict(list)
            for row in rows(edition.tables[joining.name]):
                found[row[here[0]]].append(row)
            by_key = {key: _groups(joining, there.name, mine) for key, mine in found.items()}
            return Join(joining.title, str(there.references), by_key)
    return None


@dataclass(frozen=True)
class Mention:
    """How many rows of a table name a row, and the filter that shows them."""

    table: str
    count: int
    href: str


def _named_in(edition: Edition, naming: Resource, table: str) -> dict[str, set[str]]:
    """Return, for each key of a table, the rows of another that name it, in a column or through a joining table."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows(edition.tables[naming.name]):
        for column in naming.referring(table):
            if row[column] is not None:
                found[row[column]].add(row[naming.key[0]])
    join = joined(edition, naming)
    if join and join.table == table:
        for key, groups in join.by_key.items():
            for named in (name for group in groups for name in group):
                found[named].add(key)
    return found


def mentions(edition: Edition, resource: Resource) -> dict[str, list[Mention]]:
    """Return, by key, how many rows of each other table name the rows of a table."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for naming in edition.resources.values():
        columns = naming.referring(resource.name)
        if naming.joins() or naming.name == resource.name or not columns:
            continue
        parameter = "actor" if resource.name == "actors" else columns[0]
        counts = Counter({key: len(named) for key, named in _named_in(edition, naming, resource.name).items()})
        for key, count in counts.items():
            found[key].append(Mention(naming.name, count, f"{naming.name}.html#{parameter}={key}"))
    return found
