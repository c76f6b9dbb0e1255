"""Rules on actors, names and measures, and on who may stand where."""

import re
from collections.abc import Iterator, Mapping

import pycountry

from scripts.checks.scan import WORDS
from scripts.problem import Problem, shown
from scripts.sheets.rows import Article
from scripts.tables.table import Table, Tables

CARRIERS = {"media", "organisation", "state_body", "igo"}  # not a person, nor nobody, nor a state as a whole
PUBLISHERS = CARRIERS | {"state", "armed_group"}
PUBLISH = (
    ("sources", "publisher_id", PUBLISHERS),
    ("sources", "original_publisher_id", PUBLISHERS),
    ("quotes", "via_id", CARRIERS),
)
NAMED = (
    ("participants", "actor_id"),
    ("quotes", "speaker_id"),
    ("quotes", "via_id"),
    ("events", "claimed_by"),
    ("figures", "claimed_by"),
)
ALWAYS_NAMED = {
    "person",
    "media",
    "organisation",
    "armed_group",
}  # a state or a body of it may be there by an adjective alone
OWN_WORDS = (("sources", "author"), ("sources", "note"), ("events", "note"), ("quotes", "note"), ("figures", "note"))
ROW = re.compile(r"(?<![\w-])[a-z]+[0-9]{4}[a-z]?(?:-[eqf][0-9]{2,4})?(?![\w-])")
KEYS = (("events", "event_id"), ("quotes", "quote_id"), ("figures", "figure_id"))
BESIDE = tuple(f" {word}" for word in ("to", "in", "of", "for", "from", "on", "at", "with", "near", "against", "the"))
NOT_BODIES = {"person", "unnamed"}
CODES = {
    name: country.alpha_3
    for country in pycountry.countries
    for name in (
        country.name,
        getattr(country, "common_name", country.name),
        getattr(country, "official_name", country.name),
    )
}
WORD = re.compile(r"\w+")


def _by_key(table: Table, column: str) -> dict[str, str]:
    """Return a column of a registry by its key."""
    key = table.schema.key[0]
    return {value: text for _, value, text in table.values(key, column)}


def publishers_publish(tables: Tables) -> Iterator[Problem]:
    """Who publishes an article or carries a statement is no person and not nobody."""
    kinds = _by_key(tables["actors"], "kind")
    for name, column, kinds_allowed in PUBLISH:
        table = tables[name]
        for row, actor in table.values(column):
            drafted = name == "sources" and table.cell(row, "coding") == "machine"  # who published it is still open
            if actor in kinds and kinds[actor] not in kinds_allowed and not drafted:
                message = f"{shown(actor)} is of kind {kinds[actor]}, which publishes nothing"
                hint = "name the medium or body that published it; who wrote it is the author or the speaker"
                yield table.problem(row, column, "not_a_publisher", message, hint)


def members_fit_their_bodies(tables: Tables) -> Iterator[Problem]:
    """A member belongs to a body; a state's body has the state's country, a body of states belongs to one of states."""
    actors = tables["actors"]
    kinds, countries = _by_key(actors, "kind"), _by_key(actors, "country")
    for row, actor, body in actors.values("actor_id", "member_of"):
        kind, above = kinds.get(actor), kinds.get(body)
        if above in NOT_BODIES:
            message = f"{shown(body)} is of kind {above}, not a body that somebody belongs to"
            yield actors.problem(row, "member_of", "not_a_body", message, "name the body, or strike member_of")
        elif kind == "igo" and above not in {"igo", None}:
            message = f"{shown(body)} is of kind {above}, but a body of several states belongs to another such body"
            yield actors.problem(row, "member_of", "not_a_body", message, "correct kind or member_of")
        elif kind == "state_body" and above in {"state", "state_body"} and countries.get(actor) != countries.get(body):
            message = f"{shown(countries.get(actor))} is not the country of {shown(body)}, {shown(countries.get(body))}"
            yield actors.problem(row, "country", "country_of_body", message, "correct country or member_of")


