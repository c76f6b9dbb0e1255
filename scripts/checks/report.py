"""What a check found, and what it looked at."""

from dataclasses import dataclass

from scripts.checks.accounting import Account
from scripts.problem import Problem


@dataclass(frozen=True)
class Report:
    """The problems, the rows of each table, the accounts of articles coded in full, and what else is to be told.

    `good` is what is said where there is no problem, `command` the verb that shows the same in another copy.
    """

    problems: list[Problem]
    rows: dict[str, int]
    accounts: list[Account]
    notes: list[str]
    good: str = "valid"
    command: str = "validate"
