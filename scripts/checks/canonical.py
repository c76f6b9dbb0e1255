"""Tell from the bytes of a CSV file whether it is written as the build writes it, without writing it again."""

import numpy as np
import numpy.typing as npt

COMMA, NEWLINE, QUOTE = b',\n"'
IS_MARK = bytes(byte in {COMMA, NEWLINE, QUOTE} for byte in range(256))
Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]


def _rightly_quoted(at: Places, marks: Bytes, ends: Places) -> bool:
    """Return whether just the cells that have a mark in them stand in quotes, and quotes within are doubled.

    `at` are the places of all marks in the file, `ends` the numbers of those that end a cell.
    """
    before = np.concatenate(([-1], ends[:-1]))
    marked = ends - before > 1
    before, ends = before[marked], ends[marked]
    first, last = before + 1, ends - 1
    begins = np.where(before >= 0, at[before], -1) + 1
    if (marks[first] != QUOTE).any() or (marks[last] != QUOTE).any() or (last - first < 2).any():
        return False
    if (at[first] != begins).any() or (at[last] + 1 != at[ends]).any():
        return False
    quotes = marks == QUOTE
    quotes[first] = quotes[last] = False
    within = at[quotes]
    return len(within) % 2 == 0 and bool((within[::2] + 1 == within[1::2]).all())


def record_lines(data: bytes, columns: int) -> Places | None:
    """Return the line on which each record behind the header begins; None where the file is not canonical.

    Canonical are records of `columns` cells, more than one, that end with a line feed and are quoted only where RFC
    4180 needs it. Carriage returns, and whether the bytes are UTF-8, are not looked at.
    """
    raw = np.frombuffer(data, dtype=np.uint8)
    at = np.flatnonzero(np.frombuffer(data.translate(IS_MARK), dtype=np.bool_))
    marks = raw[at]
    inside = np.logical_xor.accumulate(marks == QUOTE)
    ends = np.flatnonzero(((marks == COMMA) | (marks == NEWLINE)) & ~inside)
    if not len(ends) or len(ends) % columns or inside[-1] or at[ends[-1]] != len(raw) - 1:
        return None
    is_break = (marks[ends] == NEWLINE).reshape(-1, columns)
    if is_break[:, :-1].any() or not is_break[:, -1].all() or not _rightly_quoted(at, marks, ends):
        return None
    return np.flatnonzero(~inside[marks == NEWLINE])[:-1] + 2
