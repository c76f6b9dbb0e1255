"""A word that can be a verb, and what stands around it."""

from dataclasses import dataclass
from functools import cached_property

from scripts.draft.lexicon import nouns_too
from scripts.draft.tokens import Line, Reading, Token


@dataclass
class Form:
    """A word that can be a form of a verb: its place, the verb, and which of its forms it can be.

    `at` is the place before it, adverbs skipped (-1: none), `negated` says that a negation was among them.
    """

    line: Line
    i: int
    base: str
    kinds: set[str]
    at: int
    negated: bool

    @property
    def token(self) -> Token:
        return self.line.tokens[self.i]

    @property
    def before(self) -> Token | None:
        return self.line.tokens[self.at] if self.at >= 0 else None

    @property
    def tag_before(self) -> str:
        return self.line.tag[self.at]

    @property
    def low_before(self) -> str:
        return self.line.low[self.at]

    @property
    def tag_behind(self) -> str:
        return self.line.tag[self.i + 1]

    @property
    def low_behind(self) -> str:
        return self.line.low[self.i + 1]

    @property
    def is_noun(self) -> bool:
        """Whether the form is a noun as well."""
        return self.token.low in nouns_too()

    @property
    def inside(self) -> bool:
        """Whether the word stands inside a noun phrase: behind an article, an owner, a number or “of”."""
        return self.tag_before in {"D", "'s", "#"} or self.low_before == "of"

    @cached_property
    def leads(self) -> bool:
        """Whether a noun phrase begins behind the word, adverbs skipped."""
        return self.line.begins_phrase(self.i + 1)

    @property
    def firm(self) -> bool:
        """Whether an object stands right behind the word: what begins with an article, a pronoun or a capital."""
        return self.tag_behind in {"D", "R", "#"} or self.line.capital(self.i + 1)

    def finite(self, *, lasting: bool = False) -> Reading:
        """Return the word read as a finite verb."""
        return Reading(self.base, self.i, "finite", negated=self.negated, lasting=lasting)
