"""Find in a whole column at once the few texts that are worth a closer look."""

import re

import numpy as np

from scripts.checks.distinct import Texts

BEGINS = " =+@-"  # padding, and what a spreadsheet takes for a formula
USUAL = "“”‘’–—"  # beside printable ASCII
PRINTABLE = bytes(range(ord(" "), ord("~") + 1))
SUSPECT = re.compile(rf"^[\s=+@-]|\s$|[^\x20-\x7e{USUAL}]")


def _points(text: str) -> np.ndarray:
    """Return the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def suspects(texts: Texts) -> list[int]:
    """Return the numbers of the texts that begin or end with space, begin as a formula, or have an unusual character.

    None of the texts may be blank or empty.
    """
    given: list[str] = texts.tolist()
    lines = "\n".join(given).encode("utf-8", "surrogatepass")
    raw = np.frombuffer(lines, dtype=np.uint8)
    breaks = np.flatnonzero(raw == ord("\n"))
    if not given or len(breaks) != len(given) - 1:  # nothing, or a text has a line break of its own
        return [number for number, text in enumerate(given) if SUSPECT.search(text)]
    first, last = raw[np.concatenate(([0], breaks + 1))], raw[np.concatenate((breaks, [len(raw)])) - 1]
    padded = np.isin(first, _points(BEGINS)) | (last == ord(" "))
    others = _points(lines.translate(None, PRINTABLE).decode("utf-8", "surrogatepass"))
    number = np.cumsum(others == ord("\n"))  # of the text that each stands in
    odd = number[~np.isin(others, _points("\n" + USUAL))]
    found: list[int] = np.union1d(np.flatnonzero(padded), odd).tolist()
    return found
