"""An event of a text, and one row for each act of several that tell it."""

import re
from dataclasses import dataclass
from functools import cached_property

from scripts.draft.bodies import Mention
from scripts.draft.speakers import UNNAMED
from scripts.draft.words import Span

SAME_WORDS = 60  # of 100: how alike the words of two mentions of one act are
OWNER = re.compile(r"[’']s\b")
MOST_ACTS = 2000  # acts that are told apart; a text with more is not read for others


@dataclass(frozen=True)
class Event:
    """An act: its span, its codes and its parties (actor ids), and who claims it (None: the article itself)."""

    span: Span
    event_type: str
    status: str
    topic: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    claimed_by: str | None = None

    @cached_property
    def named(self) -> frozenset[str]:
        """Its parties that have a name."""
        return frozenset({*self.actors, *self.recipients} - {UNNAMED})


@dataclass(frozen=True)
class Sides:
    """The parties of an act on its two sides (actor ids), each once: who is on both acts."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]


def sides(actors: list[Mention], recipients: list[Mention]) -> Sides:
    """Return the sides of an act by the mentions of its parties."""
    acting = tuple(dict.fromkeys(one.actor_id for one in actors))
    return Sides(acting, tuple(dict.fromkeys(one.actor_id for one in recipients if one.actor_id not in acting)))


def fullest(text: str, found: list[Event]) -> list[Event]:
    """Return one row for each act: of several mentions with the same codes, parties and similar words the fullest."""
    kept: list[Event] = []
    alike: dict[tuple[str, str, str], list[int]] = {}  # the places in `kept` of events of a type, status and topic
    for one in found:
        places = alike.setdefault((one.event_type, one.status, one.topic), [])
        twin = next((n for n in places if _same(text, kept[n], one)), None)
        if twin is None and len(kept) < MOST_ACTS:
            places.append(len(kept))
            kept.append(one)
        elif twin is not None and len(one.named) > len(kept[twin].named):
            kept[twin] = one
    return kept


def _same(text: str, one: Event, other: Event) -> bool:
    """Return whether two rows alike in type, status and topic tell one act, by their parties and their words."""
    ours, theirs = one.named, other.named
    if not ours or not (ours <= theirs or theirs <= ours) or set(one.actors).isdisjoint(other.actors):
        return False
    from rapidfuzz import fuzz

    said = (OWNER.sub("", text[event.span[0] : event.span[1]].lower()) for event in (one, other))
    return fuzz.token_set_ratio(*said) >= SAME_WORDS
