"""Measure how far two blind codings of the same articles agree."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from scripts.build import HERE
from scripts.evaluation.agreement import Agreement, agreement, stems
from scripts.problems import safe_output

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


def as_markdown(found: Agreement) -> str:
    """Return the scores as two Markdown tables."""
    parts = []
    for _, header, rows in tables(found, ""):
        lines = ["| " + " | ".join(header) + " |", "|---|" + "--:|" * (len(header) - 1)]
        parts.append("\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n")
    return "\n".join(parts)


def show(found: Agreement, title: str) -> None:
    """Print the scores as tables in the terminal."""
    from rich.console import Console
    from rich.table import Table as RichTable

    for name, header, rows in tables(found, title):
        table = RichTable(title=name, title_justify="left")
        for i, column in enumerate(header):
            table.add_column(column, justify="right" if i else "left")
        for row in rows:
            table.add_row(*row)
        Console().print(table)


def evaluate(root: Path, form: str) -> int:
    """Print the agreement of the blind codings below root; return the exit code."""
    articles = stems(root)
    if not articles:
        print(f"could not run: no article in {root}/seeds/blind/a and b", file=sys.stderr)
        return 2
    found = agreement(root, articles)
    if form == "json":
        each = {stem: as_data(agreement(root, [stem])) for stem in articles}
        print(json.dumps({"all": as_data(found), "each": each}, indent=2))
    elif form == "markdown":
        print(as_markdown(found), end="")
    else:
        for stem in articles:
            show(agreement(root, [stem]), stem)
        show(found, f"all {found.articles} articles")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 (done) or 2 (could not run)."""
    safe_output(sys.stdout, sys.stderr)
    parser = argparse.ArgumentParser(prog="python -m scripts.evaluate", description=__doc__)
    parser.add_argument("--agreement", action="store_true", required=True, help="compare seeds/blind/a with b")
    parser.add_argument("--format", choices=["table", "markdown", "json"], default="table")
    parser.add_argument("--root", type=Path, default=HERE, metavar="DIR", help="another copy of the package")
    options = parser.parse_args(arguments)
    try:
        return evaluate(options.root, options.format)
    except ModuleNotFoundError as error:
        print(f"could not run: {error}; `make test` sets up what is needed", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
