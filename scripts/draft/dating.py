"""Say which of the dates of a text a statement, an act or a figure has: by the sentence that it stands in."""

from bisect import bisect_right
from collections import defaultdict
from datetime import date

from scripts.draft.dates import Dated
from scripts.draft.event import Event
from scripts.draft.words import Span

LEAD = 3  # characters before a date that begins a sentence
PAST = {"occurred", "ongoing", "alleged", "denied"}


class Dating:
    """The dates of a text by the sentences in which they begin."""

    def __init__(self, dates: list[Dated], sentences: list[Span], published: date | None) -> None:
        self.sentences = sentences
        self.published = published
        self.dates: dict[Span, list[Dated]] = defaultdict(list)
        for one in dates:
            self.dates[self.sentence(one.span[0])].append(one)

    def sentence(self, at: int) -> Span:
        """Return the sentence that holds an offset; where none does, an empty span."""
        i = bisect_right(self.sentences, at, key=lambda span: span[0]) - 1
        return self.sentences[i] if i >= 0 and at < self.sentences[i][1] else (at, at)

    def near(self, at: int) -> list[Dated]:
        """Return the dates of the sentence that holds an offset."""
        sentence = self.sentence(at)
        return self.dates.get(sentence, []) if sentence[0] < sentence[1] else []

    def known(self, one: Dated) -> bool:
        """Return whether a date can be that of something past: it has an end, not after publication."""
        # “since 1964” dates what lasts, not what is said
        return one.latest is not None and (self.published is None or one.latest <= self.published)

    def of_statement(self, span: Span) -> Dated | None:
        """Return the date of a statement: one in its sentence and outside its words, not after publication."""
        near = self.near(span[0])
        return next((one for one in near if not span[0] <= one.span[0] < span[1] and self.known(one)), None)

    def of_act(self, event: Event) -> Dated | None:
        """Return the date of an act: one in its words, else one that its sentence begins with.

        What happened has no date after publication, and none without an end.
        """
        span, begin = event.span, self.sentence(event.span[0])[0]
        fits = [one for one in self.near(span[0]) if event.status not in PAST or self.known(one)]
        inside = [one for one in fits if span[0] <= one.span[0] < span[1]]
        before = [one for one in fits if one.span[0] <= begin + LEAD and one.span[1] <= span[0]]
        return next(iter(inside or before), None)

    def of_figure(self, span: Span) -> Dated | None:
        """Return the period of a figure: the first date of its sentence that has an end."""
        return next((one for one in self.near(span[0]) if one.latest), None)
