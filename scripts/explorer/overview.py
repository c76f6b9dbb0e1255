"""What the overview shows: counts, and the data of its pictures."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from scripts.explorer.cells import Cells, Row, rows
from scripts.explorer.edition import Edition
from scripts.explorer.resources import VIEWS

MOST_SPEAKERS = 30
OLDEST = (
    0.1  # share of the dated acts, at most, that the timeline leaves to its beginning, so that it is not drawn thin
)

GROUPS: dict[str, dict[str, Any]] = {code: group for group in VIEWS["status"] for code in group["codes"]}


def _distinct(edition: Edition) -> list[Row]:
    return [row for row in rows(edition.tables["events"]) if row["same_as"] is None]


def _act(row: Row) -> dict[str, Any]:
    """Return an act as the pictures need it."""
    return {
        "id": row["event_id"],
        "href": f"events.html#{row['event_id']}",
        "text": row["text"],
        "type": row["event_type"],
        "topic": row["topic"],
        "status": row["status"],
        "group": GROUPS[row["status"]]["id"],
        "earliest": row["date_earliest"],
        "latest": row["date_latest"],
    }


def timeline(acts: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the distinct acts that have both bounds, from the year in which all but the oldest tenth begin.

    `before` are the older ones, `open` those with one bound, `undated` those without.
    """
    dated = sorted((act for act in acts if act["earliest"] and act["latest"]), key=lambda act: act["earliest"])
    first = dated[int(len(dated) * OLDEST)]["earliest"][:4] if dated else ""
    return {
        "acts": [act for act in dated if act["earliest"] >= first],
        "before": [act for act in dated if act["earliest"] < first],
        "open": [act for act in acts if bool(act["earliest"]) != bool(act["latest"])],
        "undated": [act for act in acts if not act["earliest"] and not act["latest"]],
        "since": first,
    }


def speakers(edition: Edition, cells: Cells) -> list[dict[str, Any]]:
    """Return the speakers who are quoted most, with the number of their statements by topic."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows(edition.tables["quotes"]):
        found[row["speaker_id"]][row["topic"]] += 1
    ordered = sorted(found.items(), key=lambda one: (-sum(one[1].values()), cells.called("actors", one[0])))
    return [
        {"id": key, "name": cells.called("actors", key), "count": sum(topics.values()), "topics": dict(topics)}
        for key, topics in ordered
    ]


def _figure(row: Row, cells: Cells) -> dict[str, Any]:
    number = VIEWS["qualifier"].get(row["qualifier"], "") + f"{Decimal(row['value']):,f}"
    number += f" to {Decimal(row['value_max']):,f}" if row["value_max"] else ""
    until, since = row["period_end"], row["period_start"]
    when = since if since == until else f"{since or '…'} to {until or '…'}"
    return {
        "id": row["figure_id"],
        "href": f"figures.html#{row['figure_id']}",
        "value": float(row["value"]),
        "unit": row["unit"],
        "words": number,
        "text": row["text"],
        "when": when if since or until else "no date",
        "by": cells.called("actors", row["claimed_by"])
        if row["claimed_by"]
        else f"{row['source_id']} in its own voice",
        "order": until or since or "",
    }


def measures(edition: Edition, cells: Cells) -> list[dict[str, Any]]:
    """Return every measure with its figures by time, those with most figures first; units are kept apart."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows(edition.tables["figures"]):
        if row["measure_id"]:
            found[row["measure_id"], row["unit"]].append(_figure(row, cells))
    made: list[dict[str, Any]] = [
        {
            "id": measure,
            "unit": unit,
            "name": cells.called("measures", measure),
            "figures": sorted(figures, key=lambda figure: figure["order"]),
        }
        for (measure, unit), figures in found.items()
    ]
    return sorted(made, key=lambda measure: (-len(measure["figures"]), measure["name"]))


def shared(edition: Edition) -> list[dict[str, Any]]:
    """Return the acts that more than one article reports, with the rows in each, those in most articles first."""
    reports: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(edition.tables["events"]):
        reports[row["same_as"] or row["event_id"]][row["source_id"]].append(row)
    first = {row["event_id"]: row for row in _distinct(edition)}
    made: list[dict[str, Any]] = [
        {
            "act": _act(first[key]),
            "rows": [_act(row) | {"source": source} for source, mine in by.items() for row in mine],
            "articles": len(by),
        }
        for key, by in reports.items()
        if len(by) > 1 and key in first
    ]
    return sorted(made, key=lambda one: -one["articles"])


def overview(edition: Edition, cells: Cells) -> dict[str, Any]:
    """Return everything that the overview shows."""
    acts = [_act(row) for row in _distinct(edition)]
    quoted = speakers(edition, cells)
    return {
        "counts": {name: len(table) for name, table in edition.tables.items()},
        "acts": acts,
        "groups": [group | {"count": sum(act["group"] == group["id"] for act in acts)} for group in VIEWS["status"]],
        "timeline": timeline(acts),
        "speakers": quoted[:MOST_SPEAKERS],
        "speakers_left": len(quoted) - MOST_SPEAKERS,
        "topics": [code for code in _codes(edition) if any(code in one["topics"] for one in quoted[:MOST_SPEAKERS])],
        "act_topics": [code for code in _codes(edition) if any(code == act["topic"] for act in acts)],
        "measures": measures(edition, cells),
        "shared": shared(edition),
    }


def _codes(edition: Edition) -> tuple[str, ...]:
    return next(field.codes for field in edition.resources["events"].fields if field.name == "topic")
