"""What the rows of one table say of those of another."""

from collections.abc import Iterable, Iterator, Mapping

from scripts.tables.table import Table, Tables


def by_key(table: Table, column: str) -> dict[str, str]:
    """Return a column of a table by its key, where both are sound."""
    return {key: text for _, key, text in table.values(table.schema.key[0], column)}


def bodies(actor: str, above: Mapping[str, str]) -> list[str]:
    """Return an actor and every body above it; `above` has member_of by actor_id.

    >>> bodies("envoy", {"envoy": "ministry", "ministry": "norway"})
    ['envoy', 'ministry', 'norway']
    """
    found, at = {actor: None}, above.get(actor)
    while at is not None and at not in found:
        found[at] = None
        at = above.get(at)
    return list(found)


def joined(table: Table, on: str, own: str, to: Table, column: str) -> Iterator[tuple[int, str, str]]:
    """Yield (row, `own`, `column` of the row of `to` that `on` refers to) where all of them are sound."""
    found = by_key(to, column)
    return ((row, text, found[key]) for row, key, text in table.values(on, own) if key in found)


def taking_part(tables: Tables, events: Iterable[str]) -> dict[str, set[str]]:
    """Return who takes part in each of some events."""
    found: dict[str, set[str]] = {event: set() for event in events}
    for _, event, actor in tables["participants"].values("event_id", "actor_id"):
        if event in found:
            found[event].add(actor)
    return found


def called(tables: Tables) -> dict[str, set[str]]:
    """Return for each actor the names and aliases that it goes by, and the last word of each, without capitals."""
    found: dict[str, set[str]] = {}
    for name, whose in owners(tables).items():
        for actor in whose:
            found.setdefault(actor, set()).update((name.casefold(), name.casefold().rpartition(" ")[2]))
    return found


def owners(tables: Tables) -> dict[str, set[str]]:
    """Return for each name and alias the actors so called."""
    found: dict[str, set[str]] = {}
    for registry, column in (("actors", "name"), ("aliases", "alias")):
        for _, name, actor in tables[registry].values(column, "actor_id"):
            found.setdefault(name, set()).add(actor)
    return found
