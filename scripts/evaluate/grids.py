"""What was measured, as tables for people."""

from pathlib import Path

from scripts.evaluate.agreement import LINKERS, PUBLISHED, THIRD, a_day_in_common, agreement, alpha, links, same, stems
from scripts.evaluate.behaviour import READ
from scripts.evaluate.matching import f1
from scripts.evaluate.score import Score
from scripts.report.grids import Grid

OCCURRED = ("occurred, of all", "occurred, of pairs")
Cells = list[str | int]


def number(value: float | None) -> str:
    """Return a measure of 0 to 1 with two places."""
    return "–" if value is None else f"{value:.2f}"


def agreement_grids(root: Path, articles: list[str]) -> list[Grid]:
    """Return the agreement of the blind codings of some articles."""
    compared = {"a, b": agreement(root, articles)}
    if third := [stem for stem in stems(root, THIRD) if stem in articles]:
        compared["c, published"] = agreement(root, third, (THIRD, PUBLISHED))
    each = list(compared.items())
    spans: list[Cells] = [
        [who, table, one.coded, one.drafted, number(f1(one.exact, one.coded, one.drafted)), number(one.f1)]
        for who, found in each
        for table, one in found.spans.items()
    ]
    codes: list[Cells] = [
        [who, column, len(pairs), number(same(pairs)), number(alpha(pairs))]
        for who, found in each
        for column, pairs in found.codes.items()
    ]
    dates: list[Cells] = [
        [who, table, len(bounds), number(same(bounds)), number(a_day_in_common(bounds))]
        for who, found in each
        for table, bounds in found.dates.items()
    ]
    lists = [(who, "participants", found.participants) for who, found in each]
    lists += [(", ".join(LINKERS), *one) for one in links(root).items()] if stems(root, *LINKERS) else []
    listed: list[Cells] = [[who, name, one.coded, one.drafted, number(one.f1)] for who, name, one in lists]
    return [
        Grid("rows", ["Codings", "Table", "First", "Second", "F1, same span", "F1, overlapping span"], spans),
        Grid("codes of overlapping rows", ["Codings", "Column", "n", "Same code", "Krippendorff's alpha"], codes),
        Grid("dates of overlapping rows", ["Codings", "Table", "n", "Same bounds", "A day in common"], dates),
        Grid("lists", ["Codings", "What is listed", "First", "Second", "F1"], listed),
    ]


def score_grids(scores: dict[str, Score], title: str) -> list[Grid]:
    """Return the scores of drafts: rows found, and values read in them."""
    header = ["Drafted", "Coded", "Found", "Precision", "Recall", "F1, overlap", "F1, same span"]
    rows: list[Cells] = []
    values: list[Cells] = []
    for name, found in scores.items():
        measures = found.measures()
        shown = [number(measures[key]) for key in ("precision", "recall", "f1", "f1_exact")]
        rows.append([name, found.coded, found.drafted, *shown])
        read = [key for key in measures if key in found.same or key in found.parties]
        kinds = ["F1" if key in found.parties else "same" for key in read]
        values += [[f"{name}: {key}", kind, number(measures[key])] for key, kind in zip(read, kinds, strict=True)]
        values += [[f"{name}: {key}", "precision", number(measures[key])] for key in OCCURRED if key in measures]
        if by := found.sentences:
            found_in = by["both"] / (by["drafted"] or 1), by["both"] / (by["coded"] or 1)
            shown = [*map(number, found_in), number(f1(by["both"], by["coded"], by["drafted"])), "–"]
            rows.append([f"sentences with {name}", by["coded"], by["drafted"], *shown])
    before = f"{title}: " if title else ""
    return [
        Grid(f"{before}rows", header, rows),
        Grid(f"{before}values in paired rows", ["Value", "Measure", "Score"], values),
    ]


def published_grid(scores: dict[str, Score], published: dict[tuple[str, str], str]) -> Grid:
    """Return what others published of some measures beside what is found here."""
    rows: list[Cells] = [
        [f"{name}: {measure}", scores[name].coded, number(scores[name].measures()[measure]), said]
        for (name, measure), said in published.items()
    ]
    return Grid("beside what is published", ["Measure", "Coded", "Here", "Published"], rows)


def confusion(found: Score, column: str) -> Grid:
    """Return as what the coded rows of each code were drafted."""
    drafted: dict[str, list[tuple[int, str]]] = {}
    for (name, coded, other), count in found.confused.items():
        if name == column:
            drafted.setdefault(coded, []).append((count, other))
    rows = [
        [code, ", ".join(f"{other} {count}" for count, other in sorted(counts, key=lambda one: (-one[0], one[1])))]
        for code, counts in sorted(drafted.items())
    ]
    return Grid(f"{column} of paired events", ["Coded", "Drafted as"], rows)


def behaviour_grid(found: dict[str, Score]) -> Grid:
    """Return how far the events of each variant are those of the plain run."""
    rows: list[Cells] = []
    for name, one in found.items():
        parts = [one.same[column] / one.paired if one.paired else None for column in READ]
        rows.append([name, one.coded, one.drafted, number(one.f1), *map(number, parts)])
    return Grid("behaviour", ["Asked", "Plain", "Asked so", "F1, overlap", *(f"Same {name}" for name in READ)], rows)
