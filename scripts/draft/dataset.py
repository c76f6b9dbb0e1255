"""What a draft takes from the dataset: its registries, and the events that a row may repeat."""

from dataclasses import dataclass
from pathlib import Path

from scripts.draft.actors import Actor
from scripts.draft.alike import Acts, acts
from scripts.sheets.read import REGISTRIES, Seeds, read_seeds
from scripts.sheets.rows import Row

EVENT = {"event_id", "event_type", "status", "text"}
PARTY = {"event_id", "actor_id"}


@dataclass(frozen=True)
class Dataset:
    """What a draft takes from the dataset: its registries, and the events that a row may repeat."""

    registries: dict[str, list[Row]]
    actors: list[Actor]
    acts: Acts

    @property
    def measures(self) -> dict[str, str]:
        """The names of the registered measures, by key."""
        rows = (row.cells for row in self.registries["measures"])
        return {cells["measure_id"]: cells.get("name", "") for cells in rows if "measure_id" in cells}


def dataset(root: Path) -> Dataset:
    """Return what root/seeds has of registries and of events."""
    seeds = read_seeds(root)
    rows = {name: seeds.rows.get(name, []) for name in ("events", "participants", "aliases", *REGISTRIES)}
    known = acts(_whole(rows.pop("events"), EVENT), _whole(rows.pop("participants"), PARTY))
    return Dataset(rows, _actors(seeds), known)


def actors(root: Path) -> list[Actor]:
    """Return the registered actors of root/seeds."""
    return _actors(read_seeds(root))


def _whole(rows: list[Row], names: set[str]) -> list[Row]:
    """Return the rows that have what is compared; a sheet may be unfinished."""
    return [row for row in rows if names <= row.cells.keys()]


def _actors(seeds: Seeds) -> list[Actor]:
    aliases: dict[str, list[str]] = {}
    for row in seeds.rows.get("aliases", []):
        aliases.setdefault(row.cells.get("actor_id", ""), []).append(row.cells["alias"])
    return [
        Actor(key, cells.get("name", key), cells.get("kind", ""), cells.get("country"), tuple(aliases.get(key, ())))
        for row in seeds.rows.get("actors", [])
        if (cells := row.cells) and (key := cells.get("actor_id"))
    ]
