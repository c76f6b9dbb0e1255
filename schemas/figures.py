"""Stated quantities."""

from typing import ClassVar

import pandas as pd

from schemas.blocks import Anchored, Coded, Proposed, Remarked
from schemas.fields import code, date, decimal, reference, row_id, text
from schemas.rules import Cells, Verdict, rule
from schemas.vocabularies import marked


class Figures(Anchored, Coded, Proposed, Remarked):
    """Numbers that answer how many, how much or which-th, with what they count, for when and who says so."""

    figure_id: str = row_id("Figure", "The row's key.", "voa2022-f03", letter="f")
    counted: str = text("Counted", "What is counted, in the article's words.", "North Korean workers", verbatim=True)
    measure_id: str = reference(
        "Measure",
        "What figures of several sources can be compared on; blank in machine-coded rows only.",
        "dprk_workers_in_russia",
        to="measures.measure_id",
        nullable=True,
    )
    value: pd.Float64Dtype = decimal("Value", "The number, in the unit; a decrease is negative.", 29000000000.0)
    value_max: pd.Float64Dtype = decimal(
        "Upper value", "The upper bound, where qualifier is between.", 120.0, nullable=True
    )
    qualifier: str = code("Qualifier", "How exact the number is.", "more_than", vocabulary="qualifier")
    unit: str = code(
        "Unit",
        "What the value is in: a currency (ISO 4217) or a code that the data dictionary lists.",
        "USD",
        vocabulary="unit",
    )
    base: str = text("Base", "What a percentage or a change is of or against.", "2019", longest=120, nullable=True)
    period_start: str = date(
        "Start of the period", "The first day of the time that the value is for.", "2021-01-01", sheet="period"
    )
    period_end: str = date(
        "End of the period", "The last day of the time that the value is for.", "2021-12-31", sheet="period"
    )
    date_text: str = text(
        "Date in words",
        "The words of the article that the period rests on.",
        "last year",
        nullable=True,
        verbatim=True,
    )
    claimed_by: str = reference(
        "Claimed by",
        "Who says so, where the article does not say it in its own voice.",
        "russian-customs",
        to="actors.actor_id",
        nullable=True,
    )
    event_id: str = reference(
        "Event",
        "The event, of the same source, that the figure is a part of.",
        "voa2022-e03",
        to="events.event_id",
        nullable=True,
    )

    @rule(on="value_max")
    @staticmethod
    def value_max_iff_between(value_max: Cells, qualifier: Cells) -> Verdict:
        return value_max.notna() == (qualifier == "between")

    @rule(on="value_max")
    @staticmethod
    def value_max_above_value(value_max: Cells, value: Cells) -> Verdict:
        return value_max > value

    @rule(on="value")
    @staticmethod
    def ordinal_is_whole(unit: Cells, value: Cells) -> Verdict:
        return (unit != "ordinal") | ((value >= 1) & (value % 1 == 0))

    @rule(on="period_end")
    @staticmethod
    def period_in_order(period_start: Cells, period_end: Cells) -> Verdict:
        return period_start.isna() | period_end.isna() | ~(period_end < period_start)

    @rule(on="date_text")
    @staticmethod
    def words_need_period(date_text: Cells, period_start: Cells, period_end: Cells) -> Verdict:
        return date_text.isna() | period_start.notna() | period_end.notna()

    @rule(on="measure_id")
    @staticmethod
    def measure_in_hand_coding(measure_id: Cells, coding: Cells) -> Verdict:
        return measure_id.notna() | ~coding.isin(marked("coding", "in_full"))

    class Config:
        """A span is one figure."""

        unique: ClassVar[list[str]] = ["source_id", "start", "end"]
