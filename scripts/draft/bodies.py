"""A mention of an actor, and the bodies of a text by the words of their names."""

from bisect import bisect_left
from dataclasses import dataclass

from scripts.draft.words import Span

LAST_WORDS = 3  # words of a name that may stand for it


@dataclass(frozen=True)
class Mention:
    """A place where an actor is named; `kind` is the actor's kind, `nation` that it is named by an adjective."""

    span: Span
    actor_id: str
    kind: str
    nation: bool = False


class Bodies:
    """The mentions of bodies by the words of their names: for “the Office”, “the ministry”."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.by_noun: dict[str, list[Mention]] = {}

    def add(self, one: Mention) -> None:
        """Add a mention that stands behind all that were added before it; a person's is passed over."""
        if one.kind != "person":
            last = self.text[one.span[0] : one.span[1]].lower().split()[-LAST_WORDS:]
            for noun in {*last, *one.actor_id.split("-")}:
                self.by_noun.setdefault(noun, []).append(one)

    def last(self, noun: str, before: int) -> Mention | None:
        """Return the last mention that ends before an offset and whose name has a noun, None where there is none."""
        listed = self.by_noun.get(noun, [])
        at = bisect_left(listed, before, key=lambda one: one.span[0])
        return next((one for one in reversed(listed[max(0, at - 2) : at]) if one.span[1] <= before), None)
