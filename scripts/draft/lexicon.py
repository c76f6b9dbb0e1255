"""What a word can be: the classes of words, the forms of the verbs that are known, and those that are nouns as well."""

import calendar
from functools import cache

from scripts.draft.acts import bases, nouns
from scripts.draft.grammar import ING, PAST, THIRD, grammar, listed, verb_forms
from scripts.draft.words import words

TAGS = {
    "adverb": "A",
    "subordinator": "S",
    "preposition": "P",
    "determiner": "D",
    "coordinator": "C",
    "negator": "X",
    "pronoun": "R",
    "object_pronoun": "R",
    "modal": "M",
    "do": "O",
    "have": "H",
    "be": "B",
}  # of words in several of the classes the last one counts
ALWAYS = {"that": "S", "her": "D", "his": "D", "no": "D", "since": "S", "as": "S", "not": "X", "n't": "X"}


@cache
def classes() -> dict[str, str]:
    """Return the tags of the words of closed classes."""
    return {word: tag for name, tag in TAGS.items() for word in grammar("classes")[name]} | ALWAYS


@cache
def verbs() -> dict[str, list[tuple[str, set[str]]]]:
    """Return form -> (base, what the form can be) in order, of every verb that is known."""
    found: dict[str, dict[str, set[str]]] = {}
    for base in {*bases(), *grammar("verbs")["other"]}:
        for form, kinds in verb_forms(base).items():
            found.setdefault(form, {})[base] = kinds
    for form in {cue.split()[0] for cue in cues()}:
        if form.isalpha() and form not in found and form not in classes():
            found[form] = {form: {ING} if form.endswith("ing") else {THIRD} if form.endswith("s") else {PAST}}
    return {form: sorted(readings.items()) for form, readings in found.items()}


@cache
def nouns_too() -> frozenset[str]:
    """Return verbs' forms that are nouns as well."""
    named: frozenset[str] = frozenset(word for name in grammar("nouns").values() for word in name)
    return named | nouns() | listed("verbs", "nouns_too")


@cache
def cues() -> frozenset[str]:
    """Return the words that report speech, in the forms of finite use."""
    return frozenset({*words("reporting")["bare"], *words("reporting")["that"]})


@cache
def times() -> frozenset[str]:
    """Return words that begin an expression of time behind a verb: days, months, “last”."""
    days = (name.lower() for name in (*calendar.day_name, *calendar.month_name) if name)
    return listed("verb_groups", "times").union(days)
