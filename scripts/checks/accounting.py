"""Completeness: in an article coded in full every quotation mark and every number is accounted for."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from schemas.marks import marks
from schemas.vocabularies import codes
from scripts.checks.scan import WORDS, Span, any_of, dates, numbers, of_time
from scripts.problem import Problem, shown
from scripts.sheets.anchor import find_all
from scripts.sheets.rows import Article
from scripts.tables.table import Table, Tables

IN_FULL = ("single", "double")
MOST_SHOWN = 200  # open numbers, and open marks, that are reported one by one
MOST_ASIDE = 4  # numbers and marks that one [[ignored]] may set aside
OF_MARKS = {"scare_quotes", "imputed", "stray_mark"}  # reasons for which a mark is set aside
OF_NUMBERS = {"date", "time_span", "identifier", "count_of_named", "not_a_quantity"}  # and a number, never a mark
MONEY_OR_SHARE = re.compile(r"[$€£¥₩₽]\s?\d|\d\s?(?:%|percent)")  # what is a quantity beyond doubt
LEAST_WORDS = 50  # of an article whose language is looked at
COMMONEST, LEAST_COMMON = re.compile(rf"(?<!\w){any_of('commonest')}(?!\w)", re.IGNORECASE), 0.08
FACTS = ["title", "author", "url", "date_text"]


@dataclass
class Account:
    """What was scanned in one article and what of it is not accounted for, as spans."""

    source_id: str
    numbers: int = 0
    marks: int = 0
    open_numbers: list[Span] = field(default_factory=list)
    open_marks: list[Span] = field(default_factory=list)
    idle: list[int] = field(default_factory=list)  # rows of `ignored` that account for nothing
    greedy: list[int] = field(default_factory=list)  # rows of `ignored` that account for too much
    misnamed: list[int] = field(
        default_factory=list
    )  # rows of `ignored` whose reason is none for what they account for
    set_aside: int = 0  # numbers and marks that `ignored` accounts for

    def __str__(self) -> str:
        done = self.numbers - len(self.open_numbers), self.marks - len(self.open_marks)
        aside = f", {self.set_aside} of them set aside" if self.set_aside else ""
        return f"{self.source_id}: {done[0]} of {self.numbers} numbers, {done[1]} of {self.marks} marks{aside}"


class Cover:
    """A set of spans that can be asked whether one of them holds a given span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.ends: list[int] = []
        self.starts: list[int] = []
        for start, end in sorted(spans):
            if not self.ends or end > self.ends[-1]:
                self.starts.append(start)
                self.ends.append(end)

    def __contains__(self, span: Span) -> bool:
        at = bisect_left(self.ends, span[1])
        return at < len(self.starts) and self.starts[at] <= span[0]


Spans = list[tuple[int, Span]]


class Placed:
    """The rows of a table whose offsets are sound, to be had by source; plain numbers, as there may be very many."""

    def __init__(self, table: Table) -> None:
        self.rows = table.sound("start", "end")
        self.offsets = table.cells[["start", "end"]].to_numpy(object)[self.rows].astype("int64")
        sources = pd.Series(table.cells["source_id"].to_numpy(object)[self.rows])
        self.at = sources.groupby(sources).indices

    def spans(self, source_id: str) -> Spans:
        """Return (row, span) of each row of a source."""
        at = self.at.get(source_id, [])
        rows, offsets = self.rows[at].tolist(), self.offsets[at].tolist()
        return [(row, (start, end)) for row, (start, end) in zip(rows, offsets, strict=True)]


def _date_words(table: Table, spans_here: Spans, text: str) -> list[Span]:
    """Return, for each dated row, the numbers of a date in the occurrence of its date_text nearest to its span."""
    spans = []
    for row, (start, _) in spans_here:
        words = table.cell(row, "date_text")
        if words is not None:
            at = min(find_all(text, words), key=lambda found: abs(found - start), default=None)
            spans += [(at + a, at + b) for a, b in of_time(words)] if at is not None else []
    return spans


