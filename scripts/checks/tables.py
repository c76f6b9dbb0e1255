"""Check tables: cells, pandera schemas, references, rules between tables and anchors, in one pass."""

from collections.abc import Mapping

from scripts.checks.anchors import anchor_problems
from scripts.checks.between import rule_problems
from scripts.checks.cells import typed
from scripts.checks.coding import what_is_coded_in_full_has_rows
from scripts.checks.derived import DERIVED
from scripts.checks.documents import documents_are_used
from scripts.checks.models import model_problems
from scripts.checks.names import actors_are_named, aliases_are_used, speakers_are_who_is_named
from scripts.checks.references import reference_problems
from scripts.checks.registries import notes_name_what_is_there
from scripts.checks.sources import source_problems
from scripts.checks.values import value_problems
from scripts.problem import Problem
from scripts.sheets.rows import Article
from scripts.tables.table import Tables


def table_problems(tables: Tables, articles: Mapping[str, Article], incomplete: set[str]) -> list[Problem]:
    """Return everything that is wrong with the tables, each once.

    `articles` are those at hand, by source_id; `incomplete` names tables that lost rows to an earlier problem, into
    which references are not followed. A table that is made of others is not looked at.
    """
    problems: list[Problem] = []
    for table in (table for name, table in tables.items() if name not in DERIVED):
        frame, wrong = typed(table)
        problems += wrong + model_problems(table, frame)
    problems += reference_problems(tables, incomplete)
    problems += source_problems(tables, articles)
    problems += anchor_problems(tables, articles)
    problems += actors_are_named(tables, articles)
    if not incomplete:  # else what is not there may only have been lost
        problems += [
            *aliases_are_used(tables, articles),
            *notes_name_what_is_there(tables),
            *documents_are_used(tables),
        ]
        problems += [*speakers_are_who_is_named(tables), *what_is_coded_in_full_has_rows(tables)]
    problems += value_problems(tables["figures"])
    return problems + rule_problems(tables)
