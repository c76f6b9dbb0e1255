"""Find attributed statements: direct, mixed and indirect, with their speakers."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from scripts.extract.actors import Names
from scripts.extract.attribution import THAT_CLAUSE, TOLD, Attribution, Frames, best
from scripts.extract.marks import Marked
from scripts.extract.speakers import CAPITALS, UNNAMED
from scripts.extract.words import Span

SHORTEST = 8  # characters of a statement
LONG = 6  # words in marks that are taken for a statement where no word attributes them
MOST_SENTENCE = 6000  # characters of a sentence that is looked at


UNSAID = re.compile(
    r"\b(?P<cue>(?:is|are|was|were)\s+(?:widely\s+)?(?:reported|said|believed|thought|alleged|rumou?red|understood))\s+to\b"
)


@dataclass(frozen=True)
class Quote:
    """An attributed statement: its span, its type, and who says it with which word."""

    span: Span
    kind: str
    speaker_id: str
    speaker: Span | None
    cue: Span | None
    via_id: str | None = None


def _trimmed(text: str, start: int, end: int) -> Span:
    """Return a span without space, leading conjunctions and closing stops."""
    while start < end and (text[start].isspace() or text[start] in ",;:—–"):
        start += 1
    lead = re.match(r"(?:but|and|that|while)\s+", text[start:end], re.IGNORECASE)
    if lead and text[start:end][: lead.end()].strip().lower() in {"that", "but", "and"}:
        start += lead.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:—–"):
        end -= 1
    return start, end


def _standalone(text: str, pair: Marked) -> bool:
    """Return whether marked words can stand alone: a capital first and some length, or a stop at the end."""
    said = text[pair.inner[0] : pair.inner[1]].strip()
    tokens = said.split()
    return (
        bool(said)
        and (said[0].isupper() or said[0] in "[…‘'")
        and len(tokens) >= 4
        and (said[-1] in ".,?!…'’”\"" or len(tokens) > 8)
    )


def _titled(text: str, pair: Marked) -> bool:
    """Return whether marked words are the title of a work: capitals throughout, or a word of naming before."""
    said = text[pair.inner[0] : pair.inner[1]]
    tokens = [word for word in re.findall(r"[A-Za-z][\w’'-]*", said) if len(word) > 3]
    before = text[max(0, pair.outer[0] - 30) : pair.outer[0]].lower()
    named = re.search(
        r"(?:titled|entitled|called|named|book|film|show|article|song|novel|headlined|headline)\s*,?\s*$", before
    )
    return (
        bool(tokens) and len(tokens) > 1 and sum(word[0].isupper() for word in tokens) >= 0.8 * len(tokens)
    ) or bool(named)


def quotes(text: str, names: Names) -> tuple[list[Quote], list[Marked]]:
    """Return the attributed statements of a text, and the marked words that quote nobody."""
    finder = Frames(text, names)
    found: list[Quote] = []
    used: set[Marked] = set()
    for sentence in finder.spans:
        if sentence[1] - sentence[0] > MOST_SENTENCE:
            continue
        first = bisect_left(finder.pairs, sentence[0], key=lambda pair: pair.outer[0])
        last = bisect_left(finder.pairs, sentence[1], key=lambda pair: pair.outer[0])
        inside = [pair for pair in finder.pairs[first:last] if pair.outer[1] <= sentence[1]]
        attribution = best(finder, sentence, inside)
        made = _of_sentence(finder, sentence, inside, attribution)
        for quote in made:
            finder.speakers.remember(quote.speaker_id)
        found += made
        used |= {
            pair
            for pair in inside
            for quote in made
            if quote.span[0] - 1 <= pair.outer[0] and pair.outer[1] <= quote.span[1] + 1
        }
        if not made:
            _remember(finder, sentence)
    return found, [pair for pair in finder.pairs if pair not in used]


def _remember(finder: Frames, sentence: Span) -> None:
    """A person who begins a sentence may be the “he” or “she” of the next."""
    said = finder.text[sentence[0] : sentence[1]]
    for match in re.finditer(CAPITALS, said[:160]):
        name = finder.speakers.names.person_name(match[0]) or match[0]
        actor_id = finder.speakers.names.persons.get(name)
        if actor_id is not None:
            finder.speakers.remember(actor_id)
            return


def _via(finder: Frames, sentence: Span) -> str | None:
    """Return the medium through which a statement came, where the sentence names one."""
    said = finder.text[sentence[0] : sentence[1]]
    names = finder.speakers.names
    for match in re.finditer(
        r"\b(?:interview with|told|quoted by|cited by|carried by|reported by|according to)\s+(?:the\s+)?([^,.;]{2,80})",
        said,
    ):
        for named in re.finditer(CAPITALS, match[1]):
            actor = names.known.by_name.get(named[0])
            if actor is not None and actor.kind == "media":
                return actor.actor_id
    return None


def _of_sentence(finder: Frames, sentence: Span, inside: list[Marked], found: Attribution | None) -> list[Quote]:
    """Return the quotes of one sentence."""
    text = finder.text
    if found is None:
        return _unattributed(finder, sentence, inside)
    via = _via(finder, sentence)
    via = None if via == found.speaker_id else via

    def quote(span: Span, kind: str) -> Quote:
        return Quote(span, kind, found.speaker_id, found.speaker, found.cue, via)

    made: list[Quote] = []
    for pair in inside:
        if _direct(finder, sentence, pair, found, bool(made)):
            made.append(quote(_inner(text, pair), "direct"))
    direct = {one.span for one in made}
    side = [pair for pair in inside if (pair.outer[0] > found.frame[0]) == found.after]
    rest = [pair for pair in side if _inner(text, pair) not in direct]
    if rest and len(rest) != sum(_titled(text, pair) for pair in rest):
        span = _mixed_span(finder, sentence, rest, found, made)
        if span is not None:
            return [*made, quote(span, "mixed")]
        return made
    if not made:
        span = _clause_span(finder, sentence, found)
        if span[1] - span[0] >= SHORTEST:
            made.append(
                quote(span, "mixed" if any(span[0] <= pair.outer[0] < span[1] for pair in inside) else "indirect")
            )
    return made


def _unattributed(finder: Frames, sentence: Span, inside: list[Marked]) -> list[Quote]:
    """Return the quotes of a sentence that names no speaker: what stands alone in marks, or is long and closed."""
    text, last = finder.text, finder.speakers.last
    unsaid = UNSAID.search(finder.hidden, *sentence)
    if unsaid is not None and not inside:
        return [Quote(_trimmed(text, *sentence), "indirect", UNNAMED, None, (unsaid.start("cue"), unsaid.end("cue")))]
    made = []
    for pair in inside:
        alone = not text[sentence[0] : pair.outer[0]].strip() and not text[pair.outer[1] : sentence[1]].strip(" .,")
        said = text[pair.inner[0] : pair.inner[1]].strip()
        if text.count(said.rstrip(".,!?")) > 1:
            continue  # a pull quote, which repeats the body
        follows = last is not None and _closed(text, pair) and said[:1].isupper()
        if alone and (follows or _standalone(text, pair)):
            made.append(Quote(_inner(text, pair), "direct", last or UNNAMED, None, None))
        elif last is not None and len(said.split()) >= LONG and said[-1] in ".,!?" and not _titled(text, pair):
            made.append(Quote(pair.outer, "mixed", last, None, None))
    return made


def _inner(text: str, pair: Marked) -> Span:
    start, end = pair.inner
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _closed(text: str, pair: Marked) -> bool:
    """Return whether marked words end as a statement does: with a stop inside the marks, or right behind them."""
    said = text[pair.inner[0] : pair.inner[1]].rstrip()
    return bool(said) and (said[-1] in ".,?!…’'" or text[pair.outer[1] : pair.outer[1] + 1] in {".", ","})


def _direct(finder: Frames, sentence: Span, pair: Marked, found: Attribution, earlier: bool) -> bool:
    """Return whether marked words stand beside their attribution and not inside a clause.

    `earlier` says that a direct part of the sentence went before, which these words continue.
    """
    text = finder.text
    before = text[sentence[0] : pair.outer[0]].rstrip()
    if not _closed(text, pair):
        return pair in finder.pairs and not pair.closed and not before
    if not before:
        return text[pair.inner[1] - 1] in ".,?!…’'"
    beside = before[-1] in ",:" or found.cue[1] == sentence[0] + len(before)
    return beside and (earlier or text[pair.inner[0]].isupper() or text[pair.inner[0]] in "[…‘'")


def _clause_span(finder: Frames, sentence: Span, found: Attribution) -> Span:
    """Return the clause that a sentence attributes: behind the frame, or before it."""
    text = finder.text
    if not found.after:
        return _trimmed(text, sentence[0], found.frame[0])
    start = found.frame[1]
    rest = finder.hidden[start : sentence[1]]
    match = THAT_CLAUSE.match(rest)
    if match is None and text[found.cue[0] : found.cue[1]].lower().startswith("t"):
        match = TOLD.match(rest)
    return _trimmed(text, start + (match.end() if match else 0), sentence[1])


def _mixed_span(
    finder: Frames, sentence: Span, rest: list[Marked], found: Attribution, made: list[Quote]
) -> Span | None:
    """Return the attributed clause around marked words."""
    text = finder.text
    after = any(pair.outer[0] > found.frame[0] for pair in rest)
    if after:
        begin = max([found.frame[1], *(one.span[1] + 1 for one in made if one.span[1] <= rest[0].outer[0])])
        start, end = (
            _clause_span(finder, (sentence[0], sentence[1]), found)
            if begin == found.frame[1] and found.after
            else _trimmed(text, begin, sentence[1])
        )
    else:
        start, end = _trimmed(text, sentence[0], found.frame[0])
    last = rest[-1].outer[1]
    if last > end or text[end:last].strip(".,”\"’'") == "":
        end = max(end, last)
    return (start, end) if end - start > 5 else None
