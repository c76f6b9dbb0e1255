"""Stated quantities."""

from typing import ClassVar

import pandas as pd
import pandera.pandas as pa

from schemas.blocks import Anchored, Coded, Frame, Remarked, Verdict, holds
from schemas.fields import code, date, decimal, reference, row_id, text


class Figures(Anchored, Coded, Remarked):
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
        "What the value is in: a currency (ISO 4217) or a code that CODEBOOK.md lists.",
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

    @pa.dataframe_check(
        name="value_max_iff_between",
        title="value_max",
        error="{value_max} does not go with qualifier {qualifier}",
        description='value_max is given with qualifier = "between", and only there',
    )
    @classmethod
    def value_max_iff_between(cls, rows: Frame) -> Verdict:
        return holds(rows["value_max"].notna() == (rows["qualifier"] == "between"))

    @pa.dataframe_check(
        name="value_max_above_value",
        title="value_max",
        error="{value_max} is not above value {value}",
        description="give the lower bound as value and the upper as value_max",
    )
    @classmethod
    def value_max_above_value(cls, rows: Frame) -> Verdict:
        return holds(rows["value_max"] > rows["value"])

    @pa.dataframe_check(
        name="ordinal_is_whole",
        title="value",
        error="{value} is not a place in a series",
        description="an ordinal is a whole number from 1 on",
    )
    @classmethod
    def ordinal_is_whole(cls, rows: Frame) -> Verdict:
        return holds((rows["unit"] != "ordinal") | ((rows["value"] >= 1) & (rows["value"] % 1 == 0)))

    @pa.dataframe_check(
        name="period_in_order",
        title="period_end",
        error="{period_end} is before period_start {period_start}",
        description='give the earlier day first: period = "START/END"',
    )
    @classmethod
    def period_in_order(cls, rows: Frame) -> Verdict:
        return holds(
            rows["period_start"].isna() | rows["period_end"].isna() | ~(rows["period_end"] < rows["period_start"])
        )

    @pa.dataframe_check(
        name="words_need_period",
        title="date_text",
        error="{date_text} is given without a period",
        description="add period, or strike date_text",
    )
    @classmethod
    def words_need_period(cls, rows: Frame) -> Verdict:
        return holds(rows["date_text"].isna() | rows["period_start"].notna() | rows["period_end"].notna())

    @pa.dataframe_check(
        name="measure_in_hand_coding",
        title="measure_id",
        error="is missing, and the article is coded in full",
        description="name a measure of seeds/measures.toml, or add one there",
    )
    @classmethod
    def measure_in_hand_coding(cls, rows: Frame) -> Verdict:
        return holds(rows["measure_id"].notna() | ~rows["coding"].isin(["single", "double"]))

    class Config:
        """A span is one figure."""

        unique: ClassVar[list[str]] = ["source_id", "start", "end"]
