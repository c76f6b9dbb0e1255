"""A time between two days, in words."""

import calendar
from datetime import date


def _of(day: date, *, with_year: bool = True) -> str:
    return f"{day.day} {_month(day, with_year=with_year)}"


def _month(day: date, *, with_year: bool = True) -> str:
    return calendar.month_name[day.month] + (f" {day.year}" if with_year else "")


def _between(first: date, last: date) -> str:
    one_year, one_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    if first == last:
        return _of(first)
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        if (first.month, last.month) == (1, 12):
            return str(first.year) if one_year else f"{first.year} to {last.year}"
        return _month(first) if one_month else f"{_month(first, with_year=not one_year)} to {_month(last)}"
    return f"{first.day if one_month else _of(first, with_year=not one_year)} to {_of(last)}"


def days(first: str | None, last: str | None) -> str | None:
    """Return a time in words, None where it is open at both ends; what is no day stays as it is written.

    >>> days("2022-07-14", "2022-07-14"), days("2022-07-01", "2022-07-31"), days("2022-03-01", "2022-05-31")
    ('14 July 2022', 'July 2022', 'March to May 2022')
    >>> days("2022-07-26", "2022-08-02"), days("2020-01-01", "2020-12-31"), days(None, "2017-12-31")
    ('26 July to 2 August 2022', '2020', 'until 31 December 2017')
    """
    try:
        start, end = (date.fromisoformat(day) if day else None for day in (first, last))
    except ValueError:
        return " to ".join(day for day in (first, last) if day)
    if start and end:
        return _between(start, end)
    return f"from {_of(start)}" if start else f"until {_of(end)}" if end else None
