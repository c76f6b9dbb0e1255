"""The rows of a published table that a reader asks for."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from schemas import TABLES, Column, TableSchema
from scripts.draft.sentences import context, sentences
from scripts.problem import counted, nearest, printable, shown
from scripts.sheets.dates import bounds
from scripts.tables.csv import read
from scripts.tables.table import DATES


@dataclass
class Question:
    """What a reader asks of a table: words by column, an actor in any role, and a time."""

    columns: dict[str, str] = field(default_factory=dict)
    actor: str | None = None
    since: str | None = None
    until: str | None = None


def _known(column: Column, value: str, root: Path) -> None:
    """Raise ValueError where a code or a key does not exist."""
    known = list(column.codes or ())
    if column.references:
        table, there = column.references.split(".")
        known = list(read(root, table)[there])
    if known and value not in known:
        raise ValueError(f"{shown(value)} is not in {column.vocabulary or column.references}{nearest(value, known)}")


def _matching(rows: pd.DataFrame, column: Column, value: str) -> pd.Series:
    """Return which rows have the value: codes, keys and numbers in full, other text as a part."""
    cells = rows[column.name]
    if column.codes or column.references or column.type != "string" or column.key:
        return (cells == value).fillna(False).astype(bool)
    return cells.str.contains(value, case=False, regex=False).fillna(False).astype(bool)


def _with_actor(rows: pd.DataFrame, table: TableSchema, actor: str, root: Path) -> pd.Series:
    """Return which rows name an actor in any column or among the participants; a state with its persons and bodies."""
    key, actors = "actors.actor_id", read(root, "actors")
    theirs = {actor, *actors["actor_id"][actors["state_id"] == actor]}
    named = [column.name for column in table.columns if key in {column.references, f"{column.table}.{column.name}"}]
    found = rows[named].isin(theirs).any(axis=1)
    if table.name in {"events", "acts"}:
        taking_part = read(root, "participants").merge(read(root, "events"), on="event_id")
        found |= rows[table.key[0]].isin(taking_part[taking_part["actor_id"].isin(theirs)][table.key[0]])
    return found.astype(bool)


def _in_time(rows: pd.DataFrame, table: TableSchema, since: str | None, until: str | None) -> pd.Series:
    """Return which rows can have happened from `since` to `until`; a row without any date is left out."""
    first = next((name for name in DATES if name in table.names), None)
    if first is None:
        raise ValueError(f"{table.name} has no dates")
    earliest, latest = rows[first], rows[DATES[first]]
    found = earliest.notna() | latest.notna()
    if since:
        found &= latest.isna() | (latest >= bounds(since)[0])
    if until:
        found &= earliest.isna() | (earliest <= bounds(until)[1])
    return found.fillna(False).astype(bool)


def select(root: Path, name: str, question: Question) -> pd.DataFrame:
    """Return the rows of a published table that a question asks for.

    Raises ValueError for a code, key or date that does not exist.
    """
    table, rows = TABLES[name], read(root, name)
    for column_name, value in question.columns.items():
        _known(table[column_name], value, root)
        rows = rows[_matching(rows, table[column_name], value)]
    if question.actor:
        _known(TABLES["participants"]["actor_id"], question.actor, root)
        rows = rows[_with_actor(rows, table, question.actor, root)]
    if question.since or question.until:
        rows = rows[_in_time(rows, table, question.since, question.until)]
    return rows


def with_context(rows: pd.DataFrame, root: Path) -> pd.DataFrame:
    """Return rows of anchored spans with one more column: the sentences that each span touches."""
    paths = read(root, "sources").set_index("source_id")["path"]
    texts = {source_id: (root / paths[source_id]).read_bytes().decode("utf-8") for source_id in set(rows["source_id"])}
    ends = {source_id: sentences(text) for source_id, text in texts.items()}
    spans = rows[["source_id", "start", "end"]].itertuples(index=False, name=None)
    return rows.assign(
        context=[context(texts[source], ends[source], (int(start), int(end))) for source, start, end in spans]
    )


def draw(rows: pd.DataFrame) -> None:
    """Draw rows in the terminal, without the columns that are blank in all of them."""
    from rich.console import Console
    from rich.table import Table as Drawn

    drawn = Drawn(show_lines=True)
    kept = [name for name in rows.columns if rows[name].notna().any()]
    for name in kept:
        drawn.add_column(name, overflow="fold")
    for _, row in rows[kept].iterrows():
        drawn.add_row(*(printable(cell) if isinstance(cell, str) else "" for cell in row))
    console = Console()
    console.print(drawn, markup=False)
    console.print(counted(len(rows), "row"))
