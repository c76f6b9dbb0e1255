"""Turn the date key of a sheet into the two bounds of the tables."""

import calendar
import re
from datetime import date

from scripts.problem import shown

PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
OPEN = ".."


def _bounds(part: str) -> tuple[str, str]:
    match = PART.fullmatch(part)
    if match is None:
        raise ValueError(f"{shown(part)} is not YYYY, YYYY-MM or YYYY-MM-DD")
    year = int(match[1])
    month, day = (int(group) if group else None for group in match.groups()[1:])
    first_month, last_month = (1, 12) if month is None else (month, month)
    if not 1 <= first_month <= 12:
        raise ValueError(f"{shown(part)} has no such month")
    last_day = calendar.monthrange(year, last_month)[1]
    if day is not None and not 1 <= day <= last_day:
        raise ValueError(f"{shown(part)} has no such day")
    return (
        date(year, first_month, day or 1).isoformat(),
        date(year, last_month, day or last_day).isoformat(),
    )


def bounds(text: str) -> tuple[str, str]:
    """Return (earliest, latest) as ISO dates, "" for an open end; raise ValueError on another form.

    "2022-07-14", "2022-07", "2022", "2022-07-26/2022-07-31", "../2019", "2019/..".
    """
    parts = text.split("/")
    if len(parts) == 1:
        return _bounds(text)
    if len(parts) != 2 or parts == [OPEN, OPEN]:
        raise ValueError("it is not one date or two with a slash")
    earliest = "" if parts[0] == OPEN else _bounds(parts[0])[0]
    latest = "" if parts[1] == OPEN else _bounds(parts[1])[1]
    return earliest, latest
