"""Pair the rows of two codings by their place in the article, and nothing else."""

from collections import Counter
from collections.abc import Sequence

Span = tuple[int, int]  # 0-based, half-open, in code points
LEAST = 0.5


def overlap(one: Span, other: Span) -> float:
    """Return the characters that two spans share, as a part of all that they cover (Jaccard index, 0 to 1)."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    covered = max(one[1], other[1]) - min(one[0], other[0])
    return max(0, shared) / covered


def pairs(left: Sequence[Span], right: Sequence[Span], least: float = LEAST) -> list[tuple[int, int]]:
    """Pair spans one to one, those that share most first, as long as their overlap is at least `least`.

    Returns (index in left, index in right) in the order of left. Spans that are equally good pair in order.
    """
    found = [
        (-overlap(one, other), i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if overlap(one, other) >= least
    ]
    taken: dict[int, int] = {}
    for _, i, j in sorted(found):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return sorted(taken.items())


def exact(left: Sequence[Span], right: Sequence[Span]) -> int:
    """Return how many spans of one coding stand in the other, character for character."""
    return (Counter(left) & Counter(right)).total()


def f1(matched: int, left: int, right: int) -> float:
    """Return the F1 score of `matched` spans out of two codings' numbers of spans; 1 where both have none."""
    return 2 * matched / (left + right) if left + right else 1.0
