"""Values in Markdown: punctuation is written as character references, which build nothing, so that none breaks out."""

import re

from scripts.problem import shortened

LONGEST = 600  # characters of one value on a page
# Full stops, colons and underscores count only where a link or emphasis could begin, so that pages can be read raw too.
MARKUP = re.compile(r"[\\`*{}\[\]<>#!|~&@$^]|:(?=\S)|(?<=[wW]{3})\.|(?<!\w)_|_(?!\w)")


def prose(text: str) -> str:
    """Return text that shows as itself, on one line, anywhere in a page; a long one is cut."""
    return MARKUP.sub(lambda match: f"&#{ord(match[0])};", shortened(text, LONGEST))


def code(text: str) -> str:
    """Return a value that shows as itself in the type of code."""
    return f"<code>{prose(text)}</code>"
