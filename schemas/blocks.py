"""Blocks of columns that several tables share, with the rules that hold inside them.

A rule is a pandera dataframe check: `name` is its code, `title` the column it is reported on, `error` the message
(a template over the row's columns) and `description` how to mend it. It returns True where it does not apply.
"""

import pandas as pd
import pandera.pandas as pa

from schemas.fields import code, date, reference, text, whole

Frame = pd.DataFrame
Verdict = pd.Series  # of bool, one per row


def holds(verdict: pd.Series) -> Verdict:
    """Return the verdict as plain booleans; what is not known, because a cell is blank, holds."""
    return verdict.astype("boolean").fillna(True).astype(bool)


class Anchored(pa.DataFrameModel):
    """The exact characters of the article that a row rests on."""

    source_id: str = reference(
        "Source",
        "The article that the row comes from.",
        "voa2022",
        to="sources.source_id",
        sheet=None,
    )
    start: pd.Int64Dtype = whole(
        "Start",
        "Where the text begins in the article: number of Unicode code points before it.",
        4419,
        lowest=0,
        sheet="text",
    )
    end: pd.Int64Dtype = whole(
        "End",
        "Where the text ends: number of Unicode code points before the first one after it.",
        4580,
        lowest=1,
        sheet="text",
    )
    text: str = text(
        "Text",
        "The characters of the article from start to end, unchanged.",
        "Pyongyang recognized the independence of two Russian-backed breakaway regions – the self-styled Donetsk and "
        "Luhansk People’s Republics in Ukraine’s Donbas region",
        longest=2000,
        verbatim=True,
    )

    @pa.dataframe_check(
        name="end_after_start",
        title="end",
        error="{end} is not after start {start}",
        description="run `make`; offsets are never typed by hand",
    )
    @classmethod
    def end_after_start(cls, rows: Frame) -> Verdict:
        return holds(rows["end"] > rows["start"])

    @pa.dataframe_check(
        name="span_length",
        title="text",
        error="{text} does not have the length of the span {start} to {end}",
        description="run `make`; offsets are never typed by hand",
    )
    @classmethod
    def span_length(cls, rows: Frame) -> Verdict:
        return holds(rows["text"].str.len() == rows["end"] - rows["start"])


class Dated(pa.DataFrameModel):
    """When it happened or began: bounds that are never more precise than the words."""

    date_earliest: str = date(
        "Earliest date",
        "The first day on which it can have happened or begun; blank if open.",
        "2022-07-14",
        sheet="date",
    )
    date_latest: str = date(
        "Latest date",
        "The last day on which it can have happened or begun; blank if open.",
        "2022-07-14",
        sheet="date",
    )
    date_text: str = text(
        "Date in words",
        "The words of the article that the dates rest on.",
        "On July 14",
        nullable=True,
        verbatim=True,
    )
    date_basis: str = code(
        "Basis of the date",
        "Whether the words give the date in full.",
        "inferred",
        vocabulary="date_basis",
        nullable=True,
    )

    @pa.dataframe_check(
        name="dates_in_order",
        title="date_latest",
        error="{date_latest} is before date_earliest {date_earliest}",
        description='give the earlier day first: date = "EARLIEST/LATEST"',
    )
    @classmethod
    def dates_in_order(cls, rows: Frame) -> Verdict:
        return holds(
            rows["date_earliest"].isna() | rows["date_latest"].isna() | ~(rows["date_latest"] < rows["date_earliest"])
        )

    @pa.dataframe_check(
        name="basis_iff_date",
        title="date_basis",
        error="{date_basis} does not go with the dates {date_earliest} and {date_latest}",
        description="date_basis (stated, relative or inferred) is given where there is a date, and only there",
    )
    @classmethod
    def basis_iff_date(cls, rows: Frame) -> Verdict:
        dated = rows["date_earliest"].notna() | rows["date_latest"].notna()
        return holds(rows["date_basis"].notna() == dated)

    @pa.dataframe_check(
        name="date_needs_words",
        title="date_text",
        error="is blank, but the date is {date_basis}",
        description="copy the words that date it into date_text; only an inferred date can do without",
    )
    @classmethod
    def date_needs_words(cls, rows: Frame) -> Verdict:
        return holds(rows["date_text"].notna() | ~rows["date_basis"].isin(["stated", "relative"]))

    @pa.dataframe_check(
        name="words_need_date",
        title="date_text",
        error="{date_text} is given without a date",
        description="add date, or strike date_text",
    )
    @classmethod
    def words_need_date(cls, rows: Frame) -> Verdict:
        return holds(rows["date_text"].isna() | rows["date_earliest"].notna() | rows["date_latest"].notna())

    @pa.dataframe_check(
        name="stated_has_year",
        title="date_basis",
        error="is stated, but date_text {date_text} does not name a year",
        description='write date_basis = "inferred" (year from the context) or "relative" (from another date)',
    )
    @classmethod
    def stated_has_year(cls, rows: Frame) -> Verdict:
        stated = rows["date_text"].where(rows["date_basis"] == "stated")
        return holds(stated.isna() | stated.str.contains(r"(?:19|20)[0-9][0-9]", regex=True))


class Coded(pa.DataFrameModel):
    """How the row was made."""

    coding: str = code(
        "Coding",
        "Who coded the article of this row: nobody, the extractor, one coder, or two and reconciled.",
        "single",
        vocabulary="coding",
        sheet=None,
    )


class Remarked(pa.DataFrameModel):
    """What a reader must know of a row that is not plain."""

    issue: str = code(
        "Issue",
        "What kind of trouble the row has, if any.",
        "source_error",
        vocabulary="issue",
        nullable=True,
    )
    note: str = text(
        "Note",
        "The trouble in a sentence; given exactly where there is an issue.",
        "The text says 2004; the summit was in 2024.",
        nullable=True,
    )

    @pa.dataframe_check(
        name="note_iff_issue",
        title="note",
        error="{note} does not go with issue {issue}",
        description="a note is given where there is an issue, and only there",
    )
    @classmethod
    def note_iff_issue(cls, rows: Frame) -> Verdict:
        return holds(rows["note"].notna() == rows["issue"].notna())
