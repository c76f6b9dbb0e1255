"""Find the noun phrase around a noun that names an act, and the parties in it."""

from scripts.draft.bodies import Mention
from scripts.draft.clauses import Sentence
from scripts.draft.grammar import listed
from scripts.draft.heads import parties
from scripts.draft.parties import Mentions
from scripts.draft.tokens import Line, Place

BEHIND_NOUN = listed("acts", "behind_noun")
ARTICLES = {"the", "a", "an", "this", "that", "these", "those"}


def phrase(line: Line, at: int) -> Place:
    """Return the noun phrase of a noun with the prepositional phrases that belong to it."""
    begin, end = _begin(line, at), at + 1
    while _goes_on(line, end):
        end += 1
    while end > at + 1 and line.tag[end - 1] in {"P", "D", "C"}:
        end -= 1
    return begin, end


def _begin(line: Line, at: int) -> int:
    begin = at
    while line.tag[begin - 1] in {"N", "D", "'s", "#"} or (
        line.tag[begin - 1] == "A" and line.tag[begin - 2] in {"D", "'s"}
    ):
        begin -= 1
        if line.tag[begin] == "D" and line.low[begin] in ARTICLES:
            break
    while begin < at and line.tag[begin] == "A":
        begin += 1
    return begin


def _goes_on(line: Line, at: int) -> bool:
    """Return whether the word at a place belongs to the noun phrase before it."""
    tag, low = line.tag[at], line.low[at]
    if tag == "P":
        return low in BEHIND_NOUN
    if tag == "C":
        return low == "and" and line.capital(at - 1) and line.capital(at + 1) and line.tag[at + 1] in {"N", "D"}
    return tag in {"N", "D", "'s", "#"}


def head(line: Line, place: Place) -> int:
    """Return the place of a noun phrase's head: its last word before a preposition."""
    return next((i - 1 for i in range(*place) if line.tag[i] == "P"), place[1] - 1)


def parties_behind(
    sentence: Sentence, place: Place, preposition: str, mentions: Mentions, *, in_person: bool
) -> list[Mention]:
    """Return the parties behind a preposition in a place."""
    first = next((i for i in range(*place) if sentence.low[i] == preposition), None)
    if first is None:
        return []
    stops = (j for j in range(first + 1, place[1]) if sentence.tag[j] == "P" and sentence.low[j] != "of")
    return parties(sentence, (first + 1, next(stops, place[1])), mentions, in_person=in_person)
