"""Read a verb without auxiliary, or find that its word is a noun or an adjective."""

from scripts.draft.acts import intransitive, phrasal
from scripts.draft.grammar import ING, PARTICIPLE, PAST, THIRD, listed
from scripts.draft.lexicon import cues, times, verbs
from scripts.draft.tokens import Line, Reading
from scripts.draft.verb_forms import Form

BEFORE_PARTICIPLE = listed("verb_groups", "before_participle")
PLURAL_BEFORE = listed("verb_groups", "plural_before")
NEAR_COMMA = 14  # words before a reporting word in which a comma divides what is said
NAME = 5  # words of two names that “and” joins


def bare(form: Form) -> Reading | None:
    """Return how a verb without auxiliary is read; None where the word is a noun or an adjective."""
    if ING in form.kinds:
        return _gerund(form)
    if PAST in form.kinds or PARTICIPLE in form.kinds:
        return _past(form)
    if form.inside or form.tag_before in {"", "P"} or form.token.capital or _verb_follows(form):
        return None
    fits = _reports(form) or (_third(form) if THIRD in form.kinds else _plural(form))
    return form.finite(lasting=True) if fits else None


# ---- forms in -ing


def _gerund(form: Form) -> Reading | None:
    before, behind = form.before, form.tag_behind
    if before is not None and form.inside and before.low != "of" and (before.tag == "D" or behind in {"P", "N"}):
        return None
    if before is not None and before.tag == "N" and form.is_noun and behind == "N":
        return None
    a_noun = before is not None and before.tag == "N" and before.text[0].islower()
    if a_noun and behind in {"", ".", ",", "N"} and not form.leads:
        return None
    return Reading(form.base, form.i, "participle", negated=form.negated)


# ---- the present tense


def _reports(form: Form) -> bool:
    """Return whether a reporting word ends its sentence, or leads to “that”."""
    line, i = form.line, form.i
    if form.token.low not in cues():
        return False
    if line.low[i + 1] == "that":
        return True
    return form.tag_behind in {".", ""} and any(line.low[j] == "," for j in range(max(0, i - NEAR_COMMA), i))


def _third(form: Form) -> bool:
    """Return whether a form in -s is a verb, by its subject and its object."""
    before = form.before
    assert before is not None
    if form.is_noun:
        named = before.capital or before.tag == "R" or before.low == "that"
        if not ((named and form.leads) or (form.firm and before.tag == "N")):
            return False
    single = not before.low.endswith("s") or before.capital
    return single or before.tag in {"R", "S"}


def _plural(form: Form) -> bool:
    """Return whether a base form is a verb: behind a subject in the plural."""
    plural = (
        form.low_before in PLURAL_BEFORE
        or (form.tag_before == "N" and form.low_before.endswith("s"))
        or _joined_names(form.line, form.at)
    )
    return plural and form.tag_before != "V" and (form.firm or not form.is_noun)


def _verb_follows(form: Form) -> bool:
    """Return whether the verb of a word that may be its subject stands right behind it."""
    if form.tag_behind in {"M", "B", "H", "O"}:
        return True
    known = verbs().get(form.line.low[form.i + 1])
    return known is not None and all(PAST in kinds for _, kinds in known)


def _joined_names(line: Line, at: int) -> bool:
    """Return whether two names joined by “and” end at a place."""
    if not line.capital(at):
        return False
    joint = next((j for j in range(at, max(at - NAME, -1), -1) if line.low[j] == "and"), 0)
    return joint > 0 and line.tag[joint - 1] == "N" and line.capital(joint - 1)


# ---- forms in -ed


def _past(form: Form) -> Reading | None:
    """Read a form in -ed: past tense, passive participle (reduced), or an adjective (None)."""
    before, behind = form.tag_before, form.tag_behind
    if form.inside or (before == "P" and behind == "N"):
        return None
    after = form.line.behind_adverbs(form.i + 1)
    by = form.line.low[after] == "by"
    if PARTICIPLE in form.kinds and (PAST not in form.kinds or by) and before not in {"", "R"}:
        return Reading(form.base, form.i, "reduced", passive=True, negated=form.negated)
    opens = form.i == 0 and form.token.capital
    if PAST not in form.kinds or (opens and behind != "P"):
        return None
    if opens or (before in {"S", "P"} and form.low_before in BEFORE_PARTICIPLE):
        return Reading(form.base, form.i, "reduced", passive=True)
    if not _tense_shows(form, after) and _describes(form):
        return Reading(form.base, form.i, "reduced", passive=True, negated=form.negated)
    return form.finite()


def _tense_shows(form: Form, after: int) -> bool:
    """Return whether a form in -ed is past tense by what stands around it; `after` is the place behind its adverbs."""
    particle = form.low_behind in phrasal().get(form.base, ()) and form.line.begins_phrase(form.i + 2)
    return (
        particle
        or _dated(form.line, after)
        or form.leads
        or form.base in intransitive()
        or form.tag_behind == "S"
        or form.tag_before == "R"
    )


def _dated(line: Line, i: int) -> bool:
    """Return whether words of time stand at a place: “on Friday”, “in May”, “last week”."""
    if line.tag[i] == "P" and line.low[i] in {"on", "in", "at"}:
        i += 1
    return line.low[i] in times()


def _describes(form: Form) -> bool:
    """Return whether a form in -ed describes the noun before it: “a ship registered in Panama”."""
    return (
        form.tag_behind == "P"
        and PARTICIPLE in form.kinds
        and form.tag_before in {"N", "#", ","}
        and form.base not in listed("verbs", "other")
    )
