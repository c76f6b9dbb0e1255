"""What the build derives from the coded rows: dates told by, precisions, states, the distinct acts, and the codes."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from schemas import TABLES
from schemas.vocabularies import marked, vocabularies
from scripts.checks.lookup import bodies, by_key
from scripts.problem import Problem, problem
from scripts.sheets.dates import bounds
from scripts.tables.csv import csv_path
from scripts.tables.table import Row, Table, Tables, rows

PAST = marked("status", "past")
DERIVED = tuple(name for name, table in TABLES.items() if not any(column.sheet for column in table.columns))
NEVER = "9999-12-31"
# What an act has of all its reports.
OF_REPORTS = ("date_earliest", "date_latest", "known_by", "reports", "independent_sources")


@lru_cache(maxsize=100_000)
def precision(earliest: str, latest: str) -> str:
    """Return the code of date_precision for two bounds, "" where open.

    >>> precision("2022-07-01", "2022-07-31"), precision("2022-07-01", "")
    ('month', 'after')
    """
    if not earliest or not latest:
        return "after" if earliest else "before" if latest else "none"
    for kind, length in (("day", 10), ("month", 7), ("year", 4)):
        if _whole(earliest[:length]) == (earliest, latest):
            return kind
    return "span"


def _whole(part: str) -> tuple[str, str] | None:
    try:
        return bounds(part)
    except ValueError:  # said elsewhere
        return None


def told_by(tables: Tables) -> list[str | None]:
    """Return for each event the day by which it was told: the end of its quote's date, else that of publication.

    A reproduced article was published when the original was, where that is known.
    """
    published, originals = (by_key(tables["sources"], column) for column in ("date_latest", "original_date"))
    said = by_key(tables["quotes"], "date_latest")
    cells = zip(*(tables["events"].column(name).tolist() for name in ("quote_id", "source_id")), strict=True)
    known = (
        min(said.get(quote) or originals.get(source, NEVER), published.get(source, NEVER)) for quote, source in cells
    )
    return [day if day != NEVER else None for day in known]


def _states(actors: Table) -> list[str | None]:
    """Return for each actor the state that member_of leads to, itself where it is one."""
    above, kinds = by_key(actors, "member_of"), by_key(actors, "kind")
    every = (bodies(actor, above) for actor in actors.cells["actor_id"])
    return [next((one for one in found if kinds.get(one) == "state"), None) for found in every]


def independent(sources: Iterable[Row]) -> int:
    """Return the number of groups of sources of which none shares an author or a publisher with another."""
    groups: list[set[str]] = []
    for source in sources:
        names = {source["author"], source["publisher_id"], source["original_publisher_id"]}
        own = {name for name in names if name} or {str(source["source_id"])}
        joined = [group for group in groups if group & own]
        groups = [group for group in groups if not group & own] + [own.union(*joined)]
    return len(groups)


def _agreed(reports: list[Row], column: str) -> list[str]:
    return [day for report in reports if (day := report[column])]


def _dates(reports: list[Row]) -> tuple[str | None, str | None]:
    """Return the narrowest bounds that the reports agree on; where they contradict each other, the widest."""
    first, last = _agreed(reports, "date_earliest"), _agreed(reports, "date_latest")
    earliest, latest = max(first, default=None), min(last, default=None)
    if earliest and latest and earliest > latest:
        return min(first), max(last)
    return earliest, latest


def _acts(events: Table, sources: Table) -> Table:
    """Return the table of acts; a row leads to the report that was entered first."""
    is_report = events.cells["act_id"].notna()
    is_first = is_report & (events.cells["act_id"] == events.cells["event_id"])
    first = events.cells[is_first].drop_duplicates("act_id")
    made = first.reindex(columns=TABLES["acts"].names).astype(object).set_index(first["act_id"].to_numpy(object))
    known = first["source_id"].isin(sources.known("source_id")).to_numpy()
    made["reports"], made["independent_sources"] = "1", np.where(known, "1", "0")
    several = _told_by_several(events.cells[is_report & events.cells["act_id"].duplicated(keep=False)], sources)
    if told := [act_id for act_id in several if act_id in made.index]:
        made.loc[told, [*OF_REPORTS]] = np.array([several[act_id] for act_id in told], dtype=object)
    places, event_id = first.index.tolist(), events.schema["event_id"]
    return _table("acts", made.reset_index(drop=True), lambda at: events.place(places[at], event_id))


def _told_by_several(events: pd.DataFrame, sources: Table) -> dict[str, tuple[str | None, ...]]:
    """Return what OF_REPORTS names for each act, from all its reports."""
    reports: dict[str, list[Row]] = defaultdict(list)
    for row in rows(events[["act_id", "source_id", *OF_REPORTS[:3]]]):
        reports[str(row["act_id"])].append(row)
    named = sources.cells[["source_id", "author", "publisher_id", "original_publisher_id"]]
    by_source = {row["source_id"]: row for row in rows(named)} if reports else {}
    found: dict[str, tuple[str | None, ...]] = {}
    for act_id, told in reports.items():
        whose = {report["source_id"] for report in told} & by_source.keys()
        groups = independent(by_source[one] for one in whose)
        found[act_id] = (*_dates(told), min(_agreed(told, "known_by"), default=None), str(len(told)), str(groups))
    return found


def _codes() -> Table:
    listed: list[Row] = [
        {"vocabulary": vocabulary, "code": code, "label": entry.label, "definition": entry.definition}
        for vocabulary, codes in vocabularies().items()
        for code, entry in codes.items()
    ]
    return _table("codes", listed, lambda _: ("schemas/vocabularies.toml", 0))


def _table(name: str, made: list[Row] | pd.DataFrame, place: Callable[[int], tuple[str, int]]) -> Table:
    cells = pd.DataFrame(made, columns=TABLES[name].names, dtype="object")
    return Table(TABLES[name], cells.where(cells.notna(), None), lambda row, _: place(row))


def _with(table: Table, **columns: Sequence[Any]) -> Table:
    """Return a table with other cells in some columns."""
    made = {name: pd.Series([*cells], table.cells.index, dtype="object") for name, cells in columns.items()}
    return Table(table.schema, table.cells.assign(**made), table.place, table.broken)


def with_derived(tables: Tables) -> Tables:
    """Return the tables with what the build derives from them; a `known_by` that is given stays."""
    events, actors = tables["events"], tables["actors"]
    dates = events.cells[["date_earliest", "date_latest"]].astype("object").fillna("")
    given = zip(events.column("known_by").tolist(), told_by(tables), strict=True)
    known = [day if isinstance(day, str) else told for day, told in given]
    precisions = [precision(*pair) for pair in dates.itertuples(index=False, name=None)]
    events = _with(events, known_by=known, date_precision=precisions)
    events.broken |= {(row, "known_by") for row, day in enumerate(known) if not day}
    actors = _with(actors, state_id=_states(actors))
    made = {"events": events, "actors": actors, "acts": _acts(events, tables["sources"]), "codes": _codes()}
    return {name: made.get(name, table) for name, table in tables.items()}


def _unlike(table: Table, right: Table, name: str) -> Iterator[Problem]:
    """Yield the cells of a column that are not what is derived; cells known to be broken are left out."""
    its, should = (_texts(one.cells[[name]])[name] for one in (table, right))
    for row in np.flatnonzero(its != should).tolist():
        if (row, name) not in table.broken:
            yield table.problem(row, name, "not_derived", value=its[row], right=should[row])


def _texts(cells: pd.DataFrame) -> pd.DataFrame:
    """Return cells that can be compared, a blank one as an empty text."""
    return cells.astype(object).fillna("")


def _rows_unlike(table: Table, right: Table, doubtful: Collection[str] = ()) -> Iterator[Problem]:
    """Yield what a table that is derived as a whole has wrong: rows that it lacks or has too many, and cells.

    Rows that are made of `doubtful` ones, by the first part of their key, are not looked at.
    """
    if _texts(table.cells).equals(_texts(right.cells)):
        return
    key = table.schema.key
    there = {tuple(row[name] for name in key): (number, row) for number, row in enumerate(rows(table.cells))}
    made = {tuple(row[name] for name in key): row for row in rows(right.cells)}
    for found in (there, made):
        for at in [at for at in found if at[0] in doubtful]:
            del found[at]
    lost = sorted(" ".join(map(str, one)) for one in made.keys() - there.keys())
    if lost:
        yield problem(
            "row_not_there", csv_path(table.schema.name), 0, table.schema.name, first=lost[0], count=len(lost)
        )
    for at, (number, row) in there.items():
        if at not in made:
            yield table.problem(number, key[0], "row_not_derived", value=" ".join(map(str, at)))
            continue
        for name in table.schema.names:
            if row[name] != made[at][name] and (number, name) not in table.broken:
                yield table.problem(number, name, "not_derived", value=row[name], right=made[at][name])


def acts_are_told_when_they_can_be(tables: Tables) -> Iterator[Problem]:
    """No event is told later than its quote or publication, nor a past one before it can have begun."""
    events, published = tables["events"], by_key(tables["sources"], "date_latest")
    said = by_key(tables["quotes"], "date_latest")
    beside = ("source_id", "quote_id", "date_earliest", "status")
    for row, known, source, quote, begun, status in events.texts(events.sound("known_by"), "known_by", *beside):
        last = min(said.get(quote, NEVER), published.get(source, NEVER))
        if known > last:
            yield events.problem(row, "known_by", "known_too_late", known_by=known, last=last)
        elif isinstance(begun, str) and status in PAST and known < begun <= last:
            yield events.problem(row, "known_by", "known_too_early", known_by=known, begun=begun)


def derived_problems(tables: Tables, known: Iterable[Problem], incomplete: Collection[str]) -> Iterator[Problem]:
    """Yield what is not as the build derives it; what follows from rows with a `known` problem is not looked at."""
    right, wrong = with_derived(tables), {(one.file, one.line) for one in known}
    for name, column in (("events", "date_precision"), ("actors", "state_id")) if "actors" not in incomplete else ():
        yield from (one for one in _unlike(tables[name], right[name], column) if (one.file, one.line) not in wrong)
    yield from _rows_unlike(tables["codes"], right["codes"])
    if not incomplete:
        yield from _rows_unlike(tables["acts"], right["acts"], _doubtful_acts(tables, wrong))


def _doubtful_acts(tables: Tables, wrong: set[tuple[str, int]]) -> set[str]:
    """Return the acts of which a report, or its source, has a problem."""
    sources, events = tables["sources"], tables["events"]
    source_id, act_id = sources.schema["source_id"], events.schema["act_id"]
    unsure = {source for row, source in sources.values("source_id") if sources.place(row, source_id) in wrong}
    reports = events.texts(events.sound("act_id"), "act_id", "source_id")
    return {act for row, act, source in reports if source in unsure or events.place(row, act_id) in wrong}
