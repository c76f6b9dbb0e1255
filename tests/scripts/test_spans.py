"""Segments cover a window without gap or overlap, whatever lies over each other in it."""

from hypothesis import given
from hypothesis import strategies as st

from scripts.spans import Anchor, in_order, lines, segments

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=12)


def _rows(spans: list[tuple[int, int]]) -> list[Anchor]:
    return [Anchor("events", f"a2020-e{n:02}", start, start + length) for n, (start, length) in enumerate(spans)]


@given(SPANS, st.integers(0, 30), st.integers(1, 30))
def test_segments_tile_the_window_and_know_every_row_over_them(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    rows, window = _rows(spans), (start, start + length)
    made = list(segments(rows, window))
    assert [made[0].start, *(one.end for one in made)] == [*(one.start for one in made), window[1]]
    for one in made:
        assert set(one.rows) == {row for row in rows if row.start < one.end and one.start < row.end}
        assert all(row.start <= one.start and one.end <= row.end for row in one.rows)
    begun = [row for one in made for row in one.beginning]
    assert begun == [row for row in in_order(rows) if window[0] <= row.start < window[1]]
    ended = [row for one in made for row in one.ending]
    assert sorted(ended, key=rows.index) == [row for row in rows if window[0] < row.end <= window[1]]


def test_of_spans_that_begin_together_the_longer_is_the_outer_and_ends_last() -> None:
    outer, inner = Anchor("events", "a2020-e01", 0, 9), Anchor("quotes", "a2020-q01", 0, 4)
    first, second = segments([inner, outer], (0, 9))
    assert first.rows == first.beginning == (outer, inner)
    assert (first.ending, second.ending) == ((inner,), (outer,))


def test_lines_keep_their_numbers_and_offsets() -> None:
    assert list(lines("ab\n\n  \ncd")) == [(1, (0, 2)), (4, (7, 9))]
