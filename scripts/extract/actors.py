"""Find actors: registered names and aliases, nations by their adjectives, and persons whom the text introduces."""

import re
from dataclasses import dataclass, field

from scripts.extract.words import Span, any_of, words


@dataclass(frozen=True)
class Actor:
    """A registered actor as the extractor needs it."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mention:
    """A place where an actor is named: span, key (registered or proposed), and the actor's kind."""

    span: Span
    actor_id: str
    kind: str


@dataclass
class Registry:
    """The actors that can be named, and those that the text introduces."""

    by_name: dict[str, Actor]
    by_country: dict[str, Actor]
    proposed: dict[str, str] = field(default_factory=dict)  # actor_id -> name


NAME_WORD = r"[A-Z][\w’'-]*[a-zà-ÿ][\w’'-]*|[A-Z]\.?"
FAMILY_FIRST = set(words("small")["family_first"])
HEADING = 160  # characters of a line that may be a heading
PERSON = re.compile(
    rf"(?<![\w.])(?:{NAME_WORD})(?:\s+(?:(?:al|bin|de|der|di|la|van|von|el)\s+)?(?:{NAME_WORD})){{1,3}}"
)
TITLES = {word.lower() for word in words("titles")["words"]}
ORGANISATION = re.compile(rf"\b{any_of(words('titles')['organisation'])}s?\b")
NOT_NAMES = set(words("small")["not_names"])


def registry(actors: list[Actor]) -> Registry:
    """Return actors by every name and alias, states by country."""
    by_name = {name: actor for actor in actors for name in (actor.name, *actor.aliases)}
    by_country: dict[str, Actor] = {}
    for actor in actors:
        if actor.kind == "state" and actor.country:
            by_country.setdefault(actor.country, actor)
    return Registry(by_name, by_country)


def slug(name: str) -> str:
    """Return the key that a new actor's name would have."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower().replace("’", "").replace("'", "")).strip("-")
    return plain if plain and plain[0].isalpha() else f"actor-{plain}"


class Names:
    """The names of one text: registered ones, adjectives of nations, and persons introduced in it."""

    def __init__(self, text: str, known: Registry) -> None:
        self.text = text
        self.known = known
        self.pattern = re.compile(rf"(?<!\w){any_of(known.by_name)}(?!\w)") if known.by_name else None
        demonyms = words("demonyms")
        self.nations = re.compile(rf"(?<!\w){any_of(demonyms)}s?(?!\w)", re.IGNORECASE)
        self.demonyms: dict[str, str] = demonyms
        self.persons: dict[str, str] = {}  # surname or full name -> actor_id
        self.introduce()

    def introduce(self) -> None:
        """Learn the persons whom sentences name in full, by their full names and surnames; headings teach no name."""
        for name, actor in self.known.by_name.items():
            if actor.kind == "person":
                self.persons.setdefault(name, actor.actor_id)
        for line in self.text.split("\n"):
            if re.search(r"[.!?:”\"’']\W*$|[a-z],? [a-z]+ [a-z]+ ", line) is None and len(line) < HEADING:
                continue
            for match in PERSON.finditer(line):
                self.learn(match[0])

    def learn(self, words_: str) -> None:
        name = self.person_name(words_)
        if name is None:
            return
        found = self.known.by_name.get(name)
        actor_id = found.actor_id if found else slug(name)
        for part in (name, name.split()[-1], *([name.split()[0]] if name.split()[0] in FAMILY_FIRST else [])):
            self.persons.setdefault(part, actor_id)

    def person_name(self, words_: str) -> str | None:
        """Return the name in a run of capitalised words without titles and nations, None where it is no person's."""
        parts = re.sub(r"[’']s$", "", words_.strip()).split()
        while len(parts) >= 2:
            lead = next((n for n in (3, 2, 1) if len(parts) > n and self.no_person(" ".join(parts[:n]))), 0)
            if not lead:
                break
            parts = parts[lead:]
        while parts and parts[-1].lower() in NOT_NAMES:
            parts = parts[:-1]
        name = " ".join(parts)
        known = self.known.by_name.get(name)
        if known is not None:
            return name if known.kind == "person" else None
        odd = any(self.no_person(part) for part in parts[:-1]) or self.nations.search(name) is not None
        return None if len(parts) < 2 or odd or ORGANISATION.search(name) else name

    def no_person(self, words_: str) -> bool:
        """Return whether words are a title, a nation, a body or a small word, and no part of a person's name."""
        plain = re.sub(r"[’']s$", "", words_)
        actor = self.known.by_name.get(plain)
        if actor is not None and actor.kind != "person":
            return True
        return plain.lower().strip(".,") in TITLES | NOT_NAMES or self.nations.fullmatch(plain) is not None

    def resolve(self, words_: str) -> str | None:
        """Return the key of the actor that words name, None where they name none."""
        whole = re.sub(r"[’']s$", "", " ".join(words_.split()))
        said = whole.removeprefix("the ").removeprefix("The ")
        actor = self.known.by_name.get(whole) or self.known.by_name.get(said)
        if actor is not None:
            return actor.actor_id
        name = self.person_name(said) or said
        if name in self.persons:
            return self.persons[name]
        if (inner := self.inside(said)) is not None:
            return inner
        last = said.split()[-1] if said.split() else ""
        if last in self.persons and last[:1].isupper():
            return self.persons[last]
        if self.pattern is not None and (found := list(self.pattern.finditer(said))):
            longest = max(found, key=lambda match: len(match[0]))
            return self.known.by_name[" ".join(longest[0].split())].actor_id
        return None

    def inside(self, words_: str) -> str | None:
        """Return the key of the first person whose full name stands in the words."""
        found = [(words_.find(name), key) for name, key in self.persons.items() if " " in name and name in words_]
        return min(found)[1] if found else None

    def propose(self, name: str) -> str:
        """Return the key of an actor that is not registered, and remember to propose it."""
        key = slug(name)
        self.known.proposed.setdefault(key, name)
        return key
