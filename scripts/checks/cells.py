"""The form of single cells: what a value of each type looks like as text, and the typed frame that pandera checks."""

import re
from collections.abc import Iterable

import pandas as pd

from schemas import Column
from scripts.checks.frames import Sheaf, pairs
from scripts.checks.lookalikes import scripts_of
from scripts.checks.suspects import suspects
from scripts.problems import Problem, shown
from scripts.sheets.files import MEANING, REFUSED

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


def _formed(values: pd.Series, kind: str) -> pd.Series:
    """Return for each text whether it is a value of the type, in the one form that is published."""
    if kind == "integer":
        return values.str.fullmatch(INTEGER)
    if kind == "number":
        return values.str.fullmatch(NUMBER) & (values != "-0")
    days = pd.to_datetime(values, format="%Y-%m-%d", errors="coerce")
    return values.str.fullmatch(DATE) & days.notna()


def _having(sheaf: Sheaf, column: Column, bad: pd.Series) -> Iterable[tuple[int, str]]:
    """Return (row, text) of the cells of a column that hold one of the bad values and are not known to be broken."""
    if bad.empty:
        return ()
    values = sheaf.sound(column.name)[column.name]
    return pairs(values[values.isin(bad)])


def _misformed(sheaf: Sheaf, column: Column) -> dict[int, Problem]:
    """Return by row the cells of a column that are not of its type."""
    distinct = sheaf.distinct(column.name)
    bad = distinct[~_formed(distinct, column.type).astype(bool)]
    code, message, hint = FORMS[column.type]
    return {
        row: sheaf.problem(row, column.name, code, f"{shown(value)} {message}", hint)
        for row, value in _having(sheaf, column, bad)
    }


def _fault(value: str, column: Column) -> tuple[str, str, str] | None:
    """Return (code, message, hint) for what must not be in a text, or None."""
    if match := REFUSED.search(value):
        code, message, hint = MEANING[str(match.lastgroup)]
        return code, f"{shown(value)} {message.format(code=f'U+{ord(match[0]):04X}')}", hint
    if value.strip() != value:
        return "padding", f"{shown(value)} begins or ends with space", "remove the space"
    return None if column.verbatim else _own_fault(value, column)


def _own_fault(value: str, column: Column) -> tuple[str, str, str] | None:
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


def _unclean(sheaf: Sheaf, column: Column) -> dict[int, Problem]:
    """Return by row the texts of a column that have padding or characters that are refused."""
    distinct = sheaf.distinct(column.name)
    if column.codes:  # no code is unclean
        distinct = distinct[~distinct.isin(list(column.codes))]
    faults = {value: fault for value in suspects(distinct) if (fault := _fault(value, column))}
    bad = pd.Series(list(faults), dtype="str")
    return {row: sheaf.problem(row, column.name, *faults[value]) for row, value in _having(sheaf, column, bad)}


def typed(sheaf: Sheaf) -> tuple[pd.DataFrame, list[Problem]]:
    """Return the table with each column in its dtype, broken cells blank, and the problems."""
    frame, problems = sheaf.cells.copy(deep=False), list[Problem]()
    for column in sheaf.table.columns:
        wrong = _unclean(sheaf, column) if column.type == "string" else _misformed(sheaf, column)
        sheaf.broken |= {(row, column.name) for row in wrong}
        if blank := [row for row, name in sheaf.broken if name == column.name]:
            frame.loc[blank, column.name] = pd.NA
        problems += wrong.values()
        if column.type == "integer":
            frame[column.name] = pd.to_numeric(frame[column.name]).astype("Int64")
        elif column.type == "number":
            frame[column.name] = pd.to_numeric(frame[column.name]).astype("Float64")
    return frame, problems
