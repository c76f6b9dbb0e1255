"""The version that follows from what changed: the rule that CHANGELOG.md states."""

import re
from collections.abc import Iterator

from scripts.compare.changes import Changes, Rows
from scripts.compare.revision import RELEASE
from scripts.problem import Problem, counted, problem, shown

STEPS = ("none", "patch", "minor", "major")
VERSION = re.compile(RELEASE.pattern.removeprefix("v"))  # the tag of a release has a v before it
BREAKING = {  # changed properties of tables and columns that a program may rest on
    "primaryKey": "the key of {} changed: no row can be told to be the same",
    "type": "the type of {} changed",
}


def _of_declaration(rows: Rows) -> Iterator[tuple[str, str]]:
    """Yield (step, reason) for the tables, columns, codes and definitions."""
    for what, made, places in (("removed", "major", rows.removed), ("added", "minor", rows.added)):
        for (place,) in places:
            kind = "" if ": " in place else "the column " if "." in place else "the table "
            yield made, f"{kind}{place} {what}"
    broken = [cell for cell in rows.cells if cell.column in BREAKING]
    for cell in broken:
        yield "major", BREAKING[cell.column].format(*cell.key)
    if others := len(rows.cells) - len(broken):
        yield "patch", f"{counted(others, 'definition')} changed"


def _of_table(name: str, rows: Rows) -> Iterator[tuple[str, str]]:
    """Yield (step, reason) for the rows of a table.

    Where a row has no id of its own, as a participant, its removal is a value mended: it goes with the row it is of.
    """
    if rows.removed:
        with_id = all(len(key) == 1 for key in rows.removed)
        yield "major" if with_id else "patch", f"{counted(len(rows.removed), 'row')} of {name} removed"
    if rows.added:
        yield "minor", f"{counted(len(rows.added), 'row')} of {name} added"
    if rows.changed:
        yield "patch", f"{counted(rows.changed, 'row')} of {name} mended"


def reasons(changes: Changes) -> list[tuple[str, str]]:
    """Return (step, reason) for everything that changed, the largest step first."""
    found = [*_of_declaration(changes.declaration)]
    for name, rows in changes.tables.items():
        found += _of_table(name, rows)
    return sorted(found, key=lambda one: -STEPS.index(one[0]))


def step(changes: Changes) -> str:
    """Return none, patch, minor or major."""
    return reasons(changes)[0][0] if reasons(changes) else "none"


def parsed(version: str) -> tuple[int, ...]:
    """Return the three numbers of a version; raise ValueError for anything else."""
    match = VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"{shown(version)} is not a version of three numbers")
    return tuple(map(int, match.groups()))


def following(version: str, step: str) -> str:
    """Return the version that follows by a step; raise ValueError where `version` is none.

    >>> following("1.2.3", "minor")
    '1.3.0'
    """
    numbers = parsed(version)
    if step == "none":
        return version
    at = ("major", "minor", "patch").index(step)
    return ".".join(map(str, (*numbers[:at], numbers[at] + 1, 0, 0)[:3]))


def version_problems(old: str, new: str, changes: Changes) -> list[Problem]:
    """Return why a release must not be called `new` after the release `old`: it is less than what follows.

    Raises ValueError where `old` is no version.
    """
    made = step(changes)
    file, field = "schemas/package.toml", "version"
    if VERSION.fullmatch(new) is None:
        return [problem("not_a_version", file, 0, field, version=new)]
    least = following(old, made)
    if parsed(new) >= parsed(least) and parsed(new) > parsed(old):
        return []
    if made == "none":
        return [problem("nothing_to_release", file, 0, field, new=new, old=old)]
    because = "; ".join(reason for one, reason in reasons(changes) if one == made)
    return [problem("version_step", file, 0, field, new=new, old=old, step=made, because=because, least=least)]
