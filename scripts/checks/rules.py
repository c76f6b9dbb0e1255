"""Rules that hold between tables, apart from references."""

from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from scripts.checks.distinct import distinct
from scripts.checks.frames import Sheaf, Sheaves
from scripts.checks.lookalikes import keys
from scripts.problems import Problem, shown

CODED = ("events", "quotes", "figures")
NAMES = (("actors", "name"), ("aliases", "alias"))
PAST = ["occurred", "alleged"]


def _joined(sheaf: Sheaf, sheaves: Sheaves, on: str, there: str, beside: str) -> Iterator[tuple[int, str, str]]:
    """Yield (row, `beside`, `there`), which is "table.column" of the row that `on` refers to, where both are given."""
    table, column = there.split(".")
    to = sheaves[table]
    key = to.table.key[0]
    rows = to.sound(beside=[key, column])[::-1]  # of rows with one key the first counts
    found = {value: text for _, value, text in to.texts(rows, key, column)}
    its = sheaf.distinct(on).mapped(found)
    for row, own in sheaf.texts(sheaf.sound(beside=[on, beside]), beside):
        if its[row] is not None:
            yield row, own, its[row]


def tables_have_rows(sheaves: Sheaves) -> Iterator[Problem]:
    """No table is empty."""
    for name, sheaf in sheaves.items():
        if sheaf.cells.empty:
            hint = "a table of this package has at least one row"
            yield Problem(f"data/{name}.csv", 0, name, "no_rows", "has no rows", hint)


def events_have_actors(sheaves: Sheaves) -> Iterator[Problem]:
    """Every event has at least one participant who does it."""
    taking_part, events = sheaves["participants"], sheaves["events"]
    acting = taking_part.distinct("role").among({"actor"}) & taking_part.distinct("event_id").filled
    with_actor = set(taking_part.cells["event_id"].to_numpy(object)[acting])
    for row, event_id in events.values("event_id"):
        if event_id not in with_actor and (row, "actors") not in events.broken:
            hint = 'say who does it: actors = ["…"]'
            yield events.problem(row, "event_id", "no_actor", f"{shown(event_id)} has no actor", hint)


def _alike(names: list[str]) -> set[str]:
    """Return the names that have a key with another name in common; those that are folded alike also look alike."""
    ascii_first = sorted(names, key=str.isascii, reverse=True)  # together they are far quicker to look up
    border = sum(map(str.isascii, names))
    groups = [group for group in (ascii_first[:border], ascii_first[border:]) if group]
    alike: set[str] = set()
    for of_groups in zip(*(keys("\n".join(group))[1:] for group in groups), strict=True):
        forms = [form for lines in of_groups for form in lines.split("\n")]
        repeated = distinct(pd.Series(forms, dtype="object")).repeated()
        alike |= {ascii_first[at] for at in np.flatnonzero(repeated)}
    return alike


def names_mean_one_actor(sheaves: Sheaves) -> Iterator[Problem]:
    """No two names or aliases of the registry are alike but for capitals, and none looks like that of another actor."""
    owners: dict[tuple[int, str], tuple[str, str, str]] = {}
    alike = _alike([name for table, column in NAMES for _, name in sheaves[table].values(column)])
    for table, column in NAMES:
        sheaf = sheaves[table]
        seen: set[str] = set()
        for row, name, actor in sheaf.texts(sheaf.sound(column), column, "actor_id"):
            if name not in alike:
                continue
            mine = column, actor if isinstance(actor, str) else "", name
            plain, *shapes = enumerate(keys(name))
            kind, owner, _ = owners.get(plain, ("", "", ""))
            like = next((owners[shape] for shape in shapes if shape in owners), mine)
            if kind and name not in seen:
                message = f"{shown(name)} is the {kind} of {owner} already"
                yield sheaf.problem(row, column, "name_twice", message, "strike it, or take a longer one")
            elif not kind and like[1] != mine[1]:
                message = f"{shown(name)} looks like {shown(like[2])}, the {like[0]} of {like[1]}"
                yield sheaf.problem(row, column, "look_alike", message, "write it in letters of one alphabet")
            for key in (plain, *shapes):
                owners.setdefault(key, mine)
            seen.add(name)


