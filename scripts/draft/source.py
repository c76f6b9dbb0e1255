"""What the text of an article says of itself: title, author, date, address."""

import re
from dataclasses import dataclass
from datetime import date

from scripts.draft.actors import states
from scripts.draft.dates import dates
from scripts.draft.words import Span

BYLINE = re.compile(r"^[^\w\n]*By[ \t]+(?:\[)?(?P<author>[A-Z][\w.’'-]+(?:[ \t]+[A-Z][\w.’'-]+){1,3})", re.MULTILINE)
ABOUT = re.compile(
    r"^[^\w\n]*(?P<author>[A-Z][\w.’'-]+(?:[ \t]+[A-Z][\w.’'-]*){1,3})[^\w\n]*[ \t]+is\s+(?:an?\s+|the\s+)?"
    r"[A-Za-z ]+(?:at|of|for|in)\s",
    re.MULTILINE,
)
URL = re.compile(r"https?://[^\s<>\"\])]{5,400}")
LONGEST_TITLE = 200
HEAD = 1500  # characters at the top in which title, byline and date are looked for


@dataclass(frozen=True)
class Facts:
    """What [source] can take from the text, and where it stands."""

    title: str
    author: str | None
    published: date | None
    date_text: str | None
    url: str | None
    spans: list[Span]


def _person(found: re.Match[str]) -> bool:
    """Return whether a name can be a person's: of no state."""
    return found["author"] not in states()


def facts(text: str) -> Facts:
    """Return what an article says of itself; what it does not say is None."""
    first = re.search(r"\S[^\n]*(?=\n\s*\n)", text[:HEAD])
    title = (
        re.sub(r"^[#*\s]+|[*\s]+$", "", first[0]) if first and first.start() == len(text) - len(text.lstrip()) else ""
    )
    title = "" if title.endswith((".", "!", "”", '"')) or len(title) > LONGEST_TITLE else title
    author = BYLINE.search(text[:HEAD]) or next(filter(_person, ABOUT.finditer(text)), None)
    stated = next((one for one in dates(text[:HEAD]) if one.basis == "stated" and one.earliest == one.latest), None)
    url = URL.search(text)
    spans = [(m.start(), m.end()) for m in URL.finditer(text)]
    if stated is not None and stated.span[0] > text.find("\n\n", len(title)) + 400:
        stated = None
    if stated is not None:
        spans.append(stated.span)
    if title:
        spans += [(m.start(), m.end()) for m in re.finditer(re.escape(title), text)]
    return Facts(
        title,
        author["author"] if author else None,
        stated.earliest if stated else None,
        text[stated.span[0] : stated.span[1]] if stated else None,
        url[0] if url else None,
        spans,
    )