def states_have_their_code(tables: Tables) -> Iterator[Problem]:
    """A state that ISO 3166 knows by the name has its code there."""
    actors = tables["actors"]
    for row, name, kind, country in actors.values("name", "kind", "country"):
        right = CODES.get(name.removeprefix("The ")) if kind == "state" else None
        if right is not None and country != right:
            message, hint = f"{shown(country)} is not the code of {shown(name)}", f'write country = "{right}"'
            yield actors.problem(row, "country", "country_of_state", message, hint)


def names_of_bodies(tables: Tables) -> dict[str, set[str]]:
    """Return for each name and alias the actors so called."""
    named: dict[str, set[str]] = {}
    for _, name, actor in tables["actors"].values("name", "actor_id"):
        named.setdefault(name, set()).add(actor)
    for _, alias, actor in tables["aliases"].values("alias", "actor_id"):
        named.setdefault(alias, set()).add(actor)
    return named


def places_lie_in_their_country(tables: Tables) -> Iterator[Problem]:
    """Where the place is a state by name, or its capital, place_country is that state."""
    events, actors = tables["events"], tables["actors"]
    kinds, countries = _by_key(actors, "kind"), _by_key(actors, "country")
    named, lies_in = names_of_bodies(tables), dict(CODES)
    states = {owner: country for owner, country in countries.items() if kinds.get(owner) == "state"}
    lies_in |= {name: states[owner] for name, owners in named.items() for owner in owners if owner in states}
    for row, place in events.values("place"):
        if kinds.get(min(named.get(place, [""]))) in {"person", "media", "unnamed"}:
            message = f"{shown(place)} is the name of an actor, not of a place"
            yield events.problem(
                row, "place", "not_a_place", message, "copy the words for where it happens, or strike place"
            )
            continue
        right, given = lies_in.get(place), events.cell(row, "place_country")
        if right is not None and given != right and (row, "place_country") not in events.broken:
            message = f"{shown(given)} is not the country of {shown(place)}"
            yield events.problem(row, "place_country", "country_of_place", message, f'write place_country = "{right}"')


def speakers_are_who_is_named(tables: Tables) -> Iterator[Problem]:
    """Where speaker_text names an actor of the registry, that is the speaker, or a body that the speaker belongs to."""
    quotes, actors = tables["quotes"], tables["actors"]
    above, kinds = _by_key(actors, "member_of"), _by_key(actors, "kind")
    named = {name: owners for name, owners in names_of_bodies(tables).items() if len(name) > 2}
    checked: dict[tuple[str, str], str | None] = {}
    for row, words, speaker in quotes.values("speaker_text", "speaker_id"):
        if (words, speaker) not in checked:
            checked[words, speaker] = _named_instead(words, speaker, named, above)
        other = checked[words, speaker]
        if other is not None and (speaker != "unnamed" or kinds.get(other) == "person"):  # “analysts in Seoul”
            message = f"{shown(speaker)} is not who the words {shown(words)} name; they name {shown(other)}"
            yield quotes.problem(row, "speaker_id", "speaker_in_words", message, "correct speaker_id or speaker_text")


def _named_instead(words: str, speaker: str, named: Mapping[str, set[str]], above: Mapping[str, str]) -> str | None:
    """Return an actor that the words name in the place of the speaker, None where they name the speaker or nobody."""
    family = {speaker}
    at = speaker
    while at in above and above[at] not in family:
        at = above[at]
        family.add(at)
    found: set[str] = set()
    for name, owners in named.items():
        begins = f" {words} ".find(f" {name} ")
        if begins >= 0 and not f" {words[:begins]}".rstrip().lower().endswith(BESIDE):  # “the ambassador to Russia”
            found |= owners
    return min(found) if found and not found & family else None


