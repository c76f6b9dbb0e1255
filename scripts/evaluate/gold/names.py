"""Whether a drafted row names whom the gold names."""

import re

from scripts.draft.rows import Draft
from scripts.evaluate.score import Item

UNNAMED = "unnamed"  # the actor_id of whoever is not named
Names = dict[str, set[str]]  # by actor_id: the names that it goes by


def called(made: Draft, registered: Names) -> Names:
    """Return the names of actors, those that the draft proposes among them."""
    found = dict(registered)
    for table, values in made.registered:
        if table == "actors":
            found[values["actor_id"]] = {str(values["name"]), *values.get("aliases", [])}
    return found


def speaker_names(quote: Item, names: Names) -> set[str]:
    """Return what the speaker of a drafted quote is called, beside the words for it; nothing where nobody is named."""
    key = quote.values.get("speaker_id", UNNAMED)
    named = names.get(key, set()) if key != UNNAMED else set()
    return named | {quote.values.get("speaker_text", "")} - {""}


def alike(gold: str, names: set[str]) -> bool:
    """Return whether one of the names stands in the gold's, word by word, or that in it, or the last words are one.

    >>> alike("Ms. Ana Orlo", {"Orlo"}), alike("Lia Orlo", {"Ana Orlo"}), alike("North Korean miners", {"North Korea"})
    (True, True, True)
    >>> alike("the mayor", {"he"}), alike("", {"he"})
    (False, False)
    """
    sought = _words(gold)
    own = [words for name in names if (words := _words(name))]
    return bool(sought) and any(_in(one, sought) or _in(sought, one) or one[-1] == sought[-1] for one in own)


def _in(some: list[str], words: list[str]) -> bool:
    """Return whether each of some words is one of the others, or its beginning, such as korea of korean."""
    return all(any(one == word or (len(one) > 3 and word.startswith(one)) for word in words) for one in some)


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())
