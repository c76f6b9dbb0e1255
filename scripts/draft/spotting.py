"""Find names of a list in a text, in a time that does not grow with their number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from scripts.draft.words import Span

PIECE = re.compile(r"\w+|[^\w\s]")
SPACE = re.compile(r"\s+")


class Pieces:
    """The words and signs of a text, each with the offsets at which it stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at: dict[str, list[int]] = defaultdict(list)
        for piece in PIECE.finditer(text):
            self.at[piece[0]].append(piece.start())


class Spotter:
    """The names of a list by their first piece: a word, or a sign.

    `apart` are characters that may not stand right before a name.
    """

    def __init__(self, names: Iterable[str], *, apart: str = "") -> None:
        self.apart = apart
        self.by_piece: dict[str, list[tuple[str, list[str]]]] = {}
        for name in sorted(names, key=len, reverse=True):
            first, *others = name.split()
            piece = PIECE.match(first)
            assert piece is not None
            self.by_piece.setdefault(piece[0], []).append((name, [first[piece.end() :], *others]))

    def find(self, pieces: Pieces) -> Iterator[tuple[Span, str]]:
        """Yield (span, name) of every name in a text, in order: whole words, the longest name, any space in it."""
        text, behind = pieces.text, 0
        for start, piece in sorted((at, one) for one in self.by_piece for at in pieces.at.get(one, ())):
            if start < behind or not self._apart(text, start):
                continue
            for name, rest in self.by_piece[piece]:
                end = _end(text, start + len(piece), rest)
                if end is not None:
                    behind = end
                    yield (start, end), name
                    break

    def _apart(self, text: str, start: int) -> bool:
        """Return whether a name may begin at an offset."""
        before = text[start - 1 : start]
        return not before or not (_in_word(before) or before in self.apart)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _end(text: str, at: int, rest: list[str]) -> int | None:
    """Return where a name ends whose first piece ends at an offset, None where its other parts do not follow."""
    for n, part in enumerate(rest):
        if n:
            space = SPACE.match(text, at)
            if space is None:
                return None
            at = space.end()
        if not text.startswith(part, at):
            return None
        at += len(part)
    return None if _in_word(text[at : at + 1]) else at
