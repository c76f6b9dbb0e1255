"""Two texts of one file line by line: where they differ, and how."""

import difflib
from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile

from scripts.problem import Problem, counted, problem, shown

BEFORE = 20  # characters of a line that are shown before its difference
MOST = 20  # lines of one file that are told
CLOSELY = 2_000  # lines of a changed part in which each line counts; in a longer one those that recur do not
MOST_ALIGNED = 20_000  # lines of a changed part that are aligned; a longer one is compared line by line

Pair = tuple[int, str | None, str | None]  # line, what is there, what should be there


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many lines two lists have in common at their beginnings."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def differing(given: str, right: str) -> Iterator[Pair]:
    r"""Yield (line, what is there, what should be there) for each line that differs; None is no line.

    >>> list(differing("a\nB\nc\n", "a\nb\nc\nd\n"))
    [(2, 'B', 'b'), (4, None, 'd')]
    """
    there, should = given.split("\n"), right.split("\n")
    head = _alike(there, should)
    there, should = there[head:], should[head:]
    tail = _alike(there[::-1], should[::-1])
    there, should = there[: len(there) - tail], should[: len(should) - tail]
    blocks = [("replace", 0, len(there), 0, len(should))]
    longer = max(len(there), len(should))
    if longer <= MOST_ALIGNED:
        blocks = [*difflib.SequenceMatcher(None, there, should, autojunk=longer > CLOSELY).get_opcodes()]
    for kind, a, b, c, d in blocks:
        for offset in range(max(b - a, d - c)) if kind != "equal" else ():
            mine = there[a + offset] if a + offset < b else None
            its = should[c + offset] if c + offset < d else None
            if mine != its:
                yield head + min(a + offset, b) + 1, mine, its


def as_problems(file: str, field: str, pairs: Iterable[Pair], code: str) -> list[Problem]:
    """Return a problem for each line that differs: the first MOST, then a count. Lines lacking at one place are one."""
    problems: list[Problem] = []
    more, first = 0, 0
    for line, run in groupby(pairs, key=lambda pair: pair[0]):
        [(_, there, right), *others] = run
        if len(problems) < MOST:
            also = f" and {counted(len(others), 'line')} more" if others else ""
            problems.append(problem(code, file, line, field, how=f"{_said(there, right)}{also}"))
        else:
            more, first = more + 1, first or line
    if more:
        how = counted(more, "more line differs", "more lines differ")
        problems.append(problem(code, file, first, field, how=how))
    return problems


def _said(there: str | None, right: str | None) -> str:
    """Return how a line differs; of two long lines what is shown begins a little before their difference."""
    if there is None:
        return f"lacks the line {shown(right)}" if right else "lacks a line break at its end"
    if right is None:
        return f"has the line {shown(there)}, which does not belong there" if there else "is a blank line"
    at = _first_difference(there, right)
    return f"has {shown(there[at:])} where the build writes {shown(right[at:])}"


def _first_difference(there: str, right: str) -> int:
    """Return where to begin to show two lines: at their beginning, or a little before a difference that is far on."""
    at = next((at for at, pair in enumerate(zip(there, right, strict=False)) if pair[0] != pair[1]), 0)
    return at - BEFORE if at > 2 * BEFORE else 0
