"""Rules on the names of actors: each means one actor, stands in an article, and names who a row has."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np
import pandas as pd

from schemas import ANCHORED, TABLES
from schemas.vocabularies import marked
from scripts.checks.lookalikes import keys
from scripts.checks.lookup import bodies, by_key, called, owners
from scripts.problem import Problem
from scripts.sheets.rows import Article
from scripts.tables.table import Table, Tables

NAMED = marked("actor_kind", "named")  # a state or a body of it may be there by an adjective alone
CODED = [
    column
    for name in (*ANCHORED, "participants")
    for column in TABLES[name].columns
    if column.references == "actors.actor_id"
]
BESIDE = tuple(f" {word}" for word in ("to", "in", "of", "for", "from", "on", "at", "with", "near", "against", "the"))
WORD = re.compile(r"\w+")


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
    registries = [(tables["actors"], "name"), (tables["aliases"], "alias")]
    whose: dict[tuple[int, str], tuple[str, str, str]] = {}  # by key: the column, actor and name that had it first
    alike = _alike([name for table, column in registries for _, name in table.values(column)])
    for table, column in registries:
        seen: set[str] = set()
        for row, name, actor in table.texts(table.sound(column), column, "actor_id"):
            if name not in alike:
                continue
            mine = column, actor if isinstance(actor, str) else "", name
            plain, *shapes = enumerate(keys(name))
            kind, owner, _ = whose.get(plain, ("", "", ""))
            like = next((whose[shape] for shape in shapes if shape in whose), mine)
            if kind and name not in seen:
                yield table.problem(row, column, "name_twice", name=name, kind=kind, owner=owner)
            elif not kind and like[1] != mine[1]:
                yield table.problem(row, column, "look_alike", name=name, like=like[2], kind=like[0], owner=like[1])
            for key in (plain, *shapes):
                whose.setdefault(key, mine)
            seen.add(name)


def aliases_are_used(tables: Tables, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """Every alias stands in an article; looked at only where all articles are at hand."""
    aliases = tables["aliases"]
    sources = {source for _, source in tables["sources"].values("source_id")}
    if not sources or sources - set(articles):
        return
    unused: dict[str, set[str]] = {}  # aliases by their first word
    for _, alias in aliases.values("alias"):
        first = WORD.search(alias)
        unused.setdefault(first[0] if first else "", set()).add(alias)
    for article in articles.values():
        for word in unused.keys() & {"", *WORD.findall(article.text)} if unused else ():
            unused[word] = {alias for alias in unused[word] if alias not in article.text}
        unused = {word: left for word, left in unused.items() if left}
    lost = set().union(*unused.values())
    for row, alias in aliases.values("alias") if lost else ():
        if alias in lost:
            yield aliases.problem(row, "alias", "unused_alias", alias=alias)


def _named_instead(words: str, speaker: str, named: Mapping[str, set[str]], above: Mapping[str, str]) -> str | None:
    """Return an actor that the words name in the place of the speaker, None where they name the speaker or nobody."""
    found: set[str] = set()
    for name, actors in named.items():
        begins = f" {words} ".find(f" {name} ")
        if begins >= 0 and not f" {words[:begins]}".rstrip().lower().endswith(BESIDE):  # “the ambassador to Russia”
            found |= actors
    return min(found) if found and found.isdisjoint(bodies(speaker, above)) else None


def speakers_are_who_is_named(tables: Tables) -> Iterator[Problem]:
    """Where speaker_text names an actor of the registry, that is the speaker, or a body that the speaker belongs to."""
    quotes, actors = tables["quotes"], tables["actors"]
    above, kinds = by_key(actors, "member_of"), by_key(actors, "kind")
    named = {name: whose for name, whose in owners(tables).items() if len(name) > 2}
    pairs = {(words, speaker) for _, words, speaker in quotes.values("speaker_text", "speaker_id")}
    others = {pair: other for pair in pairs if (other := _named_instead(*pair, named, above)) is not None}
    for row, words, speaker in quotes.values("speaker_text", "speaker_id") if others else ():
        other = others.get((words, speaker))
        if other is not None and (speaker != "unnamed" or kinds.get(other) == "person"):  # “analysts in Seoul”
            yield quotes.problem(row, "speaker_id", "speaker_in_words", speaker=speaker, words=words, other=other)


def _coded_actors(tables: Tables) -> Iterator[tuple[str, str, Table, int, str]]:
    """Yield (source, actor, table, row, column) for every actor that a coded row has and that an article names."""
    kinds, source_of = by_key(tables["actors"], "kind"), by_key(tables["events"], "source_id")
    for column in CODED:
        table = tables[column.table]
        of_event = "source_id" not in table.schema.names
        at = "event_id" if of_event else "source_id"
        for row, actor, its in table.texts(table.sound(column.name, beside=[at]), column.name, at):
            if kinds.get(actor) in NAMED:
                yield source_of.get(its, "") if of_event else its, actor, table, row, column.name


def actors_are_named(tables: Tables, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """Persons, media and organisations that a row has are named in its article, a person also by the last name."""
    names = called(tables)
    text_of = lru_cache(maxsize=1)(lambda source: articles[source].text.casefold())
    pairs = {(source, actor) for source, actor, *_ in _coded_actors(tables) if source in articles}
    lost = {pair for pair in sorted(pairs) if not any(name in text_of(pair[0]) for name in names.get(pair[1], ()))}
    for source, actor, table, row, column in _coded_actors(tables) if lost else ():
        if (source, actor) in lost:
            yield table.problem(row, column, "actor_not_named", actor=actor)
