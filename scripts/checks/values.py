"""Figures against their own words: one number each, and the value that is written."""

from collections.abc import Iterator
from decimal import Decimal

from scripts.checks.frames import Sheaf
from scripts.checks.scan import dates, digits_value, numbers
from scripts.problems import Problem, shown
from scripts.sheets.rows import decimal_text


def _number_words(text: str) -> list[str]:
    """Return the numbers of a figure's text that are no dates."""
    dated = dates(text)
    found = [span for span in numbers(text) if not any(a <= span[0] and span[1] <= b for a, b in dated)]
    return [text[start:end] for start, end in found]


def _is_plain(text: str, value: str | None) -> bool:
    """Return whether a text has one number, in words or with just this value; few need the search for dates then."""
    found = numbers(text)
    said = digits_value(text[slice(*found[0])]) if len(found) == 1 else None
    return len(found) == 1 and (said is None or (value is not None and said == abs(Decimal(value))))


def value_problems(figures: Sheaf) -> Iterator[Problem]:
    """Yield the figures that hold more than one number, or digits that are not their value."""
    coded = {name: dict(figures.values(name)) for name in ("value", "value_max")}
    for row, text, qualifier in figures.texts(figures.sound("text"), "text", "qualifier"):
        if _is_plain(text, coded["value"].get(row)):
            continue
        words = _number_words(text)
        if len(words) > (2 if qualifier == "between" else 1):
            message, hint = f"{shown(text)} holds {len(words)} numbers", "one figure is one number; make a row for each"
            yield figures.problem(row, "text", "one_number", message, hint)
            continue
        said = [value for word in words if (value := digits_value(word)) is not None]
        values = [abs(Decimal(column[row])) for column in coded.values() if row in column]
        if said and row in coded["value"] and said[0] not in values:
            message = f"{shown(coded['value'][row])} is not the number of the text {shown(text)}"
            yield figures.problem(row, "value", "value_in_words", message, f"write value = {decimal_text(said[0])}")
