"""Find the parties that a noun phrase names: by its heads, else by what stands around them."""

from scripts.draft.bodies import Mention
from scripts.draft.clauses import Sentence
from scripts.draft.parties import Mentions
from scripts.draft.tokens import Place

COMPOUNDING = {"state", "igo", "organisation", "state_body", "armed_group"}  # kinds whose names stand before a noun


def parties(sentence: Sentence, place: Place, mentions: Mentions, *, in_person: bool = False) -> list[Mention]:
    """Return who a noun phrase names: its heads; where they name nobody, whom its nation or its “of” names.

    `in_person` says that a person acts, and not the state whose person it is.
    """
    if place[0] >= place[1]:
        return []
    heads: list[Mention] = []
    near: list[Mention] = []  # before a head: adjectives of nations, owners, names before a noun
    far: list[Mention] = []  # in a prepositional phrase
    for one in mentions.between(sentence.tokens[place[0]].span[0], sentence.tokens[place[1] - 1].span[1]):
        at = next(i for i in range(*place) if sentence.tokens[i].span[1] > one.span[0])
        if _behind_preposition(sentence, place, at):
            far.append(one)
        else:
            (near if _modifies(sentence, (at, place[1]), one) else heads).append(one)
    if not in_person:
        heads = _as_state(heads, near)
    return _distinct(heads or near or far)


def _as_state(heads: list[Mention], near: list[Mention]) -> list[Mention]:
    """Return heads with the state before it for a person: “Japan's foreign minister Taro Kono”."""
    persons = [one for one in heads if one.kind == "person"]
    if len(persons) != 1:
        return heads
    lead = [one for one in near if one.kind == "state" and one.span[0] < persons[0].span[0]]
    return lead[:1] + [one for one in heads if one.kind != "person"] if lead else heads


def _modifies(sentence: Sentence, place: Place, one: Mention) -> bool:
    """Return whether a mention that begins at a place stands before the noun that it belongs to."""
    last = next(i for i in range(*place) if sentence.tokens[i].span[1] >= one.span[1] or i == place[1] - 1)
    behind = sentence.tag[last + 1]
    return one.nation or behind == "'s" or (behind == "N" and one.kind in COMPOUNDING)


def _behind_preposition(sentence: Sentence, place: Place, at: int) -> bool:
    """Return whether a name stands in a prepositional phrase inside its noun phrase."""
    for j in range(at - 1, place[0] - 1, -1):
        low = sentence.low[j]
        if sentence.tag[j] == "P":
            return sentence.low[j - 1] not in {"along", "together"} and (low != "alongside" or j > place[0])
        if low in {",", ";"} or sentence.tag[j] == "V":
            return False
    return False


def _distinct(found: list[Mention]) -> list[Mention]:
    """Return the first mention of each actor."""
    seen: dict[str, Mention] = {}
    for one in found:
        seen.setdefault(one.actor_id, one)
    return list(seen.values())