def members_make_no_circle(sheaves: Sheaves) -> Iterator[Problem]:
    """Going up from member to body comes to an end."""
    actors = sheaves["actors"]
    rows = actors.sound("member_of", beside=["actor_id"])
    above = {actor: body for _, actor, body in actors.texts(rows, "actor_id", "member_of")}
    clear: set[str] = set()
    for row, actor in actors.values("actor_id"):
        passed: dict[str, None] = {actor: None}
        at = above.get(actor)
        while at is not None and at not in passed and at not in clear:
            passed[at] = None
            at = above.get(at)
        if at == actor and len(passed) > 1:
            message = f"goes round in a circle: {shown(' > '.join([*passed, actor]), 200)}"
            yield actors.problem(row, "member_of", "member_circle", message, "strike member_of in one of them")
            clear.update(passed)
        elif at is None or at in clear:
            clear.update(passed)


def coding_is_the_sources(sheaves: Sheaves) -> Iterator[Problem]:
    """A row is coded as its source is, and a source that is not coded has no rows."""
    with_rows: set[str] = set()
    for name in CODED:
        sheaf = sheaves[name]
        with_rows |= set(sheaf.distinct("source_id").texts)
        for row, coding, source in _joined(sheaf, sheaves, "source_id", "sources.coding", "coding"):
            if coding != source:
                message = f"{shown(coding)} is not the coding of its source, {shown(source)}"
                yield sheaf.problem(row, "coding", "coding_differs", message, "run `make`")
    sources = sheaves["sources"]
    for row, coding in sources.values("coding"):
        if coding == "none" and sources.cell(row, "source_id") in with_rows:
            message = f"{shown(sources.cell(row, 'source_id'))} has rows, but its coding is none"
            yield sources.problem(row, "coding", "coded_none", message, "say who coded it: single or double")


def ids_begin_with_the_source(sheaves: Sheaves) -> Iterator[Problem]:
    """The id of a coded row is its source's id, a hyphen and its own."""
    for name in CODED:
        sheaf = sheaves[name]
        key = sheaf.table.key[0]
        for row, value, source in sheaf.texts(sheaf.sound(key, beside=["source_id"]), key, "source_id"):
            if value.rpartition("-")[0] != source:
                message = f"{shown(value)} does not begin with the source's id {shown(source)}"
                yield sheaf.problem(row, key, "foreign_id", message, "run `make`; full ids are never typed by hand")


def past_is_before_publication(sheaves: Sheaves) -> Iterator[Problem]:
    """What a source reports as past, or as said, is not later than its publication."""
    for name in ("events", "quotes"):
        sheaf = sheaves[name]
        for row, day, published in _joined(sheaf, sheaves, "source_id", "sources.date_latest", "date_latest"):
            past = day > published and (name == "quotes" or sheaf.cell(row, "status") in PAST)
            if past and (row, "date_latest") not in sheaf.broken:
                message = f"{shown(day)} is after the publication of the source, {shown(published)}"
                hint = "a past act or a statement is not later than the text that reports it"
                yield sheaf.problem(row, "date_latest", "after_publication", message, hint)


def figures_and_events_share_a_source(sheaves: Sheaves) -> Iterator[Problem]:
    """A figure belongs to an event of its own source."""
    sheaf = sheaves["figures"]
    for row, own, its in _joined(sheaf, sheaves, "event_id", "events.source_id", "source_id"):
        if own != its:
            message = f"{shown(sheaf.cell(row, 'event_id'))} is an event of another source"
            yield sheaf.problem(row, "event_id", "foreign_event", message, "name an event of this sheet")


def ordinals_are_ranks(sheaves: Sheaves) -> Iterator[Problem]:
    """A figure is an ordinal exactly if its measure is a rank."""
    sheaf = sheaves["figures"]
    for row, unit, kind in _joined(sheaf, sheaves, "measure_id", "measures.kind", "unit"):
        if (unit == "ordinal") != (kind == "rank") and (row, "unit") not in sheaf.broken:
            message = f"{shown(unit)} does not go with the measure's kind, {shown(kind)}"
            hint = "an ordinal has a measure of kind rank, and only it"
            yield sheaf.problem(row, "unit", "ordinal_iff_rank", message, hint)


RULES: list[Callable[[Sheaves], Iterator[Problem]]] = [
    events_have_actors,
    names_mean_one_actor,
    members_make_no_circle,
    coding_is_the_sources,
    ids_begin_with_the_source,
    past_is_before_publication,
    figures_and_events_share_a_source,
    ordinals_are_ranks,
]


def rule_problems(sheaves: Sheaves) -> list[Problem]:
    """Return what breaks a rule between tables."""
    return [problem for rule in RULES for problem in rule(sheaves)]
