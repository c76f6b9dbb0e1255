"""Everything in seeds/ through every check: what the build publishes and the validation compares with."""

from dataclasses import dataclass
from pathlib import Path

from schemas import TABLES, table
from scripts.checks.accounting import Account, accounts
from scripts.checks.cells import typed
from scripts.checks.drafts import rows_of_drafts, same_as_a_draft, without_drafts
from scripts.checks.frames import Gatherer, Sheaves
from scripts.checks.models import model_problems
from scripts.checks.rules import tables_have_rows
from scripts.checks.tables import table_problems
from scripts.problem import Problem, in_order
from scripts.sheets.articles import Articles
from scripts.sheets.read import Seeds, read_each


@dataclass
class Checked:
    """The tables that seeds/ gives, the articles, the accounts of those coded in full, and every problem.

    `drafts` holds the number of coded rows of each sheet that nobody has reviewed, by file; `with_drafts` says whether
    the tables have them.
    """

    sheaves: Sheaves
    articles: Articles
    accounts: list[Account]
    problems: list[Problem]
    drafts: dict[str, int]
    with_drafts: bool


def _read(root: Path) -> tuple[Seeds, Sheaves]:
    """Return what root/seeds holds, its rows as tables."""
    seeds, gatherers = Seeds(), {name: Gatherer(table(name)) for name in (*TABLES, "ignored")}
    for rows in read_each(root, seeds):
        for name, of_table in rows.items():
            gatherers[name].add(of_table)
    return seeds, {name: gatherer.sheaf() for name, gatherer in gatherers.items()}


def check_seeds(root: Path, *, with_drafts: bool = False) -> Checked:
    """Read and check root/seeds; drafts are checked too, but are in the tables only where that is asked for."""
    seeds, tables = _read(root)
    aside = tables.pop("ignored")
    problems = [*seeds.problems, *table_problems(tables, seeds.articles, seeds.incomplete)]
    frame, wrong = typed(aside)
    problems += wrong + model_problems(aside, frame)
    made, left = accounts(tables, seeds.articles, aside, seeds.unreadable)
    problems += left
    drafts = rows_of_drafts(tables)
    if not with_drafts:
        problems += same_as_a_draft(tables)
        tables = without_drafts(tables)
    if not problems:
        problems += tables_have_rows(tables)
    for one in tables.values():
        one.seen.clear()  # what follows asks for little of it
    return Checked(tables, seeds.articles, made, in_order(problems), drafts, with_drafts)
