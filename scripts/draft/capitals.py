"""Find names in capitals that nothing else explains: bodies, groups, firms."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from scripts.draft.actors import ORGANISATION, TITLES
from scripts.draft.bodies import Bodies, Mention
from scripts.draft.grammar import PARTICIPLE, PAST, THIRD, grammar, listed
from scripts.draft.lexicon import TAGS, verbs
from scripts.draft.words import Span, any_of, words

BODY = any_of(words("titles")["bodies_of"])
WORD = r"[A-Z][\w-]*"
MOST_BEFORE = 20  # words in capitals before the first word of a body
CAPITALS = re.compile(
    rf"(?:(?:{WORD}\s+){{0,{MOST_BEFORE}}}{BODY}\s+(?:of|for|on)\s+(?:the\s+)?{WORD}(?:\s+and\s+{WORD}|\s+{WORD})*)"
    r"|(?:[A-Z][\w’'-]*\.?|[A-Z]\d+)"
    r"(?:(?:\s+(?:of|de|al|bin|van|von|del|da)\s+(?:the\s+)?|[ \u00a0\n]+|-)(?:[A-Z][\w’'&-]*|[A-Z]\d+))*"
)
BETWEEN = " \n\u00a0\"“‘’'("  # what may stand between the end of a sentence and the next one
GAP = 4  # characters before a name in which a blank line may stand
BEHIND = re.compile(r"\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\b")
NEAR = 8  # mentions that a name in capitals can overlap
TAIL = re.compile(r"(?:\s+Resolutions?|[’']s?)$")


@dataclass(frozen=True)
class Capitals:
    """Words in capitals: their span, without one that only begins the sentence, their text, and their first word."""

    span: Span
    said: str
    first: str

    @property
    def body(self) -> bool:
        """Whether they name a body: several words, one of them such as “Institute”."""
        return len(self.said.split()) > 1 and ORGANISATION.search(self.said) is not None


@cache
def _no_names() -> frozenset[str]:
    """Return words that are no name by themselves."""
    small = words("small")
    closed = {word for name in TAGS if name not in {"negator", "object_pronoun"} for word in listed("classes", name)}
    return frozenset({*small["not_names"], *small["no_names"], *closed})


@cache
def _roles() -> frozenset[str]:
    """Return words for offices, which before a name are no part of it."""
    return frozenset({*words("speakers")["singular"], *words("titles")["heads"]})


def _opens(text: str, start: int) -> bool:
    """Return whether a sentence begins at an offset."""
    at = start
    while at and text[at - 1] in BETWEEN:
        at -= 1
    return not at or text[at - 1] in ".!?:" or "\n\n" in text[max(0, start - GAP) : start]


def _capitals(text: str) -> Iterator[Capitals]:
    """Yield the words in capitals of a text that may be names, in order."""
    for match in CAPITALS.finditer(text):
        said = match[0]
        first, *others = said.split()
        single = not others and not said.isupper() and not _acts(text, match)
        if (single or first.lower() in _no_names()) and _opens(text, match.start()):
            said = said[len(first) :].lstrip()
        plain = said.lower().strip(".").removesuffix("’s").removesuffix("'s")
        if len(said) > 1 and plain not in _no_names() and plain not in TITLES:
            yield Capitals((match.end() - len(said), match.end()), TAIL.sub("", said), first.lower())


def _acts(text: str, match: re.Match[str]) -> bool:
    """Return whether one word in capitals is a name by what follows: it owns something, or a verb stands behind it."""
    word = match[0].lower()
    if word.endswith(("’s", "'s")):
        word = word[:-2]
    elif (behind := BEHIND.match(text, match.end())) is None or not _finite(behind["verb"]):
        return False
    endings = tuple(words("small")["common_endings"])
    return word not in _common() and word not in _no_names() and word not in TITLES and not word.endswith(endings)


@cache
def _common() -> frozenset[str]:
    """Return common nouns, which at the begin of a sentence are no names."""
    named = (word for listed_ in grammar("nouns").values() for word in listed_)
    return frozenset({*words("speakers")["plural"], *words("speakers")["singular"], *named})


@cache
def _finite(word: str) -> bool:
    """Return whether a word can only be a verb with a subject before it."""
    kinds = {kind for _, found in verbs().get(word, []) for kind in found}
    auxiliary = any(word in listed("classes", name) for name in ("modal", "be", "have", "do"))
    return auxiliary or kinds in ({PAST}, {PAST, PARTICIPLE}, {THIRD})


def _known(one: Capitals, near: list[Mention]) -> bool:
    """Return whether the mentions that a name overlaps explain it; those inside the name of a body do not."""
    start, end = one.span
    inside = one.body and all(start <= other.span[0] and other.span[1] <= end for other in near)
    return bool(near) and not (inside and any(other.span != one.span for other in near))


def _overlapping(taken: list[Mention], span: Span) -> list[Mention]:
    """Return the mentions that a span overlaps, of mentions in order."""
    at = bisect_left(taken, span[0], key=lambda one: one.span[0])
    return [one for one in taken[max(0, at - 1) : at + NEAR] if one.span[0] < span[1] and span[0] < one.span[1]]


def unexplained(text: str, taken: list[Mention], propose: Callable[[str, str], str]) -> list[Mention]:
    """Return names in capitals that no mention of `taken` explains; `propose` gives (name, kind) a key."""
    found: list[Mention] = []
    known, new = Bodies(text), Bodies(text)
    for mention in taken:
        known.add(mention)
    for one in _capitals(text):
        if " " not in one.said and ORGANISATION.fullmatch(one.said):
            made = _again(one, known, new)
        else:
            made = _proposed(one, _overlapping(taken, one.span), propose)
        if made is not None:
            found.append(made)
            new.add(made)
    return found


def _place(one: Capitals) -> Span:
    return one.span[0], one.span[0] + len(one.said)


def _again(one: Capitals, known: Bodies, new: Bodies) -> Mention | None:
    """Return a mention by one word, as “the Ministry”, of the body named before it; None where there is none."""
    noun, start = one.said.lower(), one.span[0]
    bodies = [body for body in (known.last(noun, start), new.last(noun, start)) if body is not None]
    last = max(bodies, key=lambda body: body.span[0], default=None)
    return Mention(_place(one), last.actor_id, last.kind) if last is not None else None


def _proposed(one: Capitals, near: list[Mention], propose: Callable[[str, str], str]) -> Mention | None:
    """Return the mention of a new organisation; None where other mentions or titles explain the words."""
    if _known(one, near) or any(other.kind == "person" for other in near):
        return None
    if one.first in _roles() or (one.first in TITLES and not one.body):
        return None
    return Mention(_place(one), propose(" ".join(one.said.split()), "organisation"), "organisation")
