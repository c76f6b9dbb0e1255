"""The words of a date against its bounds: a day, month or year that is named, and a weekday."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from schemas import TABLES
from scripts.checks.scan import WORDS, any_of
from scripts.problem import Problem
from scripts.sheets.dates import bounds as bounds_of
from scripts.tables.table import DATES, Tables

DATED = {  # table: first and last day
    name: pair
    for name, table in TABLES.items()
    if "date_text" in table.names
    for pair in DATES.items()
    if pair[0] in table.names
}
YEAR = r"(?:1[89]|20)\d\d"
DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?!\d)"
DAYS = rf"({DAY}(?:\s*(?:,|–|-|/|and|to|or)\s*(?:and\s+)?(?:the\s+)?{DAY}){{0,4}})"
MONTH = rf"({any_of('months')})\.?"
NAMED = re.compile(
    rf"(?<!\d)(?P<iso>{YEAR}-(?:0[1-9]|1[0-2])(?:-\d\d)?)(?!\d)"
    rf"|(?<![\d\w]){DAYS}\s+(?:of\s+)?{MONTH}(?!\w)(?:,?\s+({YEAR}))?(?!\d)"
    rf"|(?<!\w){MONTH}\s+{DAYS}(?!\w)(?:\s*\(\w+\))?(?:,?\s+\(?({YEAR}))?(?!\d)"
    rf"|(?<!\w){MONTH}(?!\w)(?:,?\s+({YEAR}))?(?!\d)"
    rf"|(?<![\d.,])({YEAR})(?:[–/-](\d\d))?(?![\d,]\d|s\b)"
)
NUMERIC = re.compile(r"(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)")  # the day first, or the month
WEEKDAY = re.compile(rf"(?<!\w)({any_of('weekdays')})(?!\w)")
ENDS, BEGINS = (re.compile(rf"(?:{any_of(way)})(?!\w)", re.IGNORECASE) for way in ("ends", "begins"))
BEFORE = re.compile(rf"(?:before|prior to)\s+(?:the\s+)?(?={NAMED.pattern})", re.IGNORECASE)
SHIFTED = re.compile(rf"(?<!\w)(?:{any_of('shifts')})(?!\w)", re.IGNORECASE)
PART = re.compile(rf"(?<!\w)(?:{any_of('parts_of_time')})(?!\w)", re.IGNORECASE)
MONTH_AT_MOST = timedelta(days=31)
ONE = timedelta(days=1)
Period = tuple[date, date]
Bounds = tuple[date | None, date | None]
Part = tuple[int | None, int | None, int | None]  # year, month, day, of which a year may be lacking


def _month(name: str) -> int:
    first = [month[:3].lower() for month in WORDS["months"][:12]]
    return first.index(name[:3].lower()) + 1


def named(text: str) -> tuple[Part, ...]:
    """Return the dates that a text names; “in 2016–2017” has two, “3 and 4 April” too, “3/4/2023” none for certain."""
    parts: list[Part] = []
    for match in NAMED.finditer(text) if NUMERIC.search(text) is None else ():
        iso, days, month, year, month2, days2, year2, month3, year3, year4, short = match.groups()
        if iso:
            parts.append(tuple([*map(int, iso.split("-")), None][:3]))  # type: ignore[arg-type]
            continue
        its, name, days = year or year2 or year3 or year4, month or month2 or month3, days or days2 or ""
        of_year, number = int(its) if its else None, _month(name) if name else None
        parts += [(of_year, number, int(day)) for day in re.findall(r"\d+", days)] or [(of_year, number, None)]
        if short:
            parts.append((int(f"{its[:2]}{short}"), None, None))
    last = next((part[0] for part in reversed(parts) if part[0]), None)
    return tuple((year or last, month, day) for year, month, day in parts)


def period(parts: tuple[Part, ...], year: int) -> Period | None:
    """Return the time from the first part to the last, in this year where none is named; None for no such day."""
    days = []
    for its_year, month, day in parts:
        form = "-".join([f"{its_year or year:04}", *(f"{part:02}" for part in (month, day) if part)])
        try:
            days += [date.fromisoformat(bound) for bound in bounds_of(form)]
        except ValueError:  # 29 February of another year, or no such day at all
            return None
    return (min(days), max(days)) if days else None


@dataclass(frozen=True)
class Said:
    """The words of a date, what they name, and the bounds, basis and publication that go with them."""

    words: str
    parts: tuple[Part, ...]
    bounds: Bounds
    basis: str | None
    published: date | None

    @cached_property
    def given(self) -> list[date]:
        """The bounds that are not open."""
        return [day for day in self.bounds if day]

    @cached_property
    def in_full(self) -> Period | None:
        """The time that the words name, where they name its year and nothing shifts it."""
        whole = self.parts and all(year for year, _, _ in self.parts)
        return period(self.parts, 0) if whole and not SHIFTED.search(self.words) else None


def _side_is_open(said: Said) -> str | None:
    if ENDS.match(said.words) and said.bounds[1] is None:
        return "latest_in_words"
    return "earliest_in_words" if BEGINS.match(said.words) and said.bounds[0] is None else None


def _other_weekday(said: Said) -> str | None:
    days, given = set(WEEKDAY.findall(said.words)), said.given
    one_day = len(given) == 2 and given[0] == given[1] and len(days) == 1
    if said.parts or not one_day or SHIFTED.search(said.words):
        return None
    if WORDS["weekdays"][given[0].weekday()] not in days:
        return "weekday_in_words"
    long_ago = said.published is not None and said.published - given[0] > MONTH_AT_MOST
    return "weekday_long_ago" if long_ago and said.basis == "relative" else None


def _other_date(said: Said) -> str | None:
    if said.basis == "relative" and SHIFTED.search(said.words):
        return None  # “two years after 2019”
    years = {day.year + more for day in said.given for more in (-1, 0, 1)}
    periods = [found for year in years if (found := period(said.parts, year))]
    if not said.parts or any(first - ONE <= day <= last + ONE for first, last in periods for day in said.given):
        return None
    first, last = said.bounds
    wide = any((not first or first <= a) and (not last or b <= last) for a, b in periods)
    return "words_are_narrower" if wide else "date_in_words"


def _not_before(said: Said) -> str | None:
    latest = said.bounds[1]
    if latest is None or len(said.parts) != 1 or not BEFORE.match(said.words):
        return None
    first, last = period(said.parts, latest.year) or (latest, latest)
    return "before_in_words" if first < last == latest else None


def _other_basis(said: Said) -> str | None:
    return "basis_in_words" if said.basis in {"inferred", "relative"} and said.in_full == said.bounds else None


def _other_width(said: Said) -> str | None:
    if said.basis != "stated" or said.in_full is None:
        return None
    (first, last), given = said.in_full, said.given
    if len(given) < 2 or given[0] < first or given[-1] > last:
        return "words_are_narrower"
    narrower = given[0] > first or (given[-1] < last and given[-1] != said.published)
    return "words_are_wider" if narrower and not PART.search(said.words) else None


DISAGREEMENTS = (_side_is_open, _other_weekday, _other_date, _not_before, _other_basis, _other_width)


@lru_cache(maxsize=100_000)
def disagreement(words: str, bounds: Bounds, basis: str | None, published: date | None) -> str | None:
    """Return the code of that in which the words and the bounds disagree; None where the words name no other date."""
    said = Said(words, named(words), bounds, basis, published)
    return next((code for one in DISAGREEMENTS if (code := one(said))), None)


def _day(cell: object) -> date | None:
    return date.fromisoformat(cell) if isinstance(cell, str) else None


def words_and_dates_agree(tables: Tables) -> Iterator[Problem]:
    """What date_text names of day, month, year and weekday is what the bounds say, unless the row says why not."""
    published = {key: _day(latest) for _, key, latest in tables["sources"].values("source_id", "date_latest")}
    for name, columns in DATED.items():
        table = tables[name]
        broken = {row for row, column in table.broken if column in columns}
        basis_in = "date_basis" if "date_basis" in table.schema.names else "date_text"
        cells = ("source_id", "issue", basis_in, "date_text", *columns)
        for row, source, issue, basis, words, first, last in table.texts(table.sound("date_text"), *cells):
            bounds = (_day(first), _day(last)) if row not in broken else (None, None)
            if bounds == (None, None) or issue in {"source_error", "conflict"}:
                continue
            if code := disagreement(words, bounds, basis, published.get(source)):
                day = bounds[0] or bounds[1] or date.min
                shown = {"days": " to ".join(str(bound or "..") for bound in bounds), "basis": basis}
                yield table.problem(row, "date_text", code, words=words, day=day, weekday=f"{day:%A}", **shown)
