"""Check tables: cells, pandera schemas, references, rules between tables and anchors, in one pass."""

from collections.abc import Mapping

from scripts.checks.anchors import anchor_problems
from scripts.checks.cells import typed
from scripts.checks.frames import Sheaves
from scripts.checks.models import model_problems
from scripts.checks.references import reference_problems
from scripts.checks.registries import (
    actors_are_named,
    aliases_are_used,
    notes_name_what_is_there,
    speakers_are_who_is_named,
)
from scripts.checks.rules import rule_problems, what_is_coded_in_full_has_rows
from scripts.checks.sources import source_problems
from scripts.checks.values import value_problems
from scripts.problem import Problem
from scripts.sheets.rows import Article


def table_problems(sheaves: Sheaves, articles: Mapping[str, Article], incomplete: set[str]) -> list[Problem]:
    """Return everything that is wrong with the tables, each once.

    `articles` are those at hand, by source_id; `incomplete` names tables that lost rows to an earlier problem, into
    which references are not followed.
    """
    problems: list[Problem] = []
    for sheaf in sheaves.values():
        frame, wrong = typed(sheaf)
        problems += wrong + model_problems(sheaf, frame)
    problems += reference_problems(sheaves, incomplete)
    problems += source_problems(sheaves, articles)
    problems += anchor_problems(sheaves, articles)
    problems += actors_are_named(sheaves, articles)
    if not incomplete:  # else what is not there may only have been lost
        problems += [*aliases_are_used(sheaves, articles), *notes_name_what_is_there(sheaves)]
        problems += [*speakers_are_who_is_named(sheaves), *what_is_coded_in_full_has_rows(sheaves)]
    problems += value_problems(sheaves["figures"])
    return problems + rule_problems(sheaves)
