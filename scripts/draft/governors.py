"""Find the word that an infinitive or a gerund hangs on, and what it makes of their act."""

from functools import cache

from scripts.draft.grammar import listed
from scripts.draft.tokens import BREAKS, Line, Reading

KINDS = ("nothing", "denied", "alleged", "proposed", "planned", "possible", "ongoing", "done")
KNOWN = frozenset(word for kind in KINDS for word in listed("status", kind))
FAR, FAR_PARTICIPLE = 12, 6  # words before a verb among which its governor may stand


@cache
def governed(word: str) -> str:
    """Return what a governing word makes of the act behind it, empty where it says nothing of it."""
    return next((kind for kind in KINDS if word in listed("status", kind)), "")


def governor(line: Line, reading: Reading) -> int | None:
    """Return the place of the word that an infinitive or a participle hangs on, None where there is none."""
    at = reading.first - 1
    while line.tag[at] in {"A", "X", "“"}:
        at -= 1
    if reading.form == "participle" and line.tag[at] not in {"P", "V"} and line.low[at] not in KNOWN:
        denied = listed("status", "denied")
        return next((j for j in range(at, max(at - FAR_PARTICIPLE, -1), -1) if line.low[j] in denied), None)
    if line.low[at] == "and":
        return None
    for j in range(at, max(at - FAR, -1), -1):
        known = line.low[j] in KNOWN
        if known and (line.tag[j] != "P" or j == at):
            return j
        if _parts(line, j, at) or (line.tag[j] == "V" and j != at - 1 and not known):
            return None
    return None


def _parts(line: Line, j: int, at: int) -> bool:
    """Return whether a sign at a place divides it from a verb whose group begins behind `at`."""
    return line.low[j] in BREAKS or (line.low[j] == "," and j < at)
