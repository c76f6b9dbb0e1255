"""Find attributed statements: direct, mixed and indirect, with their speakers."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from scripts.draft.attribution import Attribution, Frames
from scripts.draft.clauses import Sentences
from scripts.draft.governing import governing
from scripts.draft.marks import Marked
from scripts.draft.parties import Mentions
from scripts.draft.quote_spans import clause_span, closed, inner, is_direct, mixed_span, standalone, titled, trimmed
from scripts.draft.speakers import UNNAMED
from scripts.draft.words import Span

SHORTEST = 8  # characters of a statement
LONG = 6  # words in marks that are taken for a statement where no word attributes them
MOST_SENTENCE = 6000  # characters of a sentence that is looked at
FAR = 50_000  # characters before and behind a pull quote in which the words that it repeats are looked for
UNSAID = re.compile(
    r"\b(?P<cue>(?:is|are|was|were)\s+(?:widely\s+)?(?:reported|said|believed|thought|alleged|rumou?red|understood))\s+to\b"
)
# In an article without marks, words of speaker and hearer go on with what somebody said.
SPOKEN = re.compile(r"\b(?:I|we|We|our|Our|you|You|my|My|us)\b")
CONJUNCTION = re.compile(r"[\s,]*\b(?:and|but)\s*$")
VIA = re.compile(
    r"\b(?:interview with|told|quoted by|cited by|carried by|reported by|according to)\s+(?:the\s+)?([^,.;]{2,80})"
)


@dataclass(frozen=True)
class Quote:
    """An attributed statement: its span, its type, and who says it with which word.

    `speaker` is the span of the words that name the speaker and `cue` that of the reporting word, None where the
    statement has none; `via_id` is the medium that reports it, None where none is named.
    """

    span: Span
    kind: str
    speaker_id: str
    speaker: Span | None
    cue: Span | None
    via_id: str | None = None


def quotes(text: str, mentions: Mentions, read: Sentences | None = None) -> tuple[list[Quote], list[Marked]]:
    """Return the attributed statements of a text, and the marked words that quote nobody.

    `read` keeps the sentences that are read on the way, for others to use.
    """
    finder = Frames(text, mentions, read or Sentences(text))
    found: list[Quote] = []
    used: set[Marked] = set()
    for sentence in finder.spans:
        if sentence[1] - sentence[0] > MOST_SENTENCE:
            continue
        first = bisect_left(finder.pairs, sentence[0], key=lambda pair: pair.outer[0])
        last = bisect_left(finder.pairs, sentence[1], key=lambda pair: pair.outer[0])
        inside = [pair for pair in finder.pairs[first:last] if pair.outer[1] <= sentence[1]]
        made = _of_sentence(finder, sentence, inside)
        for quote in made:
            finder.speakers.remember(quote.speaker_id)
        found += made
        used |= {
            pair
            for pair in inside
            for quote in made
            if quote.span[0] - 1 <= pair.outer[0] and pair.outer[1] <= quote.span[1] + 1
        }
    return found, [pair for pair in finder.pairs if pair not in used]


def _of_sentence(finder: Frames, sentence: Span, inside: list[Marked]) -> list[Quote]:
    """Return the quotes of one sentence: of each attribution that governs a part of it."""
    found = governing(finder, sentence, inside)
    if not found:
        return _unsaid(finder, sentence) if not inside else _unattributed(finder, sentence, inside)
    begin = sentence[0]
    ends = [begin + len(CONJUNCTION.sub("", finder.text[begin : one.frame[0]])) for one in found[1:]]
    made: list[Quote] = []
    for one, end in zip(found, [*ends, sentence[1]], strict=True):
        part = (made[-1].span[1] if made else begin, end)
        held = [pair for pair in inside if part[0] <= pair.outer[0] and pair.outer[1] <= end]
        made += _attributed(finder, part, held, one)
    return made


# ---- with an attribution


def _attributed(finder: Frames, sentence: Span, inside: list[Marked], found: Attribution) -> list[Quote]:
    """Return the quotes of a sentence, or a part of one, that an attribution governs."""
    text, via = finder.text, _via(finder, sentence)
    via = None if via == found.speaker_id else via

    def quote(span: Span, kind: str) -> Quote:
        return Quote(span, kind, found.speaker_id, found.speaker, found.cue, via)

    made: list[Quote] = []
    for pair in inside:
        if is_direct(finder, sentence, pair, found, earlier=bool(made)):
            made.append(quote(inner(text, pair), "direct"))
    direct = {one.span for one in made}
    side = [pair for pair in inside if (pair.outer[0] > found.frame[0]) == found.after]
    rest = [pair for pair in side if inner(text, pair) not in direct]
    if not all(titled(text, pair) for pair in rest):
        last = max((one.span[1] for one in made if one.span[1] <= rest[0].outer[0]), default=None)
        span = mixed_span(finder, sentence, rest, found, last)
        return [*made, quote(span, "mixed")] if span is not None else made
    if made:
        return made
    span = clause_span(finder, sentence, found)
    marks = any(span[0] <= pair.outer[0] < span[1] for pair in inside)
    return [quote(span, "mixed" if marks else "indirect")] if span[1] - span[0] >= SHORTEST else []


def _via(finder: Frames, sentence: Span) -> str | None:
    """Return the medium through which a statement came, None where the sentence names none."""
    for match in VIA.finditer(finder.text, *sentence):
        for one in finder.speakers.mentions.between(*match.span(1)):
            if one.kind == "media":
                return one.actor_id
    return None


# ---- without one


def _unsaid(finder: Frames, sentence: Span) -> list[Quote]:
    """Return the quote of a sentence without marks that names no speaker: “is said to”, or “we” in an article of words.

    The latter only in an article without marks, of whoever spoke last.
    """
    text, last = finder.text, finder.speakers.last
    unsaid = UNSAID.search(finder.hidden, *sentence)
    if unsaid is not None:
        return [Quote(trimmed(text, *sentence), "indirect", UNNAMED, None, unsaid.span("cue"))]
    if not finder.pairs and last is not None and SPOKEN.search(text, *sentence):
        return [Quote(trimmed(text, *sentence), "indirect", last, None, None)]
    return []


def _unattributed(finder: Frames, sentence: Span, inside: list[Marked]) -> list[Quote]:
    """Return the quotes of a sentence that names no speaker: what stands alone in marks, or is long and closed."""
    text, last = finder.text, finder.speakers.last
    made = []
    for pair in inside:
        alone = not text[sentence[0] : pair.outer[0]].strip() and not text[pair.outer[1] : sentence[1]].strip(" .,")
        said = text[pair.inner[0] : pair.inner[1]].strip()
        if _repeats(text, pair, said):
            continue
        follows = last is not None and closed(text, pair) and said[:1].isupper()
        if alone and (follows or standalone(text, pair)):
            made.append(Quote(inner(text, pair), "direct", last or UNNAMED, None, None))
        elif last is not None and len(said.split()) >= LONG and said[-1] in ".,!?" and not titled(text, pair):
            made.append(Quote(pair.outer, "mixed", last, None, None))
    return made


def _repeats(text: str, pair: Marked, said: str) -> bool:
    """Return whether marked words are a pull quote, which repeats the body."""
    return text.count(said.rstrip(".,!?"), max(0, pair.outer[0] - FAR), pair.outer[1] + FAR) > 1
