"""Every anchored row against the characters of its article."""

import re
from collections.abc import Iterator, Mapping

import numpy as np

from schemas import TableSchema
from schemas.marks import CLOSING, OPENING, marks
from scripts.checks.values import DOWN, begins_with_number, qualifier_before
from scripts.problem import Problem, shown
from scripts.sheets.rows import Article
from scripts.tables.table import Table, Tables

BEFORE = 200  # characters
FARTHEST = 400  # characters from a statement to the words that introduce it
FELL = re.compile(rf"({DOWN.pattern})(?:\s+by)?\s+$", re.IGNORECASE)
BESIDE = ("speaker_text", "cue")
OFFSET = re.compile("[0-9]{1,18}")


def changed_articles(tables: Tables, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """The article is the one that was coded: same hash, same length."""
    table = tables["sources"]
    every = np.arange(len(table.cells))
    for row, source_id, sha256, characters in table.texts(every, "source_id", "sha256", "characters"):
        article = articles.get(source_id)
        if article is None:
            continue
        if sha256 != article.sha256 and (row, "sha256") not in table.broken:
            file, line = table.place(row, table.schema["sha256"])
            message = f"is not the article that was coded: its hash is not the one in {file}:{line}"
            hint = f'restore it; if the change is meant, check every row and write sha256 = "{article.sha256}" there'
            yield Problem(article.path, 0, "", "article_changed", message, hint)
        elif characters != str(len(article.text)) and (row, "characters") not in table.broken:
            message = f"{shown(characters)} is not the length of {article.path}, which has {len(article.text)}"
            yield table.problem(row, "characters", "article_changed", message, "run `make`")


def _offsets(table: Table, column: str) -> list[int]:
    """Return the offsets in a column by row, -1 where there is none."""
    cells = table.cells[column].tolist()
    return [int(cell) if isinstance(cell, str) and OFFSET.fullmatch(cell) else -1 for cell in cells]


def _spans(table: Table, articles: Mapping[str, Article], changed: set[str]) -> Iterator[Problem]:
    starts, ends = _offsets(table, "start"), _offsets(table, "end")
    rows = table.sound("source_id", "start", "end", "text")
    for row, source, text in table.texts(rows, "source_id", "text"):
        article = articles.get(source)
        if article is None or (found := article.text[starts[row] : ends[row]]) == text:
            continue
        if source not in changed:
            message = f"{shown(text)} is not what the article has at {starts[row]} to {ends[row]}, {shown(found)}"
            hint = "run `make`; if the sheet is right, data/ was edited by hand"
            yield table.problem(row, "text", "not_anchored", message, hint)
        elif text not in article.text:  # else it has moved, which the article's change says
            message, hint = f"{shown(text)} is no longer in the article", "restore the article, or correct the row"
            yield table.problem(row, "text", "not_anchored", message, hint)


def _verbatim(table: TableSchema) -> list[str]:
    return [column.name for column in table.columns if column.verbatim and column.name != "text"]


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
    starts = _offsets(table, "start") if "start" in table.schema.names else [0] * len(table.cells)
    near = [max(0, start - BEFORE) for start in starts]
    for name in _verbatim(table.schema):
        for row, source, words in table.texts(table.sound(name, beside=["source_id"]), "source_id", name):
            if (article := articles.get(source)) is None:
                continue
            if not _stands_in(words, article.text, near[row]) and not _stands_in(words, article.text):
                message = f"{shown(words)} is not in the article"
                yield table.problem(row, name, "not_verbatim", message, "copy the words from the article, or strike it")


def _near(table: Table, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """The words that introduce a statement stand beside it."""
    starts, ends = _offsets(table, "start"), _offsets(table, "end")
    rows = table.sound("start", "end", beside=["source_id"])
    for row, source, *words in table.texts(rows, "source_id", *BESIDE):
        article = articles.get(source)
        for column, its in zip(BESIDE, words, strict=True):
            if article is None or not isinstance(its, str) or (row, column) in table.broken:
                continue
            if its in article.text and its not in article.text[max(0, starts[row] - FARTHEST) : ends[row] + FARTHEST]:
                message = f"{shown(its)} stands in the article, but not within {FARTHEST} characters of the statement"
                hint = "copy the words that introduce this statement, or strike them"
                yield table.problem(row, column, "not_beside", message, hint)


def _cut_words(table: Table, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """A text begins and ends between words."""
    starts, ends = _offsets(table, "start"), _offsets(table, "end")
    rows = table.sound("source_id", "start", "end", "text")
    for row, source, text in table.texts(rows, "source_id", "text"):
        article = articles.get(source)
        if article is None or article.text[starts[row] : ends[row]] != text:
            continue
        around = article.text[max(0, starts[row] - 1) : starts[row]], article.text[ends[row] : ends[row] + 1]
        if (around[0] + text[0]).isalnum() * len(around[0]) or (text[-1] + around[1]).isalnum() * len(around[1]):
            message = f"{shown(text)} begins or ends within a word of the article"
            yield table.problem(row, "text", "cut_word", message, "take the whole word in, or leave it out")


def _cut_qualifiers(table: Table, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """A figure's text holds the word before its number that says how exact it is."""
    starts = _offsets(table, "start")
    rows = table.sound("start", "text", beside=["source_id"])
    for row, source, text in table.texts(rows, "source_id", "text"):
        article = articles.get(source)
        if article is None or not begins_with_number(text) or not article.text.startswith(text, starts[row]):
            continue
        before = article.text[max(0, starts[row] - BEFORE) : starts[row]]
        fell = FELL.search(before) if table.cell(row, "unit") == "percent" else None
        if (word := fell[1] if fell else qualifier_before(before)) is not None:
            message = f"{shown(text)} leaves out {shown(word)}, which stands before it and says what the number is"
            hint = "take the word into the text, and set qualifier, or the sign of the value, by it"
            yield table.problem(row, "text", "cut_qualifier", message, hint)


def _marks_around(table: Table, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """A direct quote stands behind an opening mark or before a closing one, an indirect one not between two."""
    starts, ends = _offsets(table, "start"), _offsets(table, "end")
    rows = table.sound("start", "end", "text", beside=["source_id"])
    read, found = "", set[int]()
    for row, source, kind, text in table.texts(rows, "source_id", "quote_type", "text"):
        article = articles.get(source)
        if kind == "mixed" or article is None or article.text[starts[row] : ends[row]] != text:
            continue
        if source != read:
            read, found = source, set(marks(article.text))
        before, behind = starts[row] - 1, ends[row]
        opened = before in found and article.text[before] not in CLOSING
        closed = behind in found and article.text[behind] not in OPENING
        if kind == "direct" and not (opened or closed):
            message = "is direct, but the text stands neither behind an opening quotation mark nor before a closing one"
            hint = 'write quote_type = "indirect", or take the words inside the marks'
            yield table.problem(row, "quote_type", "direct_has_marks", message, hint)
        elif kind == "indirect" and opened and closed:
            message = "is indirect, but the text stands between two quotation marks"
            yield table.problem(row, "quote_type", "indirect_in_marks", message, 'write quote_type = "direct"')


def anchor_problems(tables: Tables, articles: Mapping[str, Article]) -> list[Problem]:
    """Return the rows whose words are not the article's; rows of articles that are not at hand are passed over."""
    problems = list(changed_articles(tables, articles))
    hashes = tables["sources"].values("source_id", "sha256")
    changed = {source for _, source, sha256 in hashes if source in articles and articles[source].sha256 != sha256}
    for table in tables.values():
        if "source_id" in table.schema.names:
            problems += _words(table, articles)
            if "start" in table.schema.names:
                problems += _spans(table, articles, changed)
                problems += _cut_words(table, articles)
    problems += _marks_around(tables["quotes"], articles)
    problems += _near(tables["quotes"], articles)
    problems += _cut_qualifiers(tables["figures"], articles)
    return problems
