"""For one column, every value that breaks one of its rules, as small a change of a valid value as there is."""

import re
import string
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import pandas as pd

from schemas import Column, TableSchema
from schemas.rules import RULES

LETTERS = string.ascii_letters + string.digits + "!<"
REFUSED = {
    "carriage_return": "\r",
    "nul": "\x00",
    "control_character": "\x07",
    "bidirectional": "\u202e",
    "byte_order_mark": "\ufeff",
    "outside_bmp": "\U0001f600",
}
Broken = tuple[str, str | None, set[str]]  # rule, value, codes of which one must be found


def known(cells: Mapping[str, pd.DataFrame], column: Column) -> set[str]:
    """Return the values of a column of tables, or those that it may have where it is a reference."""
    table, _, name = (column.references or f"{column.table}.{column.name}").partition(".")
    return set(cells[table][name].dropna())


def near_misses(value: str) -> Iterator[str]:
    """Yield the value with one character more or other; at last something long."""
    yield from (value + letter for letter in LETTERS)
    yield from (value[:at] + letter + value[at + 1 :] for at in range(len(value)) for letter in LETTERS)
    yield "x" * 1000


def _day(value: str, days: int) -> str:
    return (date.fromisoformat(value) + timedelta(days)).isoformat()


def _limits(column: Column) -> Iterator[Broken]:
    """Yield a value just beyond each limit; a decimal so large has no published form at all."""
    for rule, limit, step in (("minimum", column.minimum, -1), ("maximum", column.maximum, 1)):
        if limit is not None:
            beyond = _day(limit, step) if column.type == "date" else str(int(limit) + step)
            yield rule, beyond, {"out_of_range", "not_a_number", "too_precise"}


FORMS = {
    "integer": (["042", "4.0", "+4", "four"], "not_an_integer"),
    "number": (["1,5", "1.50", "1e3", "NaN", " 1"], "not_a_number"),
    "date": (["2021-02-30", "2021-5-03", "2021-05", "2021-05-03T00:00"], "not_a_date"),
}


def _strings(column: Column, value: str, number: int) -> Iterator[Broken]:
    """Yield what no text of the column may hold; of the refused characters one, in turn over the columns."""
    half = len(value) // 2
    yield "padding", f"{value} ", {"padding"}
    code, character = list(REFUSED.items())[number % len(REFUSED)]
    yield f"character {code}", value[:half] + character + value[half:], {"refused_character"}
    if not column.verbatim:
        yield "invisible", value[:half] + "\u200b" + value[half:], {"invisible"}
        yield "line_break", f"{value}\n{value[:1]}", {"line_break"}
        yield "formula", f"={value}", {"formula"}
    if column.one_alphabet:
        yield "one alphabet", "А" + value[1:] + "a", {"mixed_scripts"}


def broken_values(table: TableSchema, column: Column, value: str, there: set[str], number: int) -> Iterator[Broken]:
    """Yield (rule, value, codes) for every rule of a column that its declaration states.

    `value` is a valid one, `there` holds the values that are `known`; `number` is the
    column's own, by which the refused characters take turns. Where a rule over several columns forbids that the column
    has a value in the row at all, it may speak first.
    """
    first = {check.name for check in table.pandera.checks if RULES[check.name].on == column.name}
    if not column.nullable:
        yield "required", None, {"required"}
    if column.codes:
        wrong = next(miss for miss in near_misses(value) if miss not in column.codes)
        yield "vocabulary", wrong, {"unknown_code", "unknown_iso_code"}
    if column.pattern:
        wrong = next(miss for miss in near_misses(value) if not re.match(column.pattern, miss))
        yield "pattern", wrong, {"wrong_form"}
    if column.longest:
        yield "length", "x" * (column.longest + 1), {"too_long"}
    if column.references:
        wrong = next(miss for miss in near_misses(value) if miss not in there)
        yield "reference", wrong, {f"not_in_{column.references.partition('.')[0]}", "not_derived", *first}
    if column.verbatim:
        end = "#" if value[-1] != "#" else "%"
        yield "verbatim", value[:-1] + end, {"not_verbatim", "not_at_offsets", "not_anchored", *first}
    yield from _limits(column)
    if column.type == "string":
        yield from _strings(column, value, number)
    else:
        wrong_forms, code = FORMS[column.type]
        for wrong in wrong_forms:
            yield f"form {wrong}", wrong, {code}
