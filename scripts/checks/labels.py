"""Rules on the labels of events: whom they name, and how they say that an act may not have happened."""

import re
from collections.abc import Iterator

from schemas.vocabularies import marked
from scripts.checks.lookup import by_key, called, taking_part
from scripts.checks.scan import any_of
from scripts.problem import Problem
from scripts.tables.table import Tables

HEDGED = {
    status: re.compile(rf"(?<!\w){any_of(status)}(?!\w)", re.IGNORECASE)
    for status in ("alleged", "planned", "proposed", "possible", "denied")
}
OWN_VOICE = marked("status", "own_voice")


def labels_name_who_acts(tables: Tables) -> Iterator[Problem]:
    """A label names somebody who takes part in its event, a person also by the last name."""
    events, names, sound = tables["events"], called(tables), by_key(tables["actors"], "name")
    acting = taking_part(tables, events.known("event_id"))
    for row, event, label in events.values("event_id", "label"):
        actors, words = acting[event] or {""}, label.casefold()
        if actors <= sound.keys() and not any(name in words for actor in actors for name in names[actor]):
            yield events.problem(row, "label", "label_names_nobody", label=label)


def labels_say_what_is_not_certain(tables: Tables) -> Iterator[Problem]:
    """The label of what has not happened by the article's own word says so."""
    events = tables["events"]
    for row, label, status in events.values("label", "status"):
        if status in HEDGED and not HEDGED[status].search(label):
            yield events.problem(row, "label", "label_without_status", label=label, status=status)
