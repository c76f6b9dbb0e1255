"""The form of single cells: what a value of each type looks like as text, and the typed frame that pandera checks."""

import re
from typing import Any

import numpy as np
import pandas as pd

from schemas import Column
from scripts.checks.distinct import Distinct, Flags, Texts
from scripts.checks.frames import Sheaf
from scripts.checks.lookalikes import scripts_of
from scripts.checks.suspects import suspects
from scripts.problem import Problem, shown
from scripts.sheets.files import ANY_REFUSED, MEANING, REFUSED

INTEGER = r"0|-?[1-9][0-9]{0,17}"
NUMBER = r"(?=-?(?:\d\.?){1,15}$)-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{0,14}[1-9])?"
DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
FORMS = {
    "integer": ("not_an_integer", "is not a whole number", "write digits only, such as 42"),
    "number": (
        "not_a_number",
        "is not a plain number",
        "write it such as 42 or -10.77: 15 digits at most, no exponent, comma, space or needless zero",
    ),
    "date": ("not_a_date", "is not a day of the calendar", "write it as YYYY-MM-DD"),
}


def _formed(texts: Texts, kind: str) -> Flags:
    """Return for each text whether it is a value of the type, in the one form that is published."""
    values = pd.Series(texts, dtype="str")
    if kind == "integer":
        formed = values.str.fullmatch(INTEGER)
    elif kind == "number":
        formed = values.str.fullmatch(NUMBER) & (values != "-0")
    else:
        formed = values.str.fullmatch(DATE) & pd.to_datetime(values, format="%Y-%m-%d", errors="coerce").notna()
    return formed.to_numpy(bool)


Fault = tuple[str, str, str]  # code, message, hint


def _report(sheaf: Sheaf, column: Column, faults: dict[int, Fault]) -> list[Problem]:
    """Report the cells of a column that have one of the bad texts, given by number, and mark them as broken."""
    values, bad = sheaf.distinct(column.name), list(faults)
    if not bad:
        return []
    rows = np.flatnonzero(np.isin(values.codes, bad))
    fresh = [row for row in rows.tolist() if (row, column.name) not in sheaf.broken]
    sheaf.broken |= {(row, column.name) for row in fresh}
    return [sheaf.problem(row, column.name, *faults[int(values.codes[row])]) for row in fresh]


def _misformed(texts: Texts, column: Column) -> dict[int, Fault]:
    """Return, by number, the texts that are not of the type of the column."""
    code, message, hint = FORMS[column.type]
    bad = np.flatnonzero(~_formed(texts, column.type)).tolist()
    return {number: (code, f"{shown(texts[number])} {message}", hint) for number in bad}


def _fault(value: str, column: Column) -> Fault | None:
    """Return (code, message, hint) for what must not be in a text, or None."""
    if ANY_REFUSED.search(value) and (match := REFUSED.search(value)):
        code, message, hint = MEANING[str(match.lastgroup)]
        return code, f"{shown(value)} {message.format(code=f'U+{ord(match[0]):04X}')}", hint
    if value.strip() != value:
        return "padding", f"{shown(value)} begins or ends with space", "remove the space"
    return None if column.verbatim else _own_fault(value, column)


def _own_fault(value: str, column: Column) -> Fault | None:
    """Return (code, message, hint) for what must not be in words that are not the article's, or None."""
    if unseen := INVISIBLE.search(value):
        return "invisible", f"{shown(value)} has the invisible character U+{ord(unseen[0]):04X}", "remove it"
    if "\n" in value or "\t" in value:
        return "line_break", f"{shown(value)} has a line break or a tab", "write it in one line"
    if value[0] in FORMULA:
        return "formula", f"{shown(value)} begins as a formula of a spreadsheet does", "begin it with a letter"
    if column.one_alphabet and len(alphabets := scripts_of(value)) > 1:
        message = f"{shown(value)} mixes {' and '.join(alphabets)} letters, which look alike"
        return "mixed_scripts", message, "write it in letters of one alphabet"
    return None


INVISIBLE = re.compile(
    "[\u00a0\u00ad\u115f\u1160\u180e\u2000-\u200d\u202f\u205f-\u2064\u3000\u3164\ue000-\uf8ff\uffa0\ufff9-\uffff]"
)
FORMULA = "=+-@"  # a spreadsheet that opens the file would run the cell


def _unclean(texts: Texts, column: Column) -> dict[int, Fault]:
    """Return, by number, the texts that have padding or characters that are refused."""
    known = set(column.codes or ())  # no code is unclean
    found = ((number, texts[number]) for number in suspects(texts))
    return {number: fault for number, text in found if text not in known and (fault := _fault(text, column))}


def _numbers(values: Distinct, sound: Flags, kind: str) -> pd.api.extensions.ExtensionArray:
    """Return the numbers of a column, NA where a row is not sound."""
    of_texts = np.zeros(len(values.texts) + 1, dtype="int64" if kind == "integer" else "float64")
    used = np.unique(values.codes[sound])
    of_texts[used] = pd.to_numeric(values.texts[used])
    array = pd.arrays.IntegerArray if kind == "integer" else pd.arrays.FloatingArray
    return array(of_texts[values.codes], ~sound)


def typed(sheaf: Sheaf) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the table with each column in its dtype, broken cells blank, and the problems."""
    problems: list[Problem] = []
    columns: dict[str, Any] = {}
    for column in sheaf.table.columns:
        values = sheaf.distinct(column.name)
        wrong = _unclean if column.type == "string" else _misformed
        problems += _report(sheaf, column, wrong(values.texts, column))
        broken = [row for row, name in sheaf.broken if name == column.name]
        if column.type in {"integer", "number"}:
            sound = values.filled
            sound[broken] = False
            columns[column.name] = _numbers(values, sound, column.type)
        else:
            columns[column.name] = sheaf.cells[column.name].astype("str")
            if broken:
                columns[column.name][broken] = np.nan
    return pd.DataFrame(columns, copy=False), problems
