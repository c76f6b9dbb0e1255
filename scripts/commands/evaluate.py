"""Measure how well the extractor drafts coded articles, or how far two blind codings of them agree."""

import argparse
import json
from pathlib import Path
from typing import Any

from scripts.evaluate.agreement import Agreement, agreement, stems
from scripts.evaluate.drafts import DEVELOPMENT, evaluate_sheet, named_actors
from scripts.evaluate.score import Score
from scripts.problem import CannotRunError, printable
from scripts.sheets.read import FOLDER

OCCURRED = "precision of occurred"
Table = tuple[str, list[str], list[list[str]]]  # title, header, rows


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def tables(found: Agreement, title: str) -> list[Table]:
    """Return the scores as two tables for people."""
    spans = [
        [score.table, str(score.left), str(score.right), _number(score.exact_f1), _number(score.overlap_f1)]
        for score in found.spans
    ]
    codes = [
        [f"{score.table}.{score.column}", str(len(score.values)), _number(score.same), _number(score.alpha)]
        for score in found.codes
    ]
    return [
        (f"{title}: rows", ["Table", "Rows of a", "Rows of b", "F1, same span", "F1, overlapping span"], spans),
        (f"{title}: codes of overlapping rows", ["Column", "n", "Same code", "Krippendorff's alpha"], codes),
    ]


def as_data(found: Agreement) -> dict[str, Any]:
    """Return the scores as plain data."""
    return {
        "articles": found.articles,
        "spans": [
            {
                "table": score.table,
                "rows": [score.left, score.right],
                "exact": score.exact,
                "overlapping": score.overlapping,
                "exact_f1": round(score.exact_f1, 4),
                "overlap_f1": round(score.overlap_f1, 4),
            }
            for score in found.spans
        ],
        "codes": [
            {
                "column": f"{score.table}.{score.column}",
                "n": len(score.values),
                "same": round(score.same, 4),
                "alpha": None if score.alpha is None else round(score.alpha, 4),
            }
            for score in found.codes
        ],
    }


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
    found = agreement(root, articles)
    if form == "json":
        each = {stem: as_data(agreement(root, [stem])) for stem in articles}
        print(json.dumps({"all": as_data(found), "each": each}, indent=2))
    elif form == "markdown":
        print(as_markdown(tables(found, "")), end="")
    else:
        for stem in articles:
            show(tables(agreement(root, [stem]), stem))
        show(tables(found, f"all {found.articles} articles"))
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
