"""The acts of acts.csv and act_nouns.csv: which verbs and nouns, with which objects, make which type of event."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from scripts.draft.grammar import listed


@dataclass(frozen=True)
class Act:
    """A line of one of the two tables.

    `words` are the verbs (as their parts) or nouns; `object` names classes of nouns of which one must be the object;
    `preposition` one that must follow; `parties` says where the other parties stand, in order.
    """

    event_type: str
    words: tuple[tuple[str, ...], ...]
    object: str
    preposition: frozenset[str]
    parties: tuple[str, ...]
    example: str


def _alternatives(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _table(name: str, word: str, needed: str) -> list[Act]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as lines:
        return [
            Act(
                row["event_type"],
                tuple(tuple(part.split()) for part in _alternatives(row[word])),
                row[needed],
                frozenset(_alternatives(row.get("preposition", ""))),
                tuple(row["parties"].split()),
                row["example"],
            )
            for row in csv.DictReader(lines)
        ]


@cache
def verb_acts() -> list[Act]:
    """Return the acts told by verbs, in the order of the table: the first that fits decides."""
    return _table("acts.csv", "verb", "object")


@cache
def noun_acts() -> list[Act]:
    """Return the acts told by nouns."""
    return _table("act_nouns.csv", "noun", "with")


@cache
def by_base() -> dict[str, list[tuple[Act, tuple[str, ...]]]]:
    """Return the acts of each verb, with the particles that follow it."""
    found: dict[str, list[tuple[Act, tuple[str, ...]]]] = {}
    for act in verb_acts():
        for parts in act.words:
            found.setdefault(parts[0], []).append((act, parts[1:]))
    return found


@cache
def phrasal() -> dict[str, frozenset[str]]:
    """Return the first particles that each verb may have: “hand over”, “back down”."""
    return {
        base: frozenset(particles[0] for _, particles in acts if particles and particles[0] != "to")
        for base, acts in by_base().items()
    }


@cache
def bases() -> frozenset[str]:
    """Return the verbs of all acts."""
    return frozenset(by_base())


@cache
def nouns() -> frozenset[str]:
    """Return the nouns of all acts."""
    return frozenset(" ".join(parts) for act in noun_acts() for parts in act.words)


@cache
def intransitive() -> frozenset[str]:
    """Return the verbs that need no object."""
    return listed("verbs", "intransitive")
