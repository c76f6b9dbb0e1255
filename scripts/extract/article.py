"""Draft the rows of an article: a pure function from its text, what is known of it, and the registered actors."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scripts.checks.accounting import Cover
from scripts.checks.scan import dates as dates_by_rule
from scripts.checks.scan import marks, numbers
from scripts.extract.actors import Actor, Names, registry
from scripts.extract.dates import Dated, dates
from scripts.extract.figures import Aside, Figure, figures
from scripts.extract.marks import Marked
from scripts.extract.quotes import Quote, quotes
from scripts.extract.sentences import sentences
from scripts.extract.speakers import UNNAMED
from scripts.extract.words import Span
from scripts.sheets.anchor import find_all

Values = dict[str, Any]
LONGEST_ASIDE = 2000  # characters in marks that are set aside together
MOST_ROWS = 500  # drafted rows of one kind; a longer article than that is not drafted whole


@dataclass(frozen=True)
class Drafted:
    """A row ready for a sheet: its table, its span, and its keys and values."""

    table: str
    span: Span
    values: Values


@dataclass
class Draft:
    """Everything drafted from one article, in the order of the text, and the actors to be registered."""

    rows: list[Drafted] = field(default_factory=list)
    dates: list[Dated] = field(default_factory=list)
    proposed: dict[str, str] = field(default_factory=dict)


def _anchor(text: str, span: Span) -> Values | None:
    """Return the keys that anchor a span: its words and, where they occur more than once, which one is meant.

    None where a sheet cannot say which: words that occur too often.
    """
    words = text[span[0] : span[1]]
    starts = find_all(text, words)
    if len(starts) == 1:
        return {"text": words}
    return {"text": words, "occurrence": starts.index(span[0]) + 1} if span[0] in starts else None


def _when(key: str, found: Dated | None, text: str) -> Values:
    """Return the keys of a date: its bounds and its words."""
    if found is None:
        return {}
    first = found.earliest.isoformat() if found.earliest else ".."
    last = found.latest.isoformat() if found.latest else ".."
    values = {key: first if first == last else f"{first}/{last}", "date_text": text[found.span[0] : found.span[1]]}
    return values if key == "period" else values | {"date_basis": found.basis}


def _in(spans: list[Span], at: int) -> Span:
    """Return the span that holds an offset, of spans in order."""
    i = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return spans[i] if i >= 0 and at < spans[i][1] else (at, at)


def _date_of(found: list[Dated], within: Span, without: Span, latest: date | None) -> Dated | None:
    """Return the date of a statement: one in its sentence and outside its words, not after publication."""
    for one in found:
        inside = within[0] <= one.span[0] < within[1] and not without[0] <= one.span[0] < without[1]
        # “since 1964” dates what lasts, not what is said
        if inside and one.latest is not None and (latest is None or one.latest <= latest):
            return one
    return None


def _same_place(one: Drafted, other: Drafted) -> bool:
    return one.table == other.table and one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _quote(text: str, anchor: Values, quote: Quote, when: Dated | None) -> Drafted:
    values = anchor | {"quote_type": quote.kind, "speaker_id": quote.speaker_id}
    if quote.speaker is not None:
        values["speaker_text"] = text[quote.speaker[0] : quote.speaker[1]]
    if quote.cue is not None:
        values["cue"] = text[quote.cue[0] : quote.cue[1]]
    if quote.via_id is not None:
        values["via_id"] = quote.via_id
    return Drafted("quotes", quote.span, values | {"topic": "other"} | _when("date", when, text))


def _plain(value: Any) -> int | Any:
    return int(value) if value == value.to_integral_value() else value.normalize()


def _figure(text: str, anchor: Values, figure: Figure, when: Dated | None, claimant: str | None) -> Drafted:
    values = anchor | {
        "counted": text[figure.counted[0] : figure.counted[1]],
        "value": _plain(figure.value),
    }
    if figure.value_max is not None:
        values["value_max"] = _plain(figure.value_max)
    if figure.qualifier != "exact":
        values["qualifier"] = figure.qualifier
    values["unit"] = figure.unit
    if figure.base:
        values["base"] = " ".join(figure.base.split())
    values |= _when("period", when, text)
    return Drafted("figures", figure.span, values | ({"claimed_by": claimant} if claimant else {}))


def _asides(text: str, found: list[tuple[Span, str]]) -> list[Drafted]:
    """Return what is set aside as rows; of very many, the first."""
    anchored = [(span, reason, _anchor(text, span)) for span, reason in found[:MOST_ROWS]]
    return [Drafted("ignored", span, anchor | {"reason": reason}) for span, reason, anchor in anchored if anchor]


def _left(text: str, draft: Draft, asides: list[Aside], unquoted: list[Marked], facts: list[Span]) -> list[Drafted]:
    """Return what no row accounts for, set aside with the likeliest reason."""
    words = {row.values["date_text"] for row in draft.rows if "date_text" in row.values}
    worded = [one.span for one in draft.dates if text[one.span[0] : one.span[1]] in words]
    covered = Cover(
        [*(row.span for row in draft.rows if row.table == "figures"), *dates_by_rule(text), *facts, *worded]
    )
    quoted = Cover([(row.span[0] - 1, row.span[1] + 1) for row in draft.rows if row.table == "quotes"])
    reasons = {aside.span: aside.reason for aside in asides}
    found = [
        (span, reasons.get(span) or ("date" if text[span[0]].isdigit() else "time_span"))
        for span in numbers(text)
        if span not in covered
    ]
    aside = [pair.outer for pair in unquoted if pair.outer[1] - pair.outer[0] <= LONGEST_ASIDE]
    open_marks = [(at, at + 1) for at in marks(text) if (at, at + 1) not in quoted]
    held = Cover(aside)
    found += [(span, "scare_quotes") for span in aside if (span[0], span[0] + 1) not in quoted]
    return _asides(text, found + [(span, "stray_mark") for span in open_marks if span not in held])


def draft(
    text: str,
    published: tuple[date | None, date | None],
    actors: list[Actor],
    facts: list[Span],
    candidates: Sequence[Drafted] = (),
) -> Draft:
    """Return the drafted rows of an article.

    `published` are the bounds of its publication, `facts` the spans that [source] states (title, date, URL);
    `candidates`, checked already, take the place of drafted rows of their table that they overlap. The result depends
    on nothing else; every row is anchored to the characters of its span.
    """
    known = registry(actors)
    names = Names(text, known)
    said, unquoted = quotes(text, names)
    when = dates(text, published)
    spans = sentences(text)
    result = Draft(dates=when, proposed=known.proposed)
    for quote in said[:MOST_ROWS]:
        if (anchor := _anchor(text, quote.span)) is None:
            continue
        result.rows.append(
            _quote(text, anchor, quote, _date_of(when, _in(spans, quote.span[0]), quote.span, published[1]))
        )
    dated = [one.span for one in when] + dates_by_rule(text) + facts
    counted, asides = figures(text, dated)
    for figure in counted[:MOST_ROWS]:
        if (anchor := _anchor(text, figure.span)) is None:
            continue
        claimant = next((q.speaker_id for q in said if q.span[0] <= figure.span[0] < q.span[1]), None)
        sentence = _in(spans, figure.span[0])
        period = next((one for one in when if sentence[0] <= one.span[0] < sentence[1] and one.latest), None)
        result.rows.append(_figure(text, anchor, figure, period, claimant))
    result.rows = [row for row in result.rows if not any(_same_place(row, one) for one in candidates)] + list(
        candidates
    )
    result.rows += _left(text, result, asides, unquoted, facts)
    registered = {actor.actor_id for actor in actors}
    full = {key: name for name, key in sorted(names.persons.items(), key=lambda item: len(item[0]))}
    result.proposed |= {
        row.values["speaker_id"]: full.get(row.values["speaker_id"], row.values["speaker_id"])
        for row in result.rows
        if row.table == "quotes" and row.values["speaker_id"] not in registered | {UNNAMED} | set(result.proposed)
    }
    result.rows.sort(key=lambda row: (row.span[0], row.span[1]))
    for row in result.rows:
        assert text[row.span[0] : row.span[1]] == row.values["text"]
    return result
