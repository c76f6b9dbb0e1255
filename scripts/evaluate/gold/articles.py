"""Articles (NAME.txt) with annotations of quotes, figures and events (NAME.gold.json).

An annotation has `quotes`, `figures` and `events`, each a list of objects with `start` and `end` (0-based, half-open,
in code points) and what is compared here: `speaker`; `value`; `actors`, `status`, `date`. Entries with `uncertain` are
passed over. `published.json` in the folder may give the day of publication of each NAME.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.draft.sentences import sentences
from scripts.evaluate.drafts import Drafter, drafted_items, marked
from scripts.evaluate.gold.files import day_of, draft_of, parsed, text_of, value, within
from scripts.evaluate.gold.names import Names, alike, called, speaker_names
from scripts.evaluate.score import Item, Score, score, score_events
from scripts.problem import CannotRunError, shown
from scripts.sheets.dates import bounds

FILES = "*.gold.json"
DAYS = "published.json"
STATUS = {"claimed": "alleged"}  # what others call a status


def _items(gold: Any, table: str, text: str, file: str) -> Iterator[Item]:
    """Yield the annotations of a table as items, their values as text."""
    for number, one in enumerate(value(gold, table, list, file), 1):
        place = f"{file}: {table} {number}"
        span = within((value(one, "start", int, place), value(one, "end", int, place)), text, place)
        if not one.get("uncertain"):
            first, last = _bounds(one.get("date"), place)
            status = one.get("status") or ""
            values = {
                "speaker": str(one.get("speaker") or ""),
                "value": str(one.get("value")),
                "status": STATUS.get(status, status) if isinstance(status, str) else "",
                "date_earliest": first,
                "date_latest": last,
                "actors": "",
                "recipients": "",
                "named": "\n".join(map(str, value(one, "actors", list, place) if one.get("actors") else [])),
            }
            yield Item(span, text[slice(*span)], values)


def _bounds(day: Any, place: str) -> tuple[str, str]:
    """Return the bounds of a date as a sheet writes it, blank where there is none."""
    try:
        return bounds(str(day)) if day else ("", "")
    except ValueError as error:
        raise CannotRunError(f"{place}: {shown(str(day))} is no date: {error}") from error


def scores(folder: Path, drafter: Drafter, registered: Names) -> dict[str, dict[str, Score]]:
    """Return for each article of a folder the scores of its draft."""
    days = parsed(text_of(folder, DAYS), dict, DAYS) if (folder / DAYS).exists() else {}
    found = {}
    for path in sorted(folder.glob(FILES)):
        name = path.name.removesuffix(FILES[1:])
        text, gold = text_of(folder, f"{name}.txt"), parsed(text_of(folder, path.name), dict, path.name)
        day = day_of(value(days, name, str, DAYS), DAYS) if name in days else None
        made = draft_of(name, text, drafter, day)
        names = called(made, registered)
        quotes = marked(drafted_items(made.rows, "quotes"), text)
        said, counted, events = (
            list(_items(gold, table, text, path.name)) for table in ("quotes", "figures", "events")
        )
        for quote in quotes:
            quote.values = quote.values | {"speakers": "\n".join(speaker_names(quote, names))}
        acts = drafted_items(made.rows, "events")
        for act in acts:
            own = {name for key in act.values["actors"].split() for name in names.get(key, set())}
            act.values = act.values | {"names": "\n".join(own)}
        scored = score_events(events, acts, sentences(text), ["status", "date_earliest"])
        found[name] = {
            "marked quotes": _with_names(score(said, quotes, []), said, quotes, "speaker", "speakers"),
            "figures": score(counted, drafted_items(made.rows, "figures"), ["value"]),
            "events": _with_names(scored, events, acts, "named", "names"),
        }
    return found


def _with_names(found: Score, gold: list[Item], made: list[Item], named: str, names: str) -> Score:
    """Add to a score how often a name is one of the gold's, as “name”."""
    pairs = [(gold[i].values[named].split("\n"), set(made[j].values[names].split("\n"))) for i, j in found.matched]
    found.same["name"] = sum(any(alike(one, own) for one in ours) for ours, own in pairs)
    found.parties.clear()
    return found
