"""Tell from the bytes of a CSV file whether it is written as the build writes it, without writing it again."""

import numpy as np
import numpy.typing as npt

COMMA, NEWLINE, RETURN, QUOTE = b',\n\r"'
Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]


def _inside_quotes(raw: Bytes) -> Flags:
    """Return for each byte whether an odd number of quotes stands before it, or up to it."""
    return np.logical_xor.accumulate(raw == QUOTE)


def _needed_quotes(raw: Bytes, ends: Places, special: Flags) -> bool:
    """Return whether quotes stand around cells that need them alone (for a special byte), and are doubled within."""
    quotes = np.flatnonzero(raw == QUOTE)
    if not len(quotes):
        return True
    starts = np.concatenate(([0], ends[:-1] + 1))
    quoted = raw[starts] == QUOTE
    starts, ends = starts[quoted], ends[quoted]
    first, behind = np.searchsorted(quotes, starts), np.searchsorted(quotes, ends)
    count = behind - first
    if count.sum() != len(quotes) or (count < 2).any() or (raw[ends - 1] != QUOTE).any():
        return False
    within = np.ones(len(quotes), dtype=bool)
    within[first] = within[behind - 1] = False
    pairs = quotes[within].reshape(-1, 2)
    places = np.flatnonzero(special)
    needed = (count > 2) | (np.searchsorted(places, ends) > np.searchsorted(places, starts))
    return bool((pairs[:, 0] + 1 == pairs[:, 1]).all() and needed.all())


def record_lines(data: bytes, columns: int) -> Places | None:
    """Return the line on which each record behind the header begins; None where the file is not canonical.

    Canonical are records of `columns` cells, more than one, that end with a line feed and are quoted only where RFC
    4180 needs it, or around a carriage return. Whether the bytes are UTF-8 is not looked at.
    """
    raw = np.frombuffer(data, dtype=np.uint8)
    inside = _inside_quotes(raw)
    parting = (raw == COMMA) | (raw == NEWLINE)
    ends = np.flatnonzero(parting & ~inside)
    if len(ends) % columns or inside[-1] or ends[-1] != len(raw) - 1:
        return None
    is_break = (raw[ends] == NEWLINE).reshape(-1, columns)
    if (
        is_break[:, :-1].any()
        or not is_break[:, -1].all()
        or not _needed_quotes(raw, ends, (parting | (raw == RETURN)) & inside)
    ):
        return None
    outside = ~inside[np.flatnonzero(raw == NEWLINE)]
    return np.flatnonzero(outside)[:-1] + 2
