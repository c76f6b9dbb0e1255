"""Rows of two codings are paired by their place alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.evaluate.matching import Span, exact, f1, overlap, pairs

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda t: (t[0], t[0] + t[1])), max_size=8)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([(0, 10)], [(0, 10)], [(0, 0)]),
        ([(0, 10)], [(5, 15)], []),
        ([(0, 10)], [(0, 20)], [(0, 0)]),
        ([(0, 10), (20, 30)], [(20, 31), (0, 9)], [(0, 1), (1, 0)]),
        ([(0, 10), (0, 12)], [(0, 12)], [(1, 0)]),
        ([(0, 10), (0, 10)], [(0, 10), (0, 10)], [(0, 0), (1, 1)]),
        ([], [(0, 10)], []),
    ],
)
def test_pairs(left: list[Span], right: list[Span], expected: list[tuple[int, int]]) -> None:
    assert pairs(left, right) == expected


@given(SPANS, SPANS)
def test_every_row_is_paired_once_at_most_and_well(left: list[Span], right: list[Span]) -> None:
    found = pairs(left, right)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert all(overlap(left[i], right[j]) >= 0.5 for i, j in found)
    assert exact(left, right) <= len(found)


@given(SPANS)
def test_a_coding_agrees_with_itself(spans: list[Span]) -> None:
    assert f1(exact(spans, spans), len(spans), len(spans)) == 1.0
    assert len(pairs(spans, spans)) == len(spans)
