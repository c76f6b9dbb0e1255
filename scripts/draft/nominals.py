"""Find acts that nouns name: “Russia's invasion of Ukraine”, “a summit between Kim and Putin”."""

import re
from dataclasses import dataclass
from functools import cache

from scripts.draft.acts import Act, noun_acts
from scripts.draft.bodies import Mention
from scripts.draft.claims import Claim, claimant
from scripts.draft.clauses import Sentence
from scripts.draft.deeds import IN_PERSON, Deeds
from scripts.draft.event import Event, Sides, sides
from scripts.draft.grammar import listed
from scripts.draft.heads import parties
from scripts.draft.noun_phrases import head, parties_behind, phrase
from scripts.draft.noun_status import Said, noun_status
from scripts.draft.speakers import UNNAMED
from scripts.draft.status import HAPPENED
from scripts.draft.tokens import Place
from scripts.draft.topics import topic
from scripts.draft.words import any_of

MUTUAL = {"CONSULT", "AGREE", "COOPERATE", "RETREAT", "ASSAULT", "SUPPORT"}  # whose parties “between” may name
ONE_SIDED = {"MOBILIZE", "RETREAT", "REQUEST", "THREATEN", "AGREE", "PROTEST"}  # of which any party is the actor
NEEDS_OTHER = {"SANCTION", "ASSAULT", "AID", "THREATEN", "REQUEST"}  # nouns that tell an act only with its recipient
OWNERS, TRENDS, TRAVEL, MEETINGS = (listed("acts", name) for name in ("owners", "trends", "travel", "meetings"))
GIVEN = {"AID", "COOPERATE"}  # of which “from” names the giver
IMPORTING = listed("acts", "importing")
NUMBERED = "#"  # an act's noun must have a number: “resolution 1718”
YEAR = "20"  # a number that begins with it is none of a document


def nominals(deeds: Deeds, sentence: Sentence, claims: list[Claim], held: list[Place]) -> list[Event]:
    """Return the events that nouns of a sentence name; `held` are the objects of acts that are told already."""
    told = {at for place in held if place[0] <= (at := head(sentence, place)) < place[1]}
    found = []
    for i, token in enumerate(sentence.tokens):
        if token.tag == "N" and token.low in _acts() and i not in told:
            named = _named(deeds, sentence, i)
            event = named.event(claims) if named is not None else None
            if event is not None:
                found.append(event)
    return found


@cache
def _acts() -> dict[str, list[tuple[Act, tuple[str, ...]]]]:
    """Return the acts of each noun with the words that it is the last of."""
    found: dict[str, list[tuple[Act, tuple[str, ...]]]] = {}
    for act in noun_acts():
        for parts in act.words:
            found.setdefault(parts[-1], []).append((act, parts))
    return found


@cache
def _needed(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of([word for word in words.split('|') if word])}(?![\w])", re.IGNORECASE)


def _named(deeds: Deeds, sentence: Sentence, at: int) -> "NounAct | None":
    """Return the act that the noun at a place names, None where it names none."""
    if (at and sentence.capital(at) and sentence.low[at] != "resolution") or _compound(sentence, at):
        return None
    place = phrase(sentence, at)
    span = sentence.over(*place)
    acts = [act for act, parts in _acts()[sentence.low[at]] if _fits(sentence, act, parts, at)]
    act = next(
        (one for one in acts if one.object in {"", NUMBERED} or _needed(one.object).search(deeds.text, *span)), None
    )
    return NounAct(deeds, sentence, act, at, place) if act is not None else None


def _compound(sentence: Sentence, at: int) -> bool:
    """Return whether a noun stands before another one that it describes: “the sanctions regime”."""
    return sentence.tag[at + 1] == "N" and sentence.low[at + 1] != "late" and not sentence.capital(at + 1)


def _fits(sentence: Sentence, act: Act, parts: tuple[str, ...], at: int) -> bool:
    """Return whether a noun has the words before it, or the number behind it, that an act's line asks for."""
    first = at - len(parts) + 1
    if any(sentence.low[first + n] != part for n, part in enumerate(parts)):
        return False
    return act.object != NUMBERED or (sentence.tag[at + 1] == "#" and not sentence.low[at + 1].startswith(YEAR))


