"""Name the matter of an act or a statement by its words."""

import re
from functools import cache

from scripts.draft.grammar import grammar
from scripts.draft.words import any_of

BROAD = ("trade", "war", "sanctions", "diplomacy")  # count only where nothing narrower is named, in this order
OTHER = "other"
# Behind these stands why something is done, and not what.
WHY = re.compile(r"\b(?:in response to|in reaction to|in retaliation for|because of|after|despite)\b")
# Names of bodies and offices whose words are no topics.
NAMES = re.compile(
    r"\b(?:European Union|African Union|Security Council|Soviet Union"
    r"|[Dd]efen[cs]e (?:[Mm]inist\w+|[Ss]ecretary|industry)|[Tt]rade (?:[Mm]inist\w+|[Ss]ecretary)"
    r"|[Ff]inance [Mm]inist\w+|[Ll]abou?r (?:[Mm]inist\w+|[Ss]ecretary))\b"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        topic: re.compile(rf"(?<![\w-]){any_of(terms)}(?!\w)", re.IGNORECASE)
        for topic, terms in grammar("topics").items()
    }


@cache
def _of_type(event_type: str) -> tuple[str, list[str]]:
    """Return the topic of an event type where its words name none, and those that its words may name instead."""
    default, *allowed = grammar("topics_of_types").get(event_type, [OTHER, *_patterns()])
    return default, allowed


def topic(words: str, event_type: str = "") -> str:
    """Return the topic of words: the first that they name, one of the broad ones only where no other is named.

    An `event_type` has topics of its own: others that its words name do not count.
    """
    default, allowed = _of_type(event_type)
    what = NAMES.sub(" ", WHY.split(words)[0])
    found = {name: match.start() for name in allowed if (match := _patterns()[name].search(what))}
    narrow = {name: at for name, at in found.items() if name not in BROAD}
    if narrow:
        return min(narrow, key=lambda name: narrow[name])
    return next((name for name in BROAD if name in found), default)
