"""Resolve a subject by the names in it: of a person, a body or a medium, or of the state whose office it is."""

from scripts.draft.bodies import Mention
from scripts.draft.parties import Mentions
from scripts.draft.tokens import Line, Place
from scripts.draft.words import Span, words

BODIES = {"state", "state_body", "igo", "media", "organisation", "armed_group"}  # kinds that have offices
OUTLETS = frozenset(words("speakers")["outlets"])
OFFICES = frozenset(words("speakers")["offices"])


def named(line: Line, place: Place, mentions: Mentions) -> tuple[str, Span] | None:
    """Return (actor_id, span of its name) of the actor whom the names of a subject mean, None where they mean none."""
    begin, end = place
    inside = mentions.between(*line.over(begin, end))
    free = [one for one in inside if mentions.text[one.span[1] : one.span[1] + 2] not in {"’s", "'s"}]
    stop = next((i for i in range(begin + 1, end) if line.tag[i] == "P" and line.low[i] != "of"), end)
    comma = next((i for i in range(begin + 1, end) if line.low[i] == ","), end)
    person = _person(line, (min(stop, end - 1), end), free, apposition=comma < end)
    if person is not None:
        return person.actor_id, person.span
    head = (begin, min(stop, comma))
    for one in free:
        if not one.nation and one.span[0] < line.tokens[stop - 1].span[1] and _is_head(line, one, head):
            return one.actor_id, one.span
    return _office(line, inside, head[1])


def _person(line: Line, place: Place, free: list[Mention], *, apposition: bool) -> Mention | None:
    """Return the person who speaks: whose name ends the subject, else the first before its prepositions.

    `place` is that of the first preposition, or the last word, and the end; an `apposition` may name them anywhere.
    """
    people = [one for one in free if one.kind == "person"]
    last = line.tokens[place[1] - 1].span[1] - 1
    if people and people[-1].span[1] >= last:
        return people[-1]
    first = next(iter(people), None)
    if first is None or not (apposition or first.span[0] < line.tokens[place[0]].span[1] or first.span[1] >= last):
        return None
    return first


def _is_head(line: Line, one: Mention, place: Place) -> bool:
    """Return whether a mention is the head of a phrase, and not a word before its noun."""
    after = next((i for i in range(*place) if line.tokens[i].span[0] >= one.span[1]), None)
    return after is None or line.tag[after] not in {"N", "'s"} or line.low[after] in OUTLETS


def _office(line: Line, inside: list[Mention], end: int) -> tuple[str, Span] | None:
    """Resolve “the Russian government”, “Japan's officials” to the state."""
    last = line.tokens[end - 1]
    if last.low not in OFFICES:
        return None
    state = next((one for one in inside if one.kind in BODIES and one.span[1] <= last.span[0]), None)
    return (state.actor_id, (state.span[0], last.span[1])) if state is not None else None