@dataclass(frozen=True)
class NounAct:
    """A noun that names an act: its place in its sentence, and that of its phrase."""

    deeds: Deeds
    sentence: Sentence
    act: Act
    at: int
    place: Place

    @property
    def low(self) -> str:
        return self.sentence.low[self.at]

    @property
    def after(self) -> str:
        """The word of the phrase right behind the noun, empty where it ends with the noun."""
        return self.sentence.low[self.at + 1] if self.at + 1 < self.place[1] else ""

    @property
    def in_person(self) -> bool:
        return self.act.event_type in IN_PERSON

    # ---- who takes part

    def owners(self) -> list[Mention] | None:
        """Return who stands before the noun: “Russia's invasion”, “their talks”; None where the act hits them."""
        begin, sentence = self.place[0], self.sentence
        found = parties(sentence, (begin, self.at), self.deeds.mentions, in_person=self.in_person)
        if self.hits(found):
            return None
        owner = next((sentence.low[i] for i in range(begin, self.at) if sentence.low[i] in OWNERS), None)
        if found or owner is None:
            return found
        agents = self.deeds.agents
        if owner in {"his", "her"}:
            return [agents.person] if agents.person else []
        before = self.deeds.mentions.between(sentence.tokens[0].span[0], sentence.tokens[begin].span[0])
        bodies = [one for one in (agents.body, *before) if one is not None and one.kind != "person"]
        return bodies[-1:]

    def hits(self, owners: list[Mention]) -> bool:
        """Return whether an attack is named after whom it hits: “the Ukraine war”."""
        if self.act.event_type != "ASSAULT" or len(owners) != 1:
            return False
        [one] = owners
        owns = self.deeds.text[one.span[1] : one.span[1] + 2] in {"’s", "'s", "s’"}
        return one.kind == "state" and not one.nation and not owns

    def behind(self, preposition: str) -> list[Mention]:
        """Return the parties behind a preposition of the phrase."""
        place = (self.at + 1, self.place[1])
        return parties_behind(self.sentence, place, preposition, self.deeds.mentions, in_person=self.in_person)

    def parties(self, owners: list[Mention]) -> tuple[list[Mention], list[Mention]]:
        """Return the parties of the act on its two sides."""
        kind = self.act.event_type
        gives = not owners and kind in GIVEN and self.low not in IMPORTING
        actors = owners + (self.behind("by") or (self.behind("from") if gives else []))
        taken = {"by", "from"} if gives else {"by"}
        places = (found for where in self.act.parties if where not in taken and (found := self.behind(where)))
        others = next(places, [])
        if kind in {"CONSULT", "AGREE"} and "between" in self.act.parties:
            return (actors + others or self.traveller()), []
        mutual = kind in MUTUAL and self.after in {"between", "of", "with"}
        if not actors and (mutual or kind in ONE_SIDED):
            actors, others = others, []
        return (actors or self.traveller()), others

    def traveller(self) -> list[Mention]:
        """Return the persons who act in the clause of a journey."""
        if self.low not in TRAVEL:
            return []
        begin = self.place[0]
        finite = (one for one in self.sentence.clauses if one.reading.form == "finite")
        above = next((one for one in finite if one.rest[0] <= begin < one.rest[1]), None)
        subject = self.deeds.agents.subject(self.sentence, above) if above is not None else []
        return [one for one in subject if one.kind == "person"]

    # ---- what is told

    def event(self, claims: list[Claim]) -> Event | None:
        """Return the event, None where the noun names no act of anybody."""
        owners = self.owners()
        if owners is None:
            return None
        actors, others = self.parties(owners)
        told = sides(actors, others)
        if not told.actors or (self.act.object != NUMBERED and self.no_act(actors, told)):
            return None
        found, by = self.said(claims)
        if found is None:
            return None
        if found in HAPPENED or (by in told.actors and found != "denied"):
            by = None
        span, kind = self.sentence.over(*self.place), self.act.event_type
        about = topic(self.deeds.text[span[0] : span[1]], kind)
        return Event(span, kind, found, about, told.actors, told.recipients, by)

    def no_act(self, actors: list[Mention], told: Sides) -> bool:
        """Return whether a noun that needs another party, or a person, has none, or stands in an idiom."""
        alone = not told.recipients and len(told.actors) == 1
        kind = self.act.event_type
        if alone and kind in NEEDS_OTHER and not (kind == "ASSAULT" and self.after in {"on", "against", "of"}):
            return True
        if alone and self.low in MEETINGS and not any(one.kind == "person" for one in actors):
            return True
        return self.deeds.idle(self.sentence.tokens[self.at].span)

    def said(self, claims: list[Claim]) -> Said:
        """Return the status of the act, None where it is none, and who claims it."""
        if self.act.object == NUMBERED:
            return "occurred", None
        speaker = claimant(self.sentence.tokens[self.at].span[0], claims)
        found, by = noun_status(self.deeds.agents, self.sentence, (self.place[0], self.at))
        if found == "occurred" and self.low in TRENDS:
            return None, None
        if speaker is not None and found in HAPPENED:
            found = "alleged"
        if found in {"alleged", "denied"}:
            return found, speaker or by or UNNAMED
        return found, (speaker or by) if found == "proposed" else speaker
