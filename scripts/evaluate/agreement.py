"""The agreement of two blind codings: F1 of the spans, Krippendorff's alpha of the codes over matched rows."""

from dataclasses import dataclass, field
from pathlib import Path

from scripts.evaluate.matching import Span, exact, f1, pairs
from scripts.sheets.read import FOLDER, Seeds, read_sheet
from scripts.sheets.rows import Row

CODERS = ("a", "b")
BLIND = f"{FOLDER}/blind"
CODES = {
    "events": ["event_type", "status", "topic"],
    "quotes": ["quote_type", "speaker_id", "topic"],
    "figures": ["qualifier", "unit"],
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
class Agreement:
    """The scores of two codings over a number of articles."""

    articles: int
    spans: list[SpanScore]
    codes: list[CodeScore]


def _span(row: Row) -> Span:
    return int(row.cells["start"]), int(row.cells["end"])


def _rows(root: Path, coder: str, stem: str) -> dict[str, list[Row]]:
    """Return the anchored rows of one coder's sheet, in the order of the text."""
    seeds = Seeds()
    read_sheet(root, f"{BLIND}/{coder}/{stem}.toml", f"{FOLDER}/{stem}.txt", seeds)
    return {
        table: sorted((row for row in seeds.rows.get(table, []) if "start" in row.cells), key=_span) for table in CODES
    }


def stems(root: Path) -> list[str]:
    """Return the articles that both coders coded."""
    found = [{path.stem for path in (root / BLIND / coder).glob("*.toml")} for coder in CODERS]
    return sorted(found[0] & found[1])


def agreement(root: Path, articles: list[str]) -> Agreement:
    """Compare the two blind codings of the given articles below root."""
    spans = {table: SpanScore(table) for table in CODES}
    codes = {(table, column): CodeScore(table, column) for table in CODES for column in CODES[table]}
    for stem in articles:
        left, right = (_rows(root, coder, stem) for coder in CODERS)
        for table, score in spans.items():
            ours, theirs = left[table], right[table]
            matched = pairs([_span(row) for row in ours], [_span(row) for row in theirs])
            score.left += len(ours)
            score.right += len(theirs)
            score.exact += exact([_span(row) for row in ours], [_span(row) for row in theirs])
            score.overlapping += len(matched)
            for column in CODES[table]:
                codes[table, column].values += [
                    (ours[i].cells.get(column, ""), theirs[j].cells.get(column, "")) for i, j in matched
                ]
    return Agreement(len(articles), list(spans.values()), list(codes.values()))
