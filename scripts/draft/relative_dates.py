"""The first and last day of a date that counts from another one, or from the day of publication."""

import calendar
from datetime import date, timedelta

from scripts.checks.scan import word_value
from scripts.draft.date_values import SEASONS, Calendar, Parts, Resolved, month_days

WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
# Words before a unit of time: which one they mean, as it is today or was at the last date.
NOW = {"last", "this", "next", "earlier this"}
SAME = {"this", "the same", "that same", "that", "earlier this", "later that", "earlier that"}
BACK = {"last", "the previous", "before", "earlier"}
FEW, FEW_DAYS = 10, 6  # units that “several” are at most


def _number(text: str) -> int | None:
    """Return a small number in digits or words, None where it says no more than several."""
    low = " ".join(text.lower().split())
    if low in {"a", "an", "one"}:
        return 1
    if low.isdigit():
        return int(low)
    value, _ = word_value(low)
    return int(value) if value is not None else None


def _minus(day: date, count: int, unit: str) -> tuple[date, date]:
    """Return the bounds of the unit that lies `count` units before (or, negative, after) a day."""
    if unit == "day":
        found = day - timedelta(days=count)
        return found, found
    if unit == "week":
        found = day - timedelta(weeks=count)
        monday = found - timedelta(days=found.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        index = day.year * 12 + day.month - 1 - count
        return month_days(index // 12, index % 12 + 1)
    year = day.year - count * (10 if unit == "decade" else 1)
    return date(year, 1, 1), date(year, 12, 31)


class Resolver(Calendar):
    """Resolves dates in the order of a text; remembers the last one, from which relative ones count."""

    def __init__(self, published: tuple[date | None, date | None]) -> None:
        super().__init__(published)
        self.last: tuple[date, date] | None = None

    def resolve(self, kind: str, parts: Parts) -> Resolved | None:
        """Return a date of a kind by the named parts of its words, None where it cannot be resolved."""
        try:
            found: Resolved | None = getattr(self, f"of_{kind}")(parts)
        except (ValueError, OverflowError):  # no such day, or beyond the calendar
            return None
        if found is not None:
            first, last, basis = found
            self.last = (first if first != date.min else last, last)
            self.year = last.year if basis == "stated" else self.year
        return found

    def of_weekday(self, parts: Parts) -> Resolved | None:
        if self.today is None or not self.exact:
            return None
        found = self.today - timedelta(days=(self.today.weekday() - WEEKDAYS[parts["weekday"].lower()]) % 7)
        return found, found, "relative"

    def of_ago(self, parts: Parts) -> Resolved | None:
        count, unit, way = _number(parts["count"]), parts["unit"].lower().rstrip("s"), parts["way"].lower()
        base = self.today if way == "ago" else (self.last[0] if self.last else None)
        if base is None:
            return None
        if count is None:
            return _minus(base, FEW_DAYS if unit == "day" else FEW, unit)[0], base, "relative"
        return (*_minus(base, count if way in {"ago", "earlier", "before"} else -count, unit), "relative")

    def of_which(self, parts: Parts) -> Resolved | None:
        which, unit = " ".join(parts["which"].lower().split()), parts["unit"].lower()
        now = which in NOW
        base = self.today if now else (self.last[0] if self.last else None)
        if base is None or unit in SEASONS:
            return None
        if which in SAME:
            first, last = _minus(base, 0, unit)
            return first, min(last, base) if now else last, "relative"
        back = which in BACK
        return (*_minus(base, 1 if back else -1, unit), "relative")

    def of_day(self, parts: Parts) -> Resolved | None:
        if self.today is None or not self.exact:
            return None
        found = self.today - timedelta(days=parts["day"].lower() != "today")
        return found, found, "relative"

    def of_day_of_month(self, parts: Parts) -> Resolved | None:
        if self.today is None or not self.exact:
            return None
        day, month = int(parts["day"]), self.today.year * 12 + self.today.month - 1
        month -= day > self.today.day and not self.ahead
        year, index = month // 12, month % 12 + 1
        if day > calendar.monthrange(year, index)[1]:
            return None
        return date(year, index, day), date(year, index, day), "inferred"

    def of_past_season(self, parts: Parts) -> Resolved | None:
        if self.today is None:
            return None
        first, last = SEASONS[parts["season"].lower()]
        year = self.today.year
        if parts["which"].lower() == "last" and self.today.month <= last:
            year -= 1
        return month_days(year - (last < first), first)[0], month_days(year, last)[1], "relative"

    def of_end_of(self, parts: Parts) -> Resolved | None:
        return (date.min, _minus(self.today, 0, parts["unit"].lower())[1], "relative") if self.today else None

    def of_recent(self, _: Parts) -> Resolved | None:
        return (date.min, self.today, "relative") if self.today else None
