"""Find who claims an act: who says it, who denies it, who accuses or asks."""

from bisect import bisect_right
from collections import defaultdict

from scripts.draft.agents import Agents
from scripts.draft.clauses import Clause, Sentence
from scripts.draft.governors import governed
from scripts.draft.speakers import UNNAMED
from scripts.draft.words import Span

Claim = tuple[Span, str]  # an attributed span, and its speaker


def by_sentence(spans: list[Span], claims: list[Claim]) -> dict[Span, list[Claim]]:
    """Return the claims that each sentence touches, in their order; `spans` are the sentences of a text, in order."""
    found: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        (start, end), _ = claim
        n = bisect_right(spans, start, key=lambda span: span[1])
        while n < len(spans) and spans[n][0] < end:
            found[spans[n]].append(claim)
            n += 1
    return found


def claimant(at: int, claims: list[Claim]) -> str | None:
    """Return whose words stand at an offset, None where they are the article's own."""
    return next((speaker for span, speaker in claims if span[0] <= at < span[1]), None)


def denier(agents: Agents, sentence: Sentence, clause: Clause) -> str | None:
    """Return who denies what a clause says, None where nobody does: “denies that its banks serve …”."""
    if clause.reading.form != "finite":
        return None
    above = next((one for one in sentence.clauses if one.at < clause.first and _denies(sentence, one)), None)
    if above is None or any(_parts(sentence, i) for i in range(above.at, clause.first)):
        return None
    return _first(agents, sentence, above)


def _denies(sentence: Sentence, clause: Clause) -> bool:
    return clause.reading.base == "deny" and sentence.low[clause.at + 1] == "that"


def _parts(sentence: Sentence, i: int) -> bool:
    """Return whether another statement begins at a place."""
    if sentence.low[i] == "and":
        return sentence.low[i + 1] in {"says", "said"}
    return sentence.low[i] in {";", "—"}


def accuser(agents: Agents, sentence: Sentence, clause: Clause) -> str | None:
    """Return who accuses, denies or asks in the clause that governs this one, None where none does."""
    above = clause.parent
    if above is None or clause.governor is None:
        return None
    if governed(sentence.low[clause.governor]) not in {"alleged", "denied", "proposed"}:
        return None
    if above.reading.passive:
        by = agents.by_phrase(sentence, above)
        return by[0].actor_id if by else UNNAMED
    return _first(agents, sentence, above)


def _first(agents: Agents, sentence: Sentence, clause: Clause) -> str:
    who = agents.subject(sentence, clause)
    return who[0].actor_id if who else UNNAMED
