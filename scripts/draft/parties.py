"""Find who is named: every name of a text in order, each with its actor."""

from bisect import bisect_left
from functools import cache

from schemas.vocabularies import vocabularies
from scripts.draft.actors import Names, slug, states
from scripts.draft.bodies import Bodies, Mention
from scripts.draft.capitals import unexplained
from scripts.draft.spotting import Pieces, Spotter
from scripts.draft.words import words


@cache
def _states() -> Spotter:
    return Spotter(states(), apart="-")


@cache
def _state_name(code: str) -> str:
    short = {code_: name for name, code_ in reversed(words("countries").items())}
    entry = vocabularies()["country"].get(code)
    return short.get(code) or (entry.label.split(",")[0] if entry else code)


class Mentions:
    """Every mention of an actor in a text, in order, none inside another."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        self.names = names
        self.proposed: dict[str, tuple[str, str]] = {}  # actor_id -> name, kind
        self.pieces = Pieces(text)
        taken = _outermost(self.registered() + self.persons() + self.nations() + self.countries())
        self.all = _outermost(taken + unexplained(text, taken, self.propose))
        self.starts = [one.span[0] for one in self.all]
        self.persons_at = frozenset(one.span[0] for one in self.all if one.kind == "person")
        self.bodies = Bodies(text)
        for one in self.all:
            self.bodies.add(one)

    def propose(self, name: str, kind: str) -> str:
        """Return the key of an actor that is not registered, and remember to propose it."""
        key = slug(name)
        self.proposed.setdefault(key, (name, kind))
        return key

    def between(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin between two offsets."""
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def registered(self) -> list[Mention]:
        known = self.names.known.by_name
        found = ((span, known[name]) for span, name in Spotter(known).find(self.pieces))
        return [Mention(span, actor.actor_id, actor.kind) for span, actor in found if actor.actor_id != "unnamed"]

    def persons(self) -> list[Mention]:
        names = self.names.persons
        return [
            Mention(span, names[name], "person")
            for span, name in Spotter(names, apart="-").find(self.pieces)
            if name[0].isupper()
        ]

    def nations(self) -> list[Mention]:
        codes = self.names.demonyms
        found = []
        for match in self.names.nations.finditer(self.text):
            said = " ".join(match[0].lower().split())
            code = codes.get(said) or codes.get(said.removesuffix("s"))
            if code is not None and match[0][0].isupper():
                found.append(Mention(match.span(), self.state(code), "state", nation=True))
        return found

    def countries(self) -> list[Mention]:
        codes = states()
        return [Mention(span, self.state(codes[name]), "state") for span, name in _states().find(self.pieces)]

    def state(self, code: str) -> str:
        """Return the key of a state: the registered one, else one that is proposed."""
        actor = self.names.known.by_country.get(code)
        return actor.actor_id if actor is not None else self.propose(_state_name(code), "state")


def _outermost(found: list[Mention]) -> list[Mention]:
    """Return the longest mentions, in order; the first of equal ones."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda one: (one.span[0], -one.span[1], one.nation)):
        if not kept or one.span[0] >= kept[-1].span[1]:
            kept.append(one)
    return kept
