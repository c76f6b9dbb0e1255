"""How a model behaves: what it proposes for an article again, and with the codes called or ordered otherwise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from schemas.vocabularies import codes
from scripts.draft.rows import Draft
from scripts.evaluate.drafts import drafted, drafted_items
from scripts.evaluate.score import Item, Score, score
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


def behaviour(
    root: Path, stems: Sequence[str], draft_as: Callable[[Variant], Callable[..., Draft]]
) -> dict[str, Score]:
    """Return for each variant how far its events are those of the plain run, over the articles of root/seeds.

    In the scores the plain run stands where the coding does. The names that a variant gives to codes are undone: a
    model that keeps to the definitions gives the same rows.
    """
    found = {variant.name: Score() for variant in VARIANTS}
    for stem in stems:
        plain = drafted(root, stem, draft_as(Variant("plain")))
        if plain is None:
            continue
        for variant in VARIANTS:
            try:
                other = drafted(root, stem, draft_as(variant))
            except AnswerError:
                other = None
            made = other[2] if other else Draft()
            found[variant.name].add(score(_events(plain[2], variant.only), _events(made, variant.only), READ))
    return found


def _events(made: Draft, only: frozenset[str]) -> list[Item]:
    """Return the drafted events; with `only`, those of such a type."""
    return [item for item in drafted_items(made.rows, "events") if not only or item.values["event_type"] in only]
