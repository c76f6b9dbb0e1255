"""The rows drafted from an article, each anchored to its words."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from scripts.draft.dates import Dated
from scripts.draft.event import Event
from scripts.draft.figures import Figure
from scripts.draft.quotes import Quote
from scripts.draft.topics import topic
from scripts.draft.words import Span
from scripts.sheets.anchor import find_all

Values = dict[str, Any]


@dataclass(frozen=True)
class Drafted:
    """A row ready for a sheet: its table, its span, and its keys and values."""

    table: str
    span: Span
    values: Values


@dataclass
class Draft:
    """Everything drafted from one article, in the order of the text, and what is to be registered."""

    rows: list[Drafted] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    publisher: str | None = None  # the registered medium that the head of the text names
    registered: list[tuple[str, Values]] = field(
        default_factory=list
    )  # blocks for the registries: their table, their keys
    proposer: str = "rules"  # who proposed the rows: these, or a model by its name
    run: str = ""  # how a model was asked, in words


def anchored(text: str, table: str, span: Span, values: Values) -> list[Drafted]:
    """Return the row at a span, with the keys that anchor it before its values.

    These are its words and, where they occur more than once, which one is meant. No row where a sheet cannot say which:
    words that occur too often.
    """
    words = text[span[0] : span[1]]
    starts = find_all(text, words)
    if span[0] not in starts:
        return []
    which = {"occurrence": starts.index(span[0]) + 1} if len(starts) > 1 else {}
    return [Drafted(table, span, {"text": words, **which, **values})]


def when(key: str, found: Dated | None, text: str) -> Values:
    """Return the keys of a date: its bounds and its words; none without a date."""
    if found is None:
        return {}
    first = found.earliest.isoformat() if found.earliest else ".."
    last = found.latest.isoformat() if found.latest else ".."
    values = {key: first if first == last else f"{first}/{last}", "date_text": text[found.span[0] : found.span[1]]}
    return values if key == "period" else values | {"date_basis": found.basis}


def quote_row(text: str, quote: Quote, dated: Dated | None) -> list[Drafted]:
    """Return the row of a quote."""
    values: Values = {"quote_type": quote.kind, "speaker_id": quote.speaker_id}
    if quote.speaker is not None:
        values["speaker_text"] = text[quote.speaker[0] : quote.speaker[1]]
    if quote.cue is not None:
        values["cue"] = text[quote.cue[0] : quote.cue[1]]
    if quote.via_id is not None:
        values["via_id"] = quote.via_id
    values["topic"] = topic(text[quote.span[0] : quote.span[1]])
    return anchored(text, "quotes", quote.span, values | when("date", dated, text))


def event_row(text: str, event: Event, dated: Dated | None) -> list[Drafted]:
    """Return the row of an event."""
    values: Values = {"event_type": event.event_type, "topic": event.topic, "status": event.status}
    if event.claimed_by is not None:
        values["claimed_by"] = event.claimed_by
    values["actors"] = list(event.actors)
    if event.recipients:
        values["recipients"] = list(event.recipients)
    return anchored(text, "events", event.span, values | when("date", dated, text))


def figure_row(text: str, figure: Figure, dated: Dated | None, claimant: str | None) -> list[Drafted]:
    """Return the row of a figure; `claimant` is who states it, None the article itself."""
    values: Values = {"counted": text[figure.counted[0] : figure.counted[1]], "value": _plain(figure.value)}
    if figure.value_max is not None:
        values["value_max"] = _plain(figure.value_max)
    if figure.qualifier != "exact":
        values["qualifier"] = figure.qualifier
    values["unit"] = figure.unit
    if figure.base:
        values["base"] = " ".join(figure.base.split())
    claimed = {"claimed_by": claimant} if claimant else {}
    return anchored(text, "figures", figure.span, values | when("period", dated, text) | claimed)


def _plain(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value.normalize()
