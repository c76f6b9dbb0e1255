"""Say whether an act happened: its status by tense, modality, negation, and by what governs it."""

from scripts.draft.clauses import Clause, Sentence
from scripts.draft.governors import governed
from scripts.draft.grammar import grammar, listed

FUTURE, COULD, OUGHT = (listed("classes", name) for name in ("future", "could", "ought"))
LEADING: dict[str, str] = grammar("leading")
NOTHING = "nothing"  # the words say of no act that it happened, or will
HAPPENED = {"occurred", "ongoing"}
NEAR = 3  # words around a verb among which one says how certain its act is


def status(sentence: Sentence, clause: Clause, *, claimed: bool) -> str:
    """Return the status that the words of a clause give its act, `nothing` where they give none.

    `claimed` says that somebody else's words report it, so that a negation denies.
    """
    reading = clause.reading
    found = _own(sentence, clause, claimed=claimed)
    if found in HAPPENED and clause.conditional:
        found = "possible"
    if found in HAPPENED and reading.base in LEADING and not reading.passive:
        found = LEADING[reading.base]
    if reading.negated or _none(sentence, clause):
        return "denied" if claimed or found == "denied" else NOTHING
    near = range(max(0, clause.first - NEAR), min(clause.rest[1], reading.first + NEAR + 1))
    said = {sentence.low[i] for i in near}
    if found in HAPPENED and said & listed("status", "alleged_words"):
        return "alleged"
    if found in {"planned", *HAPPENED} and said & listed("status", "possible_words"):
        return "possible"
    return found


def _none(sentence: Sentence, clause: Clause) -> bool:
    """Return whether “no” denies the subject or the object: “no aircraft struck”, “recalled no ambassador”."""
    if clause.has_subject and sentence.low[clause.subject[0]] in listed("status", "none_subjects"):
        return True
    after = clause.at + 1
    return sentence.low[after] == "no" and sentence.low[after + 1] not in listed("status", "not_less")


# ---- by tense and modality


def _own(sentence: Sentence, clause: Clause, *, claimed: bool) -> str:
    """Return the status by the verb itself, or by what it leans on."""
    reading = clause.reading
    if reading.form in {"infinitive", "participle"} or clause.governor is not None:
        return _leaning(sentence, clause, claimed=claimed)
    modal = _modal(sentence, clause, claimed=claimed)
    if modal:
        return modal
    if _shares_modal(sentence, clause) and clause.parent is not None:
        return status(sentence, clause.parent, claimed=claimed)
    return "ongoing" if reading.lasting else "occurred"


def _modal(sentence: Sentence, clause: Clause, *, claimed: bool) -> str:
    """Return the status by a modal, empty where there is none."""
    reading = clause.reading
    if reading.modal in {"would", "wouldn't"}:
        if any(token.low in {"if", "unless"} for token in sentence.tokens):
            return "possible"
        return "planned" if claimed and not reading.perfect and not clause.conditional else "possible"
    kinds = ((FUTURE, "planned"), (COULD, "possible"), (OUGHT, "proposed"))
    return next((kind for modals, kind in kinds if reading.modal in modals), "")


def _shares_modal(sentence: Sentence, clause: Clause) -> bool:
    """Return whether a verb without a subject shares the modal of the one before: “will meet and sign”."""
    if clause.parent is None or clause.has_subject or clause.reading.form != "finite":
        return False
    above = clause.parent.reading
    base_form = sentence.low[clause.at] == clause.reading.base
    return bool(above.modal) and base_form and not (clause.reading.passive or clause.reading.perfect)


# ---- by what governs it


def _leaning(sentence: Sentence, clause: Clause, *, claimed: bool) -> str:
    """Return the status of an infinitive or a gerund: by what governs it, else by the clause it leans on."""
    above = clause.parent
    if clause.governor is None:
        if clause.reading.form == "infinitive" and sentence.low[clause.reading.first - 1] not in {"and", "or"}:
            return _to_be(sentence, clause)
        return status(sentence, above, claimed=claimed) if above is not None else "possible"
    word = sentence.low[clause.governor]
    kind = governed(word)
    if kind in {"done", ""}:
        found = status(sentence, above, claimed=claimed) if above is not None else "occurred"
        return "occurred" if word in {"for", "after", "since"} and found != NOTHING else found
    if kind != NOTHING and above is not None and above.at == clause.governor:
        return _under(sentence, above, kind, claimed=claimed)
    return kind


def _under(sentence: Sentence, above: Clause, kind: str, *, claimed: bool) -> str:
    """Return the status of an infinitive or a gerund under a verb that makes its act of a kind."""
    if above.reading.negated:
        return "denied" if claimed or kind == "denied" else NOTHING
    if kind == "ongoing":
        found = status(sentence, above, claimed=claimed)
        return "ongoing" if found == "occurred" else found
    if above.reading.modal in COULD or above.conditional:
        return "possible"
    return "proposed" if kind == "planned" and above.reading.modal in OUGHT else kind


def _to_be(sentence: Sentence, clause: Clause) -> str:
    """Return planned for “is to visit”, nothing for an infinitive that says what something is for."""
    before = clause.reading.first - 1
    is_to = sentence.tag[before] == "B" and sentence.low[before] in {"is", "are", "was", "were"}
    return "planned" if is_to else NOTHING
