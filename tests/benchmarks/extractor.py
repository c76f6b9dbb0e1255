"""Figures and dates of the coded articles, ours beside quantulum3 and dateparser, and the extractor's speed.

Run by `make bench-extract`. Prints for each the rows found, F1 by overlap against the coding sheets, how often the value
is the same, and the time for 1,000 words; then articles of 1,000 words a second over 2,000 made articles.
"""

import random
import resource
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from scripts.checks.scan import dates as dates_by_rule
from scripts.draft.article import draft
from scripts.draft.dataset import actors
from scripts.draft.dates import dates
from scripts.draft.figures import figures
from scripts.draft.source import facts
from scripts.evaluate.drafts import coded_items, dated_items
from scripts.evaluate.score import Item, Score, score
from scripts.sheets.read import Seeds, read_sheet

ROOT = Path(__file__).resolve().parent.parent.parent
Reader = Callable[[str, date], list[Item]]
ARTICLES = 2000


def _our_figures(text: str, _: date) -> list[Item]:
    found, _asides = figures(text, dates_by_rule(text) + facts(text).spans)
    return [Item(one.span, text[one.span[0] : one.span[1]], {"value": str(one.value)}) for one in found]


def _quantulum(text: str, _: date) -> list[Item]:
    from quantulum3 import parser

    found: Any = parser.parse(text)
    return [Item(one.span, one.surface, {"value": str(one.value)}) for one in found]


def _our_dates(text: str, published: date) -> list[Item]:
    return [
        Item(one.span, text[one.span[0] : one.span[1]], {"date_earliest": str(one.earliest or "")})
        for one in dates(text, (published, published))
    ]


def _dateparser(text: str, published: date) -> list[Item]:
    from datetime import datetime

    from dateparser.search import search_dates

    base = datetime(published.year, published.month, published.day)  # noqa: DTZ001 - days have no zone
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    items, at = [], 0
    found: Any = search_dates(text, languages=["en"], settings=settings) or []
    for words, when in found:
        start = text.find(words, at)
        if start >= 0:
            items.append(Item((start, start + len(words)), words, {"date_earliest": when.date().isoformat()}))
            at = start + len(words)
    return items


def _articles() -> list[tuple[str, date, list[Item], list[Item]]]:
    """Return (text, last day of publication, coded figures, coded dates) of every coded article."""
    found = []
    for sheet in sorted(ROOT.glob("seeds/[0-9]*.toml")):
        seeds = Seeds()
        read_sheet(ROOT, f"seeds/{sheet.name}", f"seeds/{sheet.stem}.txt", seeds)
        [article] = seeds.articles.values()
        rows = {name: coded_items(seeds.rows.get(name, [])) for name in ("events", "quotes", "figures")}
        published = date.fromisoformat(seeds.rows["sources"][0].cells["date_latest"])
        found.append(
            (article.text, published, rows["figures"], dated_items(rows["events"] + rows["quotes"], article.text))
        )
    return found


def _compare(name: str, read: Reader, value: str, *, of_figures: bool) -> None:
    total, words, spent = Score(), 0, 0.0
    for text, published, coded_figures, coded_dates in _articles():
        begin = time.perf_counter()
        items = read(text, published)
        spent += time.perf_counter() - begin
        words += len(text.split())
        total.add(score(coded_figures if of_figures else coded_dates, items, [value]))
    same = total.same[value] / max(1, total.paired)
    print(f"{name:32} {total.coded:5} {total.drafted:5} {total.f1:6.2f} {same:6.2f} {1e6 * spent / words:8.1f}")


def _speed() -> None:
    """Draft made articles: sentences of the coded ones in another order, 1,000 words each."""
    rng = random.Random(1)
    lines = [line for text, *_ in _articles() for line in text.split("\n") if len(line.split()) > 5]
    made = []
    for _ in range(ARTICLES):
        words, parts = 0, []
        while words < 1000:
            parts.append(rng.choice(lines))
            words += len(parts[-1].split())
        made.append("\n\n".join(parts))
    known = actors(ROOT)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    for text in made:
        draft(text, (date(2022, 8, 1), date(2022, 8, 1)), known, facts(text).spans)
    spent = time.perf_counter() - begin
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(
        f"\n{ARTICLES} articles of 1,000 words: {ARTICLES / spent:.1f} a second on one core, memory +{grown // 1024} MB"
    )


def main() -> None:
    """Print the comparison and the speed."""
    print(f"{'':32} {'coded':>5} {'found':>5} {'F1':>6} {'value':>6} {'ms/1000 words':>8}")
    _compare("figures, ours", _our_figures, "value", of_figures=True)
    _compare("figures, quantulum3", _quantulum, "value", of_figures=True)
    _compare("dates, ours", _our_dates, "date_earliest", of_figures=False)
    _compare("dates, dateparser", _dateparser, "date_earliest", of_figures=False)
    _speed()


if __name__ == "__main__":
    main()
