"""Rules over several columns of a row, declared in the models; problems.toml has their words."""

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd
import pandera.pandas as pa

Cells = pd.Series  # of one column
Verdict = pd.Series  # of bool, one for each row


class RowRule(NamedTuple):
    """A rule: the column that it is reported on, and the columns that it looks at."""

    on: str
    columns: tuple[str, ...]


RULES: dict[str, RowRule] = {}  # by name, which is the code of the problem


def rule(on: str) -> Callable[[Callable[..., Verdict]], Any]:
    """Declare a rule of a model: a static method of the columns that it is named after, True where a row is right.

    What is not known because a cell is blank is right. `on` is the column that a problem is reported on; its code is
    the method's name.
    """

    def declare(check: Callable[..., Verdict]) -> Any:
        name, columns = check.__name__, tuple(inspect.signature(check).parameters)
        if RULES.setdefault(name, RowRule(on, columns)) != (on, columns):
            message = f"two rules are called {name}"
            raise ValueError(message)

        def of_rows(_: type, rows: pd.DataFrame) -> Verdict:
            verdict = check(*(rows[column] for column in columns))
            return verdict if verdict.dtype == bool else verdict.astype("boolean").fillna(value=True).astype(bool)

        of_rows.__name__ = name
        return pa.dataframe_check(name=name, ignore_na=False)(classmethod(of_rows))

    return declare
