"""Figures against their own words: how many numbers, the values that are written, their unit and how exact they are."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from scripts.checks.figure_words import BEFORE, Words, read
from scripts.checks.scan import numbers
from scripts.problem import Problem
from scripts.sheets.rows import decimal_text
from scripts.tables.table import Table

Fault = tuple[str, str, dict[str, Any]]  # column, code, values


class Given(NamedTuple):
    """The cells of a figure that its text speaks of; all but text and qualifier may be blank."""

    text: str
    qualifier: str
    unit: str | None = None
    value: str | None = None
    value_max: str | None = None
    base: str | None = None


def _how_many(words: Words, qualifier: str) -> Iterator[Fault]:
    """Yield the fault of a text that has not as many numbers as its row."""
    count, text = len(words.numbers), words.text
    if qualifier == "between" and count != 2:
        yield "text", "range_needs_two", {"text": text, "count": count}
    elif qualifier != "between" and count > 1:
        yield "text", "one_number", {"text": text, "count": count}
    elif not words.has_number():
        yield "text", "no_number", {"text": text}


def _values(words: Words, given: Given) -> Iterator[Fault]:
    """Yield the fault of each value that is not the number of its place in the text."""
    for column, its, right in zip(("value", "value_max"), (given.value, given.value_max), words.values(), strict=False):
        if its is not None and right and abs(Decimal(its)) not in right:
            shown = {"value": decimal_text(Decimal(its)), "text": words.text, "column": column}
            yield column, "value_in_words", shown | {"right": decimal_text(min(right))}


def _unit(words: Words, unit: str) -> Iterator[Fault]:
    """Yield the fault of a unit where the number or the words beside it say another one."""
    if not words.numbers:
        return
    shown: dict[str, Any] = {"unit": unit, "number": words.numbers[0]}
    named = words.units()
    if unit == "ordinal":
        if not words.may_be_place() and not words.is_numbered():
            yield "unit", "not_an_ordinal", shown
    elif unit == "count" and words.is_part():
        yield "unit", "count_of_part", shown
    elif words.is_place():
        yield "unit", "place_in_series", shown
    elif named and unit not in named:
        usual = min(named, key=lambda one: (one != "USD", one))
        yield "unit", "unit_in_words", shown | {"said": " or ".join(sorted(named)), "right": usual}
    elif not named and not words.says_unit(unit):
        yield "unit", "unit_not_in_words", shown


def _qualifier(words: Words, qualifier: str) -> Iterator[Fault]:
    """Yield the fault of a qualifier: the words right before the number say another, or none says it."""
    said = words.qualifiers()
    if said and words.numbers and qualifier not in {*said, "between"}:
        yield "qualifier", "qualifier_in_words", {"qualifier": qualifier, "said": said[0]}
    elif qualifier in BEFORE and not said and not words.is_inexact():
        yield "qualifier", "qualifier_not_in_words", {"qualifier": qualifier}


@lru_cache(maxsize=100_000)
def faults(given: Given) -> tuple[Fault, ...]:
    """Return all in which a figure's words and its codes differ."""
    if given.qualifier == "between" and given.value_max is None:
        return ()  # said already
    words = read(given.text, given.base)
    found = list(_how_many(words, given.qualifier))
    if not found:
        found = [*_values(words, given), *_qualifier(words, given.qualifier)]
        found += _unit(words, given.unit) if given.unit is not None else []
    return tuple(found)


def value_problems(figures: Table) -> Iterator[Problem]:
    """Yield the figures whose text does not say what their columns say."""
    sound = {name: dict(figures.values(name)) for name in Given._fields[1:]}
    for row, text in figures.values("text"):
        counted = figures.cell(row, "counted")
        if counted is not None and numbers(counted) == [(0, len(counted))]:
            yield figures.problem(row, "counted", "counted_is_number", counted=counted)
        if row in sound["qualifier"]:
            given = Given(text, sound["qualifier"][row], *(sound[name].get(row) for name in Given._fields[2:]))
            for column, code, values in faults(given):
                figures.broken.add((row, column))
                yield figures.problem(row, column, code, **values)
