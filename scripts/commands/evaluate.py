"""Measure how well the extractor drafts coded articles, or how far two blind codings of them agree."""

import argparse
import json
from pathlib import Path

from scripts.evaluate.agreement import LINKERS, PUBLISHED, THIRD, ListScore, agreement, links, stems
from scripts.evaluate.drafts import DEVELOPMENT, evaluate_sheet, named_actors
from scripts.evaluate.score import Score
from scripts.problem import CannotRunError, printable
from scripts.sheets.read import FOLDER

OCCURRED = "precision of occurred"
Table = tuple[str, list[str], list[list[str]]]  # title, header, rows


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def tables(root: Path, articles: list[str]) -> list[Table]:
    """Return the agreement of the blind codings of some articles as tables for people."""
    compared = {"a, b": agreement(root, articles)}
    if third := [stem for stem in stems(root, THIRD) if stem in articles]:
        compared["c, published"] = agreement(root, third, (THIRD, PUBLISHED))
    each = list(compared.items())
    spans = [
        [who, one.table, str(one.left), str(one.right), _number(one.exact_f1), _number(one.overlap_f1)]
        for who, found in each
        for one in found.spans
    ]
    codes = [
        [who, f"{one.table}.{one.column}", str(len(one.values)), _number(one.same), _number(one.alpha)]
        for who, found in each
        for one in found.codes
    ]
    dates = [
        [who, one.table, str(len(one.bounds)), _number(one.equal), _number(one.compatible)]
        for who, found in each
        for one in found.dates
    ]
    lists = [_listed(who, found.participants) for who, found in each]
    linked = [_listed(", ".join(LINKERS), score) for score in links(root)] if stems(root, *LINKERS) else []
    return [
        ("rows", ["Codings", "Table", "First", "Second", "F1, same span", "F1, overlapping span"], spans),
        ("codes of overlapping rows", ["Codings", "Column", "n", "Same code", "Krippendorff's alpha"], codes),
        ("dates of overlapping rows", ["Codings", "Table", "n", "Same bounds", "A day in common"], dates),
        ("lists", ["Codings", "What is listed", "First", "Second", "F1"], lists + linked),
    ]


def _listed(who: str, score: ListScore) -> list[str]:
    return [who, score.name, str(score.left), str(score.right), _number(score.f1)]


def as_markdown(listed: list[Table]) -> str:
    """Return tables as Markdown."""
    parts = []
    for _, header, rows in listed:
        lines = ["| " + " | ".join(header) + " |", "|---|" + "--:|" * (len(header) - 1)]
        parts.append("\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n")
    return "\n".join(parts)


def show(listed: list[Table]) -> None:
    """Print tables in the terminal."""
    from rich.console import Console
    from rich.table import Table as RichTable

    for name, header, rows in listed:
        table = RichTable(title=name, title_justify="left")
        for i, column in enumerate(header):
            table.add_column(column, justify="right" if i else "left")
        for row in rows:
            table.add_row(*row)
        Console().print(table)


def evaluate_agreement(root: Path, form: str) -> int:
    """Print the agreement of the blind codings below root; return the exit code."""
    articles = stems(root)
    if not articles:
        raise CannotRunError(f"no article in {root}/seeds/blind/a and b")
    found = tables(root, articles)
    if form == "json":
        print(
            json.dumps(
                {title: [dict(zip(head, row, strict=True)) for row in rows] for title, head, rows in found}, indent=2
            )
        )
    elif form == "markdown":
        print(as_markdown(found), end="")
    else:
        show(found)
    return 0


def draft_tables(scores: dict[str, Score], title: str) -> list[Table]:
    """Return the scores of drafts as two tables for people: rows found, and values read in them."""
    header = ["Drafted", "Coded", "Found", "Precision", "Recall", "F1, overlap", "F1, same span"]
    rows, values = [], []
    for name, found in scores.items():
        measures = found.measures()
        counts = [name, str(found.coded), str(found.drafted)]
        rows.append(counts + [f"{measures[key]:.2f}" for key in ("precision", "recall", "f1", "f1_exact")])
        read = [key for key in measures if key in found.same or key in found.parties]
        kinds = ["F1" if key in found.parties else "same" for key in read]
        values += [[f"{name}: {key}", kind, f"{measures[key]:.2f}"] for key, kind in zip(read, kinds, strict=True)]
        if OCCURRED in measures:
            values.append([f"{name}: occurred", "precision", f"{measures[OCCURRED]:.2f}"])
    return [
        (f"{title}: rows", header, rows),
        (f"{title}: values in paired rows", ["Value", "Measure", "Score"], values),
    ]


def confusion(found: Score, column: str) -> Table:
    """Return as what the coded rows of each code were drafted, as a table for people."""
    drafted: dict[str, list[tuple[int, str]]] = {}
    for (name, coded, other), count in found.confused.items():
        if name == column:
            drafted.setdefault(coded, []).append((count, other))
    rows = [
        [code, ", ".join(f"{other} {count}" for count, other in sorted(counts, key=lambda one: (-one[0], one[1])))]
        for code, counts in sorted(drafted.items())
    ]
    return f"{column} of paired events", ["Coded", "Drafted as"], rows


def evaluate_drafts(root: Path, form: str, *, development: bool, errors: bool) -> int:
    """Print how well the extractor drafts the coded articles of root/seeds; return the exit code.

    With `development` only the articles that it was developed on, and it knows only the actors that these name: the
    scores stay as they are when another article is added.
    """
    from scripts.commands.draft import actors

    known = actors(root)
    sheets = sorted(path.stem for path in (root / FOLDER).glob("[0-9]*.toml"))
    if development:
        sheets = [stem for stem in sheets if stem in DEVELOPMENT]
        named = named_actors(root, sheets)
        known = [actor for actor in known if actor.actor_id in named]
    if not sheets:
        raise CannotRunError(f"no coding sheet in {root}/{FOLDER}")
    each = {stem: evaluate_sheet(root, f"{FOLDER}/{stem}.toml", f"{FOLDER}/{stem}.txt", known) for stem in sheets}
    total: dict[str, Score] = {}
    for scores in each.values():
        for name, found in scores.items():
            total.setdefault(name, Score()).add(found)
    confused = [confusion(total["events"], column) for column in ("event_type", "status")]
    if form == "json":
        data = {stem: {name: found.measures() for name, found in scores.items()} for stem, scores in each.items()}
        print(json.dumps({"all": {name: found.measures() for name, found in total.items()}, "each": data}, indent=2))
    elif form == "markdown":
        print(as_markdown([*draft_tables(total, ""), *confused]), end="")
    else:
        listed = [table for stem, scores in each.items() for table in draft_tables(scores, stem)]
        show([*listed, *draft_tables(total, "all articles"), *confused])
    for stem, scores in each.items() if errors else ():
        for name, found in scores.items():
            print("".join(f"{stem}: {name}: {printable(error)}\n" for error in found.errors), end="")
    return 0


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("--agreement", action="store_true", help="compare seeds/blind/a with b instead")
    development = "only the articles that the extractor was developed on"
    parser.add_argument("--development", action="store_true", help=development)
    errors = "list what was missed, drafted too much, or read otherwise"
    parser.add_argument("--errors", action="store_true", help=errors)
    parser.add_argument("--format", choices=["table", "markdown", "json"], default="table")


def run(options: argparse.Namespace) -> int:
    """Measure; return the exit code."""
    if options.agreement:
        return evaluate_agreement(options.root, options.format)
    return evaluate_drafts(options.root, options.format, development=options.development, errors=options.errors)
