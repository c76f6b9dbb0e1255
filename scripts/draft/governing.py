"""Choose the attributions that govern a sentence, of all that it may have."""

import re

from scripts.draft.attribution import Attribution, Frames, by_phrases
from scripts.draft.clauses import Sentence
from scripts.draft.grammar import listed
from scripts.draft.marks import Marked
from scripts.draft.reporting import CIRCUMSTANCE, by_verbs
from scripts.draft.words import Span, any_of, words

CLAUSE_SUBJECTS = listed("attributions", "clause_subjects")
NO_CLAUSE = CIRCUMSTANCE | listed("attributions", "no_clause")
NAMING = listed("attributions", "naming")
NEAR = 14  # words of what is said among which its verb stands
SHORTEST = 3  # words of a clause
TO_WHOM = (
    rf"(?:\s+(?:{any_of(words('reporting')['hearers'])}"
    rf"|(?:the\s+|an?\s+)?[a-z]+\s+{any_of(words('reporting')['hearings'])}"
    r"|(?:the\s+)?[A-Z][\w.]*(?:\s+[A-Z]\w*){0,3}(?:’s\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)?))?"
)
WHEN = (
    r"(?:\s+\w+ly)?(?:,?\s+(?:on|in|at|to|during|last|earlier|late|this|via|through|when|while|with|again)"
    r"\s[^;:]{0,110}?,?)?"
)
THAT_CLAUSE = re.compile(rf"{TO_WHOM}{WHEN}\s+that\s+(?!(?:time|day|same|week|month|year|point|moment)\b)")
TOLD_WHOM = re.compile(rf"{TO_WHOM}(?:\s+(?:on|in|last|at)\s[^,.;]{{0,60}})?,?\s+(?=[A-Za-z])")
NAMED = re.compile(
    r"\s+(?:the|this|it|them|him|her|its|their|earlier|such|these|those|[A-Z][\w’]+)\s+(?!off\b)[^,.;]{4,}"
)


def governing(finder: Frames, span: Span, inside: list[Marked]) -> list[Attribution]:
    """Return the attributions that govern a sentence, in order: one, or several that “and” or “but” joins.

    `inside` are its words in marks. Whom the sentence is about is remembered for the next ones.
    """
    sentence = finder.sentence(span)
    candidates = [*by_phrases(sentence, finder.speakers), *by_verbs(sentence, finder.speakers)]
    finder.speakers.opening(sentence)
    found = _chosen(finder, span, candidates) if inside else _fitting(finder, span, sentence, candidates)
    if found is None or not found.after:
        return [found] if found is not None else []
    joined = [found]
    for one in candidates:
        rest = finder.hidden[one.frame[1] : span[1]]
        lead = finder.hidden[span[0] : one.frame[0]].rstrip().rsplit(" ", 1)[-1].strip(",")
        says = THAT_CLAUSE.match(rest) or (one.bare and _clause_behind(sentence, one.frame[1]))
        if one.frame[0] > joined[-1].frame[1] and one.after and lead in {"and", "but"} and says:
            joined.append(one)
    return joined


def _by_medium(finder: Frames, one: Attribution) -> bool:
    return finder.text[one.cue[0] : one.cue[1]].lower() == "according to"


def _closing(span: Span, spoken: list[Attribution]) -> Attribution | None:
    """Return the last attribution that stands behind its statement, and not in the first third of the sentence."""
    far = span[0] + (span[1] - span[0]) // 3
    return next((one for one in reversed(spoken) if not one.after and one.frame[0] > far), None)


def _chosen(finder: Frames, span: Span, candidates: list[Attribution]) -> Attribution | None:
    """Return the attribution that governs a sentence with words in marks."""
    spoken = [one for one in candidates if not _by_medium(finder, one)]
    return _closing(span, spoken) or next(iter(spoken or candidates), None)


def _fitting(finder: Frames, span: Span, sentence: Sentence, candidates: list[Attribution]) -> Attribution | None:
    """Return the attribution that governs a sentence without marks: the first behind which stands what is said."""
    closing = _closing(span, [one for one in candidates if not _by_medium(finder, one)])
    if closing is not None:
        return closing
    for one in candidates:
        rest = finder.hidden[one.frame[1] : span[1]]
        if _by_medium(finder, one):
            return one
        if finder.text[one.cue[0] : one.cue[1]] in NAMING:
            if one.after and NAMED.match(rest):
                return one
        elif not one.after or THAT_CLAUSE.match(rest) or (one.bare and _clause_behind(sentence, one.frame[1])):
            return one
    return None


def _clause_behind(sentence: Sentence, behind: int) -> bool:
    """Return whether words behind an offset look like a clause: a subject and, soon, a finite verb."""
    tokens = sentence.tokens
    first = next((i for i, token in enumerate(tokens) if token.span[0] >= behind and token.tag != ","), len(tokens))
    if len(tokens) - first < SHORTEST:
        return False
    near = range(first, min(first + NEAR, len(tokens)))
    if sentence.low[first] in CLAUSE_SUBJECTS:
        return True
    if sentence.low[first] in NO_CLAUSE and not any(sentence.low[i] == "that" for i in near):
        return False
    return any(sentence.tag[i] in {"M", "B", "H", "O"} or sentence.form(i) in {"finite", "reduced"} for i in near[1:])
