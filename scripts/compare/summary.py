"""What a comparison says to people and programs: tables and a verdict, in each form that they are asked for."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from scripts.compare.changes import Changes, Rows
from scripts.compare.contribution import Release
from scripts.compare.version import reasons, step
from scripts.markdown import prose
from scripts.problem import Problem, counted, sentence, shortened
from scripts.report.annotations import as_annotations, notice
from scripts.report.grids import Grid, as_drawn, as_markdown
from scripts.report.markdown import fitted

MOST = 50  # lines of one list that are shown to people


@dataclass
class Comparison:
    """Two editions by their labels, what differs, and for a contribution the release and the files beside the data."""

    old: str
    new: str
    changes: Changes
    release: Release | None = None
    outside: list[Problem] = field(default_factory=list)


def _first(lines: Sequence[tuple[str, ...]], most: int, noun: str) -> list[tuple[str, ...]]:
    """Return lines, of very many the first and how many more there are."""
    more = [(counted(len(lines) - most, noun), *[""] * (len(lines[0]) - 1))] if len(lines) > most else []
    return [*lines[:most], *more]


def _rows(name: str, rows: Rows) -> Grid:
    """Return what became of the rows of a table."""
    added = [("added", ", ".join(key), "", "", words) for key, words in rows.added.items()]
    removed = [("removed", ", ".join(key), "", words, "") for key, words in rows.removed.items()]
    cells = [("changed", ", ".join(key), *values) for key, *values in rows.cells]
    lines = _first(added, MOST, "more row") + _first(removed, MOST, "more row") + _first(cells, MOST, "more cell")
    return Grid(name, ["Rows", "Key", "Column", "Before", "After"], lines, {"Key"})


def grids(comparison: Comparison) -> list[Grid]:
    """Return everything that changed as tables: rows counted, declaration, rows one by one, files beside the data."""
    title = f"From {comparison.old} to {comparison.new}"
    if comparison.release is not None:
        title = "What the contribution changes in the data"
    tables = comparison.changes.tables
    numbers = [
        (name, rows.before, rows.after, len(rows.added), len(rows.removed), rows.changed)
        for name, rows in tables.items()
    ]
    beside = _first([(one.file, one.message) for one in comparison.outside], 2 * MOST, "more file")
    return [
        Grid(title, ["Table", "Before", "After", "Added", "Removed", "Changed"], numbers),
        _rows("Declaration", comparison.changes.declaration),
        *(_rows(name, rows) for name, rows in tables.items()),
        Grid("Files beside the data, for a maintainer to review", ["File", "Why"], beside, {"File"}),
    ]


def verdict(comparison: Comparison) -> list[str]:
    """Return the step with its reasons, and where the release stands."""
    why = "; ".join(reason for [reason] in _first([(one,) for _, one in reasons(comparison.changes)], MOST, "more"))
    made = f"step: {step(comparison.changes)} ({why})" if why else "nothing changed in data or declaration"
    return [made, *([str(comparison.release)] if comparison.release else [])]


def as_terminal(comparison: Comparison) -> str:
    """Return tables for a terminal, as wide as it is."""
    return as_drawn(grids(comparison)) + "".join(f"{shortened(line, 2_000)}\n" for line in verdict(comparison))


def as_page(comparison: Comparison) -> str:
    """Return a page of Markdown."""
    numbers, *others = grids(comparison)
    said = "".join(f"- {prose(sentence(line))}\n" for line in verdict(comparison))
    return fitted(f"## {prose(numbers.title)}\n\n{said}{as_markdown([numbers._replace(title=''), *others])}")


def as_document(comparison: Comparison) -> str:
    """Return everything as JSON, in ASCII, so that no value steers a terminal."""
    changes, release = comparison.changes, comparison.release
    document: dict[str, Any] = {
        "old": comparison.old,
        "new": comparison.new,
        "step": step(changes),
        "reasons": [{"step": made, "reason": reason} for made, reason in reasons(changes)],
        "declaration": _table(changes.declaration),
        "tables": {name: _table(rows) for name, rows in changes.tables.items()},
        "outside": [asdict(problem) for problem in comparison.outside],
    }
    return json.dumps(document | ({"release": asdict(release)} if release else {}), indent=2) + "\n"


def _table(rows: Rows) -> dict[str, Any]:
    return {
        "before": rows.before,
        "after": rows.after,
        "added": list(rows.added),
        "removed": list(rows.removed),
        "changed": [cell._asdict() for cell in rows.cells],
    }


def as_lines_of_github(comparison: Comparison) -> str:
    """Return a warning for each file beside the data, and the step as a notice."""
    return as_annotations(comparison.outside, "warning") + "".join(map(notice, verdict(comparison)))


FORMS: dict[str, Callable[[Comparison], str]] = {
    "text": as_terminal,
    "json": as_document,
    "github": as_lines_of_github,
    "markdown": as_page,
}
