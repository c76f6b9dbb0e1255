"""How a model behaves: what it proposes for an article again, and with the codes called or ordered otherwise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from schemas.vocabularies import codes
from scripts.draft.rows import Draft
from scripts.evaluate.drafts import drafted, drafted_items
from scripts.evaluate.matching import f1
from scripts.evaluate.score import score
from scripts.propose.endpoint import AnswerError

READ = ["event_type", "status", "actors"]
SWAPPED = {"COOPERATE": "SANCTION", "SANCTION": "COOPERATE"}


@dataclass(frozen=True)
class Variant:
    """How a model is asked otherwise: codes by other names, definitions in reverse order, another seed."""

    name: str
    renamed: dict[str, str] = field(default_factory=dict)
    reverse: bool = False
    seed: int = 0  # added to that of the plain run
    only: frozenset[str] = frozenset()  # event types that are looked at, all where there is none


VARIANTS = (
    Variant("the same, another seed", seed=1),
    Variant("event types called T01, T02, …", {code: f"T{n:02}" for n, code in enumerate(codes("event_type"), 1)}),
    Variant("definitions in reverse order", reverse=True),
    Variant(f"names of {' and '.join(SWAPPED)} swapped", SWAPPED, only=frozenset(SWAPPED)),
)


@dataclass
class Agreement:
    """The events of the plain run and of another: how many, paired, and alike in each column of READ."""

    plain: int = 0
    other: int = 0
    paired: int = 0
    same: dict[str, int] = field(default_factory=lambda: dict.fromkeys(READ, 0))

    @property
    def f1(self) -> float:
        """F1 of events that overlap."""
        return f1(self.paired, self.plain, self.other)

    def part(self, column: str) -> float | None:
        """The part of the pairs with the same value, 0 to 1; None where there is no pair."""
        return self.same[column] / self.paired if self.paired else None


def behaviour(
    root: Path, stems: Sequence[str], draft_as: Callable[[Variant], Callable[..., Draft]]
) -> dict[str, Agreement]:
    """Return for each variant how far its events are those of the plain run, over the articles of root/seeds.

    The names that a variant gives to codes are undone: a model that keeps to the definitions gives the same rows.
    """
    found = {variant.name: Agreement() for variant in VARIANTS}
    for stem in stems:
        plain = drafted(root, stem, draft_as(Variant("plain")))
        for variant in VARIANTS if plain else ():
            try:
                other = drafted(root, stem, draft_as(variant))
            except AnswerError:
                other = None
            if plain and other:
                _add(found[variant.name], plain[2], other[2], variant.only)
            elif plain:
                _add(found[variant.name], plain[2], Draft(), variant.only)
    return found


def _add(total: Agreement, plain: Draft, other: Draft, only: frozenset[str]) -> None:
    """Add the events of one article; with `only`, those of which either run has such a type."""
    ours, theirs = (
        [item for item in drafted_items(made.rows, "events") if not only or item.values["event_type"] in only]
        for made in (plain, other)
    )
    one = score(ours, theirs, READ)
    total.plain += len(ours)
    total.other += len(theirs)
    total.paired += one.paired
    for name in READ:
        total.same[name] += one.same[name]
