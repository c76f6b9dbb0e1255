"""Sentences of one event each with its type, such as PLOVER's: a line is `{"type": "AID", "text": "…"}`."""

from pathlib import Path

from schemas.vocabularies import codes
from scripts.evaluate.drafts import Drafter, drafted_items
from scripts.evaluate.gold.files import draft_of, parsed, text_of, value
from scripts.evaluate.score import Score
from scripts.problem import CannotRunError, shown

FILE = "sentences.jsonl"


def _sentences(folder: Path) -> list[tuple[str, str, str]]:
    """Return (place, type, sentence) of each line."""
    found = []
    for number, line in enumerate(text_of(folder, FILE).rstrip("\n").split("\n"), 1):
        place = f"{FILE}:{number}"
        record = parsed(line, dict, place)
        found.append((place, value(record, "type", str, place), value(record, "text", str, place)))
        if found[-1][1] not in codes("event_type"):
            raise CannotRunError(f"{place}: {shown(found[-1][1])} is no event_type; say which code stands for it")
    return found


def scores(folder: Path, drafter: Drafter) -> dict[str, dict[str, Score]]:
    """Return how many sentences have an event drafted, and how many one of their type."""
    sentences = _sentences(folder)
    drafted, typed = (Score(coded=len(sentences)) for _ in range(2))
    for place, event_type, text in sentences:
        events = drafted_items(draft_of(place, text, drafter).rows, "events")
        types = [event.values["event_type"] for event in events]
        if not types:
            drafted.errors.append(f"nothing drafted for {event_type} in {text!r}")
            continue
        right = event_type in types
        drafted.add(Score(drafted=1, exact=1, paired=1))
        typed.add(Score(drafted=1, exact=right, paired=right))
        typed.confused["event_type", event_type, event_type if right else types[0]] += 1
        if not right:
            typed.errors.append(f"{', '.join(types)} for {event_type} in {text!r}")
    return {FILE: {"sentences with an event": drafted, "sentences with an event of the type": typed}}
