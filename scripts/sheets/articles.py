"""The articles by source, as many as there are: the checks need the text of one after another, never of all at once."""

from collections.abc import Iterator, MutableMapping
from dataclasses import replace

from scripts.sheets.rows import Article


class Articles(MutableMapping[str, Article]):
    """Articles by source_id, their texts held as bytes, half of what they take as text, less the last one asked for.

    They are not read from the disk again: every check sees the text that was read, whatever becomes of the file.
    """

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}  # without their texts
        self._texts: dict[str, bytes] = {}
        self._last: tuple[str, Article] | None = None

    def __getitem__(self, source_id: str) -> Article:
        if self._last is None or self._last[0] != source_id:
            text = self._texts[source_id].decode("utf-8")
            self._last = source_id, replace(self._articles[source_id], text=text)
        return self._last[1]

    def __setitem__(self, source_id: str, article: Article) -> None:
        self._articles[source_id] = replace(article, text="")
        self._texts[source_id] = article.text.encode("utf-8")
        self._last = source_id, article

    def __delitem__(self, source_id: str) -> None:
        del self._articles[source_id], self._texts[source_id]
        self._last = None

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)
