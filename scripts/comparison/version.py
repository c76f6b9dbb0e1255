"""The version that follows from what changed: the rule that CHANGELOG.md states."""

import re
from collections.abc import Iterator

from scripts.comparison.changes import Changes
from scripts.problem import Problem, counted, shown

STEPS = ("none", "patch", "minor", "major")
VERSION = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")


def _of_rows(changes: Changes) -> Iterator[tuple[str, str]]:
    """Yield (step, reason) for the rows.

    Where a row has no id of its own, as a participant, its removal is a value mended: it goes with the row it is of.
    """
    for name, rows in changes.tables.items():
        if rows.removed:
            gone = counted(len(rows.removed), "row")
            yield ("major" if name in changes.with_ids else "patch"), f"{gone} of {name} removed"
        if rows.added:
            yield "minor", f"{counted(len(rows.added), 'row')} of {name} added"
        if rows.cells:
            yield "patch", f"{counted(rows.changed, 'row')} of {name} mended"


def reasons(changes: Changes) -> list[tuple[str, str]]:
    """Return (step, reason) for everything that changed, the largest step first."""
    found = [("major", f"the table {name} removed") for name in changes.tables_removed]
    found += [("major", f"the column {name} removed") for name in changes.columns_removed]
    found += [("major", f"the key of {name} changed") for name in changes.keys_changed]
    found += [("major", f"the type of {name} changed") for name in changes.types_changed]
    found += [("major", f"{name}: {', '.join(codes)} removed") for name, codes in changes.codes_removed.items()]
    found += [("minor", f"the table {name} added") for name in changes.tables_added]
    found += [("minor", f"the column {name} added") for name in changes.columns_added]
    found += [("minor", f"{name}: {', '.join(codes)} added") for name, codes in changes.codes_added.items()]
    found += _of_rows(changes)
    if changes.definitions:
        found.append(("patch", f"{counted(len(changes.definitions), 'definition')} changed"))
    return sorted(found, key=lambda one: -STEPS.index(one[0]))


def step(changes: Changes) -> str:
    """Return none, patch, minor or major."""
    return max((one for one, _ in reasons(changes)), key=STEPS.index, default="none")


def parsed(version: str) -> tuple[int, ...]:
    """Return the three numbers of a version; raise ValueError for anything else."""
    match = VERSION.fullmatch(version)
    if match is None:
        raise ValueError(f"{shown(version)} is not a version of three numbers")
    return tuple(map(int, match.groups()))


def following(version: str, step: str) -> str:
    """Return the version that follows by a step; raise ValueError where `version` is none."""
    major, minor, patch = parsed(version)
    ahead = {
        "none": (major, minor, patch),
        "patch": (major, minor, patch + 1),
        "minor": (major, minor + 1, 0),
        "major": (major + 1, 0, 0),
    }
    return ".".join(map(str, ahead[step]))


def version_problems(old: str, new: str, changes: Changes) -> list[Problem]:
    """Return why a release must not be called `new` after the release `old`: it is less than what follows."""
    try:
        least = following(old, step(changes))
        enough = parsed(new) >= parsed(least) and parsed(new) > parsed(old)
    except ValueError as error:
        return [Problem("schemas/package.toml", 0, "version", "not_a_version", str(error), "write it as 1.2.3")]
    if enough:
        return []
    because = "; ".join(reason for one, reason in reasons(changes) if one == step(changes)) or "nothing changed"
    message = f"{shown(new)} does not follow {shown(old)} by a step that is {step(changes)}: {because}"
    hint = f'write version = "{least}" or a later one' if step(changes) != "none" else "there is nothing to release"
    return [Problem("schemas/package.toml", 0, "version", "version_step", message, hint)]
