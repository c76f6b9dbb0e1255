"""The extractor's drafts against coding sheets: spans found, and the normalised values of what was found."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from schemas import TABLES
from scripts.draft.actors import Actor
from scripts.draft.article import Drafted, draft
from scripts.draft.sentences import sentences
from scripts.draft.source import facts
from scripts.evaluate.matching import Span
from scripts.evaluate.score import VALUES, Item, Score, score, score_events
from scripts.sheets.dates import bounds
from scripts.sheets.read import FOLDER, Seeds, read_article, read_sheet
from scripts.sheets.rows import Row

MARKS = '“”"«»„‟'
# The articles on which the extractor's rules were developed: docs/drafting.md gives its scores over these alone.
DEVELOPMENT = (
    "000_47ce4020dea83fd0",
    "001_97256154c26224dd",
    "002_e2dc6384528fcd0f",
    "003_95c20c4ad2a6c6f7",
    "004_deb8823e6ceb115f",
)


def coded_events(seeds: Seeds) -> list[Item]:
    """Return the coded events as items, their parties among the values, divided by spaces."""
    items = coded_items(seeds.rows.get("events", []))
    for item in items:
        for role, name in (("actor", "actors"), ("recipient", "recipients")):
            rows = [row.cells for row in seeds.rows.get("participants", [])]
            mine = [
                one["actor_id"] for one in rows if (one["event_id"], one["role"]) == (item.values["event_id"], role)
            ]
            item.values = item.values | {name: " ".join(mine)}
    return items


def coded_items(rows: list[Row]) -> list[Item]:
    """Return the anchored rows of a sheet as items."""
    return [
        Item((int(row.cells["start"]), int(row.cells["end"])), row.cells["text"], row.cells)
        for row in rows
        if "start" in row.cells
    ]


def _drafted(rows: list[Drafted], table: str) -> list[Item]:
    items = []
    for row in rows:
        if row.table == table:
            values = {"actors": "", "recipients": ""} if table == "events" else {}
            for name, value in row.values.items():
                values[name] = " ".join(value) if isinstance(value, list) else str(value)
            for key, first, last in (
                ("date", "date_earliest", "date_latest"),
                ("period", "period_start", "period_end"),
            ):
                if key in values:
                    values[first], values[last] = bounds(values[key])
            items.append(Item(row.span, row.values["text"], {"qualifier": "exact"} | values))
    return items


def _marked(items: list[Item], text: str) -> list[Item]:
    """Return the quotes with quotation marks in or around them."""
    return [item for item in items if set(text[max(0, item.span[0] - 1) : item.span[1] + 1]) & set(MARKS)]


def dated_items(items: list[Item], text: str) -> list[Item]:
    """Return the dates that coded rows rest on, each once, at the place of their words nearest to the row."""
    found: dict[Span, Item] = {}
    for item in items:
        words = item.values.get("date_text")
        if words and ("date_earliest" in item.values or "date_latest" in item.values):
            places = [i for i in range(len(text)) if text.startswith(words, i)]
            at = min(places, key=lambda place: abs(place - item.span[0]))
            found[at, at + len(words)] = Item((at, at + len(words)), words, item.values)
    return list(found.values())


def named_actors(root: Path, stems: Sequence[str]) -> set[str]:
    """Return the keys of the actors that the sheets of some articles below root name."""
    seeds = Seeds()
    for stem in stems:
        read_sheet(root, f"{FOLDER}/{stem}.toml", f"{FOLDER}/{stem}.txt", seeds)
    referring = {
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if column.references == "actors.actor_id"
    }
    return {row.cells[name] for table, name in referring for row in seeds.rows.get(table, []) if name in row.cells}


def evaluate_sheet(root: Path, sheet: str, path: str, actors: list[Actor]) -> dict[str, Score]:
    """Return the scores of one article, whose sheet and text lie below root."""
    seeds = Seeds()
    read_sheet(root, sheet, path, seeds)
    article, _ = read_article(root, path)
    if article is None:
        return {}
    text, cells = article.text, seeds.rows["sources"][0].cells
    published = tuple(
        date.fromisoformat(cells[name]) if name in cells else None for name in ("date_earliest", "date_latest")
    )
    made = draft(text, (published[0], published[1]), actors, facts(text).spans)
    coded = {name: coded_items(seeds.rows.get(name, [])) for name in ("events", "quotes", "figures")}
    quotes = _drafted(made.rows, "quotes")
    when = [
        Item(
            one.span,
            text[one.span[0] : one.span[1]],
            {
                "date_earliest": one.earliest.isoformat() if one.earliest else "",
                "date_latest": one.latest.isoformat() if one.latest else "",
            },
        )
        for one in made.dates
    ]
    events, acts = coded_events(seeds), _drafted(made.rows, "events")
    dated = dated_items(coded["events"] + coded["quotes"], text)
    return {
        "events": score_events(events, acts),
        "events by sentence": score_events(events, acts, sentences(text)),
        "quotes": score(coded["quotes"], quotes, VALUES["quotes"]),
        "marked quotes": score(_marked(coded["quotes"], text), _marked(quotes, text), VALUES["marked quotes"]),
        "figures": score(coded["figures"], _drafted(made.rows, "figures"), VALUES["figures"]),
        "dates": score(
            dated, [item for item in when if any(_touch(item.span, one.span) for one in dated)], VALUES["dates"]
        ),
    }


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
