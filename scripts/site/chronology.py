"""The chronology: every distinct act in words, by the year of its last day, and those without a date apart."""

from typing import Any

from scripts.site.edition import Edition
from scripts.site.lists import lines


def chronology(edition: Edition) -> dict[str, Any]:
    """Return what the template of the chronology needs."""
    dated = [row for row in edition.tables["acts"] if row["date_earliest"] or row["date_latest"]]
    undated = [row for row in edition.tables["acts"] if not row["date_earliest"] and not row["date_latest"]]
    years: dict[str, Any] = {}
    for one in lines(edition, "acts", dated):
        years.setdefault(one["day"][:4], []).append(one)
    return {"years": years, "dated": len(dated), "undated": lines(edition, "acts", undated)}
