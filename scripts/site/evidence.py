"""The words of an article as a reader sees them, and the address that leads to them where they were published."""

import re
from urllib.parse import quote

from scripts.spans import Span

LINK = re.compile(
    r"\[([^\]\n]*)\]\((?:#|https?://[^)\s]*)\)"
)  # what an article that was copied from the web has for a link
HEADING = re.compile(r"^#+ ", re.MULTILINE)
REST = re.compile(r"\]\((?:#|https?://[^)\s]*)\)")  # of a link whose beginning is outside a span
LONGEST = 60  # characters that a text fragment holds in full
ENDS = 4  # words at either end of a longer one


def hidden(text: str) -> list[Span]:
    """Return the spans of an article that are marks of links and headings and no words of it.

    >>> hidden("# On [trade](#) with")
    [(0, 2), (5, 6), (11, 15)]
    """
    found = [match.span() for match in HEADING.finditer(text)]
    for match in LINK.finditer(text):
        found += [(match.start(), match.start(1)), (match.end(1), match.end())]
    return sorted(found)


def plain(text: str) -> str:
    """Return words without the marks of links, also where a span begins or ends within one.

    >>> plain("upend the [sanctions](#) regime, which [hopes"), plain("sanctions](#) regime")
    ('upend the sanctions regime, which [hopes', 'sanctions regime')
    """
    return REST.sub("", LINK.sub(r"\1", text))


def live(address: str, text: str) -> str:
    """Return the address of words at which a browser shows them: a text fragment, of a long text both its ends.

    >>> live("https://a.example/b", "well-known")
    'https://a.example/b#:~:text=well%2Dknown'
    """
    words = plain(text).split()
    whole = len(text) <= LONGEST and "\n" not in text
    parts = [words] if whole or len(words) < 2 * ENDS else [words[:ENDS], words[-ENDS:]]
    fragment = ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in parts)
    return f"{address}{'' if '#' in address else '#'}:~:text={fragment}"
