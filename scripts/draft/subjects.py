"""Find the subject of a verb: the noun phrase before it, or farther off where words are put between."""

from scripts.draft.grammar import listed
from scripts.draft.tokens import BREAKS, Line, Place

BEFORE_VERB = listed("clauses", "before_verb")
PRONOUNS = listed("classes", "subject_pronoun")
INSERT = 30  # words of what two commas put between a subject and its verb
LIST = 14  # words before a conjunction among which a verb shows that it joins clauses


def subject(line: Line, first: int) -> Place:
    """Return the place of the subject of a verb group that begins at `first`; an empty one where it has none."""
    end = first
    while line.tag[end - 1] in {"A", "X"}:
        end -= 1
    if line.low[end - 1] in BEFORE_VERB:
        return _subject_behind(line, end)
    return phrase_start(line, end), end


def _subject_behind(line: Line, end: int) -> Place:
    """Return the subject of a relative clause, or of one that a comma or a conjunction divides from it."""
    low = line.low[end - 1]
    if low in {"which", "who", "that"}:
        stop = end - 1
        if line.low[stop - 1] == ",":
            stop -= 1
        if line.tag[stop - 1] in {"N", "#", ")"}:
            return phrase_start(line, stop, relative=True), stop
        return end - 1, end
    if low == ",":
        return _before_insert(line, end - 1)
    return end, end


def _before_insert(line: Line, comma: int) -> Place:
    """Return the subject before words that two commas divide from the verb, or an empty place."""
    for j in range(comma - 1, max(comma - INSERT, -1), -1):
        if line.low[j] in BREAKS or line.tag[j] == "“":
            break
        if line.low[j] == ",":
            begin = phrase_start(line, j) if line.tag[j - 1] in {"N", ")", "#", "."} else j
            if begin < j and line.tag[begin] != "P":
                return begin, comma
            break
    return comma + 1, comma + 1


def phrase_start(line: Line, end: int, *, relative: bool = False) -> int:
    """Return where the noun phrase that ends before a place begins; `relative`: a relative clause follows it."""
    if line.low[end - 1] in PRONOUNS:
        return end - 1
    begin = end
    while begin > 0 and not _bounds(line, begin - 1, end, relative=relative):
        begin -= 1
        if relative and line.tag[begin] == "P" and line.low[begin] != "of":
            begin = end
            break
    while begin < end and (line.tag[begin] in {"A", "C", ","} or line.low[begin] == "'s"):
        begin += 1
    return begin


def _bounds(line: Line, at: int, end: int, *, relative: bool) -> bool:
    """Return whether the word at a place cannot belong to the noun phrase that ends at `end`."""
    tag, low = line.tag[at], line.low[at]
    if low in BREAKS or tag in {"S", "“", "M", "B", "H", "O"} or low in {"which", "who"}:
        return True
    if tag == "V":
        return not _attributive(line, at) and (relative or line.form(at) != "reduced")
    if low == ",":
        return not _listed(line, at, end)
    return tag == "C" and not _joins_nouns(line, at)


def _attributive(line: Line, at: int) -> bool:
    """Return whether a form in -ing describes the noun behind it: “the ruling party”."""
    return line.form(at) == "participle" and line.tag[at - 1] in {"D", "N"}


def _listed(line: Line, comma: int, end: int) -> bool:
    """Return whether a comma divides the items of a list, or opens an apposition, of a subject."""
    after = comma + 1
    if line.tag[after] == "C":
        return _joins_nouns(line, after)
    if line.tag[comma - 1] not in {"N", "#", ")"} or not (line.capital(comma - 1) and line.capital(after)):
        return False
    return any(line.tag[j] == "C" for j in range(after, end))


def _joins_nouns(line: Line, at: int) -> bool:
    """Return whether a conjunction joins two noun phrases, and not two clauses."""
    for j in range(at - 1, max(at - LIST, -1), -1):
        if line.low[j] in BREAKS or line.tag[j] == "S":
            break
        if line.tag[j] in {"M", "B", "H", "O"} or line.form(j) not in {"", "reduced"}:
            return False
    return line.tag[at - 1] in {"N", "#", ",", ")", "'s"} and line.low[at] in {"and", "or", "nor"}
