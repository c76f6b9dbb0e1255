"""Rules on the kinds and countries of actors, on who may stand where, and on words that are the coder's own."""

import re
from collections.abc import Iterator

import pycountry

from schemas import ANCHORED, TABLES
from schemas.vocabularies import marked
from scripts.checks.lookup import by_key, owners
from scripts.checks.scan import WORDS
from scripts.problem import Problem
from scripts.tables.table import Tables

PUBLISH = (
    ("sources", "publisher_id", marked("actor_kind", "publishes")),
    ("sources", "original_publisher_id", marked("actor_kind", "publishes")),
    ("quotes", "via_id", marked("actor_kind", "carries")),  # not a person, nor nobody, nor a state as a whole
)
OWN_WORDS = (("sources", "author"), *((name, "note") for name, table in TABLES.items() if "note" in table.names))
ROW = re.compile(r"(?<![\w-])[a-z]+[0-9]{4}[a-z]?(?:-[eqf][0-9]{2,4})?(?![\w-])")
NAMES = ("name", "common_name", "official_name")
CODES = {
    getattr(country, name): country.alpha_3
    for country in pycountry.countries
    for name in NAMES
    if hasattr(country, name)
}


def publishers_publish(tables: Tables) -> Iterator[Problem]:
    """Who publishes an article or carries a statement is no person and not nobody."""
    kinds = by_key(tables["actors"], "kind")
    for name, column, allowed in PUBLISH:
        table = tables[name]
        for row, actor in table.values(column):
            is_draft = name == "sources" and table.cell(row, "coding") == "machine"  # who published it is still open
            if actor in kinds and kinds[actor] not in allowed and not is_draft:
                yield table.problem(row, column, "not_a_publisher", actor=actor, kind=kinds[actor])


def members_fit_their_bodies(tables: Tables) -> Iterator[Problem]:
    """A member belongs to a body; a state's body has the state's country, a body of states belongs to one of states."""
    actors = tables["actors"]
    kinds, countries = by_key(actors, "kind"), by_key(actors, "country")
    for row, actor, body in actors.values("actor_id", "member_of"):
        kind, above = kinds.get(actor), kinds.get(body)
        country, right = countries.get(actor), countries.get(body)
        if above in {"person", "unnamed"}:
            yield actors.problem(row, "member_of", "not_a_body", body=body, kind=above)
        elif kind == "igo" and above not in {"igo", None}:
            yield actors.problem(row, "member_of", "not_a_body_of_states", body=body, kind=above)
        elif kind == "state_body" and above in {"state", "state_body"} and country != right:
            yield actors.problem(row, "country", "country_of_body", country=country, body=body, right=right)


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
            yield actors.problem(row, "member_of", "member_circle", way=" > ".join([*passed, actor]))
            clear.update(passed)
        elif at is None or at in clear:
            clear.update(passed)


def states_have_their_code(tables: Tables) -> Iterator[Problem]:
    """A state that ISO 3166 knows by the name has its code there."""
    actors = tables["actors"]
    for row, name, kind, country in actors.values("name", "kind", "country"):
        right = CODES.get(name.removeprefix("The ")) if kind == "state" else None
        if right not in {None, country}:
            yield actors.problem(row, "country", "country_of_state", country=country, name=name, right=right)


def places_lie_in_their_country(tables: Tables) -> Iterator[Problem]:
    """Where the place is a state by name, or its capital, place_country is that state."""
    events, actors = tables["events"], tables["actors"]
    kinds, countries, named = by_key(actors, "kind"), by_key(actors, "country"), owners(tables)
    states = {actor: country for actor, country in countries.items() if kinds.get(actor) == "state"}
    lies_in = CODES | {name: states[actor] for name, whose in named.items() for actor in whose if actor in states}
    for row, place in events.values("place"):
        right, given = lies_in.get(place), events.cell(row, "place_country")
        if kinds.get(min(named.get(place, [""]))) in {"person", "media", "unnamed"}:
            yield events.problem(row, "place", "not_a_place", place=place)
        elif right not in {None, given} and (row, "place_country") not in events.broken:
            yield events.problem(row, "place_country", "country_of_place", country=given, place=place, right=right)


def notes_name_what_is_there(tables: Tables) -> Iterator[Problem]:
    """A source or row that a note names is there, and no text of ours stands for nothing."""
    keys = ((tables[name], TABLES[name].key[0]) for name in ("sources", *ANCHORED))
    known = {value for table, key in keys for _, value in table.values(key)}
    for name, column in OWN_WORDS:
        table, is_note = tables[name], column == "note"
        for row, words in table.values(column):
            lost = [name for name in ROW.findall(words) if name not in known] if is_note else []
            if lost:
                yield table.problem(row, column, "note_names_nothing", name=lost[0])
            elif words.strip(" .").casefold() in WORDS["placeholders"] or (is_note and len(words.split()) < 3):
                yield table.problem(row, column, "placeholder", words=words)


def sources_do_not_claim(tables: Tables) -> Iterator[Problem]:
    """The claimant is not the article's own publisher or author: what they say is in the article's voice."""
    sources, names = tables["sources"], by_key(tables["actors"], "name")
    columns = ("source_id", "publisher_id", "author")
    own = {source: voices for _, source, *voices in sources.texts(sources.sound("source_id"), *columns)}
    for table in (tables["events"], tables["figures"]):
        for row, source, claimant in table.values("source_id", "claimed_by"):
            if {claimant, names.get(claimant, claimant)} & {*own.get(source, ())}:
                yield table.problem(row, "claimed_by", "own_voice", claimed_by=claimant)
