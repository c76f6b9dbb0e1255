"""Completeness: in an article coded in full every quotation mark and every number is accounted for."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from schemas import ANCHORED
from schemas.marks import marks
from schemas.vocabularies import codes, marked
from scripts.checks.scan import WORDS, Span, SpanSet, any_of, dates, numbers, of_time
from scripts.problem import Problem, problem
from scripts.sheets.anchor import find_all
from scripts.sheets.rows import Article
from scripts.tables.table import Table, Tables

IN_FULL = marked("coding", "in_full")
MOST_SHOWN = 200  # open numbers, and open marks, that are reported one by one
MOST_ASIDE = 4  # numbers and marks that one [[ignored]] may set aside
OF_MARKS, OF_NUMBERS = (marked("ignored_reason", mark) for mark in ("of_marks", "of_numbers"))  # reasons to set aside
MONEY_OR_SHARE = re.compile(r"[$€£¥₩₽]\s?\d|\d\s?(?:%|percent)")  # what is a quantity beyond doubt
LEAST_WORDS = 50  # of an article whose language is looked at
COMMONEST, LEAST_COMMON = re.compile(rf"(?<!\w){any_of('commonest')}(?!\w)", re.IGNORECASE), 0.08
FACTS = ("title", "author", "url", "date_text")
Placed = list[tuple[int, Span]]  # rows of a table in one article, each with its place


@dataclass
class Account:
    """What was scanned in one article and what of it is not accounted for, as spans."""

    source_id: str
    numbers: int
    marks: int
    open_numbers: list[Span]
    open_marks: list[Span]
    set_aside: int  # numbers and marks that `ignored` accounts for

    def __str__(self) -> str:
        done = self.numbers - len(self.open_numbers), self.marks - len(self.open_marks)
        aside = f", {self.set_aside} of them set aside" if self.set_aside else ""
        return f"{self.source_id}: {done[0]} of {self.numbers} numbers, {done[1]} of {self.marks} marks{aside}"


def _placed(table: Table) -> dict[str, Placed]:
    """Return the rows whose offsets are sound, by source."""
    found: dict[str, Placed] = {}
    rows = table.sound("start", "end", beside=["source_id"])
    for row, source, start, end in table.texts(rows, "source_id", "start", "end"):
        found.setdefault(source, []).append((row, (int(start), int(end))))
    return found


def _date_words(table: Table, rows: Placed, text: str) -> Iterator[Span]:
    """Yield, for each dated row, the numbers of a date in the occurrence of its date_text nearest to its span."""
    for row, (start, _) in rows:
        words = table.cell(row, "date_text")
        if words is not None and (found := find_all(text, words)):
            at = min(found, key=lambda place: abs(place - start))
            yield from ((at + a, at + b) for a, b in of_time(words))


def _facts(source: Mapping[Any, Any], text: str) -> list[Span]:
    """Return every place where a fact of [source] begins or ends a line of the article."""
    facts = [value for name in FACTS if isinstance(value := source[name], str)]
    found = [(at, at + len(fact)) for fact in facts for at in find_all(text, fact)]
    return [(start, end) for start, end in found if _ends_line(text[:start][::-1]) or _ends_line(text[end:])]


def _ends_line(rest: str) -> bool:
    """Return whether nothing but marks and spaces stands before the next line break."""
    return re.match(r"[\W_]{0,8}(?:\n|\Z)", rest) is not None


def _opens_paragraph(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n" or (at > 1 and text[at - 2] == "\n" and text[at - 1] in "\"“'‘")


def _is_of_time(text: str, span: Span) -> bool:
    """Return whether a number is one of time by the words around it."""
    begin = max(0, span[0] - 20)
    return (span[0] - begin, span[1] - begin) in of_time(text[begin : span[1] + 30])


def _misnamed(reason: str | None, spans: list[Span], at_marks: set[Span], text: str) -> bool:
    """Return whether a reason is none for the marks and numbers that it sets aside."""
    with_marks = not at_marks.isdisjoint(spans)
    if reason in OF_NUMBERS and any(MONEY_OR_SHARE.search(text[max(0, a - 2) : b + 9]) for a, b in spans):
        return True
    if reason in {"date", "time_span"} and not with_marks:
        return not all(_is_of_time(text, span) for span in spans)
    return (reason in OF_MARKS and not with_marks) or (reason in OF_NUMBERS and with_marks)


def _ignored_problems(
    ignored: Table, rows: Placed, left: list[Span], at_marks: set[Span], text: str
) -> Iterator[Problem]:
    """Yield the [[ignored]] entries of an article that it does not need, or not for their reason."""
    starts = [start for start, _ in left]
    for row, (start, end) in rows:
        spans = [span for span in left[bisect_left(starts, start) : bisect_left(starts, end)] if span[1] <= end]
        values = {"text": text[start:end], "reason": ignored.cell(row, "reason")}
        if not spans:
            yield ignored.problem(row, "text", "idle_ignored", **values)
        elif _misnamed(values["reason"], spans, at_marks, text):
            yield ignored.problem(row, "reason", "reason_of_ignored", **values)
        if len(spans) > MOST_ASIDE:
            yield ignored.problem(row, "text", "greedy_ignored", most=MOST_ASIDE, **values)


def _open_problems(found: Account, article: Article) -> Iterator[Problem]:
    """Yield what an account leaves open."""
    text, more = article.text, 0
    for code, spans in (("number_not_accounted", found.open_numbers), ("mark_not_accounted", found.open_marks)):
        more += len(spans[MOST_SHOWN:])
        for start, end in spans[:MOST_SHOWN]:
            values = {"words": text[start:end], "context": text[max(0, start - 30) : end + 30]}
            yield problem(code, article.path, text.count("\n", 0, start) + 1, "accounting", **values)
    if more:
        yield problem("more_not_accounted", article.path, 0, "accounting", more=more)


def account(
    article: Article, source: Mapping[Any, Any], tables: Tables, placed: Mapping[str, Mapping[str, Placed]]
) -> tuple[Account, list[Problem]]:
    """Return the account of one article and what is wrong with it.

    `source` is its row of sources, `placed` has the anchored rows by table and source.
    """
    text, source_id = article.text, source["source_id"]
    here = {name: by_source.get(source_id, []) for name, by_source in placed.items()}
    facts = _facts(source, text)
    worded = [span for name in ANCHORED for span in _date_words(tables[name], here[name], text)]
    stated = SpanSet([*(span for _, span in here["figures"]), *worded, *dates(text), *facts])
    quoted = SpanSet([*((start - 1, end + 1) for _, (start, end) in here["quotes"]), *facts])
    aside = SpanSet(span for _, span in here["ignored"])
    reproduced = isinstance(source["original_publisher_id"], str)
    found, at_marks = numbers(text), [(at, at + 1) for at in marks(text)]
    left_numbers = [span for span in found if span not in stated]
    left_marks = [span for span in at_marks if span not in quoted]
    if reproduced:
        left_marks = [span for span in left_marks if not _opens_paragraph(text, span[0])]
    left = sorted(left_numbers + left_marks)
    open_numbers, open_marks = ([span for span in spans if span not in aside] for spans in (left_numbers, left_marks))
    set_aside = len(left) - len(open_numbers) - len(open_marks)
    made = Account(source_id, len(found), len(at_marks), open_numbers, open_marks, set_aside)
    of_ignored = _ignored_problems(tables["ignored"], here["ignored"], left, set(at_marks), text)
    return made, [*_open_problems(made, article), *of_ignored]


def _language(article: Article, language: object) -> str | None:
    """Return the code where an article's numbers in words cannot be looked for, None where they can."""
    if language not in codes("language"):
        return None  # said already
    if language not in WORDS["languages"]:
        return "language_not_scanned"
    words = len(article.text.split())
    is_other = words >= LEAST_WORDS and len(COMMONEST.findall(article.text)) < LEAST_COMMON * words
    return "other_language" if is_other else None


