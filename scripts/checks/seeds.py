"""Everything in seeds/ through every check: what the build publishes and the validation compares with."""

from dataclasses import dataclass
from pathlib import Path

from schemas import table as declared
from scripts.checks.accounting import Account, accounts
from scripts.checks.cells import typed
from scripts.checks.coding import tables_have_rows
from scripts.checks.derived import with_derived
from scripts.checks.drafts import points_to_a_draft, rows_of_drafts, without_drafts
from scripts.checks.models import model_problems
from scripts.checks.tables import table_problems
from scripts.problem import Problem, in_order
from scripts.sheets.read import Seeds, read_seeds
from scripts.sheets.rows import Article
from scripts.sheets.tables import table_of_rows, tables_of_rows
from scripts.tables.table import Tables


@dataclass
class Checked:
    """The tables that seeds/ gives, the articles, the accounts of those coded in full, and every problem.

    `drafts` holds the number of coded rows of each sheet that nobody has reviewed, by file; `with_drafts` says whether
    the tables have them.
    """

    tables: Tables
    articles: dict[str, Article]
    accounts: list[Account]
    problems: list[Problem]
    drafts: dict[str, int]
    with_drafts: bool


def check_rows(seeds: Seeds) -> tuple[Tables, list[Account], list[Problem]]:
    """Return the tables that the rows of sheets give, the accounts of articles coded in full, and every problem."""
    aside = table_of_rows(declared("ignored"), seeds.rows.get("ignored", []))
    tables = with_derived(tables_of_rows(seeds.rows))
    frame, wrong = typed(aside)
    problems = [*seeds.problems, *table_problems(tables, seeds.articles, seeds.incomplete)]
    problems += wrong + model_problems(aside, frame)
    made, left = accounts(tables, seeds.articles, aside, seeds.unreadable)
    return tables, made, [*problems, *left]


def check_seeds(root: Path, *, with_drafts: bool = False) -> Checked:
    """Read and check root/seeds; drafts are checked too, but are in the tables only where that is asked for."""
    seeds = read_seeds(root)
    of_sheets, made, problems = check_rows(seeds)
    drafts = rows_of_drafts(of_sheets)
    if not with_drafts:
        problems += points_to_a_draft(of_sheets)
        of_sheets = with_derived(without_drafts(of_sheets))
    if not problems:
        problems += tables_have_rows(of_sheets)
    return Checked(of_sheets, seeds.articles, made, in_order(problems), drafts, with_drafts)