def _facts(source: pd.Series, text: str) -> list[Span]:
    """Return every place where a fact of [source] begins or ends a line of the article."""
    facts = [value for value in source[FACTS] if isinstance(value, str)]
    found = [(at, at + len(fact)) for fact in facts for at in find_all(text, fact)]
    return [(start, end) for start, end in found if _ends_line(text[:start][::-1]) or _ends_line(text[end:])]


def _ends_line(rest: str) -> bool:
    """Return whether nothing but marks and spaces stands before the next line break."""
    return re.match(r"[\W_]{0,8}(?:\n|\Z)", rest) is not None


def _opens_paragraph(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n" or (at > 1 and text[at - 2] == "\n" and text[at - 1] in "\"“'‘")


def _misnamed(reason: str | None, spans: list[Span], at_marks: list[Span], text: str) -> bool:
    """Return whether a reason is none for the marks and numbers that it sets aside."""
    with_marks = not set(at_marks).isdisjoint(spans)
    if reason in OF_NUMBERS and any(MONEY_OR_SHARE.search(text[max(0, a - 2) : b + 9]) for a, b in spans):
        return True
    if reason in {"date", "time_span"} and not with_marks:
        around = [(max(0, start - 20), start, end) for start, end in spans]
        return not all(_in_time(text, *of_one) for of_one in around)
    return (reason in OF_MARKS and not with_marks) or (reason in OF_NUMBERS and with_marks)


def _in_time(text: str, begin: int, start: int, end: int) -> bool:
    """Return whether the number from start to end is one of time by the words around it."""
    return (start - begin, end - begin) in of_time(text[begin : end + 30])


def account(article: Article, source: pd.Series, tables: Tables, placed: dict[str, Placed]) -> Account:
    """Return the account of one article; `source` is its row of sources, `placed` are the anchored rows by table."""
    text, source_id, ignored = article.text, str(source["source_id"]), tables["ignored"]
    here = {name: of_table.spans(source_id) for name, of_table in placed.items()}
    set_aside = here["ignored"]
    aside = Cover(span for _, span in set_aside)
    figures = [span for _, span in here["figures"]]
    quotes = [(start - 1, end + 1) for _, (start, end) in here["quotes"]]
    worded = [span for name in ("events", "quotes", "figures") for span in _date_words(tables[name], here[name], text)]
    facts = _facts(source, text)
    stated = Cover([*figures, *worded, *dates(text), *facts])
    quotes += facts
    quoted, reproduced = Cover(quotes), isinstance(source["original_publisher_id"], str)
    found, at_marks = numbers(text), [(at, at + 1) for at in marks(text)]
    left_numbers = [span for span in found if span not in stated]
    left_marks = [
        span for span in at_marks if span not in quoted and not (reproduced and _opens_paragraph(text, span[0]))
    ]
    left = sorted(left_numbers + left_marks)
    starts = [start for start, _ in left]
    covered = {
        row: [span for span in left[bisect_left(starts, start) : bisect_left(starts, end)] if span[1] <= end]
        for row, (start, end) in set_aside
    }
    return Account(
        source_id,
        len(found),
        len(at_marks),
        [span for span in left_numbers if span not in aside],
        [span for span in left_marks if span not in aside],
        [row for row, here in covered.items() if not here],
        [row for row, here in covered.items() if len(here) > MOST_ASIDE],
        [row for row, here in covered.items() if here and _misnamed(ignored.cell(row, "reason"), here, at_marks, text)],
        sum(span in aside for span in left),
    )


def _context(text: str, span: Span) -> str:
    start, end = max(0, span[0] - 30), min(len(text), span[1] + 30)
    return shown(text[start:end], 90)