def _unanchored(table: Table) -> set[str]:
    """Return the sources that have a row whose place in the article is not known."""
    return {table.cell(row, "source_id") or "" for row, column in table.broken if column in {"start", "end"}}


def accounts(
    tables: Tables, articles: Mapping[str, Article], ignored: Table, unreadable: set[str]
) -> tuple[list[Account], list[Problem]]:
    """Return the account of every article coded in full, and what they leave open.

    Where a row has no place in its article, or a block of the sheet (one of `unreadable`, by source) could not be
    read, what is open says nothing and the article is passed over.
    """
    made: list[Account] = []
    problems: list[Problem] = []
    tables = tables | {"ignored": ignored}
    anchored = {name: tables[name] for name in (*ANCHORED, "ignored")}
    passed_over = unreadable.union(*map(_unanchored, anchored.values()))
    placed = {name: _placed(table) for name, table in anchored.items()}
    for row, source in enumerate(tables["sources"].cells.to_dict("records")):
        article = articles.get(source["source_id"])
        if source["coding"] not in IN_FULL or article is None or article.path != source["path"]:
            continue
        if (code := _language(article, source["language"])) is not None:
            values = {"language": source["language"], "article": article.path}
            problems.append(tables["sources"].problem(row, "language", code, **values))
        elif source["source_id"] not in passed_over:
            one, wrong = account(article, source, tables, placed)
            made.append(one)
            problems += wrong
    return made, problems
