"""The form of single cells: what a value of each type looks like as text, and the typed frame that pandera checks."""

import datetime as dt
import re
from typing import Any

import numpy as np
import pandas as pd

from schemas import Column
from scripts.checks.lookalikes import scripts_of
from scripts.problem import Problem
from scripts.sheets.files import ANY_REFUSED
from scripts.tables.table import Table

FORMS = {
    "integer": ("not_an_integer", re.compile(r"0|-?[1-9][0-9]{0,17}")),
    "number": (
        "not_a_number",
        re.compile(r"(?!-0$)(?=-?(?:[0-9]\.?){1,15}$)-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{0,14}[1-9])?"),
    ),
    "date": ("not_a_date", re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")),
}
DTYPES = {"integer": "Int64", "number": "Float64"}
INVISIBLE = re.compile(
    "[\u00a0\u00ad\u115f\u1160\u180e\u2000-\u200d\u202f\u205f-\u2064\u3000\u3164\ue000-\uf8ff\uffa0\ufff9-\uffff]"
)
UNUSUAL = re.compile(r"^[\s=+@-]|\s$|[^\x20-\x7e“”‘’–—]")  # only what has this can have a fault
FORMULA = "=+-@"  # a spreadsheet that opens the file would run the cell

Fault = tuple[str, dict[str, str]]  # code and values


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _misformed(value: str, column: Column) -> Fault | None:
    """Return what is wrong with a value that is not of the type of its column, in the one form that is published."""
    code, form = FORMS[column.type]
    return None if form.fullmatch(value) and (column.type != "date" or _is_day(value)) else (code, {})


def _unclean(value: str, column: Column) -> Fault | None:
    """Return what must not be in a text, None where nothing is."""
    if refused := ANY_REFUSED.search(value):
        return "refused_character", {"character": f"U+{ord(refused[0]):04X}"}
    if value.strip() != value:
        return "padding", {}
    return None if column.verbatim else _unclean_own(value, column)


def _unclean_own(value: str, column: Column) -> Fault | None:
    """Return what must not be in words that are not the article's, None where nothing is."""
    if unseen := INVISIBLE.search(value):
        return "invisible", {"character": f"U+{ord(unseen[0]):04X}"}
    if "\n" in value or "\t" in value:
        return "line_break", {}
    if value[0] in FORMULA:
        return "formula", {}
    if column.one_alphabet and len(alphabets := scripts_of(value)) > 1:
        return "mixed_scripts", {"scripts": " and ".join(alphabets)}
    return None


def _faults(table: Table, column: Column) -> dict[str, Fault]:
    """Return the texts of a column that have a fault; each text is looked at once, however many rows have it."""
    texts = table.known(column.name)
    if column.type != "string":
        found = ((text, _misformed(text, column)) for text in texts)
    else:
        known = column.codes or ()  # no code is unclean
        found = ((text, _unclean(text, column)) for text in texts.difference(known) if UNUSUAL.search(text))
    return {text: fault for text, fault in found if fault is not None}


def _report(table: Table, column: Column) -> list[Problem]:
    """Report the cells of a column that have a fault and are not known to be broken, and mark them as broken."""
    faults, problems = _faults(table, column), []
    for row, text in table.values(column.name) if faults else ():
        if text in faults:
            code, values = faults[text]
            table.broken.add((row, column.name))
            problems.append(table.problem(row, column.name, code, value=text, **values))
    return problems


def typed(table: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the table with each column in its dtype, broken cells blank, and the problems."""
    problems: list[Problem] = []
    columns: dict[str, Any] = {}
    for column in table.schema.columns:
        problems += _report(table, column)
        values: Any = table.cells[column.name].astype("str")
        if broken := [row for row, name in table.broken if name == column.name]:
            values[broken] = np.nan
        columns[column.name] = pd.to_numeric(values).astype(DTYPES[column.type]) if column.type in DTYPES else values
    return pd.DataFrame(columns, copy=False), problems
