"""What a comparison has to say, before it takes the form of a terminal, a page or a program."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.comparison.changes import Changes, Rows
from scripts.comparison.edition import Edition
from scripts.comparison.version import following, reasons, step
from scripts.problem import Problem, counted

MOST = 50  # lines of one list of one table that are shown to people


@dataclass
class Release:
    """The last release that a contribution follows, and what has changed since; without a tag there is none."""

    version: str
    tag: str | None = None
    changes: Changes = field(default_factory=Changes)

    def __str__(self) -> str:
        if self.tag is None:
            return f"there is no release yet: the first one will be {self.version}"
        made = step(self.changes)
        if made == "none":
            return f"nothing changed since the release {self.tag}"
        return f"since the release {self.tag} the step is {made}: the next one is {following(self.version, made)}"


@dataclass
class Comparison:
    """Two editions by their labels, what differs, and for a contribution the release and the files beside the data."""

    old: str
    new: str
    after: Edition
    changes: Changes
    release: Release | None = None
    outside: list[Problem] = field(default_factory=list)


def count_lines(changes: Changes) -> list[list[str | int]]:
    """Return for each table its rows before and after, and how many were added, removed and changed."""
    found = changes.tables.items()
    return [[name, one.before, one.after, len(one.added), len(one.removed), one.changed] for name, one in found]


def _declared(changes: Changes) -> Iterator[tuple[str, str, str]]:
    """Yield (what, old, new) for everything of the declaration that changed."""
    for name in changes.tables_removed:
        yield f"table {name}", "there", "removed"
    for name in changes.tables_added:
        yield f"table {name}", "", "added"
    for name in changes.columns_removed:
        yield f"column {name}", "there", "removed"
    for name in changes.columns_added:
        yield f"column {name}", "", "added"
    for name in changes.keys_changed:
        yield f"key of {name}", "", "changed: no row can be told to be the same"
    for name, codes in changes.codes_removed.items():
        yield f"codes of {name}", ", ".join(codes), "removed"
    for name, codes in changes.codes_added.items():
        yield f"codes of {name}", "", f"{', '.join(codes)} added"
    for one in changes.definitions:
        yield f"{one.name} of {one.place}", one.old, one.new


def row_table(rows: Rows) -> tuple[list[str], list[list[str]]]:
    """Return the names and the lines of a table of what became of rows, without columns that are blank in all lines."""
    names = ["Rows", "Key", "Column", "Before", "After"]
    lines = list(_row_lines(rows))
    kept = [at for at in range(len(names)) if any(line[at] for line in lines)]
    return [names[at] for at in kept], [[line[at] for at in kept] for line in lines]


def _row_lines(rows: Rows) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield (what, key, column, old, new): what was added and removed, then the cells that changed."""
    for what, found in (("added", rows.added), ("removed", rows.removed)):
        for key, words in list(found.items())[:MOST]:
            yield what, ", ".join(key), "", *(("", words) if what == "added" else (words, ""))
        if len(found) > MOST:
            yield what, counted(len(found) - MOST, "more row"), "", "", ""
    for cell in rows.cells[:MOST]:
        yield "changed", ", ".join(cell.key), cell.column, cell.old, cell.new
    if len(rows.cells) > MOST:
        yield "changed", counted(len(rows.cells) - MOST, "more cell"), "", "", ""


def beside_lines(comparison: Comparison) -> list[tuple[str, str]]:
    """Return (file, why) of the files that the contribution touches beside the data."""
    found = [(problem.file, problem.message) for problem in comparison.outside]
    more = [(counted(len(found) - 2 * MOST, "more file"), "")] if len(found) > 2 * MOST else []
    return found[: 2 * MOST] + more


def verdict(comparison: Comparison) -> list[str]:
    """Return the step with its reasons, and where the release stands."""
    found = reasons(comparison.changes)
    why = [reason for _, reason in found[:MOST]] + ([counted(len(found) - MOST, "more")] if len(found) > MOST else [])
    made = f"step: {step(comparison.changes)}" if found else "nothing changed in data or declaration"
    return [f"{made} ({'; '.join(why)})" if why else made, *([str(comparison.release)] if comparison.release else [])]


def title(comparison: Comparison) -> str:
    """Return what is compared."""
    if comparison.release is not None:
        return "What the contribution changes in the data"
    return f"From {comparison.old} to {comparison.new}"


def declaration_lines(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Return (what, before, after) for what changed in the declaration."""
    found = list(_declared(comparison.changes))
    more = [(counted(len(found) - 2 * MOST, "more"), "", "")] if len(found) > 2 * MOST else []
    return found[: 2 * MOST] + more