def aliases_are_used(tables: Tables, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """Every alias stands in an article; looked at only where all articles are at hand."""
    aliases = tables["aliases"]
    sources = {source for _, source in tables["sources"].values("source_id")}
    if not sources or sources - set(articles):
        return
    by_word: dict[str, set[str]] = {}
    for _, alias in aliases.values("alias"):
        by_word.setdefault(_first_word(alias), set()).add(alias)
    for article in articles.values():
        for word in by_word.keys() & {"", *WORD.findall(article.text)}:
            by_word[word] = {alias for alias in by_word[word] if alias not in article.text}
    unused = set().union(*by_word.values())
    for row, alias in aliases.values("alias"):
        if alias in unused:
            message, hint = f"{shown(alias)} stands in no article", "strike it: an alias is a name that an article uses"
            yield aliases.problem(row, "alias", "unused_alias", message, hint)


def _first_word(name: str) -> str:
    match = WORD.search(name)
    return match[0] if match else ""


def _is_named(actor: str, names: list[str], text: str) -> bool:
    """Return whether an article, without capitals, names an actor, a person also by the last name alone."""
    return any(name in text or name.rpartition(" ")[2] in text for name in names) or actor == "unnamed"


def actors_are_named(tables: Tables, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """Persons, media and organisations that a row has are named in its article."""
    kinds = _by_key(tables["actors"], "kind")
    names: dict[str, list[str]] = {}
    for name, owners in names_of_bodies(tables).items():
        for owner in owners:
            names.setdefault(owner, []).append(name.casefold())
    source_of = {event: source for _, event, source in tables["events"].values("event_id", "source_id")}
    of_source: dict[str, list[tuple[Table, int, str, str]]] = {}
    for name, column in NAMED:
        table, at = tables[name], "event_id" if name == "participants" else "source_id"
        for row, actor, its in table.texts(table.sound(column, beside=[at]), column, at):
            if kinds.get(actor) in ALWAYS_NAMED:
                source = source_of.get(its, "") if name == "participants" else its
                of_source.setdefault(source, []).append((table, row, column, actor))
    for source, found in of_source.items():
        if source not in articles:
            continue
        text = articles[source].text.casefold()
        unnamed = {
            actor for actor in {actor for *_, actor in found} if not _is_named(actor, names.get(actor, []), text)
        }
        for table, row, column, actor in found:
            if actor in unnamed:
                message = f"{shown(actor)} is nowhere in the article by its name or an alias"
                hint = "correct it, or add the name that the article uses to the actor's aliases"
                yield table.problem(row, column, "actor_not_named", message, hint)


def notes_name_what_is_there(tables: Tables) -> Iterator[Problem]:
    """A source or row that a note names is there, and no text of ours stands for nothing."""
    sources = {source for _, source in tables["sources"].values("source_id")}
    rows = {f"{row}" for name, key in KEYS for _, row in tables[name].values(key)}
    for name, column in OWN_WORDS:
        table = tables[name]
        for row, words in table.values(column):
            lost = [name for name in ROW.findall(words) if name not in sources | rows] if column == "note" else []
            if lost:
                message = f"{shown(lost[0])} is no source or row of the dataset"
                yield table.problem(row, column, "note_names_nothing", message, "correct the id")
            elif words.strip(" .").casefold() in WORDS["placeholders"] or (column == "note" and len(words.split()) < 3):
                message = f"{shown(words)} says nothing"
                yield table.problem(row, column, "placeholder", message, "say what is meant, or strike the key")


def sources_do_not_claim(tables: Tables) -> Iterator[Problem]:
    """The claimant is not the article's own publisher or author: what they say is in the article's voice."""
    names = {actor: name for _, actor, name in tables["actors"].values("actor_id", "name")}
    columns = ("source_id", "publisher_id", "author")
    own = {
        source: {publisher, author}
        for _, source, publisher, author in tables["sources"].texts(tables["sources"].sound("source_id"), *columns)
    }
    for name in ("events", "figures"):
        table = tables[name]
        for row, source, claimant in table.values("source_id", "claimed_by"):
            if {claimant, names.get(claimant, claimant)} & own.get(source, set()):
                message = f"{shown(claimant)} is the article's own voice"
                hint = "strike claimed_by: it is for who says what the article does not say itself"
                yield table.problem(row, "claimed_by", "own_voice", message, hint)
