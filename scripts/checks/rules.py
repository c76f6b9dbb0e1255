"""Rules that hold between tables, apart from references."""

import re
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from scripts.checks.acts import joined_reports_agree
from scripts.checks.date_words import words_and_dates_agree
from scripts.checks.lookalikes import keys
from scripts.checks.registries import (
    members_fit_their_bodies,
    places_lie_in_their_country,
    publishers_publish,
    sources_do_not_claim,
    states_have_their_code,
)
from scripts.checks.scan import any_of
from scripts.checks.values import bases_fit_their_figure, figures_fit_their_measure
from scripts.problem import Problem, shown
from scripts.tables.table import Table, Tables

CODED = ("events", "quotes", "figures")
NAMES = (("actors", "name"), ("aliases", "alias"))
HEARSAY = re.compile(rf"(?<!\w){any_of('hearsay')}(?!\w)", re.IGNORECASE)
PAST = ["occurred", "ongoing", "alleged", "proposed"]


def _joined(table: Table, tables: Tables, on: str, there: str, beside: str) -> Iterator[tuple[int, str, str]]:
    """Yield (row, `beside`, `there`), which is "table.column" of the row that `on` refers to, where both are given."""
    name, column = there.split(".")
    to = tables[name]
    key = to.schema.key[0]
    rows = to.sound(beside=[key, column])[::-1]  # of rows with one key the first counts
    found = {value: text for _, value, text in to.texts(rows, key, column)}
    for row, value, own in table.texts(table.sound(beside=[on, beside]), on, beside):
        if value in found:
            yield row, own, found[value]


def tables_have_rows(tables: Tables) -> Iterator[Problem]:
    """No table is empty."""
    for name, table in tables.items():
        if table.cells.empty:
            hint = "a table of this package has at least one row"
            yield Problem(f"data/{name}.csv", 0, name, "no_rows", "has no rows", hint)


def events_have_actors(tables: Tables) -> Iterator[Problem]:
    """Every event has at least one participant who does it."""
    taking_part, events = tables["participants"], tables["events"]
    with_name = set(taking_part.cells["event_id"][taking_part.cells["actor_id"] != "unnamed"])
    with_actor = set(taking_part.cells["event_id"][taking_part.cells["role"] == "actor"].dropna())
    for row, event_id in events.values("event_id"):
        if event_id not in with_actor and (row, "actors") not in events.broken:
            hint = 'say who does it: actors = ["…"]'
            yield events.problem(row, "event_id", "no_actor", f"{shown(event_id)} has no actor", hint)
        elif event_id not in with_name and event_id in with_actor:
            message, hint = (
                f"{shown(event_id)} has nobody with a name in it",
                "an act without a named party is no event",
            )
            yield events.problem(row, "event_id", "no_actor", message, hint)


def _alike(names: list[str]) -> set[str]:
    """Return the names that have a key with another name in common; those that are folded alike also look alike."""
    ascii_first = sorted(names, key=str.isascii, reverse=True)  # together they are far quicker to look up
    border = sum(map(str.isascii, names))
    groups = [group for group in (ascii_first[:border], ascii_first[border:]) if group]
    alike: set[str] = set()
    for of_groups in zip(*(keys("\n".join(group))[1:] for group in groups), strict=True):
        forms = [form for lines in of_groups for form in lines.split("\n")]
        alike |= {ascii_first[at] for at in np.flatnonzero(pd.Series(forms).duplicated(keep=False))}
    return alike


def names_mean_one_actor(tables: Tables) -> Iterator[Problem]:
    """No two names or aliases of the registry are alike but for capitals, and none looks like that of another actor."""
    owners: dict[tuple[int, str], tuple[str, str, str]] = {}
    alike = _alike([name for registry, column in NAMES for _, name in tables[registry].values(column)])
    for registry, column in NAMES:
        table = tables[registry]
        seen: set[str] = set()
        for row, name, actor in table.texts(table.sound(column), column, "actor_id"):
            if name not in alike:
                continue
            mine = column, actor if isinstance(actor, str) else "", name
            plain, *shapes = enumerate(keys(name))
            kind, owner, _ = owners.get(plain, ("", "", ""))
            like = next((owners[shape] for shape in shapes if shape in owners), mine)
            if kind and name not in seen:
                message = f"{shown(name)} is the {kind} of {owner} already"
                yield table.problem(row, column, "name_twice", message, "strike it, or take a longer one")
            elif not kind and like[1] != mine[1]:
                message = f"{shown(name)} looks like {shown(like[2])}, the {like[0]} of {like[1]}"
                yield table.problem(row, column, "look_alike", message, "write it in letters of one alphabet")
            for key in (plain, *shapes):
                owners.setdefault(key, mine)
            seen.add(name)


