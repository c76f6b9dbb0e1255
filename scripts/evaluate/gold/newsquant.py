"""NewsQuant: sentences of news with the values of their quantities (Almasian and others 2023)."""

import re
from collections import Counter
from pathlib import Path

from scripts.evaluate.drafts import Drafter, drafted_items
from scripts.evaluate.gold.files import draft_of, parsed, text_of, value
from scripts.evaluate.score import Score
from scripts.problem import CannotRunError, shown

FILE = "NewsQuant.json"
NAME = "values of quantities"
PUBLISHED = {(NAME, "f1"): "CQE 0.92, quantulum3 0.73, GPT-3 0.71, Recognizers-Text 0.69"}
NUMBER = r"-?([0-9]{1,40}(?:\.[0-9]{1,40})?(?:E[+-]?[0-9]{1,2})?)"
VALUE = re.compile(rf"{NUMBER}(?: ?- ?{NUMBER})?")
UNCOUNTED = {"ordinal"}  # units that NewsQuant has no quantities of
Value = tuple[str, ...]  # the bounds of a number, without sign, the lower one first


def _bounds(numbers: list[str]) -> Value:
    """Return what is compared: six digits of each number; a fall is no negative number in NewsQuant."""
    return tuple(f"{number:.6g}" for number in sorted(abs(float(one)) for one in numbers))


def _value(words: str, place: str) -> Value:
    """Return the value that words such as “19.0” or “10-20” are.

    >>> _value("10-20.0", "")
    ('10', '20')
    """
    found = VALUE.fullmatch(words)
    if found is None:
        raise CannotRunError(f"{place}: value {shown(words)} is no number and no range")
    return _bounds([number for number in found.groups() if number])


def _sentences(folder: Path) -> list[tuple[str, str, list[Value]]]:
    """Return (place, sentence, values) of each sentence."""
    found = []
    for number, record in enumerate(parsed(text_of(folder, FILE), list, FILE), 1):
        place = f"{FILE}: sentence {number}"
        quantities = value(record, "quantities", list, place)
        values = [_value(value(one, "value", str, place), place) for one in quantities]
        found.append((place, value(record, "text", str, place), values))
    return found


def scores(folder: Path, drafter: Drafter) -> dict[str, dict[str, Score]]:
    """Return how far the values of the drafted figures are those of the quantities, sentence by sentence."""
    found = Score()
    for place, text, values in _sentences(folder):
        figures = (one.values for one in drafted_items(draft_of(place, text, drafter).rows, "figures"))
        drafted = Counter(
            _bounds([one[key] for key in ("value", "value_max") if key in one])
            for one in figures
            if one["unit"] not in UNCOUNTED
        )
        coded = Counter(values)
        both = (coded & drafted).total()
        found.add(Score(coded.total(), drafted.total(), both, both))
        for what, listed in (("missed", coded - drafted), ("too much", drafted - coded)):
            found.errors += [f"{what}: {' to '.join(one)} in {text!r}" for one in listed.elements()]
    return {FILE: {NAME: found}}
