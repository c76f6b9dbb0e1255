"""Figures against their measures: dimension, sign, rank and base."""

import re
from collections.abc import Iterator

from schemas.vocabularies import codes, marked
from scripts.checks.lookup import by_key, joined
from scripts.checks.scan import any_of
from scripts.problem import Problem
from scripts.tables.table import Tables

CURRENCIES = {code for code in codes("unit") if code.isupper()}
RATIOS = marked("unit", "ratio")
DIMENSIONS = (
    dict.fromkeys(CURRENCIES, "money")
    | dict.fromkeys(marked("unit", "time"), "time")
    | dict.fromkeys(RATIOS, "a ratio")
)
DOWN, UP = (re.compile(rf"(?<!\w){any_of(way)}(?!\w)", re.IGNORECASE) for way in ("down", "up"))
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def _direction(text: str) -> str | None:
    """Return less for words of a decrease, more for words of an increase, None for both or neither."""
    said = [way for way, pattern in (("less", DOWN), ("more", UP)) if pattern.search(text)]
    return said[0] if len(said) == 1 else None


def figures_fit_their_measure(tables: Tables) -> Iterator[Problem]:
    """Figures of one measure are of one dimension; a change has the sign of its words, and only it is negative."""
    figures, kinds = tables["figures"], by_key(tables["measures"], "kind")
    first: dict[str, tuple[str, str]] = {}
    for row, figure, text, measure, unit, value in figures.values("figure_id", "text", "measure_id", "unit", "value"):
        kind, its, is_negative = kinds.get(measure), DIMENSIONS.get(unit, unit), value.startswith("-")
        other, dimension = first.setdefault(measure, (figure, its))
        if dimension != its:
            yield figures.problem(row, "unit", "unit_of_measure", unit=unit, other=other, dimension=dimension)
        if is_negative and kind not in {"change", None}:
            yield figures.problem(row, "value", "negative_level", value=value, measure=measure, kind=kind)
        more = _direction(text) if kind == "change" and value != "0" else None
        if more is not None and (more == "less") != is_negative:
            yield figures.problem(row, "value", "sign_in_words", value=value, text=text, more=more)


def ordinals_are_ranks(tables: Tables) -> Iterator[Problem]:
    """A figure is an ordinal exactly if its measure is a rank."""
    for row, unit, kind in joined(tables["figures"], "measure_id", "unit", tables["measures"], "kind"):
        if (unit == "ordinal") != (kind == "rank"):
            yield tables["figures"].problem(row, "unit", "ordinal_iff_rank", unit=unit, kind=kind)


def bases_fit_their_figure(tables: Tables) -> Iterator[Problem]:
    """A base goes with a ratio or a change, is the year that the words name, and is not the period itself."""
    figures, kinds = tables["figures"], by_key(tables["measures"], "kind")
    columns = ("base", "text", "unit", "measure_id", "period_start", "period_end")
    for row, base, text, unit, measure, *period in figures.texts(figures.sound("base", beside=["text"]), *columns):
        years = set(YEAR.findall(text))
        if unit not in RATIOS and kinds.get(measure) not in {"change", None}:
            yield figures.problem(row, "base", "base_of_no_part", base=base)
        elif YEAR.fullmatch(base) and years and base not in years:
            yield figures.problem(row, "base", "base_year_in_words", base=base, text=text)
        elif period == [f"{base}-01-01", f"{base}-12-31"]:
            yield figures.problem(row, "base", "base_is_period", base=base)
