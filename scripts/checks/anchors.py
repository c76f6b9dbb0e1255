"""Every anchored row against the characters of its article."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from schemas import ANCHORED
from schemas.marks import CLOSING, OPENING, marks
from scripts.checks.figure_words import begins_with_number, qualifier_before
from scripts.checks.measures import DOWN
from scripts.problem import Problem, problem
from scripts.sheets.rows import Article
from scripts.tables.table import Table, Tables

BEFORE = 200  # characters
FARTHEST = 400  # characters from a statement to the words that introduce it
FELL = re.compile(rf"({DOWN.pattern})(?:\s+by)?\s+$", re.IGNORECASE)


class Span(NamedTuple):
    """A row at its place in an article, what stands there, and the text of the row, None where blank or broken."""

    row: int
    article: Article
    start: int
    end: int
    found: str
    text: str | None

    def around(self, characters: int) -> str:
        """Return the text from so many characters before the row to as many behind it."""
        return self.article.text[max(0, self.start - characters) : self.end + characters]


def _spans(table: Table, articles: Mapping[str, Article]) -> list[Span]:
    """Return the rows of articles at hand whose offsets are known."""
    rows = table.texts(table.sound("start", "end", beside=["source_id"]), "source_id", "start", "end", "text")
    broken = {row for row, column in table.broken if column == "text"}
    spans = []
    for row, source, start, end, text in rows:
        if (article := articles.get(source)) is not None:
            begin, stop = int(start), int(end)
            given = text if isinstance(text, str) and row not in broken else None
            spans.append(Span(row, article, begin, stop, article.text[begin:stop], given))
    return spans


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


def _moved(table: Table, spans: list[Span], changed: set[str]) -> Iterator[Problem]:
    """The text is what stands at its offsets; one that has moved in a changed article is said of the article."""
    for span in spans:
        text = span.text
        if text is None or span.found == text:
            continue
        if span.article.path not in changed:
            offsets = {"start": span.start, "end": span.end, "found": span.found}
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
    starts = dict(table.values("start")) if "start" in table.schema.names else {}
    for name in [column.name for column in table.schema.columns if column.verbatim and column.name != "text"]:
        for row, source, words in table.texts(table.sound(name, beside=["source_id"]), "source_id", name):
            if (article := articles.get(source)) is None:
                continue
            near = max(0, int(starts.get(row, 0)) - BEFORE)
            if not _stands_in(words, article.text, near) and not _stands_in(words, article.text):
                yield table.problem(row, name, "not_verbatim", words=words)


def _near(table: Table, spans: list[Span]) -> Iterator[Problem]:
    """The words that introduce a statement stand beside it."""
    for column in ("speaker_text", "cue"):
        sound = dict(table.values(column))
        for span in spans:
            words = sound.get(span.row)
            if words is not None and words not in span.around(FARTHEST) and words in span.article.text:
                yield table.problem(span.row, column, "not_beside", words=words, farthest=FARTHEST)


def _in_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _cut_words(table: Table, spans: list[Span]) -> Iterator[Problem]:
    """A text begins and ends between words."""
    for span in spans:
        if _in_word(span.article.text, span.start) or _in_word(span.article.text, span.end):
            yield table.problem(span.row, "text", "cut_word", text=span.text)


def _cut_qualifiers(table: Table, spans: list[Span]) -> Iterator[Problem]:
    """A figure's text holds the word before its number that says how exact it is."""
    for span in spans:
        if not begins_with_number(str(span.text)):
            continue
        before = span.article.text[max(0, span.start - BEFORE) : span.start]
        fell = FELL.search(before) if table.cell(span.row, "unit") == "percent" else None
        if (word := fell[1] if fell else qualifier_before(before)) is not None:
            yield table.problem(span.row, "text", "cut_qualifier", text=span.text, word=word)


def _marks_around(table: Table, spans: list[Span]) -> Iterator[Problem]:
    """A direct quote stands behind an opening mark or before a closing one, an indirect one not between two."""
    read, found = "", set[int]()
    for span in spans:
        kind, text = table.cell(span.row, "quote_type"), span.article.text
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
    here = ((articles[source], sha256) for _, source, sha256 in hashes if source in articles)
    changed = {article.path for article, sha256 in here if article.sha256 != sha256}
    for name, table in tables.items():
        if "source_id" in table.schema.names:
            problems += _words(table, articles)
        if name in ANCHORED:
            spans = _spans(table, articles)
            whole = [span for span in spans if span.text == span.found]
            problems += _moved(table, spans, changed)
            problems += _cut_words(table, whole)
            problems += [*_marks_around(table, whole), *_near(table, spans)] if name == "quotes" else []
            problems += _cut_qualifiers(table, whole) if name == "figures" else []
    return problems
