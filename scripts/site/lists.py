"""A row as a line of a list: what it is called, when it was, what became of it, and who reports it."""

from typing import Any

from scripts.site.edition import Edition
from scripts.site.resources import VIEWS
from scripts.site.times import days
from scripts.tables.table import DATES, Row

GROUPS: dict[str | None, str] = {code: group["id"] for group in VIEWS["status"] for code in group["codes"]}

Shown = dict[str, Any]  # a row, and what else a template or a picture needs of it


def moment(row: Row) -> str | None:
    """Return when a row was, in words: by its dates, or else by the day by which it was told."""
    for first, last in DATES.items():
        if first in row and (words := days(row[first], row[last])):
            return words
    known_by = row.get("known_by")
    return f"no date, told by {days(known_by, known_by)}" if known_by else None


def day(row: Row) -> str:
    """Return the day that a row is sorted by: its last, else the one by which it was told, else its first."""
    known = (row.get(name) for first, last in DATES.items() for name in (last, "known_by", first))
    return next((one for one in known if one), "9999")


def line(edition: Edition, table: str, row: Row) -> Shown:
    """Return a row as the template lists it."""
    fields = edition.resources[table].by_name
    return {
        "cell": edition.row(table, row),
        "group": GROUPS.get(row.get("status")),
        "when": moment(row),
        "day": day(row),
        "facts": [
            cell
            for name in ("status", "kind", "source_id")
            if name in fields
            and (name != "source_id" or table != "sources")
            and (cell := edition.cell(fields[name], row))
        ],
    }


def lines(edition: Edition, table: str, rows: list[Row]) -> list[Shown]:
    """Return rows as the template lists them, in time order."""
    return sorted((line(edition, table, row) for row in rows), key=lambda one: one["day"])
