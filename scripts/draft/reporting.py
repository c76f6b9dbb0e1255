"""Find attributions by a reporting verb: “X said”, “said X, a manager of Y”."""

import re
from collections.abc import Iterator

from scripts.draft.attribution import Attribution, attribution
from scripts.draft.clauses import Clause, Sentence
from scripts.draft.grammar import listed
from scripts.draft.lexicon import cues
from scripts.draft.speakers import Speaker, Speakers
from scripts.draft.tokens import Line
from scripts.draft.words import any_of, words

BARE = frozenset(words("reporting")["bare"])
PHRASE = re.compile(rf"(?<![\w-])(?P<cue>{any_of([cue for cue in cues() if ' ' in cue])})(?![\w-])")
CIRCUMSTANCE = listed("attributions", "circumstance")
NAME_CLOSES = (CIRCUMSTANCE | {"who"}) - {"that"}
TELLING = listed("attributions", "telling")
TOLD = listed("attributions", "told")
HEARERS = listed("attributions", "hearers")
PRONOUNS = listed("attributions", "inverted_pronouns")
FAR = 14  # words behind a reporting word among which “that” begins what is said


def by_verbs(sentence: Sentence, speakers: Speakers) -> Iterator[Attribution]:
    """Yield the attributions of a sentence by its reporting verbs."""
    for clause in sentence.clauses:
        found = _by_verb(sentence, clause, speakers)
        if found is not None:
            yield found


def _by_verb(sentence: Sentence, clause: Clause, speakers: Speakers) -> Attribution | None:
    last, reading = _cue_end(sentence, clause.at), clause.reading
    if last is None or reading.negated or reading.passive or reading.modal or reading.form == "reduced":
        return None
    if reading.form == "infinitive" and (clause.parent is None or clause.parent.reading.base not in TELLING):
        return None
    behind = reading.first == 0 or sentence.tag[reading.first - 1] in {"“", ","}
    found = _inverted(sentence, clause, last, speakers) if behind and reading.form == "finite" else None
    return found or _straight(sentence, clause, last, speakers)


def _cue_end(sentence: Sentence, at: int) -> int | None:
    """Return the last place of the reporting word that begins at a place, None where there is none."""
    tokens = sentence.tokens
    match = PHRASE.match(sentence.text, tokens[at].span[0], tokens[-1].span[1])
    if match is not None:
        return next(i for i in range(at, len(tokens)) if tokens[i].span[1] >= match.end())
    return at if tokens[at].low in cues() else None


# ---- said X


def _inverted(sentence: Sentence, clause: Clause, last: int, speakers: Speakers) -> Attribution | None:
    """Return the attribution by a reporting word and its subject behind it."""
    begin = last + 1
    end = _apposition(sentence, begin, _name_end(sentence, begin), speakers)
    if sentence.low[clause.at] in TOLD or not _name_closes(sentence, begin, end):
        return None
    who = speakers.resolve(sentence, (begin, end))
    if who is None:
        return None
    return attribution(sentence, ((clause.at, end), (clause.at, begin)), who, after=False, bare=True)


def _name_end(line: Line, begin: int) -> int:
    """Return the place behind the noun phrase that begins at a place."""
    end = begin
    while (
        line.tag[end] in {"N", "D", "R", "'s"}
        or (end > begin and line.low[end] in {"of", "for"})
        or _joins_capitals(line, end)
    ):
        end += 1
    return end


def _joins_capitals(line: Line, at: int) -> bool:
    """Return whether “and” joins two words of one name: “Terrorism and Financial Intelligence”."""
    return line.low[at] == "and" and line.capital(at - 1) and line.capital(at + 1)


def _apposition(line: Line, begin: int, end: int, speakers: Speakers) -> int:
    """Return the place behind a person's name that follows an office: “said the minister, Ana Orlo”."""
    if line.tag[end] != "," or end + 1 >= len(line.tokens):
        return end
    start, persons = line.tokens[end + 1].span[0], speakers.mentions.persons_at
    if start not in persons or any(line.tokens[i].span[0] in persons and line.capital(i) for i in range(begin, end)):
        return end
    [person] = speakers.mentions.between(start, start + 1)
    return next((i + 1 for i in range(end, len(line.tokens)) if line.tokens[i].span[1] >= person.span[1]), end)


def _name_closes(line: Line, begin: int, end: int) -> bool:
    """Return whether words behind a reporting word are its subject: what follows them is no part of a clause."""
    closes = line.tag[end] in {",", ".", ";", "", "“", ":"} or line.low[end] in NAME_CLOSES
    if end == begin or not closes or line.tag[end] == "V":
        return False
    if line.tag[begin] == "R" and end - begin == 1 and line.low[begin] not in PRONOUNS:
        return False
    return line.low[begin] != "that" and line.low[end - 1] not in HEARERS


# ---- X said


def _straight(sentence: Sentence, clause: Clause, last: int, speakers: Speakers) -> Attribution | None:
    """Return the attribution by a subject and a reporting verb behind it."""
    who = _subject(sentence, clause, speakers)
    if who is None:
        return None
    first, tag = clause.first, sentence.tag[last + 1]
    before = sentence.tag[first - 1] in {",", "“"}
    ends = tag in {".", "", ";", ","} or (tag == "“" and before)
    ends |= tag != "“" and sentence.low[last + 1] in CIRCUMSTANCE and not _that_follows(sentence, last + 1)
    medial = (
        before and tag == "," and not sentence.low[last + 2].endswith("ing") and len(sentence.tokens) - last > first
    )
    bare = medial or " ".join(sentence.low[i] for i in range(clause.at, last + 1)) in BARE
    place = (first, last + 1)
    return attribution(sentence, (place, (clause.at, last + 1)), who, after=medial or not (before and ends), bare=bare)


def _subject(sentence: Sentence, clause: Clause, speakers: Speakers) -> Speaker | None:
    """Return the speaker whom the subject of a clause means, or that of the clause it leans on."""
    holder = clause.holder()
    return speakers.resolve(sentence, holder.subject) if holder is not None else None


def _that_follows(line: Line, at: int) -> bool:
    """Return whether “that” stands at a place or follows it."""
    return any(line.low[i] == "that" for i in range(at, at + FAR))
