"""The page of an actor: its names, and by table what names it, in time order."""

from collections import defaultdict
from typing import Any

from scripts.site.edition import Cell, Edition
from scripts.site.lists import lines
from scripts.site.resources import VIEWS
from scripts.tables.table import Row

NO_FACT = {"actor_id", "name", "wikidata"}
WIKIDATA = "https://www.wikidata.org/wiki/{}"


def _naming(edition: Edition, part: dict[str, Any]) -> dict[str, list[Row]]:
    """Return by actor the rows of a table in which it has a role or that name it in some columns, but itself."""
    found: dict[str, list[Row]] = defaultdict(list)
    join, key = edition.joins.get(part["table"], {}).get("actors"), edition.resources[part["table"]].key[0]
    for row in edition.tables[part["table"]]:
        own = str(row[key])
        taking_part = join.by_key.get(own, {}).get(part.get("role"), []) if join else []
        for actor in dict.fromkeys([*taking_part, *(row[column] for column in part.get("columns", ()))]):
            if actor and actor != own:
                found[actor].append(row)
    return found


def actors(edition: Edition) -> list[dict[str, Any]]:
    """Return what the template needs of every actor's page."""
    parts = [(part, _naming(edition, part)) for part in VIEWS["actor"]]
    fields = [field for field in edition.resources["actors"].fields if field.name not in NO_FACT]
    aliases = _naming(edition, {"table": "aliases", "columns": ["actor_id"]})
    made = []
    for row in edition.tables["actors"]:
        key, name = str(row["actor_id"]), row["name"] or str(row["actor_id"])
        facts = [(field.title, cell) for field in fields if (cell := edition.cell(field, row))]
        item = row.get("wikidata")
        outside = [("Wikidata", Cell(item, WIKIDATA.format(item), outside=True))] if item else []
        made.append(
            {
                "key": key,
                "title": name,
                "aliases": [alias["alias"] for alias in aliases[key]],
                "facts": facts + outside,
                "parts": [
                    {"title": part["title"].format(name), "lines": lines(edition, part["table"], rows[key])}
                    for part, rows in parts
                    if key in rows
                ],
            }
        )
    return made
