"""Gold of others, read from a folder outside the repository: articles (NAME.txt) with annotations (NAME.gold.json).

An annotation has `quotes`, `figures` and `events`, each a list of objects with `start` and `end` (0-based, half-open,
in code points) and what is compared here: `speaker`; `value`; `actors`, `status`, `date`. Entries with `uncertain` are
passed over. `published.json` in the folder may give the day of publication of each NAME.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from scripts.draft.rows import Draft
from scripts.draft.sentences import sentences
from scripts.draft.source import facts
from scripts.evaluate.drafts import Drafter, drafted_items, marked
from scripts.evaluate.score import Item, Score, score, score_events
from scripts.problem import CannotRunError
from scripts.sheets.dates import bounds
from scripts.sheets.read import read_article

STATUS = {"claimed": "alleged"}  # what others call a status
Names = dict[str, set[str]]  # by actor_id: the names that it goes by


def _items(listed: list[dict[str, Any]], text: str) -> Iterator[Item]:
    """Yield annotations as items, their values as text."""
    for one in listed:
        if not one.get("uncertain"):
            first, last = bounds(one["date"]) if one.get("date") else ("", "")
            values = {
                "speaker": one.get("speaker") or "",
                "value": str(one.get("value")),
                "status": STATUS.get(one.get("status") or "", one.get("status") or ""),
                "date_earliest": first,
                "date_latest": last,
                "actors": "",
                "recipients": "",
                "named": "\n".join(one.get("actors") or []),
            }
            yield Item((one["start"], one["end"]), text[one["start"] : one["end"]], values)


def _alike(gold: str, names: set[str]) -> bool:
    """Return whether one of the names is the gold's, or stands in it, or has its last word."""
    sought = gold.casefold()
    last = sought.rpartition(" ")[2]
    return any(name and (name in sought or sought in name or name.rpartition(" ")[2] == last) for name in names)


def _called(made: Draft, registered: Names) -> Names:
    """Return the names of actors, those that the draft proposes among them."""
    found = {key: {name.casefold() for name in names} for key, names in registered.items()}
    for table, values in made.registered:
        if table == "actors":
            names = {str(values["name"]), *values.get("aliases", [])}
            found[values["actor_id"]] = {name.casefold() for name in names}
    return found


def evaluate_outside(folder: Path, drafter: Drafter, registered: Names) -> dict[str, dict[str, Score]]:
    """Return for each article of a folder the scores of its draft."""
    paths = sorted(folder.glob("*.gold.json"))
    if not paths:
        raise CannotRunError(f"no NAME.gold.json in {folder}")
    days_file = folder / "published.json"
    days = json.loads(days_file.read_text(encoding="utf-8")) if days_file.exists() else {}
    found = {}
    for path in paths:
        name = path.name.removesuffix(".gold.json")
        article, _ = read_article(folder, f"{name}.txt")
        if article is None:
            raise CannotRunError(f"{name}.txt cannot be read")
        text, gold = article.text, json.loads(path.read_text(encoding="utf-8"))
        day = date.fromisoformat(days[name]) if name in days else None
        made = drafter(article, replace(facts(text), published=day, date_text=None), (day, day))
        names = _called(made, registered)
        quotes = marked(drafted_items(made.rows, "quotes"), text)
        said = list(_items(gold["quotes"], text))
        acts, events = drafted_items(made.rows, "events"), list(_items(gold["events"], text))
        for quote in quotes:
            own = names.get(quote.values["speaker_id"], set()) | {quote.values.get("speaker_text", "").casefold()}
            quote.values = quote.values | {"speakers": "\n".join(own)}
        found[name] = {
            "marked quotes": _with_names(score(said, quotes, []), said, quotes, "speaker", "speakers"),
            "figures": score(list(_items(gold["figures"], text)), drafted_items(made.rows, "figures"), ["value"]),
        }
        for act in acts:
            own = {name for key in act.values["actors"].split() for name in names.get(key, set())}
            act.values = act.values | {"names": "\n".join(own)}
        scored = score_events(events, acts, sentences(text), ["status", "date_earliest"])
        found[name]["events"] = _with_names(scored, events, acts, "named", "names")
    return found


def _with_names(found: Score, gold: list[Item], made: list[Item], named: str, names: str) -> Score:
    """Add to a score how often a name is one of the gold's, as “name”."""
    pairs = [(gold[i].values[named].split("\n"), set(made[j].values[names].split("\n"))) for i, j in found.matched]
    found.same["name"] = sum(any(_alike(one, own) for one in ours) for ours, own in pairs)
    found.parties.clear()
    return found
