"""Find actors: registered names and aliases, nations by their adjectives, and persons whom the text introduces."""

import re
from dataclasses import dataclass
from functools import cache

from schemas.vocabularies import vocabularies
from scripts.draft.marks import paragraphs
from scripts.draft.words import any_of, words


@dataclass(frozen=True)
class Actor:
    """A registered actor as the extractor needs it."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...] = ()


@dataclass
class Registry:
    """The actors that can be named, and those that the text introduces."""

    by_name: dict[str, Actor]
    by_country: dict[str, Actor]


NAME_WORD = r"[A-Z][\w’'-]*[a-zà-ÿ][\w’'-]*|[A-Z]\.?"
FAMILY_FIRST = set(words("small")["family_first"])
LONGEST_NAME = 3  # words; of more, the last two are the name
HEADING = 160  # characters of a line that may be a heading
PERSON = re.compile(
    rf"(?<![\w.])(?:{NAME_WORD})(?:\s+(?:(?:al|bin|de|der|di|la|van|von|el)\s+)?(?:{NAME_WORD})){{1,6}}"
)
PROSE = re.compile(
    r"[.!?:”\"’']\W*$|[a-z],? [a-z]+ [a-z]+ "
)  # a line with a stop, or small words in a row, is no heading
# Behind these stands a place, a ship or a body, and no person.
PLACED = re.compile(
    r"\b(?:[Tt]he|[Oo]n|[Ii]n|[Aa]t|[Oo]ff|[Nn]ear|[Tt]hrough|[Aa]board|[Aa]cross|[Ii]nto|[Tt]o|[A-Z]\w+\s+(?:of|for|on)(?:\s+the)?)\s$"
)
PLACE = 40  # characters of the longest of these
TITLES = {word.lower() for word in words("titles")["words"]}
ORGANISATION = re.compile(rf"\b{any_of(words('titles')['organisation'])}s?\b")
NOT_NAMES = set(words("small")["not_names"])


@cache
def states() -> dict[str, str]:
    """Return the names of states and their capitals, each with its ISO 3166-1 alpha-3 code."""
    formal = {entry.label.split(",")[0]: code for code, entry in vocabularies()["country"].items()}
    return {
        **{name: code for name, code in formal.items() if "(" not in name},
        **words("capitals"),
        **words("countries"),
    }


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
        for start, end in paragraphs(self.text):
            line = self.text[start:end]
            if len(line) < HEADING and PROSE.search(line) is None:
                continue
            for match in PERSON.finditer(line):
                if not PLACED.search(line, max(0, match.start() - PLACE), match.start()) and match[0].split()[
                    0
                ].lower() not in {"the", "a"}:
                    self.learn(match[0])

    def learn(self, words_: str) -> None:
        name = self.person_name(words_)
        if name is None:
            return
        found = self.known.by_name.get(name)
        actor_id = found.actor_id if found else slug(name)
        parts = name.split()
        family = (
            parts[0] if parts[0] in FAMILY_FIRST or (len(parts) > 1 and re.search(r"-[a-z]", parts[1])) else parts[-1]
        )
        for part in {name, family, parts[-1]}:
            self.persons.setdefault(part, actor_id)

    def person_name(self, words_: str) -> str | None:
        """Return the name in a run of capitalised words without titles and nations, None where it is no person's."""
        parts = re.sub(r"[’']s$", "", words_.strip()).split()
        while parts and parts[-1].lower() in NOT_NAMES:
            parts = parts[:-1]
        known = self.known.by_name.get(" ".join(parts))
        if known is not None:
            return known.name if known.kind == "person" else None
        last = max((n for n in range(len(parts)) if self.no_person(parts[n])), default=-1)
        name = " ".join(parts[last + 1 :])
        known = self.known.by_name.get(name)
        if known is not None:
            return name if known.kind == "person" else None
        odd = self.nations.search(name) is not None or name in states() or ORGANISATION.search(name) is not None
        if len(name.split()) > LONGEST_NAME:
            name = " ".join(name.split()[-2:])
        return None if len(name.split()) < 2 or odd else name

    def no_person(self, words_: str) -> bool:
        """Return whether words are a title, a nation, a body or a small word, and no part of a person's name."""
        plain = re.sub(r"[’']s$", "", words_)
        actor = self.known.by_name.get(plain)
        if actor is not None and actor.kind != "person":
            return True
        return plain.lower().strip(".,") in TITLES | NOT_NAMES or self.nations.fullmatch(plain) is not None
