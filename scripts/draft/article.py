"""Draft the rows of an article: a pure function from its text, what is known of it, and the registered actors."""

from datetime import date
from typing import Any

from scripts.checks.scan import dates as dates_by_rule
from scripts.draft.actors import HEADING, Actor, Names, registry
from scripts.draft.asides import left
from scripts.draft.claims import by_sentence, claimant
from scripts.draft.clauses import Sentences
from scripts.draft.dates import dates
from scripts.draft.dating import Dating
from scripts.draft.events import events
from scripts.draft.figures import figures
from scripts.draft.parties import Mentions
from scripts.draft.quotes import quotes
from scripts.draft.rows import Draft, Drafted, Values, event_row, figure_row, quote_row
from scripts.draft.sentences import sentences
from scripts.draft.source import HEAD
from scripts.draft.speakers import UNNAMED
from scripts.draft.words import Span

__all__ = ["Draft", "Drafted", "draft"]
ACTOR_KEYS = ("speaker_id", "via_id", "claimed_by", "actors", "recipients")  # keys of a sheet that name actors
MOST_ROWS = 500  # drafted rows of one kind; a longer article than that is not drafted whole


def draft(
    text: str,
    published: tuple[date | None, date | None],
    actors: list[Actor],
    facts: list[Span],
) -> Draft:
    """Return the drafted rows of an article.

    `published` are the bounds of its publication, `facts` the spans that [source] states (title, date, URL). The result
    depends on nothing else; every row is anchored to the characters of its span.
    """
    mentions = Mentions(text, Names(text, registry(actors)))
    read, spans = Sentences(text), sentences(text)
    said, unquoted = quotes(text, mentions, read)
    claims = [(quote.span, quote.speaker_id) for quote in said]
    result = Draft(dates=dates(text, published), publisher=_publisher(text, mentions))
    dating = Dating(result.dates, spans, published[1])
    for quote in said[:MOST_ROWS]:
        result.rows += quote_row(text, quote, dating.of_statement(quote.span))
    for event in events(read, spans, mentions, claims)[:MOST_ROWS]:
        result.rows += event_row(text, event, dating.of_act(event))
    stated = dates_by_rule(text) + facts
    counted, asides = figures(text, [one.span for one in result.dates] + stated)
    near = by_sentence(spans, claims)
    for figure in counted[:MOST_ROWS]:
        at = figure.span[0]
        by = claimant(at, near.get(dating.sentence(at), []))
        result.rows += figure_row(text, figure, dating.of_figure(figure.span), by)
    result.rows += left(text, result, stated, asides, unquoted)
    result.rows.sort(key=lambda row: (row.span[0], row.span[1]))
    result.registered = _unregistered(result.rows, actors, mentions)
    for row in result.rows:
        assert text[row.span[0] : row.span[1]] == row.values["text"]
    return result


def _publisher(text: str, mentions: Mentions) -> str | None:
    """Return the registered medium that a line of the head names, such as a byline; None where there is none."""
    for one in mentions.between(0, HEAD):
        start, end = text.rfind("\n", 0, one.span[0]) + 1, text.find("\n", one.span[1])
        line = text[start : end if end >= 0 else len(text)].strip()
        if one.kind == "media" and len(line) < HEADING and not line.endswith((".", "!", "?", "”", '"')):
            return one.actor_id
    return None


def _unregistered(rows: list[Drafted], actors: list[Actor], mentions: Mentions) -> list[tuple[str, Values]]:
    """Return blocks for the actors that rows name and nobody has registered."""
    registered = {UNNAMED, *(actor.actor_id for actor in actors)}
    used = {key for row in rows for name in ACTOR_KEYS for key in _keys(row.values.get(name))}
    persons = sorted(mentions.names.persons.items(), key=lambda item: len(item[0]))
    full = {key: name for name, key in persons}
    found = {key: mentions.proposed.get(key, (full.get(key, key), "person")) for key in sorted(used - registered)}
    return [("actors", {"actor_id": key, "name": name, "kind": kind}) for key, (name, kind) in found.items()]


def _keys(value: Any) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)
