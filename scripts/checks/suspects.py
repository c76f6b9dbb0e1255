"""Find in a whole column at once the few texts that are worth a closer look."""

import re

import numpy as np
import pandas as pd

BEGINS = " =+@-"  # padding, and what a spreadsheet takes for a formula
USUAL = "“”‘’–—"  # beside printable ASCII
SUSPECT = re.compile(rf"^[\s=+@-]|\s$|[^\x20-\x7e{USUAL}]")


def _points(text: str) -> np.ndarray:
    """Return the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def suspects(texts: pd.Series) -> list[str]:
    """Return the texts that begin or end with space, begin as a formula, or have a character that is not usual.

    None of the texts may be blank or empty.
    """
    given: list[str] = texts.to_numpy(object).tolist()
    points = _points("\n".join(given))
    breaks = np.flatnonzero(points == ord("\n"))
    if len(breaks) != max(0, len(given) - 1):  # a text has a line break of its own
        return [text for text in given if SUSPECT.search(text)]
    starts, ends = np.concatenate(([-1], breaks)) + 1, np.concatenate((breaks, [len(points)]))
    odd = np.flatnonzero((points < ord(" ")) | (points > ord("~")))
    odd = odd[~np.isin(points[odd], _points("\n" + USUAL))]
    if not given:
        return []
    padded = np.isin(points[starts], _points(BEGINS)) | (points[ends - 1] == ord(" "))
    return [given[at] for at in np.union1d(np.searchsorted(breaks, odd), np.flatnonzero(padded))]