def members_make_no_circle(tables: Tables) -> Iterator[Problem]:
    """Going up from member to body comes to an end."""
    actors = tables["actors"]
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


def coding_is_the_sources(tables: Tables) -> Iterator[Problem]:
    """A row is coded as its source is, and a source that is not coded has no rows."""
    with_rows: set[str] = set()
    for name in CODED:
        table = tables[name]
        with_rows |= table.known("source_id")
        for row, coding, source in _joined(table, tables, "source_id", "sources.coding", "coding"):
            if coding != source:
                message = f"{shown(coding)} is not the coding of its source, {shown(source)}"
                yield table.problem(row, "coding", "coding_differs", message, "run `make`")
    sources = tables["sources"]
    for row, coding in sources.values("coding"):
        if coding == "none" and sources.cell(row, "source_id") in with_rows:
            message = f"{shown(sources.cell(row, 'source_id'))} has rows, but its coding is none"
            yield sources.problem(row, "coding", "coded_none", message, "say who coded it: single or double")


def what_is_coded_in_full_has_rows(tables: Tables) -> Iterator[Problem]:
    """An article that is called coded in full has a row at least."""
    with_rows = {source for name in CODED for source in tables[name].known("source_id")}
    sources = tables["sources"]
    for row, source, coding in sources.values("source_id", "coding"):
        if coding in {"single", "double"} and source not in with_rows:
            message = f"is {coding}, but the article has no event, quote or figure"
            yield sources.problem(row, "coding", "no_coded_rows", message, 'code it, or write coding = "none"')


def ids_begin_with_the_source(tables: Tables) -> Iterator[Problem]:
    """The id of a coded row is its source's id, a hyphen and its own."""
    for name in CODED:
        table = tables[name]
        key = table.schema.key[0]
        for row, value, source in table.texts(table.sound(key, beside=["source_id"]), key, "source_id"):
            if value.rpartition("-")[0] != source:
                message = f"{shown(value)} does not begin with the source's id {shown(source)}"
                yield table.problem(row, key, "foreign_id", message, "run `make`; full ids are never typed by hand")


def past_is_before_publication(tables: Tables) -> Iterator[Problem]:
    """What a source reports as past, put forward or said is not later than its publication, by either of its bounds."""
    for name in ("events", "quotes"):
        table = tables[name]
        late: set[int] = set()
        for column in ("date_latest", "date_earliest"):
            for row, day, published in _joined(table, tables, "source_id", "sources.date_latest", column):
                past = day > published and (name == "quotes" or table.cell(row, "status") in PAST)
                if past and row not in late and (row, column) not in table.broken:
                    late.add(row)
                    message = f"{shown(day)} is after the publication of the source, {shown(published)}"
                    hint = "a past act or a statement is not later than the text that reports it"
                    yield table.problem(row, column, "after_publication", message, hint)


def figures_and_events_share_a_source(tables: Tables) -> Iterator[Problem]:
    """A figure belongs to an event of its own source."""
    table = tables["figures"]
    for row, own, its in _joined(table, tables, "event_id", "events.source_id", "source_id"):
        if own != its:
            message = f"{shown(table.cell(row, 'event_id'))} is an event of another source"
            yield table.problem(row, "event_id", "foreign_event", message, "name an event of this sheet")


def ordinals_are_ranks(tables: Tables) -> Iterator[Problem]:
    """A figure is an ordinal exactly if its measure is a rank."""
    table = tables["figures"]
    for row, unit, kind in _joined(table, tables, "measure_id", "measures.kind", "unit"):
        if (unit == "ordinal") != (kind == "rank") and (row, "unit") not in table.broken:
            message = f"{shown(unit)} does not go with the measure's kind, {shown(kind)}"
            hint = "an ordinal has a measure of kind rank, and only it"
            yield table.problem(row, "unit", "ordinal_iff_rank", message, hint)


