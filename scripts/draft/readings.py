"""Read the verbs of a sentence in their groups: behind auxiliaries and “to”, or alone."""

from collections.abc import Callable
from dataclasses import replace

from scripts.draft.bare_verbs import bare
from scripts.draft.grammar import BASE, ING, PARTICIPLE, PAST, listed
from scripts.draft.lexicon import verbs
from scripts.draft.tokens import Line, Reading
from scripts.draft.verb_forms import Form

PRESENT_BE = listed("classes", "present_be")


def read_verbs(line: Line) -> None:
    """Read the verbs of a sentence: give their tokens the tag V, and these and “be” their readings."""
    known = verbs()
    for i, token in enumerate(line.tokens):
        if token.tag == "N" and token.low in known and (not token.capital or not i or line.tag[i - 1] == "“"):
            reading = _reading(line, i)
            if reading is not None:
                line.read(i, reading)
    _read_be(line)


def _reading(line: Line, i: int) -> Reading | None:
    """Return how the verb at a place is read: as the first of the verbs that fits, None where none does."""
    at, negated = line.before(i)
    for base, kinds in verbs()[line.low[i]]:
        form = Form(line, i, base, kinds, at, negated)
        reading = _grouped(form) or bare(form)
        if reading is not None:
            return reading
    return None


# ---- behind an auxiliary or “to”


def _grouped(form: Form) -> Reading | None:
    before = form.before
    if before is None:
        return None
    read_behind = BEHIND.get("to" if before.low == "to" else before.tag)
    if read_behind is None:
        return None
    negated = form.negated or before.low.endswith("n't") or before.low == "cannot"
    return read_behind(form, negated)


def _behind_modal(form: Form, negated: bool) -> Reading | None:
    if BASE not in form.kinds:
        return None
    return Reading(form.base, form.at, "finite", modal=form.line.low[form.at], negated=negated)


def _behind_do(form: Form, negated: bool) -> Reading | None:
    if BASE not in form.kinds:
        return None
    return Reading(form.base, form.at, "finite", negated=negated, lasting=form.line.low[form.at] in {"do", "does"})


def _behind_to(form: Form, negated: bool) -> Reading | None:
    line, at = form.line, form.at
    a_noun = (
        form.base in listed("verb_groups", "nouns_behind_to")
        and form.is_noun
        and form.tag_behind in {"", ".", ",", "P"}
        and line.tag[at - 1] == "N"
    )
    if BASE not in form.kinds or a_noun:
        return None
    return Reading(form.base, at, "infinitive", negated=negated or line.tag[at - 1] == "X")


def _behind_have(form: Form, negated: bool) -> Reading | None:
    if not {PARTICIPLE, PAST} & form.kinds:
        return None
    return _with_modal(form.line, form.at, Reading(form.base, form.at, "finite", negated=negated, perfect=True))


def _behind_be(form: Form, negated: bool) -> Reading | None:
    if not {PARTICIPLE, ING} & form.kinds:
        return None
    lasting = ING in form.kinds
    found = Reading(form.base, form.at, "finite", passive=not lasting, negated=negated, lasting=lasting)
    return _with_have(form.line, form.at, found)


BEHIND: dict[str, Callable[[Form, bool], Reading | None]] = {
    "M": _behind_modal,
    "O": _behind_do,
    "to": _behind_to,
    "H": _behind_have,
    "B": _behind_be,
}


def _with_have(line: Line, at: int, reading: Reading) -> Reading:
    """Add to a reading what stands before “be”, which is at a place: have, a modal, “to”."""
    before, negated = line.before(at)
    plain = Reading(reading.base, before, "finite", reading.passive, negated=negated or reading.negated)
    be, lead = line.low[at], "to" if line.low[before] == "to" else line.tag[before]
    if be == "being":
        return replace(plain, lasting=True) if lead == "B" else replace(plain, first=at, form="participle")
    if be == "been" and lead == "H":
        return _with_modal(line, before, replace(plain, lasting=reading.lasting, perfect=True))
    if be == "be" and lead == "M":
        return replace(plain, modal=line.low[before])
    if be == "be" and lead == "to":
        return replace(plain, form="infinitive")
    return replace(plain, first=at, lasting=be in PRESENT_BE and (reading.lasting or reading.passive))


def _with_modal(line: Line, at: int, reading: Reading) -> Reading:
    """Add to a reading what stands before “have”, which is at a place: a modal or “to”."""
    before, negated = line.before(at)
    if line.low[before] == "to":
        return replace(reading, first=before, form="infinitive", modal="", lasting=False)
    negated |= reading.negated
    if line.tag[before] == "M":
        return replace(
            reading, first=before, form="finite", modal=line.low[before], negated=negated, lasting=False, perfect=True
        )
    form = "participle" if line.low[at] == "having" else reading.form
    return replace(reading, first=at, form=form, modal="", negated=negated)


# ---- be


def _read_be(line: Line) -> None:
    """Read “be” where it is no auxiliary, so that what it says of its subject has a clause."""
    verbs_read = [(i, token.verb) for i, token in enumerate(line.tokens) if token.verb is not None]
    taken = {j for i, verb in verbs_read for j in range(verb.first, i)}
    for i, token in enumerate(line.tokens):
        if token.tag == "B" and i not in taken and token.low not in listed("classes", "passive_get"):
            token.verb = _be(line, i)


def _be(line: Line, i: int) -> Reading:
    before, negated = line.before(i)
    low = line.low[i]
    negated |= low.endswith("n't") or line.tag[i + 1] == "X"
    if line.tag[before] == "M":
        return Reading("be", before, "finite", modal=line.low[before], negated=negated)
    if line.low[before] == "to":
        return Reading("be", before, "infinitive", negated=negated)
    if line.tag[before] == "H":
        return Reading("be", before, "finite", negated=negated, perfect=True)
    form = "participle" if low == "being" else "finite"
    return Reading("be", i, form, negated=negated, lasting=low in PRESENT_BE)
