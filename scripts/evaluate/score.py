"""Drafted rows beside coded ones: which are paired, and how often a value is the same in paired rows."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from scripts.evaluate.matching import Span, exact, f1, pairs

LEAST = 0.01  # any overlap pairs a drafted row with a coded one
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
    sentences: Counter[str] = field(default_factory=Counter)  # with an event: coded, drafted, both
    occurred: Counter[str] = field(default_factory=Counter)  # drafted as occurred: in all, paired, and rightly so
    confused: Counter[tuple[str, str, str]] = field(default_factory=Counter)  # (column, coded, drafted) -> pairs
    errors: list[str] = field(default_factory=list)
    matched: list[tuple[int, int]] = field(default_factory=list)  # of one article: numbers of coded and drafted rows

    def add(self, other: "Score") -> None:
        """Add the counts of another article."""
        for name in ("coded", "drafted", "exact", "paired"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name, count in other.same.items():
            self.same[name] = self.same.get(name, 0) + count
        for name, counts in other.parties.items():
            self.parties.setdefault(name, Counter()).update(counts)
        self.sentences.update(other.sentences)
        self.occurred.update(other.occurred)
        self.confused.update(other.confused)

    @property
    def f1(self) -> float:
        """F1 of the rows that are paired."""
        return f1(self.paired, self.coded, self.drafted)

    def measures(self) -> dict[str, float]:
        """Return precision, recall and F1 by overlap, F1 by exact span, and the accuracy of each value."""
        found = {
            "precision": self.paired / self.drafted if self.drafted else 1.0,
            "recall": self.paired / self.coded if self.coded else 1.0,
            "f1": self.f1,
            "f1_exact": f1(self.exact, self.coded, self.drafted),
        }
        found |= {name: count / self.paired if self.paired else 1.0 for name, count in self.same.items()}
        found |= {name: f1(one["shared"], one["coded"], one["drafted"]) for name, one in self.parties.items()}
        if self.occurred["drafted"]:
            found["occurred, of all"] = self.occurred["rightly"] / self.occurred["drafted"]
        if self.occurred["paired"]:
            found["occurred, of pairs"] = self.occurred["rightly"] / self.occurred["paired"]
        return found


def _same(one: str, other: str) -> bool:
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return one == other


def score(coded: list[Item], drafted: list[Item], names: Sequence[str], least: float = LEAST) -> Score:
    """Compare drafted items with coded ones, one to one, paired by an overlap of at least `least`."""
    ours, theirs = [item.span for item in coded], [item.span for item in drafted]
    matched = pairs(ours, theirs, least)
    found = Score(len(coded), len(drafted), exact(ours, theirs), len(matched), dict.fromkeys(names, 0), matched=matched)
    found.errors += [f"missed: {coded[i].text!r}" for i in range(len(coded)) if i not in dict(matched)]
    found.errors += [f"too much: {drafted[j].text!r}" for j in range(len(drafted)) if j not in dict(matched).values()]
    for i, j in matched:
        for name in names:
            one, other = coded[i].values.get(name, ""), drafted[j].values.get(name, "")
            found.same[name] += _same(one, other)
            if not _same(one, other):
                found.errors.append(f"{name}: {other or 'blank'} for {one or 'blank'} in {coded[i].text!r}")
    return found


def score_events(
    coded: list[Item], drafted: list[Item], sentences: list[Span], names: Sequence[str] = VALUES["events"]
) -> Score:
    """Compare drafted events with coded ones; adds sentences, parties, and how often “occurred” is right."""
    found = score(coded, drafted, names)
    starts = [start for start, _ in sentences]
    ours, theirs = ({bisect_right(starts, item.span[0]) for item in items} for items in (coded, drafted))
    found.sentences.update(coded=len(ours), drafted=len(theirs), both=len(ours & theirs))
    matched = found.matched
    for name in ("actors", "recipients"):
        counts = found.parties.setdefault(name, Counter())
        for i, j in matched:
            one, other = set(coded[i].values[name].split()), set(drafted[j].values[name].split())
            counts.update(shared=len(one & other), coded=len(one), drafted=len(other))
    claims = {j: coded[i].values["status"] for i, j in matched}
    for j, item in enumerate(drafted):
        if item.values["status"] == "occurred":
            found.occurred.update(drafted=1, paired=j in claims, rightly=claims.get(j) == "occurred")
    for name in {"event_type", "status"} & set(names):
        found.confused.update((name, coded[i].values[name], drafted[j].values[name]) for i, j in matched)
    return found
