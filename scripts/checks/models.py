"""The rules that a table declares: of each column by itself, then of the columns of a row together."""

from collections.abc import Iterable, Iterator

import pandas as pd

from schemas import Column
from schemas.rules import RULES
from scripts.checks.cells import limit_problems
from scripts.problem import Problem
from scripts.tables.table import Table


def _blank_problems(table: Table, column: Column) -> Iterator[tuple[int, Problem]]:
    """Report the blank cells of a column that must have one."""
    purpose = f"{column.description[0].lower()}{column.description[1:]}".rstrip(".")
    for row in (~table.there(column.name)).nonzero()[0].tolist() if not column.nullable else ():
        yield row, table.problem(row, column.name, "required", key=column.sheet or column.name, purpose=purpose)


def _repeated(table: Table, frame: pd.DataFrame, columns: list[str]) -> Iterator[tuple[int, Problem]]:
    """Report every row that repeats an earlier one in the given columns, with the earlier one's place."""
    if len(columns) == 1:
        on, code = columns[0], "article_hash_twice" if columns == ["sha256"] else "used_twice"
    else:
        on = "text" if "start" in columns else columns[-1]
        code = "takes_part_twice" if columns == table.schema.key else "alike"
    sound, column = frame[columns].dropna(), table.schema[columns[-1]]
    twice = sound.duplicated()
    if not twice.any():
        return
    first = sound[~twice]
    rows = dict(zip(first.itertuples(index=False, name=None), first.index, strict=True))
    for later in sound.index[twice]:
        values = tuple(sound.loc[later])
        row, earlier = sorted((int(later), int(rows[values])), key=lambda row: table.place(row, column), reverse=True)
        file, line = table.place(earlier, column)
        yield row, table.problem(row, on, code, value=values[0], first=f"{file}:{line}", columns=", ".join(columns))


def _row_problems(table: Table, frame: pd.DataFrame, rule: str, broken: set[int]) -> Iterator[tuple[int, Problem]]:
    """Report a rule over several columns, in rows whose cells are all sound."""
    right = getattr(table.schema.model, rule)(frame).to_numpy()
    for row in (~right).nonzero()[0].tolist():
        if row not in broken:
            yield row, table.problem(row, RULES[rule].on, rule, **table.cells.loc[row])


def _fresh(table: Table, found: Iterable[tuple[int, Problem]]) -> Iterator[Problem]:
    """Yield the problems of cells that are not known to be broken, and mark those cells."""
    for row, problem in list(found):
        cell = (row, problem.field.partition(".")[2])
        if cell not in table.broken:
            table.broken.add(cell)
            yield problem


def model_problems(table: Table, frame: pd.DataFrame) -> list[Problem]:
    """Return what breaks the table's declared rules; `frame` is the typed table.

    Broken cells are not reported again, and those that are reported are marked as broken.
    """
    schema, problems = table.schema.pandera, list[Problem]()
    for column in table.schema.columns:
        problems += _fresh(table, _blank_problems(table, column))
        problems += _fresh(table, _repeated(table, frame, [column.name])) if column.unique else []
        problems += limit_problems(table, column)
    broken = {row for row, _ in table.broken}  # a rule over columns speaks only of rows whose cells are sound
    problems += _fresh(table, _repeated(table, frame, schema.unique)) if schema.unique else []
    for rule in schema.checks:
        problems += _fresh(table, _row_problems(table, frame, rule.name, broken))
    return problems
