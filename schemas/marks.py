"""What a quotation mark is, and what is an apostrophe: decided here for the whole project."""

import re

OPENING, CLOSING, NEUTRAL = "“„«‹「『〝", "”»›」』〞", '"‟＂'
DOUBLE = OPENING + CLOSING + NEUTRAL
SINGLE = "‘’'‚‛"
MARK = re.compile(rf"[{DOUBLE}{SINGLE}\n]")


def marks(text: str) -> list[int]:
    """Return the offsets of all quotation marks of a text, in code points.

    A single mark between letters, or at the end of a word where none is open in its paragraph, is an apostrophe.

    >>> marks("Russia won’t say “no”.")
    [17, 20]
    """
    found, is_open = [], False
    for match in MARK.finditer(text):
        at = match.start()
        if match[0] == "\n":
            is_open = False
        elif match[0] in DOUBLE:
            found.append(at)
        else:
            kind = _single(text, at)
            if kind == "open" or (kind == "close" and is_open) or kind == "bare":
                found.append(at)
                is_open = kind == "open" or (is_open and kind == "bare")
    return found


def _single(text: str, at: int) -> str:
    """Say what a single mark is by its neighbours: inside a word, open, close (or apostrophe), or bare."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if (before.isalnum() and after.isalnum()) or re.match(r"\d\ds\b", text[at + 1 : at + 5]):
        return "inside"
    if before.isalnum():
        return "close"
    if text[at] != "’" and after and not after.isspace():
        return "open"
    return "bare"
