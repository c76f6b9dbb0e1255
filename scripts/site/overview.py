"""What the overview shows: counts, and the data of its pictures."""

from collections import Counter, defaultdict
from decimal import Decimal
from typing import Any

from schemas import TABLES
from scripts.site.edition import Edition
from scripts.site.resources import VIEWS
from scripts.site.times import days
from scripts.spans import ANCHORED
from scripts.tables.table import Row

MOST_SPEAKERS = 30
OLDEST = (
    0.1  # share of the dated acts, at most, that the timeline leaves to its beginning, so that it is not drawn thin
)
GROUPS: dict[str | None, str] = {code: group["id"] for group in VIEWS["status"] for code in group["codes"]}
LETTERS = {TABLES[name][TABLES[name].key[0]].letter: name for name in ANCHORED}

Shown = dict[str, Any]  # a row, and what else the template or a picture needs of it


def _acts(edition: Edition) -> list[Shown]:
    """Return the events with the group of their status and their time; those that lack a code are left out."""
    return [
        row
        | {"called": row["label"] or row["text"]}
        | {"group": GROUPS[row["status"]], "when": days(row["date_earliest"], row["date_latest"])}
        for row in edition.tables["events"]
        if row["status"] in GROUPS and row["event_type"] and row["topic"]
    ]


def timeline(acts: list[Shown]) -> dict[str, Any]:
    """Return the distinct acts that have both bounds, from the year in which all but the oldest tenth begin.

    `before` are the older ones, `open` those with one bound, `undated` those without.
    """
    dated = sorted(
        (act for act in acts if act["date_earliest"] and act["date_latest"]), key=lambda a: a["date_earliest"]
    )
    first = dated[int(len(dated) * OLDEST)]["date_earliest"][:4] if dated else ""
    return {
        "acts": [act for act in dated if act["date_earliest"] >= first],
        "before": [act for act in dated if act["date_earliest"] < first],
        "open": [act for act in acts if bool(act["date_earliest"]) != bool(act["date_latest"])],
        "undated": [act for act in acts if not act["when"]],
        "since": first,
    }


def speakers(edition: Edition) -> list[Shown]:
    """Return the speakers, those who are quoted most first, with the number of their statements by topic."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in edition.tables["quotes"]:
        if row["speaker_id"] and row["topic"]:
            found[row["speaker_id"]][row["topic"]] += 1
    made: list[Shown] = [
        {"id": key, "name": edition.called("actors", key), "count": topics.total(), "topics": topics}
        for key, topics in found.items()
    ]
    return sorted(made, key=lambda speaker: (-speaker["count"], speaker["name"]))


def _figure(edition: Edition, row: Row) -> Shown:
    """Return a figure with its value in words, its time, and who gives it."""
    least, most = (f"{Decimal(value):,f}" if value else "" for value in (row["value"], row["value_max"]))
    claimed_by = row["claimed_by"]
    return row | {
        "number": float(row["value"] or 0),
        "words": VIEWS["qualifier"].get(row["qualifier"], "") + least + (f" to {most}" if most else ""),
        "when": days(row["period_start"], row["period_end"]) or "no date",
        "by": edition.called("actors", claimed_by) if claimed_by else f"{row['source_id']} in its own voice",
        "order": row["period_end"] or row["period_start"] or "",
    }


def measures(edition: Edition) -> list[Shown]:
    """Return every measure with its figures by time, those with most figures first; units are kept apart."""
    found: dict[tuple[str, str], list[Shown]] = defaultdict(list)
    for row in edition.tables["figures"]:
        if row["measure_id"] and row["value"] and row["unit"]:
            found[row["measure_id"], row["unit"]].append(_figure(edition, row))
    made: list[Shown] = [
        {
            "id": measure,
            "unit": unit,
            "name": edition.called("measures", measure),
            "figures": sorted(figures, key=lambda figure: figure["order"]),
        }
        for (measure, unit), figures in found.items()
    ]
    return sorted(made, key=lambda measure: (-len(measure["figures"]), measure["name"]))


def shared(events: list[Shown]) -> list[Shown]:
    """Return the acts that more than one article reports, with the rows in each, those in most articles first."""
    first = {row["event_id"]: row for row in events if row["act_id"] == row["event_id"]}
    reports: dict[str, list[Shown]] = defaultdict(list)
    for row in events:
        reports[row["act_id"]].append(row)
    articles = {key: len({row["source_id"] for row in rows}) for key, rows in reports.items() if key in first}
    several = sorted((key for key, number in articles.items() if number > 1), key=lambda key: -articles[key])
    return [{"act": first[key], "rows": reports[key]} for key in several]


def listed(edition: Edition) -> list[Shown]:
    """Return the articles by date, with the number of their rows."""
    rows = Counter(row["source_id"] for name in ANCHORED for row in edition.tables[name])
    made: list[Shown] = [
        source
        | {
            "publisher": edition.called("actors", source["publisher_id"] or "no publisher"),
            "date": days(source["date_earliest"], source["date_latest"]) or "no date",
            "rows": rows[source["source_id"]],
            "whole": source["source_id"] in edition.whole,
        }
        for source in edition.tables["sources"]
    ]
    return sorted(made, key=lambda source: source["date_earliest"] or "")


def overview(edition: Edition) -> dict[str, Any]:
    """Return everything that the overview shows."""
    events = _acts(edition)
    acts = [act for act in events if act["act_id"] == act["event_id"]]
    quoted = speakers(edition)
    topics = next(field.codes for field in edition.resources["events"].fields if field.name == "topic")
    return {
        "articles": listed(edition),
        "counts": {name: len(table) for name, table in edition.tables.items()},
        "acts": acts,
        "groups": [group | {"count": sum(act["group"] == group["id"] for act in acts)} for group in VIEWS["status"]],
        "timeline": timeline(acts),
        "speakers": quoted[:MOST_SPEAKERS],
        "speakers_left": len(quoted) - MOST_SPEAKERS,
        "topics": [code for code in topics if any(code in speaker["topics"] for speaker in quoted[:MOST_SPEAKERS])],
        "act_topics": [code for code in topics if any(code == act["topic"] for act in acts)],
        "measures": measures(edition),
        "shared": shared(events),
        "letters": LETTERS,
    }
