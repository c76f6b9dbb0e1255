"""Divide a sentence into tokens, and say of each what it can be: the classes of words."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scripts.draft.grammar import listed
from scripts.draft.lexicon import classes
from scripts.draft.words import Span

TOKEN = re.compile(
    r"\ue000+|(?:[A-Z]\.){2,}|[’']s\b|(?<=s)[’'](?=\s+[A-Za-z])|n[’']t\b"
    r"|[^\W\d_]+(?:[-’'.&](?!s\b)[^\W\d_]+)*(?:-?\d+)?|[$€£]?\d+(?:[.,]\d+)*(?:-[a-z]+)*|[^\w\s]"
)
MARKUP = re.compile(r"\[(?=[^\]\n]{1,200}\]\()|\]\([^)\s]*\)")  # what Markdown puts around the words of a link
MARKS = set("\"“”«»„‟‘’'")
APOSTROPHES = set("’'")
FILLER = "\ue000"
BREAKS = {";", ":", "—", "–", "-", ".", "!", "?"}  # signs that no clause goes beyond
VERBAL = {"V", "M", "B", "H", "O"}  # tags of verbs and auxiliaries
Place = tuple[int, int]  # places of tokens, half-open


@dataclass(frozen=True, slots=True)
class Reading:
    """A verb in its group: where the group begins, its form, and what its auxiliaries say.

    `form` is finite, infinitive, participle (-ing) or reduced (a passive participle without auxiliary).
    """

    base: str
    first: int
    form: str
    passive: bool = False
    modal: str = ""
    negated: bool = False
    lasting: bool = False  # progressive, or present tense
    perfect: bool = False


@dataclass(slots=True)
class Token:
    """A word or sign of a sentence: its text, its span in the article, its tag, and how it is read as a verb.

    Tags: D determiner, P preposition, C coordinator, S subordinator, M modal, B be, H have, O do, A adverb, X negation,
    R pronoun, V verb, N anything else that is a word, # number, and for signs the sign itself. `verb` is None for what
    is no verb.
    """

    text: str
    low: str
    span: Span
    tag: str
    verb: Reading | None = None

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


class Line:
    """The tokens of a sentence, with their words in lower case (`low`) and their tags by place.

    Outside the sentence, words and tags are empty.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.low = defaultdict(str, enumerate([token.low for token in tokens]))
        self.tag = defaultdict(str, enumerate([token.tag for token in tokens]))

    def read(self, i: int, reading: Reading) -> None:
        """Make the token at a place a verb."""
        self.tokens[i].tag = self.tag[i] = "V"
        self.tokens[i].verb = reading

    def before(self, i: int) -> tuple[int, bool]:
        """Return the last place before a token that is no adverb (-1: none), and whether a negation was skipped."""
        negated, at = False, i - 1
        while self.tag[at] in {"A", "X"} or (self.low[at] == "since" and self.tag[at - 1] == "H"):
            negated |= self.tag[at] == "X"
            at -= 1
        return at, negated

    def behind_adverbs(self, i: int) -> int:
        """Return the first place from `i` on that is no adverb."""
        while self.tag[i] == "A":
            i += 1
        return i

    def begins_phrase(self, i: int) -> bool:
        """Return whether a noun phrase begins at a place, adverbs skipped."""
        i = self.behind_adverbs(i)
        return self.tag[i] in {"D", "N", "#", "“"} or (self.tag[i] == "R" and self.low[i] not in {"who", "which"})

    def capital(self, i: int) -> bool:
        """Return whether a word with a capital stands at a place."""
        return 0 <= i < len(self.tokens) and self.tokens[i].capital

    def over(self, begin: int, end: int) -> Span:
        """Return the span of the words between two places."""
        return self.tokens[begin].span[0], self.tokens[end - 1].span[1]

    def form(self, i: int) -> str:
        """Return the form of the verb at a place, empty where there is none."""
        verb = self.tokens[i].verb if 0 <= i < len(self.tokens) else None
        return verb.form if verb is not None else ""


def tokens(text: str, span: Span) -> list[Token]:
    """Return the tokens of a sentence, tagged by the classes of their words; its verbs are not read yet."""
    found: list[Token] = []
    markup = _markup(text, span)
    last = ""
    for match in TOKEN.finditer(text, *span):
        place = match.span()
        if place[0] in markup:
            continue
        word = match[0]
        low, tag = _known(word)
        if last and last != "“" and low != "i" and word[0].isupper():
            tag = "N"
        elif word in APOSTROPHES and _owns(found, match):
            tag = "'s"
        found.append(Token(word, low, place, tag))
        last = tag
    return found


def _markup(text: str, span: Span) -> set[int]:
    """Return the offsets of the signs that Markdown puts around links."""
    if text.find("](", *span) < 0:
        return set()
    return {at for match in MARKUP.finditer(text, *span) for at in range(*match.span())}


def _owns(found: list[Token], match: re.Match[str]) -> bool:
    """Return whether an apostrophe behind an s is that of a plural owner, and closes no quotation."""
    return (
        bool(found)
        and found[-1].low.endswith("s")
        and found[-1].span[1] == match.start()
        and match.string[match.end() : match.end() + 1].isspace()
    )


@lru_cache(maxsize=50_000)
def _known(word: str) -> tuple[str, str]:
    """Return a word in lower case and its tag where nothing around it decides."""
    low = word.lower().replace("’", "'")
    return low, "'s" if low == "'s" else classes().get(low) or _tag(word, low)


def _tag(word: str, low: str) -> str:
    if word[0].isdigit() or (word[0] in "$€£" and len(word) > 1):
        return "#"
    if not word[0].isalnum():
        return "“" if word in MARKS or word[0] == FILLER else word
    return "A" if low.endswith("ly") and low not in listed("classes", "no_adverb") else "N"
