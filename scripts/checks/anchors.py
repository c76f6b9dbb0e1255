"""Every anchored row against the characters of its article."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np

from schemas.marks import CLOSING, OPENING, marks
from scripts.checks.figure_words import begins_with_number, qualifier_before
from scripts.checks.measures import DOWN
from scripts.problem import Problem, problem
from scripts.sheets.rows import Article
from scripts.tables.table import Table, Tables

BEFORE = 200  # characters
FARTHEST = 400  # characters from a statement to the words that introduce it
FELL = re.compile(rf"({DOWN.pattern})(?:\s+by)?\s+$", re.IGNORECASE)
OFFSET = re.compile("[0-9]{1,18}")


class Span(NamedTuple):
    """A row at its place in an article, with further cells of it."""

    row: int
    article: Article
    start: int
    end: int
    cells: list[Any]

    def around(self, characters: int) -> str:
        """Return the text from so many characters before the row to as many behind it."""
        return self.article.text[max(0, self.start - characters) : self.end + characters]


def _spans(table: Table, articles: Mapping[str, Article], *columns: str) -> Iterator[Span]:
    """Yield the rows of articles at hand whose offsets are known, with the cells of some columns."""
    rows = table.sound("start", "end", beside=["source_id"])
    for row, source, start, end, *cells in table.texts(rows, "source_id", "start", "end", *columns):
        if source in articles:
            yield Span(row, articles[source], int(start), int(end), cells)


def _texts(table: Table, articles: Mapping[str, Article], *columns: str) -> Iterator[tuple[Span, str]]:
    """Yield the rows whose text is what the article has at their offsets, with that text."""
    for span in _spans(table, articles, "text", *columns):
        text = span.cells[0]
        if isinstance(text, str) and (span.row, "text") not in table.broken and span.around(0) == text:
            yield span, text


def changed_articles(tables: Tables, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """The article is the one that was coded: same hash, same length."""
    table = tables["sources"]
    every = np.arange(len(table.cells))
    for row, source_id, sha256, characters in table.texts(every, "source_id", "sha256", "characters"):
        if (article := articles.get(source_id)) is None:
            continue
        if sha256 != article.sha256 and (row, "sha256") not in table.broken:
            file, line = table.place(row, table.schema["sha256"])
            yield problem("article_changed", article.path, at=f"{file}:{line}", sha256=article.sha256)
        elif characters != str(len(article.text)) and (row, "characters") not in table.broken:
            length = {"article": article.path, "length": len(article.text)}
            yield table.problem(row, "characters", "article_length", characters=characters, **length)


def _moved(table: Table, articles: Mapping[str, Article], changed: set[str]) -> Iterator[Problem]:
    """The text is what stands at its offsets; one that has moved in a changed article is said of the article."""
    for span in _spans(table, articles, "source_id", "text"):
        source, text = span.cells
        if not isinstance(text, str) or (span.row, "text") in table.broken or (found := span.around(0)) == text:
            continue
        if source not in changed:
            offsets = {"start": span.start, "end": span.end, "found": found}
            yield table.problem(span.row, "text", "not_at_offsets", text=text, **offsets)
        elif text not in span.article.text:
            yield table.problem(span.row, "text", "no_longer_there", text=text)


def _stands_in(words: str, text: str, begin: int = 0) -> bool:
    """Return whether words stand in the text from a place on, as whole words."""
    at = text.find(words, begin)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        inside = (before.isalnum() or before == "_") and words[0].isalnum()
        if not inside and not ((behind.isalnum() or behind == "_") and words[-1].isalnum()):
            return True
        at = text.find(words, at + 1)
    return False


def _words(table: Table, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """Verbatim words mostly stand near the text of their row, so they are looked for from a little before it first."""
    starts = table.cells["start"].to_numpy(object) if "start" in table.schema.names else None
    for name in [column.name for column in table.schema.columns if column.verbatim and column.name != "text"]:
        for row, source, words in table.texts(table.sound(name, beside=["source_id"]), "source_id", name):
            if (article := articles.get(source)) is None:
                continue
            start = str(starts[row]) if starts is not None else ""
            near = max(0, int(start) - BEFORE) if OFFSET.fullmatch(start) else 0
            if not _stands_in(words, article.text, near) and not _stands_in(words, article.text):
                yield table.problem(row, name, "not_verbatim", words=words)


def _near(table: Table, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """The words that introduce a statement stand beside it."""
    columns = ("speaker_text", "cue")
    for span in _spans(table, articles, *columns):
        for column, words in zip(columns, span.cells, strict=True):
            if not isinstance(words, str) or (span.row, column) in table.broken:
                continue
            if words in span.article.text and words not in span.around(FARTHEST):
                yield table.problem(span.row, column, "not_beside", words=words, farthest=FARTHEST)


def _cut_words(table: Table, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """A text begins and ends between words."""
    for span, text in _texts(table, articles):
        before = span.article.text[max(0, span.start - 1) : span.start]
        behind = span.article.text[span.end : span.end + 1]
        if any(pair[1:] and pair.isalnum() for pair in (before + text[0], text[-1] + behind)):
            yield table.problem(span.row, "text", "cut_word", text=text)


def _cut_qualifiers(table: Table, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """A figure's text holds the word before its number that says how exact it is."""
    for span, text in _texts(table, articles):
        if not begins_with_number(text):
            continue
        before = span.article.text[max(0, span.start - BEFORE) : span.start]
        fell = FELL.search(before) if table.cell(span.row, "unit") == "percent" else None
        if (word := fell[1] if fell else qualifier_before(before)) is not None:
            yield table.problem(span.row, "text", "cut_qualifier", text=text, word=word)


def _marks_around(table: Table, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """A direct quote stands behind an opening mark or before a closing one, an indirect one not between two."""
    read, found = "", set[int]()
    for span, _ in _texts(table, articles, "quote_type"):
        kind, text = span.cells[1], span.article.text
        if kind == "mixed":
            continue
        if span.article.path != read:
            read, found = span.article.path, set(marks(text))
        before, behind = span.start - 1, span.end
        opened = before in found and text[before] not in CLOSING
        closed = behind in found and text[behind] not in OPENING
        if kind == "direct" and not (opened or closed):
            yield table.problem(span.row, "quote_type", "direct_has_marks")
        elif kind == "indirect" and opened and closed:
            yield table.problem(span.row, "quote_type", "indirect_in_marks")


def anchor_problems(tables: Tables, articles: Mapping[str, Article]) -> list[Problem]:
    """Return the rows whose words are not the article's; rows of articles that are not at hand are passed over."""
    problems = list(changed_articles(tables, articles))
    hashes = tables["sources"].values("source_id", "sha256")
    changed = {source for _, source, sha256 in hashes if source in articles and articles[source].sha256 != sha256}
    for table in tables.values():
        if "source_id" in table.schema.names:
            problems += _words(table, articles)
            if "start" in table.schema.names:
                problems += _moved(table, articles, changed)
                problems += _cut_words(table, articles)
    problems += _marks_around(tables["quotes"], articles)
    problems += _near(tables["quotes"], articles)
    problems += _cut_qualifiers(tables["figures"], articles)
    return problems
