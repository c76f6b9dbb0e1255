"""Say whether an act that a noun names happened: by its own words, by what governs it, by what is said of it."""

from scripts.draft.agents import Agents
from scripts.draft.clauses import Clause, Sentence
from scripts.draft.governors import governed
from scripts.draft.grammar import grammar, listed
from scripts.draft.status import FUTURE, LEADING
from scripts.draft.tokens import Place, Reading

KINDS = ("alleged", "possible", "planned", "proposed")
NOT_YET = listed("acts", "not_yet")
SAID_OF: dict[str, str] = grammar("said_of")
HAPPENING, LASTING = listed("acts", "happening"), listed("acts", "lasting")
FEARED = listed("acts", "feared")

Said = tuple[str | None, str | None]  # status (None: no act), and who accuses, denies or proposes


def noun_status(agents: Agents, sentence: Sentence, place: Place) -> Said:
    """Return the status of the act that a noun names; `place` is from the begin of its phrase to the noun.

    It is taken for granted, unless its own words, what governs it or what is said of it say otherwise.
    """
    begin, at = place
    denied = any(one.reading.base == "deny" and one.rest[0] <= begin < one.rest[1] for one in sentence.clauses)
    kind = "" if denied else _own(sentence, begin, at) or _governed(sentence, begin)
    if kind:
        return (None if kind == "nothing" else kind), None
    for clause in sentence.clauses:
        if clause.subject[0] <= at < clause.subject[1]:
            return _said_of(agents, sentence, clause)
    above = next((one for one in sentence.clauses if one.rest[0] <= begin < one.rest[1]), None)
    return _under(agents, sentence, above) if above is not None else ("occurred", None)


def _own(sentence: Sentence, begin: int, at: int) -> str:
    """Return the kind of an act by the words before its noun, empty where they say nothing of it."""
    inside = {sentence.low[i] for i in range(max(0, begin - 2), at)}
    found = next((kind for kind in KINDS if inside & listed("status", f"{kind}_words")), "")
    return found or ("nothing" if inside & listed("status", "none_words") else "")


def _governed(sentence: Sentence, begin: int) -> str:
    """Return the kind of an act by the word before its phrase (“the threat of sanctions”), empty where it says none."""
    tag = sentence.tag[begin - 1]
    word = sentence.low[begin - 1] if tag == "N" else sentence.low[begin - 2]
    kind = governed(word) if tag in {"P", "N"} and word not in NOT_YET else ""
    return kind if kind in {"nothing", "possible", "planned", "proposed", "denied"} else ""


def _said_of(agents: Agents, sentence: Sentence, clause: Clause) -> Said:
    """Return the status of an act that is the subject of a clause."""
    reading = clause.reading
    if reading.negated:
        return None, None
    if reading.passive and reading.base in SAID_OF:
        by = agents.by_phrase(sentence, clause)
        return SAID_OF[reading.base], by[0].actor_id if by else None
    if reading.base == "be":
        after = sentence.low[clause.at + 1]
        return "possible" if after in {"possible", "likely", "conceivable"} else _to_be(after), None
    return (_happening(reading) if reading.base in HAPPENING else "occurred"), None


def _to_be(after: str) -> str:
    return "planned" if after == "to" else "occurred"


def _happening(reading: Reading) -> str:
    """Return the status of an act that is said to go on or to take place."""
    if reading.modal:
        return "planned" if reading.modal in FUTURE else "possible"
    return "ongoing" if reading.lasting or reading.base in LASTING else "occurred"


def _under(agents: Agents, sentence: Sentence, above: Clause) -> Said:
    """Return the status of an act that is the object of a clause."""
    reading = above.reading
    if reading.base == "deny":
        who = agents.subject(sentence, above)
        return "denied", who[0].actor_id if who else None
    if reading.base in LEADING or reading.base in FEARED:
        return LEADING.get(reading.base, "possible"), None
    if reading.modal:
        return "possible", None
    return (None if reading.form == "infinitive" else "occurred"), None
