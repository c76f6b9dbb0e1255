"""Every reference of a table leads to a row of another one, and `same_as` leads to a first report."""

from schemas import TABLES, Column
from scripts.checks.frames import Sheaves, pairs, tuples
from scripts.problems import Problem, nearest, shown

HINTS = {
    "actors.actor_id": "correct it, or add the actor to seeds/actors.toml",
    "measures.measure_id": "correct it, or add the measure to seeds/measures.toml",
    "events.event_id": "name the id of a row of events",
    "sources.source_id": "name the source_id of an article",
}


def _dangling(sheaves: Sheaves, column: Column) -> list[Problem]:
    to_table, to_column = str(column.references).split(".")
    sheaf, known = sheaves[column.table], sheaves[to_table].cells[to_column].dropna()
    values = sheaf.sound(column.name)[column.name]
    lost = values[~values.isin(known)]
    if lost.empty:
        return []
    hint, in_order, owners = HINTS[str(column.references)], sorted(set(known)), _owners(sheaves, to_table)
    problems = []
    for row, value in pairs(lost):
        owner = owners.get(value.casefold()) or nearest(value, in_order)
        message = f"{shown(value)} is not in {to_table}{owner}"
        problems.append(sheaf.problem(row, column.name, "unknown_reference", message, hint))
        sheaf.broken.add((row, column.name))
    return problems


def _owners(sheaves: Sheaves, to_table: str) -> dict[str, str]:
    """Return, by name or alias without capitals, whose it is, for values that should be an actor's key."""
    owners: dict[str, str] = {}
    for table, column in (("aliases", "alias"), ("actors", "name")) if to_table == "actors" else ():
        cells = sheaves[table].cells.loc[sheaves[table].sound(column).index, [column, "actor_id"]]
        for _, name, actor in tuples(cells):
            owners.setdefault(name.casefold(), f"; it is the {column} of {shown(actor)}")
    return owners


def _same_as(sheaves: Sheaves) -> list[Problem]:
    """`same_as` points to a row of another source in which it is blank."""
    sheaf, hint = sheaves["events"], "point to the row in which the act was entered first"
    events = sheaf.cells[["event_id", "source_id", "same_as"]].dropna(subset=["event_id"])
    targets = events.drop_duplicates("event_id").set_index("event_id").add_prefix("target_")
    linked = sheaf.cells.loc[sheaf.sound("same_as").index, ["event_id", "source_id", "same_as"]]
    linked = linked[linked["same_as"].isin(targets.index)].join(targets, on="same_as")
    itself = linked["same_as"] == linked["event_id"]
    beside = linked["target_source_id"] == linked["source_id"]
    wrong = linked[itself | beside | linked["target_same_as"].notna()]
    problems = []
    for row, event_id, source_id, value, target_source, target_same in tuples(wrong):
        if value == event_id:
            message = f"{shown(value)} is the row itself"
        elif target_source == source_id:
            message = f"{shown(value)} is a row of the same source; one act is one row there"
        else:
            message = f"{shown(value)} is itself the same as {shown(target_same)}"
        problems.append(sheaf.problem(row, "same_as", "same_as", message, hint))
    return problems


def reference_problems(sheaves: Sheaves, incomplete: set[str]) -> list[Problem]:
    """Return the references that lead nowhere; those into incomplete tables are not looked at."""
    problems = []
    for table in TABLES.values():
        for column in table.columns:
            if column.references and column.references.split(".")[0] not in incomplete:
                problems += _dangling(sheaves, column)
    return problems + _same_as(sheaves)
