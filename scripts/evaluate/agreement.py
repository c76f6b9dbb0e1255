"""The agreement of two codings: F1 of spans and lists, Krippendorff's alpha of codes, and dates, over matched rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from schemas import ANCHORED
from scripts.evaluate.matching import Span, exact, pairs
from scripts.evaluate.score import Score
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
Bounds = tuple[str, str]  # first and last day, blank where open
LINKS = {  # what links a row to another, by the columns that say so
    "events.quote_id": ("event_id", "quote_id"),
    "quotes.document_id": ("quote_id", "document_id"),
    "event_documents": ("event_id", "document_id", "relation"),
    "relations": ("event_id", "other_event_id", "relation"),
}


@dataclass
class Agreement:
    """Two codings over a number of articles: of each table and list how much each has and how much both.

    `codes` and `dates` hold, by column and by table, what the two gave to each of the rows that overlap; a row that
    neither dated has no dates.
    """

    spans: dict[str, Score] = field(default_factory=lambda: {table: Score() for table in ANCHORED})
    codes: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    dates: dict[str, list[tuple[Bounds, Bounds]]] = field(default_factory=dict)
    participants: Score = field(default_factory=Score)


def same(pairs: Sequence[tuple[object, object]]) -> float:
    """Return the part of pairs that are the same, 0 to 1."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else 1.0


def a_day_in_common(pairs: Sequence[tuple[Bounds, Bounds]]) -> float:
    """Return the part of bounds that have a day in common, an open end or none reaching over all time, 0 to 1."""
    return same([((a or "") <= (last or "9") and (first or "") <= (b or "9"), True) for (a, b), (first, last) in pairs])


def alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Krippendorff's alpha for nominal data; None where only one code occurs, for which it is not defined."""
    import krippendorff

    codes = sorted({code for pair in pairs for code in pair})
    if len(codes) < 2:
        return None
    numbers = [[codes.index(pair[coder]) for pair in pairs] for coder in (0, 1)]
    return float(krippendorff.alpha(reliability_data=numbers, level_of_measurement="nominal"))


def _listed(left: set[tuple[str, ...]], right: set[tuple[str, ...]]) -> Score:
    """Return the score of what two coders listed in one place, such as who took part."""
    return Score(len(left), len(right), paired=len(left & right))


def _span(row: Row) -> Span:
    return int(row.cells["start"]), int(row.cells["end"])


def _bounds(row: Row) -> Bounds:
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


def _compare(table: str, one: dict[str, list[Row]], other: dict[str, list[Row]], found: Agreement) -> None:
    """Add the rows of a table that two coders made of an article."""
    ours, theirs = _anchored(one, table), _anchored(other, table)
    left, right = [_span(row) for row in ours], [_span(row) for row in theirs]
    matched = pairs(left, right)
    found.spans[table].add(Score(len(ours), len(theirs), exact(left, right), len(matched)))
    both = [(ours[i], theirs[j]) for i, j in matched]
    for column in CODES[table]:
        codes = found.codes.setdefault(f"{table}.{column}", [])
        codes += [(a.cells.get(column, ""), b.cells.get(column, "")) for a, b in both]
    if table in DATED:
        given = [(_bounds(a), _bounds(b)) for a, b in both]
        found.dates.setdefault(table, []).extend(pair for pair in given if pair != (("", ""), ("", "")))
    for a, b in both if table == "events" else ():
        found.participants.add(_listed(_taking_part(one, a), _taking_part(other, b)))


def agreement(root: Path, articles: list[str], coders: tuple[str, str] = CODERS) -> Agreement:
    """Compare two codings of the given articles below root."""
    found = Agreement()
    for stem in articles:
        one, other = (_read(root, coder, stem) for coder in coders)
        for table in ANCHORED:
            _compare(table, one, other, found)
    return found


def _linked(rows: dict[str, list[Row]], name: str) -> set[tuple[str, ...]]:
    """Return what LINKS has under a name, as one coder gave it."""
    cells = [tuple(row.cells.get(column, "") for column in LINKS[name]) for row in rows.get(name.partition(".")[0], [])]
    return {values for values in cells if all(values)}


def links(root: Path) -> dict[str, Score]:
    """Compare what two coders linked in rows that they were given: statements, documents and other acts."""
    scores = {name: Score() for name in LINKS}
    for stem in stems(root, *LINKERS):
        one, other = (_read(root, coder, stem) for coder in LINKERS)
        for name, score in scores.items():
            score.add(_listed(_linked(one, name), _linked(other, name)))
    return scores
