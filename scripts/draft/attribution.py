"""Find where a sentence says who speaks: the speaker, the reporting word, and the side of the statement."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.draft.clauses import Sentence, Sentences
from scripts.draft.grammar import listed
from scripts.draft.marks import divided, hidden, marked
from scripts.draft.parties import Mentions
from scripts.draft.speakers import Speaker, Speakers
from scripts.draft.tokens import Line, Place
from scripts.draft.words import Span

OPINION = listed("attributions", "opinion")
OWNERS = listed("acts", "owners")
ENDS_MEDIUM = {",", ".", ";", "“", "V", "—", "–", ":", ")"}  # tags that end the phrase behind “according to”
FAR = 9  # words behind “in” among which the word for an opinion stands


@dataclass(frozen=True)
class Attribution:
    """Where a sentence says who speaks: the whole frame, the speaker's words (None: no words name them), and the cue.

    `after` says that the statement stands behind the frame, `bare` that it needs no “that”.
    """

    frame: Span
    speaker: Span | None
    speaker_id: str
    cue: Span
    after: bool
    bare: bool


def attribution(line: Line, places: tuple[Place, Place], who: Speaker, *, after: bool, bare: bool) -> Attribution:
    """Return an attribution by the places of its frame and of its cue."""
    frame, cue = places
    return Attribution(line.over(*frame), who[1], who[0], line.over(*cue), after=after, bare=bare)


class Frames:
    """Goes through a text sentence by sentence; remembers who spoke."""

    def __init__(self, text: str, mentions: Mentions, read: Sentences) -> None:
        self.text = text
        self.read = read
        self.pairs = sorted(marked(text), key=lambda pair: pair.outer)
        self.hidden = hidden(text, self.pairs)
        self.speakers = Speakers(text, mentions)
        self.spans = divided(text, self.hidden, self.pairs)

    def sentence(self, span: Span) -> Sentence:
        """Return the sentence at a span, its words in marks hidden."""
        plain = self.hidden[span[0] : span[1] + 1] == self.text[span[0] : span[1] + 1]
        return self.read.at(span) if plain else Sentence(self.hidden, span)


def by_phrases(line: Line, speakers: Speakers) -> Iterator[Attribution]:
    """Yield the attributions of a sentence by phrases: “according to X”, “in X's view”."""
    for i, token in enumerate(line.tokens):
        found = None
        if token.low == "according" and line.low[i + 1] == "to":
            found = _according(line, i, speakers)
        elif token.low in {"in", "by"} and line.low[i - 1] != "described":
            found = _in_view(line, i, speakers)
        if found is not None:
            yield found


def _in_view(line: Line, i: int, speakers: Speakers) -> Attribution | None:
    """Return the attribution by “in X's view”, “by his account”."""
    noun = next((j for j in range(i + 1, i + FAR) if line.low[j] in OPINION), None)
    if noun is None or not (line.low[noun - 1] == "'s" or line.low[noun - 1] in OWNERS):
        return None
    who = _owner(line, (i + 1, noun), speakers)
    if who is None:
        return None
    return attribution(line, ((i, noun + 1), (noun, noun + 1)), who, after=_first(line, i), bare=True)


def _owner(line: Line, place: Place, speakers: Speakers) -> Speaker | None:
    """Return whose view it is, by the words before the noun."""
    begin, noun = place
    word = line.low[noun - 1]
    if word == "'s":
        named = speakers.mentions.between(line.tokens[begin].span[0], line.tokens[noun - 2].span[1])
        return (named[-1].actor_id, named[-1].span) if named else None
    who = speakers.last_person if word in {"his", "her"} else speakers.last_body
    return (who, line.tokens[noun - 1].span) if who else None


def _according(line: Line, i: int, speakers: Speakers) -> Attribution | None:
    """Return the attribution by “according to” and the phrase behind it."""
    begin = end = i + 2
    while end < len(line.tokens) and line.tag[end] not in ENDS_MEDIUM:
        end += 1
    while end > begin and line.tag[end] == "V" and line.tag[end - 1] in {"M", "B", "H", "R", "S"}:
        end -= 1
    who = speakers.resolve(line, (begin, end))
    if who is None:
        return None
    return attribution(line, ((i, end), (i, begin)), who, after=_first(line, i), bare=True)


def _first(line: Line, i: int) -> bool:
    """Return whether a sentence begins at a place, but for marks, conjunctions and adverbs."""
    begin = next((j + 1 for j in range(i - 1, -1, -1) if line.low[j] in {":", ";"}), 0)
    return all(line.tag[j] in {"“", "C", "A", ","} for j in range(begin, i))
