"""The rules that hold between tables, apart from references: each yields the problems that it finds."""

from collections.abc import Callable, Iterator

from scripts.checks.coding import (
    coding_is_the_sources,
    events_have_actors,
    figures_and_events_share_a_source,
    ids_begin_with_the_source,
    past_is_before_publication,
)
from scripts.checks.date_words import words_and_dates_agree
from scripts.checks.derived import acts_are_told_when_they_can_be
from scripts.checks.documents import (
    adopted_when_it_was_issued,
    denials_deny_what_others_say,
    parts_make_no_circle,
)
from scripts.checks.labels import labels_name_who_acts, labels_say_what_is_not_certain
from scripts.checks.measures import bases_fit_their_figure, figures_fit_their_measure, ordinals_are_ranks
from scripts.checks.names import names_mean_one_actor
from scripts.checks.quoted import hearsay_is_not_told_as_fact, spans_do_not_cross, what_is_quoted_is_claimed
from scripts.checks.registries import (
    members_fit_their_bodies,
    members_make_no_circle,
    places_lie_in_their_country,
    publishers_publish,
    sources_do_not_claim,
    states_have_their_code,
)
from scripts.checks.same_act import joined_reports_agree, roles_of_an_act_agree
from scripts.checks.statements import claims_name_their_quote, quotes_hold_what_is_claimed
from scripts.problem import Problem
from scripts.tables.table import Tables

RULES: list[Callable[[Tables], Iterator[Problem]]] = [
    events_have_actors,
    names_mean_one_actor,
    members_make_no_circle,
    coding_is_the_sources,
    ids_begin_with_the_source,
    past_is_before_publication,
    words_and_dates_agree,
    acts_are_told_when_they_can_be,
    joined_reports_agree,
    publishers_publish,
    members_fit_their_bodies,
    places_lie_in_their_country,
    states_have_their_code,
    sources_do_not_claim,
    spans_do_not_cross,
    figures_and_events_share_a_source,
    ordinals_are_ranks,
    figures_fit_their_measure,
    bases_fit_their_figure,
    what_is_quoted_is_claimed,
    hearsay_is_not_told_as_fact,
    roles_of_an_act_agree,
    quotes_hold_what_is_claimed,
    claims_name_their_quote,
    labels_name_who_acts,
    labels_say_what_is_not_certain,
    adopted_when_it_was_issued,
    denials_deny_what_others_say,
    parts_make_no_circle,
]


def rule_problems(tables: Tables) -> list[Problem]:
    """Return what breaks a rule between tables."""
    return [problem for rule in RULES for problem in rule(tables)]
