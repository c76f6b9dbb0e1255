"""What the overview shows: counts, and the data of its pictures."""

from collections import Counter, defaultdict
from decimal import Decimal
from typing import Any

from schemas import ANCHORED, TABLES
from scripts.site.edition import Edition
from scripts.site.lists import GROUPS, Shown, moment
from scripts.site.resources import VIEWS
from scripts.site.times import days
from scripts.tables.table import Row

RANK = "rank"  # the kind of a measure
MOST_SPEAKERS = 30
OLDEST = (
    0.1  # share of the dated acts, at most, that the timeline leaves to its beginning, so that it is not drawn thin
)
LETTERS = {TABLES[name][TABLES[name].key[0]].letter: name for name in ANCHORED}


def _acts(edition: Edition) -> list[Shown]:
    """Return the distinct acts as the pictures draw them, codes by their names; those that lack a code are left out."""
    made = []
    for row in edition.tables["acts"]:
        if row["status"] in GROUPS and row["event_type"] and row["topic"]:
            cell = edition.row("acts", row)
            named = {name: edition.called(name, str(row[name])) for name in ("event_type", "status", "topic")}
            told = {"called": cell.text, "href": cell.href, "code": row["topic"], "when": moment(row)}
            made.append(row | named | told | {"group": GROUPS[row["status"]]})
    return made


def timeline(acts: list[Shown]) -> dict[str, Any]:
    """Return the acts that have both bounds, from the year in which all but the oldest tenth begin.

    `before` are the older ones, `undated` those that lack a bound.
    """
    dated = sorted(
        (act for act in acts if act["date_earliest"] and act["date_latest"]), key=lambda act: act["date_earliest"]
    )
    first = dated[int(len(dated) * OLDEST)]["date_earliest"][:4] if dated else ""
    return {
        "acts": [act for act in dated if act["date_earliest"] >= first],
        "before": [act for act in dated if act["date_earliest"] < first],
        "undated": [act for act in acts if not act["date_earliest"] or not act["date_latest"]],
        "since": first,
    }


def speakers(edition: Edition) -> list[Shown]:
    """Return the speakers, those who are quoted most first, with the number of their statements by topic."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in edition.tables["quotes"]:
        if row["speaker_id"] and row["topic"]:
            found[row["speaker_id"]][edition.called("topic", row["topic"])] += 1
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
    """Return every measure with its figures by time, those with most figures first; units are kept apart.

    Several figures are drawn as bars, unless they are ranks, of which no length says anything.
    """
    kinds = {row["measure_id"]: row["kind"] for row in edition.tables["measures"]}
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
            "drawn": len(figures) > 1 and kinds.get(measure) != RANK,
        }
        for (measure, unit), figures in found.items()
    ]
    return sorted(made, key=lambda measure: (-len(measure["figures"]), measure["name"]))


def shared(edition: Edition) -> list[Shown]:
    """Return the acts that more than one article reports, with the reports in each, those in most articles first."""
    reports: dict[str, list[Shown]] = defaultdict(list)
    for row in edition.tables["events"]:
        reports[str(row["act_id"])].append(row | {"group": GROUPS.get(row["status"])})
    articles = {key: len({row["source_id"] for row in rows}) for key, rows in reports.items()}
    several = sorted((key for key, number in articles.items() if number > 1), key=lambda key: -articles[key])
    return [{"act": edition.entitled("acts", key), "rows": reports[key]} for key in several]


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
    acts, quoted = _acts(edition), speakers(edition)
    topics = {code: edition.called("topic", code) for code in edition.vocabularies["topic"]}
    return {
        "articles": listed(edition),
        "counts": {name: len(table) for name, table in edition.tables.items()},
        "acts": acts,
        "groups": VIEWS["status"],
        "timeline": timeline(acts),
        "speakers": quoted[:MOST_SPEAKERS],
        "speakers_left": len(quoted) - MOST_SPEAKERS,
        "topics": [name for name in topics.values() if any(name in one["topics"] for one in quoted[:MOST_SPEAKERS])],
        "act_topics": {code: name for code, name in topics.items() if any(code == act["code"] for act in acts)},
        "codes": {name: code for code, name in topics.items()},
        "measures": measures(edition),
        "shared": shared(edition),
        "letters": LETTERS,
    }
