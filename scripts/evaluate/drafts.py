"""Drafts against coding sheets: spans found, and the normalised values of what was found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from schemas import TABLES
from scripts.draft.actors import Actor
from scripts.draft.article import draft
from scripts.draft.rows import Draft, Drafted
from scripts.draft.sentences import sentences
from scripts.draft.source import Facts, facts
from scripts.evaluate.matching import Span
from scripts.evaluate.score import VALUES, Item, Score, score, score_events
from scripts.sheets.dates import bounds
from scripts.sheets.read import FOLDER, Seeds, read_article, read_sheet
from scripts.sheets.rows import Article, Row

MARKS = '“”"«»„‟'
BOUNDS = (("date", "date_earliest", "date_latest"), ("period", "period_start", "period_end"))
Days = tuple[date | None, date | None]  # bounds of publication
Drafter = Callable[[Article, Facts, Days], Draft]
# The articles on which the extractor's rules were developed: docs/drafting.md gives its scores over these alone.
DEVELOPMENT = (
    "000_47ce4020dea83fd0",
    "001_97256154c26224dd",
    "002_e2dc6384528fcd0f",
    "003_95c20c4ad2a6c6f7",
    "004_deb8823e6ceb115f",
)


def by_rules(actors: list[Actor]) -> Drafter:
    """Return what drafts an article by rules, which know these actors."""
    return lambda article, said, days: draft(article.text, days, actors, said.spans)


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


def drafted_items(rows: list[Drafted], table: str) -> list[Item]:
    """Return the drafted rows of a table as items; lists are divided by spaces, and of a date there are both bounds."""
    items = []
    for row in rows:
        if row.table == table:
            values = {"actors": "", "recipients": ""} if table == "events" else {}
            for name, value in row.values.items():
                values[name] = " ".join(value) if isinstance(value, list) else str(value)
            for key, first, last in BOUNDS:
                if key in values:
                    values[first], values[last] = bounds(values[key])
            items.append(Item(row.span, row.values["text"], {"qualifier": "exact"} | values))
    return items


def marked(items: list[Item], text: str) -> list[Item]:
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


def drafted(root: Path, stem: str, drafter: Drafter) -> tuple[Article, Seeds, Draft] | None:
    """Return an article of root/seeds, its coding and its draft; None where it cannot be read."""
    path, seeds = f"{FOLDER}/{stem}.txt", Seeds()
    read_sheet(root, f"{FOLDER}/{stem}.toml", path, seeds)
    article, _ = read_article(root, path)
    if article is None:
        return None
    cells = seeds.rows["sources"][0].cells
    first, last = (
        date.fromisoformat(cells[name]) if name in cells else None for name in ("date_earliest", "date_latest")
    )
    said = replace(facts(article.text), published=last)
    return article, seeds, drafter(article, said, (first, last))


def evaluate_sheet(root: Path, stem: str, drafter: Drafter) -> dict[str, Score]:
    """Return the scores of one article of root/seeds."""
    found = drafted(root, stem, drafter)
    if found is None:
        return {}
    article, seeds, made = found
    text = article.text
    coded = {name: coded_items(seeds.rows.get(name, [])) for name in ("events", "quotes", "figures")}
    quotes = drafted_items(made.rows, "quotes")
    events, acts = coded_events(seeds), drafted_items(made.rows, "events")
    scores = {
        "events": score_events(events, acts, sentences(text)),
        "quotes": score(coded["quotes"], quotes, VALUES["quotes"]),
        "marked quotes": score(marked(coded["quotes"], text), marked(quotes, text), VALUES["marked quotes"]),
        "figures": score(coded["figures"], drafted_items(made.rows, "figures"), VALUES["figures"]),
    }
    if made.dates:
        dated = dated_items(coded["events"] + coded["quotes"], text)
        scores["dates"] = score(dated, _dates(made, text, [one.span for one in dated]), VALUES["dates"])
    return scores


def _dates(made: Draft, text: str, near: list[Span]) -> list[Item]:
    """Return the dates that rules read in an article and that touch one of some spans."""
    found = []
    for one in made.dates:
        if any(one.span[0] < end and start < one.span[1] for start, end in near):
            values = {"date_earliest": one.earliest, "date_latest": one.latest}
            days = {name: day.isoformat() if day else "" for name, day in values.items()}
            found.append(Item(one.span, text[one.span[0] : one.span[1]], days))
    return found
