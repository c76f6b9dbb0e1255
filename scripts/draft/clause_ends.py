"""Find where a clause ends: at a stop, or where another clause begins."""

from scripts.draft.grammar import listed
from scripts.draft.lexicon import cues
from scripts.draft.tokens import BREAKS, VERBAL, Line

CUTTING = listed("clauses", "cutting")
ALWAYS_CUTTING = listed("clauses", "always_cutting")
BEHIND_COMMA = listed("clauses", "behind_comma") | CUTTING
FRAME = 9  # words of a short subject and its reporting word
NEAR, NEAR_JOINED = 14, 12  # words behind a conjunction among which a finite verb shows that it opens a clause


def rest_end(line: Line, i: int) -> int:
    """Return the place behind the last complement of the verb at a place."""
    depth = 0
    for at in range(i + 1, len(line.tokens)):
        low = line.low[at]
        if low in {"(", "["}:
            depth += 1
        elif low in {")", "]"}:
            depth -= 1
            if depth < 0:
                return at
        elif depth == 0 and _ends(line, i, at):
            return at
    return len(line.tokens)


def _ends(line: Line, i: int, at: int) -> bool:
    """Return whether the clause of the verb at `i` ends before a place."""
    low, tag = line.low[at], line.tag[at]
    if low in BREAKS:
        return True
    if low == ",":
        return _comma_ends(line, at)
    if tag == "C" or low == "then":
        return _joins_clause(line, at + 1)
    if low in CUTTING and at > i + 1:
        return low in ALWAYS_CUTTING or _verb_near(line, at + 1)
    return tag == "“" and line.low[at - 1] in {",", "."}


def _comma_ends(line: Line, at: int) -> bool:
    """Return whether a comma closes the clause before it."""
    after = at + 1
    low, tag = line.low[after], line.tag[after]
    if tag == "“":
        return False
    if tag == "C":
        return _joins_clause(line, after + 1)
    return low in BEHIND_COMMA or tag in VERBAL or tag == "A" or _frame(line, after)


def _frame(line: Line, at: int) -> bool:
    """Return whether a short subject and a verb, or a reporting word, stand at a place: “the ministry said”."""
    for j in range(at, min(at + FRAME, len(line.tokens))):
        if line.low[j] == ",":
            return False
        if line.low[j] in cues() or line.tag[j] in {"V", "B", "H", "M"}:
            return True
    return False


def _verb_near(line: Line, at: int) -> bool:
    """Return whether a finite verb follows a place before the next stop."""
    if line.form(at) in {"participle", "infinitive"}:
        return True
    for j in range(at, min(at + NEAR, len(line.tokens))):
        if line.low[j] in BREAKS:
            return False
        if line.tag[j] in {"M", "O", "B", "H"} or line.form(j) == "finite":
            return True
    return False


def _joins_clause(line: Line, at: int) -> bool:
    """Return whether a clause, and not one more noun of a list, follows a conjunction before a place."""
    if line.tag[line.behind_adverbs(at)] == "V" or line.tag[at] in {"M", "B", "H", "O"}:
        return True
    for j in range(at, min(at + NEAR_JOINED, len(line.tokens))):
        if line.low[j] in BREAKS or line.low[j] in {",", "and"}:
            return False
        if line.tag[j] in {"M", "O", "B", "H"}:
            return True
        if line.form(j) == "finite":
            return not any(line.low[k] in {"that", "which", "who"} for k in range(at, j))
    return False
