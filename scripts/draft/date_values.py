"""The first and last day of a date in words that names its day, month, season or year."""

import calendar
import re
from datetime import date

MONTHS = {name[:3].lower(): i for i, name in enumerate(calendar.month_name) if name}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}

Resolved = tuple[date, date, str]  # first day, last day, basis
Parts = dict[str, str]  # the named parts of a date's words


def month_days(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _month(words: str) -> int:
    return MONTHS[words[:3].lower()]


def _basis(parts: Parts) -> str:
    return "stated" if "year" in parts else "inferred"


class Calendar:
    """Resolves dates by their own words and the day of publication; `ahead` says that the words look ahead.

    Each `of_…` takes the parts of a date of its kind and returns None where they give no date.
    """

    def __init__(self, published: tuple[date | None, date | None]) -> None:
        self.today = published[1] or published[0]
        self.exact = published[0] is not None and published[0] == published[1]
        self.ahead = False
        self.year: int | None = self.today.year if self.today else None  # the last one named

    def without_year(self, month: int, day: int | None) -> int | None:
        """Return the year of a month or day without one.

        It is the last such one before publication, or the next where the words look ahead; else the last year named.
        """
        if self.today is None:
            return self.year
        if self.ahead:
            return self.today.year + ((month, day or 31) < (self.today.month, self.today.day))
        return self.today.year - ((month, day or 1) > (self.today.month, self.today.day))

    def of_iso(self, parts: Parts) -> Resolved:
        day = date.fromisoformat(parts["iso"])
        return day, day, "stated"

    def of_month_day(self, parts: Parts) -> Resolved | None:
        month, day = _month(parts["month"]), int(re.sub(r"\D", "", parts["day"]))
        year = int(parts["year"]) if "year" in parts else self.without_year(month, day)
        if year is None or day > calendar.monthrange(year, month)[1]:
            return None
        found = date(year, month, day)
        return found, found, _basis(parts)

    def of_month(self, parts: Parts) -> Resolved | None:
        month = _month(parts["month"])
        year = int(parts["year"]) if "year" in parts else self.without_year(month, None)
        return (*month_days(year, month), _basis(parts)) if year else None

    def of_months(self, parts: Parts) -> Resolved | None:
        first, last = (_month(parts[name]) for name in ("month", "last"))
        year = int(parts["year"]) if "year" in parts else self.without_year(last, None)
        if year is None:
            return None
        return month_days(year - (first > last), first)[0], month_days(year, last)[1], _basis(parts)

    def of_quarter(self, parts: Parts) -> Resolved | None:
        count = {"quarter": 4, "half": 2}[parts["of"].lower()]
        which = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": count - 1}[parts["part"].lower()]
        year = int(parts["year"]) if "year" in parts else self.today.year if self.today else None
        if year is None or which >= count or (parts["of"].lower() == "half" and not {"year", "which"} & set(parts)):
            return None
        year -= parts.get("which", "").lower().startswith("last")
        months = 12 // count
        first, last = which * months + 1, (which + 1) * months
        return month_days(year, first)[0], month_days(year, last)[1], _basis(parts)

    def of_season(self, parts: Parts) -> Resolved:
        first, last = SEASONS[parts["season"].lower()]
        year = int(parts["year"])
        return month_days(year, first)[0], month_days(year + (last < first), last)[1], "stated"

    def of_years(self, parts: Parts) -> Resolved:
        first, last = int(parts.get("year") or parts["year2"]), int(parts.get("last") or parts["last2"])
        return date(first, 1, 1), date(max(first, last), 12, 31), "stated"

    def of_decade(self, parts: Parts) -> Resolved:
        year = int(parts["year"])
        return date(year, 1, 1), date(year + 9, 12, 31), "stated"

    def of_year(self, parts: Parts) -> Resolved:
        year = int(parts["year"])
        return date(year, 1, 1), date(year, 12, 31), "stated"