def _open(article: Article, span: Span, what: str, hint: str) -> Problem:
    words, line = article.text[span[0] : span[1]], article.text.count("\n", 0, span[0]) + 1
    message = f"{what} {shown(words)} is not accounted for, in {_context(article.text, span)}"
    return Problem(article.path, line, "accounting", "not_accounted", message, hint)


def account_problems(found: Account, article: Article, ignored: Table) -> list[Problem]:
    """Return what an account leaves open, and the [[ignored]] entries that it does not need."""
    aside = "or add [[ignored]] with its reason, in the sheet beside it"
    numbers, marks = found.open_numbers[:MOST_SHOWN], found.open_marks[:MOST_SHOWN]
    problems = [_open(article, span, "number", f"code it as a figure, {aside}") for span in numbers]
    problems += [_open(article, span, "mark", f"take it into a quote, {aside}") for span in marks]
    more = len(found.open_numbers) + len(found.open_marks) - len(numbers) - len(marks)
    if more:
        message = f"{more:,} more numbers and marks are not accounted for"
        problems.append(
            Problem(article.path, 0, "accounting", "not_accounted", message, "mend the first and run again")
        )
    for row in found.idle:
        message = f"{shown(ignored.cells.at[row, 'text'])} sets nothing aside: it has no open number or mark in it"
        problems.append(ignored.problem(row, "text", "idle_ignored", message, "strike this [[ignored]]"))
    for row in found.misnamed:
        message = (
            f"{shown(ignored.cell(row, 'reason'))} is no reason for what {shown(ignored.cell(row, 'text'))} sets aside"
        )
        hint = "scare_quotes, imputed and stray_mark are for marks, the others for numbers, "
        hint += "date and time_span for those that date something or measure time; money is a figure"
        problems.append(ignored.problem(row, "reason", "reason_of_ignored", message, hint))
    for row in found.greedy:
        message = f"{shown(ignored.cells.at[row, 'text'])} sets aside more than {MOST_ASIDE} numbers and marks"
        hint = "one [[ignored]] is for one thing: write several, each with its reason"
        problems.append(ignored.problem(row, "text", "greedy_ignored", message, hint))
    return problems


def _language(article: Article, language: object) -> tuple[str, str, str] | None:
    """Return (code, message, hint) where an article's numbers in words cannot be looked for, None where they can."""
    if language not in codes("language"):
        return None  # said already
    if language not in WORDS["languages"]:
        message = f"{shown(language)} has no list of number words, so no machine can tell whether the coding is full"
        hint = 'write coding = "none" and no rows, until scripts/checks/scan.toml has its words'
        return "language_not_scanned", message, hint
    words = article.text.split()
    if len(words) >= LEAST_WORDS and len(COMMONEST.findall(article.text)) < LEAST_COMMON * len(words):
        message = f"{shown(language)} is not the language of {article.path}: its commonest words are hardly there"
        return "other_language", message, "correct the language"
    return None


def _unanchored(tables: Tables, ignored: Table) -> set[str]:
    """Return the sources that have a row whose place in the article is not known."""
    found = set()
    for table in (tables["events"], tables["quotes"], tables["figures"], ignored):
        lost = {row for row, column in table.broken if column in {"start", "end"}}
        found |= {table.cell(row, "source_id") or "" for row in lost}
    return found


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
    sources = tables["sources"].cells
    passed_over = _unanchored(tables, ignored) | unreadable
    anchored = {"ignored": ignored} | {name: tables[name] for name in ("events", "quotes", "figures")}
    placed = {name: Placed(table) for name, table in anchored.items()}
    for row, source in sources[sources["coding"].isin(IN_FULL)].iterrows():
        article = articles.get(str(source["source_id"]))
        if article is None or article.path != source["path"]:
            continue
        if (wrong := _language(article, source["language"])) is not None:
            problems.append(tables["sources"].problem(int(str(row)), "language", *wrong))
        elif source["source_id"] not in passed_over:
            made.append(account(article, source, tables, placed))
            problems += account_problems(made[-1], article, ignored)
    return made, problems