def spans_do_not_cross(tables: Tables) -> Iterator[Problem]:
    """Two figures of an article lie apart; two quotes too, or one lies in the other and is somebody else's."""
    for name in ("quotes", "figures"):
        table = tables[name]
        open_spans: list[tuple[str, int, str, object, int]] = []  # source, end, key, speaker, start of those around
        columns = ("source_id", "start", "end", table.schema.key[0], "speaker_id" if name == "quotes" else "source_id")
        rows = table.texts(table.sound("start", "end", beside=columns[:4]), *columns)
        spans = sorted((source, int(start), -int(end), row, its, who) for row, source, start, end, its, who in rows)
        for source, start, minus_end, row, its, who in spans:
            while open_spans and (open_spans[-1][0] != source or open_spans[-1][1] <= start):
                open_spans.pop()
            same = open_spans and open_spans[-1][1] == -minus_end and open_spans[-1][4] == start  # said elsewhere
            if open_spans and not same and (open_spans[-1][1] < -minus_end or open_spans[-1][3] == who):
                message = f"shares characters with the text of {open_spans[-1][2]}"
                hint = "one number is one figure, one statement one quote: strike one, or let them lie apart"
                yield table.problem(row, "text", "spans_cross", message, hint)
            open_spans.append((source, -minus_end, its, who, start))


def _quoted(quotes: Table) -> dict[str, list[tuple[int, int, str, str]]]:
    """Return for each source the (start, end, type, speaker) of its quotes."""
    columns = ("start", "end", "quote_type", "speaker_id")
    spans: dict[str, list[tuple[int, int, str, str]]] = {}
    for _, source, start, end, kind, speaker in quotes.texts(
        quotes.sound(*columns, beside=["source_id"]), "source_id", *columns
    ):
        spans.setdefault(source, []).append((int(start), int(end), kind, speaker))
    return spans


def what_is_quoted_is_claimed(tables: Tables) -> Iterator[Problem]:
    """A figure in a quote, and an event in one with marks, is claimed by whom the quote is of."""
    spans = _quoted(tables["quotes"])
    for name, kinds in (("figures", {"direct", "mixed", "indirect"}), ("events", {"direct", "mixed"})):
        table = tables[name]
        rows = table.sound("start", "end", beside=["source_id"])
        for row, source, start, end, claimant in table.texts(rows, "source_id", "start", "end", "claimed_by"):
            around = [quote for quote in spans.get(source, []) if quote[0] <= int(start) and int(end) <= quote[1]]
            if not around or (row, "claimed_by") in table.broken:
                continue
            _, _, kind, speaker = min(around, key=lambda quote: quote[1] - quote[0])
            if kind in kinds and speaker != claimant:
                message = f"{shown(claimant)} does not claim it: it stands in a quote of {shown(speaker)}"
                hint = f'write claimed_by = "{speaker}", and a status that goes with it'
                yield table.problem(row, "claimed_by", "claimant_of_quote", message, hint)


def hearsay_is_not_told_as_fact(tables: Tables) -> Iterator[Problem]:
    """What a word of hearsay stands in has not occurred in the article's own voice."""
    events = tables["events"]
    for row, text, status in events.values("text", "status"):
        if status in {"occurred", "ongoing"} and (word := HEARSAY.search(text)) is not None:
            message = f"is {status}, but the text says {shown(word[0])}"
            hint = 'write status = "alleged", and claimed_by: who says so, or “unnamed”'
            yield events.problem(row, "status", "status_in_words", message, hint)


RULES: list[Callable[[Tables], Iterator[Problem]]] = [
    events_have_actors,
    names_mean_one_actor,
    members_make_no_circle,
    coding_is_the_sources,
    ids_begin_with_the_source,
    past_is_before_publication,
    words_and_dates_agree,
    joined_reports_agree,
    publishers_publish,
    members_fit_their_bodies,
    places_lie_in_their_country,
    states_have_their_code,
    sources_do_not_claim,
    spans_do_not_cross,
    figures_and_events_share_a_source,
    ordinals_are_ranks,
    figures_fit_their_measure,
    bases_fit_their_figure,
    what_is_quoted_is_claimed,
    hearsay_is_not_told_as_fact,
]


def rule_problems(tables: Tables) -> list[Problem]:
    """Return what breaks a rule between tables."""
    return [problem for rule in RULES for problem in rule(tables)]
