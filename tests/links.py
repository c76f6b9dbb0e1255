"""Where the links of Markdown documents lead."""

import posixpath
import re
from collections.abc import Callable, Iterator

CODE = re.compile(r"^( *)```.*?^\1```|`[^`\n]+`|<!--.*?-->", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
LINK = re.compile(r"\[[^]]*\]\(([^)\s]+)\)")


def anchors(text: str) -> set[str]:
    """Return the anchors that a forge gives to the headings of a document.

    >>> anchors("# A `b_c`, and d?")
    {'a-b_c-and-d'}
    """
    without_blocks = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in HEADING.findall(without_blocks)}


def dead_links(documents: dict[str, str], there: Callable[[str], bool]) -> Iterator[str]:
    """Yield “document: target” for each relative link that leads to no file and no heading.

    `documents` are the texts by path; `there` says whether a path without a trailing slash is a file or a folder.
    """
    for name, text in documents.items():
        for target in LINK.findall(CODE.sub("", text)):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, anchor = target.partition("#")
            at = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            if not there(at) or (anchor and anchor not in anchors(documents.get(at, ""))):
                yield f"{name}: {target}"
