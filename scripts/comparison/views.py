"""A comparison for people and programs: tables of a terminal, a page of Markdown, JSON, annotations."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from scripts.comparison.changes import Changes, Rows
from scripts.comparison.outline import (
    Comparison,
    beside_lines,
    count_lines,
    declaration_lines,
    row_table,
    title,
    verdict,
)
from scripts.comparison.version import following, reasons, step
from scripts.problem import printable, sentence, shortened
from scripts.report.annotations import as_annotations, notice
from scripts.report.markdown import code, fitted, grid, prose

LONGEST = 160  # characters of one value
BESIDE = "Files beside the data, for a maintainer to review"
HEAD = ["Table", "Before", "After", "Added", "Removed", "Changed"]


def _value(text: str) -> str:
    return shortened(text, LONGEST)


def as_terminal(comparison: Comparison) -> str:
    """Return tables for a terminal, as wide as it is."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(emoji=False, highlight=False)

    def draw(heading: str, names: list[str], rows: Iterable[Iterable[str | int]]) -> None:
        table = Table(title=Text(printable(heading), "bold"), title_justify="left")
        for name in names:
            table.add_column(name, overflow="fold", justify="right" if name in HEAD[1:] and names == HEAD else "left")
        for row in rows:
            table.add_row(*(Text(f"{one:,}" if isinstance(one, int) else _value(one)) for one in row))
        if table.row_count:
            console.print(table)

    with console.capture() as captured:
        draw(title(comparison), HEAD, count_lines(comparison.changes))
        draw("Declaration", ["What", "Before", "After"], declaration_lines(comparison))
        for name, rows in comparison.changes.tables.items():
            draw(name, *row_table(rows))
        draw(BESIDE, ["File", "Why"], beside_lines(comparison))
    return captured.get() + "".join(f"{shortened(line, 2_000)}\n" for line in verdict(comparison))


def as_page(comparison: Comparison) -> str:
    """Return a page of Markdown."""
    page = f"## {prose(title(comparison))}\n\n"
    page += "".join(f"- {prose(sentence(line))}\n" for line in verdict(comparison))
    page += f"\n{grid(HEAD, count_lines(comparison.changes))}"
    declared = [[prose(what), code(_value(old)), code(_value(new))] for what, old, new in declaration_lines(comparison)]
    if declared:
        page += f"\n### Declaration\n\n{grid(['What', 'Before', 'After'], declared)}"
    for name, rows in comparison.changes.tables.items():
        names, lines = row_table(rows)
        if lines:
            cells = [[what, code(key), *(prose(_value(value)) for value in values)] for what, key, *values in lines]
            page += f"\n### {prose(name)}\n\n{grid(names, cells)}"
    if beside := [[code(file), prose(why)] for file, why in beside_lines(comparison)]:
        page += f"\n### {BESIDE}\n\n{grid(['File', 'Why'], beside)}"
    return fitted(page)


def _declaration(changes: Changes) -> dict[str, Any]:
    found = {name: value for name, value in vars(changes).items() if name not in {"tables", "with_ids"}}
    return found | {"definitions": [asdict(one) for one in changes.definitions]}


def as_document(comparison: Comparison) -> str:
    """Return everything as JSON, in ASCII, so that no value steers a terminal."""
    changes, release = comparison.changes, comparison.release
    document: dict[str, Any] = {
        "old": comparison.old,
        "new": comparison.new,
        "step": step(changes),
        "reasons": [{"step": one, "reason": reason} for one, reason in reasons(changes)],
        "declaration": _declaration(changes),
        "tables": {name: _table(rows) for name, rows in changes.tables.items()},
        "outside": [asdict(problem) for problem in comparison.outside],
    }
    if release is not None:
        made = step(release.changes)
        after = following(release.version, made) if release.tag else release.version
        document["release"] = {"last": release.tag, "step": made if release.tag else "first", "next": after}
    return json.dumps(document, indent=2) + "\n"


def _table(rows: Rows) -> dict[str, Any]:
    return {
        "before": rows.before,
        "after": rows.after,
        "added": [list(key) for key in rows.added],
        "removed": [list(key) for key in rows.removed],
        "changed": [asdict(cell) for cell in rows.cells],
    }


def as_lines_of_github(comparison: Comparison) -> str:
    """Return a warning for each file beside the data, and the step as a notice."""
    return as_annotations(comparison.outside, "warning") + "".join(map(notice, verdict(comparison)))


VIEWS: dict[str, Callable[[Comparison], str]] = {
    "text": as_terminal,
    "markdown": as_page,
    "json": as_document,
    "github": as_lines_of_github,
}
