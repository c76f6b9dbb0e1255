"""Resolve the words of a subject to the actor who speaks."""

import re

from scripts.extract.actors import Names
from scripts.extract.marks import FILLER
from scripts.extract.words import Span, words

UNNAMED = "unnamed"
PRONOUNS = {"he", "she", "they", "it", "who"}
PLURAL, SINGULAR = set(words("speakers")["plural"]), set(words("speakers")["singular"])
CAPITALS = r"(?:[A-Z][\w’'.&-]*|\d+)(?:\s+(?:(?:of|for|the|and|de|al|bin|van|von)\s+){0,2}(?:[A-Z][\w’'.&-]*))*"
ROLE = r"(?:government|officials?|state\s+media|military|authorities|leadership|spokes\w+|parliament|army|regime|side)"
BODY = re.compile(rf"(?:^|,\s|\b[Tt]he\s|\bof\s)(?P<name>{CAPITALS})(?P<of>\s+{ROLE})?\s*(?:$|,)")


HELPER = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
AUXILIARY = re.compile(
    r"(?:,?\s+(?:has|have|had|was|were|is|are|been|being|also|still|now|then|later|recently|repeatedly|often|\w+ly))+$"
)


class Speakers:
    """Resolves the words of a subject to an actor; remembers who spoke last."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.last: str | None = None
        self.last_person: str | None = None

    def remember(self, actor_id: str) -> None:
        """Keep who spoke or acted last, for the pronouns that follow."""
        if actor_id != UNNAMED:
            self.last = actor_id
            if actor_id in self.names.persons.values():
                self.last_person = actor_id

    def resolve(self, subject: str, offset: int) -> tuple[str, Span | None] | None:
        """Return (actor_id, span of the speaker's words) of a subject that ends beside the cue; None for no speaker."""
        subject = AUXILIARY.sub("", subject.rstrip(" ,\n\u00a0"))
        plain = subject.strip(" ,\n\u00a0")
        if not plain or FILLER in plain:
            return None
        low = plain.lower()
        if low in PRONOUNS or low.split()[-1] in {"he", "she", "they", "it"}:
            word = plain.split()[-1]
            at = offset + subject.rindex(word)
            who = self.last_person if word.lower() in {"he", "she"} else self.last
            return (who or self.last or UNNAMED), (at, at + len(word))
        return self.named(subject, offset) or self.described(subject, offset)

    def named(self, subject: str, offset: int) -> tuple[str, Span] | None:
        """Resolve a subject by a person named in it, else by a state or body that is its head."""
        heads = []
        for match in re.finditer(CAPITALS, subject):
            said, shift = match[0], 0
            if not subject[: match.start()].strip():
                said, shift = self.without_opening(said)
            if said:
                start = offset + match.start() + shift
                heads.append((said, start, match.start() + shift, match.end()))
        for said, start, _, _ in heads:
            if said.endswith(("’s", "'s")):
                continue
            name = self.names.person_name(said) or (said.split()[-1] if len(said.split()) == 1 else said)
            known = self.names.persons.get(name) or self.names.inside(said)
            if known is not None:
                return known, (start, start + len(said))
        return self.body(subject, offset, heads)

    def body(self, subject: str, offset: int, heads: list[tuple[str, int, int, int]]) -> tuple[str, Span] | None:
        """Resolve a subject whose head is a state, body or medium."""
        for match in reversed(list(BODY.finditer(subject))):
            said = match["name"].removeprefix("The ")
            actor = self.names.known.by_name.get(said) or self.names.known.by_name.get(f"The {said}")
            nation = self.names.demonyms.get(said.lower())
            if actor is None and nation is not None and match["of"]:
                actor = self.names.known.by_country.get(nation)
            if actor is not None:
                return actor.actor_id, (
                    offset + match.start("name"),
                    offset + match.end("name") + len(match["of"] or ""),
                )
        for said, start, begin, end in heads:
            tail, lead = subject[end:].strip(), subject[:begin].strip().lower()
            if (
                len(said.split()) > 1
                and (not tail or tail.startswith(","))
                and (not lead or lead in {"the", "a"} or lead.endswith(","))
            ):
                return self.names.propose(self.names.person_name(said) or said), (start, start + len(said))
        return None

    def without_opening(self, said: str) -> tuple[str, int]:
        """Strip a word that is a capital only because a sentence begins with it."""
        parts = said.split()
        low = parts[0].lower()
        if (
            low in {"the", "but", "and", "in", "on", "as", "for", "while", "when", "after", "if", "however"}
            or low in PLURAL
        ):
            rest = said[len(parts[0]) :].lstrip()
            return rest, len(said) - len(rest)
        return said, 0

    def anywhere(self, subject: str, offset: int) -> tuple[str, Span] | None:
        """Resolve the subject of a main clause, for a participle behind it, by the longest registered name in it."""
        names = self.names
        found = list(names.pattern.finditer(subject)) if names.pattern else []
        if not found:
            return None
        match = max(found, key=lambda one: len(one[0]))
        return names.known.by_name[" ".join(match[0].split())].actor_id, (offset + match.start(), offset + match.end())

    def described(self, subject: str, offset: int) -> tuple[str, Span] | None:
        """Resolve a subject such as “experts” or “a senior official” to the unnamed actor."""
        for match in re.finditer(r"[A-Za-z]+", subject):
            word = match[0].lower()
            if (word in PLURAL or word in SINGULAR) and not HELPER.search(subject, match.end()):
                who = self.last if word == "expert" and self.last and "the" in subject.lower().split() else UNNAMED
                start = subject.lower().rfind("the ", 0, match.start()) if who != UNNAMED else match.start()
                start = max(0, start)
                return (who or UNNAMED), (offset + start, offset + match.end())
        return None
