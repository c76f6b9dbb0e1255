"""What joining tables put beside the rows of others, such as actors beside events."""

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.site.resources import Resource
from scripts.tables.table import Row

Groups = dict[str | None, list[str]]  # keys by role or relation, in the order of its codes


@dataclass(frozen=True)
class Join:
    """The rows of `table` that a joining table puts beside each row, by its key."""

    table: str
    by_key: dict[str, Groups]

    def groups(self, key: str) -> list[list[str]]:
        """Return the keys beside a row, those of one role together."""
        return list(self.by_key.get(key, {}).values())


def _join(joining: Resource, rows: list[Row]) -> Join:
    here, there = (joining.by_name[name] for name in joining.key[:2])
    coded = next((field for field in joining.fields if field.codes), None)
    groups: dict[str, Groups] = {}
    for row in rows:
        mine = groups.setdefault(str(row[here.name]), {one: [] for one in coded.codes} if coded else {})
        mine.setdefault(row[coded.name] if coded else None, []).append(str(row[there.name]))
    by_key = {key: {code: group for code, group in by_code.items() if group} for key, by_code in groups.items()}
    return Join(str(there.references), by_key)


def _of_acts(join: Join, events: list[Row]) -> Join:
    """Return what is beside acts: what is beside any report of each."""
    found: dict[str, Groups] = {}
    for row in events:
        mine = found.setdefault(str(row["act_id"]), {})
        for code, keys in join.by_key.get(str(row["event_id"]), {}).items():
            mine[code] = list(dict.fromkeys([*mine.get(code, []), *keys]))
    order = list(dict.fromkeys(code for by_code in join.by_key.values() for code in by_code))
    by_key = {key: dict(sorted(mine.items(), key=lambda one: order.index(one[0]))) for key, mine in found.items()}
    return Join(join.table, by_key)


def joins(resources: Mapping[str, Resource], tables: Mapping[str, list[Row]]) -> dict[str, dict[str, Join]]:
    """Return what is put beside the rows of a table, by that table and by the other; acts take theirs from reports."""
    found: dict[str, dict[str, Join]] = {}
    for joining in resources.values():
        if joining.joins:
            here = joining.by_name[joining.key[0]]
            join = _join(joining, tables[joining.name])
            found.setdefault(str(here.references), {})[join.table] = join
    events = tables["events"]
    return found | {
        "acts": {name: _of_acts(join, events) for name, join in found.get("events", {}).items() if name == "actors"}
    }
