"""The agreement of two codings: F1 of spans and lists, Krippendorff's alpha of codes, and dates, over matched rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from schemas import ANCHORED
from scripts.evaluate.matching import Span, exact, f1, pairs
from scripts.sheets.read import FOLDER, Seeds, read_sheet
from scripts.sheets.rows import Row

BLIND = f"{FOLDER}/blind"
CODERS = ("a", "b")
THIRD, PUBLISHED = "c", "published"
LINKERS = ("d", "e")
CODES = {
    "events": ["event_type", "status", "topic", "claimed_by", "place", "place_country"],
    "quotes": ["quote_type", "speaker_id", "topic"],
    "figures": ["qualifier", "unit"],
}
DATED = ("events", "quotes")
LINKS = {  # what links a row to another, by the columns that say so
    "events.quote_id": ("event_id", "quote_id"),
    "quotes.document_id": ("quote_id", "document_id"),
    "event_documents": ("event_id", "document_id", "relation"),
    "relations": ("event_id", "other_event_id", "relation"),
}


@dataclass
class SpanScore:
    """How many rows two coders made of one table, and how many of them have the same place."""

    table: str
    left: int = 0
    right: int = 0
    exact: int = 0
    overlapping: int = 0

    @property
    def exact_f1(self) -> float:
        """F1 of spans that are the same, character for character."""
        return f1(self.exact, self.left, self.right)

    @property
    def overlap_f1(self) -> float:
        """F1 of spans that share at least half of what they cover."""
        return f1(self.overlapping, self.left, self.right)


@dataclass
class CodeScore:
    """The codes that two coders gave to matched rows, in one column."""

    table: str
    column: str
    values: list[tuple[str, str]] = field(default_factory=list)

    @property
    def same(self) -> float:
        """The part of rows with the same code, 0 to 1."""
        return sum(one == other for one, other in self.values) / len(self.values) if self.values else 1.0

    @property
    def alpha(self) -> float | None:
        """Krippendorff's alpha for nominal data; None where only one code occurs, for which it is not defined."""
        import krippendorff

        codes = sorted({code for pair in self.values for code in pair})
        if len(codes) < 2:
            return None
        numbers = [[codes.index(pair[coder]) for pair in self.values] for coder in (0, 1)]
        return float(krippendorff.alpha(reliability_data=numbers, level_of_measurement="nominal"))


@dataclass
class DateScore:
    """The bounds that two coders gave to matched rows of a table; a row that neither dated is not counted."""

    table: str
    bounds: list[tuple[tuple[str, str], tuple[str, str]]] = field(default_factory=list)

    @property
    def equal(self) -> float:
        """The part with the same bounds, 0 to 1."""
        return _part(one == other for one, other in self.bounds)

    @property
    def compatible(self) -> float:
        """The part whose bounds have a day in common, an open end or none reaching over all time, 0 to 1."""
        return _part(
            (one[0] or "") <= (other[1] or "9") and (other[0] or "") <= (one[1] or "9") for one, other in self.bounds
        )


@dataclass
class ListScore:
    """What two coders listed, such as who took part: how much each did, and how much both."""

    name: str
    left: int = 0
    right: int = 0
    shared: int = 0

    @property
    def f1(self) -> float:
        """F1 of what both listed."""
        return f1(self.shared, self.left, self.right)

    def add(self, left: set[tuple[str, ...]], right: set[tuple[str, ...]]) -> None:
        """Count what two coders listed in one place."""
        self.left, self.right = self.left + len(left), self.right + len(right)
        self.shared += len(left & right)


@dataclass
class Agreement:
    """The scores of two codings over a number of articles."""

    articles: int
    spans: list[SpanScore]
    codes: list[CodeScore]
    dates: list[DateScore]
    participants: ListScore


def _part(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / len(found) if found else 1.0


def _span(row: Row) -> Span:
    return int(row.cells["start"]), int(row.cells["end"])


def _bounds(row: Row) -> tuple[str, str]:
    return row.cells.get("date_earliest", ""), row.cells.get("date_latest", "")


def _read(root: Path, coder: str, stem: str) -> dict[str, list[Row]]:
    """Return the rows of one coder's sheet by table; PUBLISHED is the sheet that the tables are made of."""
    seeds = Seeds()
    folder = FOLDER if coder == PUBLISHED else f"{BLIND}/{coder}"
    read_sheet(root, f"{folder}/{stem}.toml", f"{FOLDER}/{stem}.txt", seeds)
    return seeds.rows


def _anchored(rows: dict[str, list[Row]], table: str) -> list[Row]:
    """Return the rows of a table that stand in the text, in its order."""
    return sorted((row for row in rows.get(table, []) if "start" in row.cells), key=_span)


def _taking_part(rows: dict[str, list[Row]], event: Row) -> set[tuple[str, ...]]:
    mine = (row.cells for row in rows.get("participants", []) if row.block is event.block)
    return {(cells["actor_id"], cells["role"]) for cells in mine}


def stems(root: Path, *coders: str) -> list[str]:
    """Return the articles that all of the coders coded."""
    found = [{path.stem for path in (root / BLIND / coder).glob("*.toml")} for coder in coders or CODERS]
    return sorted(set.intersection(*found))


def agreement(root: Path, articles: list[str], coders: tuple[str, str] = CODERS) -> Agreement:
    """Compare two codings of the given articles below root."""
    spans = {table: SpanScore(table) for table in ANCHORED}
    codes = {(table, column): CodeScore(table, column) for table in ANCHORED for column in CODES[table]}
    dates = {table: DateScore(table) for table in DATED}
    participants = ListScore("participants")
    for stem in articles:
        one, other = (_read(root, coder, stem) for coder in coders)
        for table, score in spans.items():
            ours, theirs = _anchored(one, table), _anchored(other, table)
            matched = pairs([_span(row) for row in ours], [_span(row) for row in theirs])
            score.left += len(ours)
            score.right += len(theirs)
            score.exact += exact([_span(row) for row in ours], [_span(row) for row in theirs])
            score.overlapping += len(matched)
            both = [(ours[i], theirs[j]) for i, j in matched]
            for column in CODES[table]:
                codes[table, column].values += [(a.cells.get(column, ""), b.cells.get(column, "")) for a, b in both]
            if table in DATED:
                given = [(_bounds(a), _bounds(b)) for a, b in both]
                dates[table].bounds += [pair for pair in given if pair != (("", ""), ("", ""))]
            for a, b in both if table == "events" else ():
                participants.add(_taking_part(one, a), _taking_part(other, b))
    return Agreement(len(articles), list(spans.values()), list(codes.values()), list(dates.values()), participants)


def links(root: Path) -> list[ListScore]:
    """Compare what two coders linked in rows that they were given: statements, documents and other acts."""
    scores = {name: ListScore(name) for name in LINKS}
    for stem in stems(root, *LINKERS):
        one, other = (_read(root, coder, stem) for coder in LINKERS)
        for name, columns in LINKS.items():
            left, right = (
                {
                    values
                    for row in rows.get(name.partition(".")[0], [])
                    if all(values := tuple(row.cells.get(column, "") for column in columns))
                }
                for rows in (one, other)
            )
            scores[name].add(left, right)
    return list(scores.values())
