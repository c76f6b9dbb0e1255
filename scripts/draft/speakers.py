"""Resolve the words of a subject to the actor who speaks."""

import re

from scripts.draft.actors import ORGANISATION
from scripts.draft.bodies import Mention
from scripts.draft.clauses import Sentence
from scripts.draft.heads import parties
from scripts.draft.parties import Mentions
from scripts.draft.subject_names import named
from scripts.draft.tokens import Line, Place
from scripts.draft.words import Span, words

UNNAMED = "unnamed"
ENDINGS = tuple(words("speakers")["endings"])
SPEAKING_FOR = frozenset(words("speakers")["speaking_for"])
OFFICES = frozenset(words("speakers")["offices"])
PRONOUNS = frozenset(words("speakers")["pronouns"])
HEADS = frozenset({*words("speakers")["plural"], *words("speakers")["singular"]})
EARLY = 4  # words of a sentence behind which its first person is not what it is about
ROLE_NEAR = 60  # characters around a name in which its role stands
SHORT = 3  # words of a subject that may be a name nobody knows

Speaker = tuple[str, Span | None]  # actor_id, span of the speaker's words


class Speakers:
    """Resolves subjects to actors; remembers who spoke and who acted last, for the pronouns that follow."""

    def __init__(self, text: str, mentions: Mentions) -> None:
        self.text = text
        self.mentions = mentions
        self.persons = frozenset(mentions.names.persons.values())
        self.first = {one.actor_id: one.span for one in reversed(mentions.all)}  # where each actor is named first
        self.last: str | None = None
        self.last_person: str | None = None
        self.last_body: str | None = None
        self.offices: dict[str, str] = {}  # “the ministry” -> the actor for which one spoke before

    # ---- who spoke last

    def remember(self, actor_id: str, kind: str = "") -> None:
        """Keep who spoke or acted last."""
        if actor_id == UNNAMED:
            return
        kind = kind or self.mentions.proposed.get(actor_id, ("", ""))[1]
        if kind == "person" or actor_id in self.persons:
            self.last_person = actor_id
        else:
            self.last_body = actor_id
        self.last = actor_id

    def opening(self, sentence: Sentence) -> None:
        """Remember whom a sentence is about: its first subject, or the one person whom it names."""
        for clause in sentence.clauses:
            if clause.reading.form == "finite" and clause.has_subject:
                found = parties(sentence, clause.subject, self.mentions, in_person=True)
                if found:
                    self.about(found[0])
                    break
        persons = self.persons_of(sentence)
        if persons and (len(persons) == 1 or _early(sentence, persons[0])):
            self.about(persons[0])

    def persons_of(self, sentence: Sentence) -> list[Mention]:
        """Return the persons whom a sentence names, each once."""
        if not sentence.tokens:
            return []
        inside = self.mentions.between(sentence.tokens[0].span[0], sentence.tokens[-1].span[1])
        seen = {one.actor_id: one for one in reversed(inside) if one.kind == "person"}
        return sorted(seen.values(), key=lambda one: one.span)

    def about(self, one: Mention) -> None:
        """Remember who is spoken of; who spoke last stays."""
        spoken = self.last
        self.remember(one.actor_id, one.kind)
        self.last = spoken or self.last

    # ---- who speaks

    def resolve(self, line: Line, place: Place) -> Speaker | None:
        """Return the speaker whom the noun phrase at a place means, None where it is no speaker."""
        begin, end = place
        while begin < end and line.tag[begin] in {",", "“", "C", "A", "S"}:
            begin += 1
        while end > begin and line.tag[end - 1] in {",", "“", "A"}:
            end -= 1
        if begin >= end or any(line.tag[i] == "“" for i in range(begin, end)):
            return None
        return (
            self.pronoun(line, begin, end)
            or named(line, (begin, end), self.mentions)
            or self.known_by_noun(line, begin, end)
            or self.described(line, begin, end)
        )

    def pronoun(self, line: Line, begin: int, end: int) -> Speaker | None:
        """Resolve a pronoun, or “his lawyer”, to who spoke or acted last."""
        word = line.low[end - 1]
        if end - begin == 1 and word in PRONOUNS:
            return self.meant(word) or self.last or UNNAMED, line.tokens[begin].span
        if line.low[begin] in {"his", "her"} and end - begin <= SHORT and self.last_person:
            return self.last_person, line.over(begin, end)
        return None

    def meant(self, pronoun: str) -> str | None:
        """Return whom a pronoun means, None where nobody was named whom it could mean."""
        if pronoun in {"he", "she", "him", "her"}:
            return self.last_person
        return self.last_body if pronoun == "it" else self.last

    def known_by_noun(self, line: Line, begin: int, end: int) -> Speaker | None:
        """Resolve “the Office”, “the ministry” to the body named before whose name has that word."""
        if line.low[begin] not in {"the", "its"}:
            return None
        stop = next((i for i in range(begin + 1, end) if line.tag[i] in {"P", ","}), end)
        one = self.mentions.bodies.last(line.low[stop - 1], line.tokens[begin].span[0])
        return None if one is None else (one.actor_id, line.over(begin, stop))

    def described(self, line: Line, begin: int, end: int) -> Speaker | None:
        """Resolve a subject such as “experts” or “a senior official”: to the body it speaks for, or to nobody named."""
        stop = _stop(line, begin, end)
        noun = line.tokens[stop - 1]
        if not _means_speaker(line, stop - 1):
            new = noun.capital and noun.tag == "N" and stop - begin <= SHORT
            return self.proposed(line, begin, stop) if new else None
        if stop - begin > 1 and line.low[stop - 2] in OFFICES:
            office = self.mentions.bodies.last(line.low[stop - 2], noun.span[0])
            if office is not None:
                return office.actor_id, line.over(stop - 2, stop)
        return self.again(line, begin, stop) or self.speaking_for(line, stop, end) or (UNNAMED, noun.span)

    def speaking_for(self, line: Line, stop: int, end: int) -> Speaker | None:
        """Resolve “a spokesman for the army” to the body named behind it."""
        noun = line.tokens[stop - 1]
        if noun.low not in SPEAKING_FOR or line.low[stop] not in {"for", "of", "in", "at"}:
            return None
        behind = self.mentions.between(noun.span[1], line.tokens[end - 1].span[1])
        if not behind:
            return None
        self.offices[noun.low] = behind[0].actor_id
        return behind[0].actor_id, (noun.span[0], behind[0].span[1])

    def again(self, line: Line, begin: int, stop: int) -> Speaker | None:
        """Resolve “the ministry”, “the captain”, “the expert” to whom the text brought in so."""
        noun, who = line.low[stop - 1], None
        if line.low[begin] in {"the", "its"} and line.tag[stop] != "P":
            who = self.offices.get(noun)
        if line.low[begin] == "the" and who is None:
            who = self.last_person if self.known_as(noun) else self.last if noun == "expert" else None
        return (who, line.over(begin, stop)) if who is not None else None

    def known_as(self, role: str) -> bool:
        """Return whether the person who spoke or acted last was brought in with a role: “the captain, Ana Orlo”."""
        first = self.first.get(self.last_person or "")
        if first is None:
            return False
        near = self.text[max(0, first[0] - ROLE_NEAR) : first[1] + ROLE_NEAR].lower()
        return re.search(rf"\b{re.escape(role)}\b", near) is not None

    def proposed(self, line: Line, begin: int, end: int) -> Speaker | None:
        """Propose an actor for a name that nothing else explains."""
        first = next((i for i in range(begin, end) if line.capital(i) and line.tag[i] == "N"), None)
        if first is None:
            return None
        span = line.over(first, end)
        name = " ".join(self.text[span[0] : span[1]].split())
        return self.mentions.propose(name, "organisation" if ORGANISATION.search(name) else "person"), span


def _early(sentence: Sentence, one: Mention) -> bool:
    """Return whether a mention stands among the first words of a sentence."""
    return one.span[0] < sentence.tokens[min(EARLY, len(sentence.tokens) - 1)].span[1]


def _stop(line: Line, begin: int, end: int) -> int:
    """Return the place behind the noun of a subject: a noun for speakers, else its last word before a preposition."""
    stop = next((i for i in range(begin + 1, end) if line.tag[i] in {"P", ",", "V"}), end)
    heads = (i + 1 for i in range(begin, stop) if line.low[i] in HEADS and line.tag[i + 1] != "N")
    return next(heads, stop)


def _means_speaker(line: Line, at: int) -> bool:
    """Return whether the word at a place means somebody who can speak."""
    low, tag = line.low[at], line.tag[at]
    return tag in {"N", "D"} and (low in HEADS or (tag == "N" and low.endswith(ENDINGS)))
