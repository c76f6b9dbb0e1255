"""The extractor's drafts against coding sheets: spans found, and the normalised values of what was found."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from schemas import TABLES
from scripts.draft.actors import Actor
from scripts.draft.article import Drafted, draft
from scripts.draft.sentences import sentences
from scripts.draft.source import facts
from scripts.evaluate.matching import Span, exact, f1, pairs
from scripts.sheets.dates import bounds
from scripts.sheets.read import FOLDER, Seeds, read_article, read_sheet
from scripts.sheets.rows import Row

LEAST = 0.01  # any overlap pairs a drafted row with a coded one
MARKS = '“”"«»„‟'
# The articles on which the extractor's rules were developed: README.md gives its scores over these, and no others.
DEVELOPMENT = (
    "000_47ce4020dea83fd0",
    "001_97256154c26224dd",
    "002_e2dc6384528fcd0f",
    "003_95c20c4ad2a6c6f7",
    "004_deb8823e6ceb115f",
)
VALUES = {
    "events": ["event_type", "status", "topic", "date_earliest", "claimed_by"],
    "quotes": ["quote_type", "speaker_id", "date_earliest"],
    "marked quotes": ["quote_type", "speaker_id"],
    "figures": ["value", "unit", "qualifier", "period_start"],
    "dates": ["date_earliest", "date_latest"],
}


@dataclass
class Item:
    """A span with its values, from a draft or from a sheet."""

    span: Span
    text: str
    values: dict[str, str]


@dataclass
class Score:
    """How many rows were coded, drafted and paired, and how often a value is the same in paired rows."""

    coded: int = 0
    drafted: int = 0
    exact: int = 0
    paired: int = 0
    same: dict[str, int] = field(default_factory=dict)
    parties: dict[str, Counter[str]] = field(default_factory=dict)  # column -> shared, coded, drafted
    occurred: Counter[str] = field(default_factory=Counter)  # drafted as occurred: in all, and rightly so
    confused: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # (column, coded, drafted) -> pairs
    errors: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Add the counts of another article."""
        for name in ("coded", "drafted", "exact", "paired"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name, count in other.same.items():
            self.same[name] = self.same.get(name, 0) + count
        for name, counts in other.parties.items():
            self.parties.setdefault(name, Counter()).update(counts)
        self.occurred.update(other.occurred)
        self.confused.update(other.confused)

    def measures(self) -> dict[str, float]:
        """Return precision, recall and F1 by overlap, F1 by exact span, and the accuracy of each value."""
        found = {
            "precision": self.paired / self.drafted if self.drafted else 1.0,
            "recall": self.paired / self.coded if self.coded else 1.0,
            "f1": f1(self.paired, self.coded, self.drafted),
            "f1_exact": f1(self.exact, self.coded, self.drafted),
        }
        found |= {name: count / self.paired if self.paired else 1.0 for name, count in self.same.items()}
        found |= {name: f1(one["shared"], one["coded"], one["drafted"]) for name, one in self.parties.items()}
        if self.occurred["drafted"]:
            found["precision of occurred"] = self.occurred["rightly"] / self.occurred["drafted"]
        return found


def _same(one: str, other: str) -> bool:
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return one == other


def score(coded: list[Item], drafted: list[Item], names: list[str], places: list[Span] | None = None) -> Score:
    """Compare drafted items with coded ones: paired by overlap, or by the sentence of `places` that they begin in."""
    ours, theirs = [item.span for item in coded], [item.span for item in drafted]
    matched = pairs(ours, theirs, LEAST) if places is None else _by_sentence(ours, theirs, places)
    found = Score(len(coded), len(drafted), exact(ours, theirs), len(matched))
    for name in names:
        found.same[name] = sum(
            _same(coded[i].values.get(name, ""), drafted[j].values.get(name, "")) for i, j in matched
        )
    found.errors += [f"missed: {coded[i].text!r}" for i in range(len(coded)) if i not in dict(matched)]
    found.errors += [f"too much: {drafted[j].text!r}" for j in range(len(drafted)) if j not in dict(matched).values()]
    for i, j in matched:
        for name in names:
            one, other = coded[i].values.get(name, ""), drafted[j].values.get(name, "")
            if not _same(one, other):
                found.errors.append(f"{name}: {other or 'blank'} for {one or 'blank'} in {coded[i].text!r}")
    return found


def _by_sentence(ours: list[Span], theirs: list[Span], places: list[Span]) -> list[tuple[int, int]]:
    """Pair spans that begin in the same sentence: those that overlap most first, then in order."""
    starts = [place[0] for place in places]
    near = [(bisect_right(starts, one[0]), n) for n, one in enumerate(theirs)]
    matched = dict(pairs(ours, theirs, LEAST))
    matched = {i: j for i, j in matched.items() if bisect_right(starts, ours[i][0]) == near[j][0]}
    for i, one in enumerate(ours):
        free = [j for at, j in near if at == bisect_right(starts, one[0]) and j not in matched.values()]
        if i not in matched and free:
            matched[i] = free[0]
    return sorted(matched.items())


def score_events(coded: list[Item], drafted: list[Item], places: list[Span] | None = None) -> Score:
    """Compare drafted events with coded ones; adds their parties, and how often “occurred” is right."""
    found = score(coded, drafted, VALUES["events"], places)
    ours, theirs = [item.span for item in coded], [item.span for item in drafted]
    matched = pairs(ours, theirs, LEAST) if places is None else _by_sentence(ours, theirs, places)
    for name in ("actors", "recipients"):
        counts = found.parties.setdefault(name, Counter())
        for i, j in matched:
            one, other = set(coded[i].values[name].split()), set(drafted[j].values[name].split())
            counts.update(shared=len(one & other), coded=len(one), drafted=len(other))
    claims = {j: coded[i].values["status"] for i, j in matched}
    for j, item in enumerate(drafted):
        if item.values["status"] == "occurred":
            found.occurred.update(drafted=1, rightly=claims.get(j) == "occurred")
    for name in ("event_type", "status"):
        found.confused.update((name, coded[i].values[name], drafted[j].values[name]) for i, j in matched)
    return found


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
