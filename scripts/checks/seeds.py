"""Everything in seeds/ through every check: what the build publishes and the validation compares with."""

from dataclasses import dataclass
from pathlib import Path

from schemas import table
from scripts.checks.accounting import Account, accounts
from scripts.checks.cells import typed
from scripts.checks.frames import Sheaves, sheaf, sheaves
from scripts.checks.models import model_problems
from scripts.checks.rules import tables_have_rows
from scripts.checks.tables import table_problems
from scripts.problems import Problem, in_order
from scripts.sheets.read import read_seeds
from scripts.sheets.rows import Article


@dataclass
class Checked:
    """The tables that seeds/ gives, the articles, the accounts of those coded in full, and every problem."""

    sheaves: Sheaves
    articles: dict[str, Article]
    accounts: list[Account]
    problems: list[Problem]


def check_seeds(root: Path) -> Checked:
    """Read and check root/seeds."""
    seeds = read_seeds(root)
    tables = sheaves(seeds.rows)
    aside = sheaf(table("ignored"), seeds.rows.get("ignored", []))
    problems = [*seeds.problems, *table_problems(tables, seeds.articles, seeds.incomplete)]
    frame, wrong = typed(aside)
    problems += wrong + model_problems(aside, frame)
    made, left = accounts(tables, seeds.articles, aside, seeds.unreadable)
    problems += left
    if not problems:
        problems += tables_have_rows(tables)
    return Checked(tables, seeds.articles, made, in_order(problems))
