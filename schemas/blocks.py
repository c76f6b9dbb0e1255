"""Blocks of columns that several tables share, with the rules that hold inside them."""

import pandas as pd
import pandera.pandas as pa

from schemas.fields import code, date, reference, text, whole
from schemas.rules import Cells, Verdict, rule
from schemas.vocabularies import marked


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

    @rule(on="end")
    @staticmethod
    def end_after_start(end: Cells, start: Cells) -> Verdict:
        return end > start

    @rule(on="text")
    @staticmethod
    def span_length(text: Cells, end: Cells, start: Cells) -> Verdict:
        return text.str.len() == end - start


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

    @rule(on="date_latest")
    @staticmethod
    def dates_in_order(date_earliest: Cells, date_latest: Cells) -> Verdict:
        return date_earliest.isna() | date_latest.isna() | ~(date_latest < date_earliest)

    @rule(on="date_basis")
    @staticmethod
    def basis_iff_date(date_earliest: Cells, date_latest: Cells, date_basis: Cells) -> Verdict:
        dated = date_earliest.notna() | date_latest.notna()
        return date_basis.notna() == dated

    @rule(on="date_text")
    @staticmethod
    def date_needs_words(date_text: Cells, date_basis: Cells) -> Verdict:
        return date_text.notna() | ~date_basis.isin(["stated", "relative"])

    @rule(on="date_text")
    @staticmethod
    def words_need_date(date_text: Cells, date_earliest: Cells, date_latest: Cells) -> Verdict:
        return date_text.isna() | date_earliest.notna() | date_latest.notna()

    @rule(on="date_basis")
    @staticmethod
    def stated_has_year(date_text: Cells, date_basis: Cells) -> Verdict:
        stated = date_text.where(date_basis == "stated")
        return stated.isna() | stated.str.contains(r"(?:19|20)[0-9][0-9]", regex=True)


class Coded(pa.DataFrameModel):
    """How the row was made."""

    coding: str = code(
        "Coding",
        "Who coded the article of this row: nobody, the extractor, one coder, or two and reconciled.",
        "single",
        vocabulary="coding",
        sheet=None,
    )


class Proposed(pa.DataFrameModel):
    """What proposed the row, and who read it."""

    proposed_by: str = text(
        "Proposed by",
        "What proposed the row before a coder read it: “rules”, or a model by name; blank where the coder wrote it.",
        "rules",
        longest=100,
        nullable=True,
    )
    read_by: str = text(
        "Read by",
        "Who read the proposed row against the article; a statement of the coder, not a proof.",
        "A. Coder",
        longest=100,
        nullable=True,
    )

    @rule(on="read_by")
    @staticmethod
    def proposed_row_is_read(read_by: Cells, proposed_by: Cells, coding: Cells) -> Verdict:
        return read_by.notna() | proposed_by.isna() | ~coding.isin(marked("coding", "in_full"))

    @rule(on="read_by")
    @staticmethod
    def read_row_was_proposed(read_by: Cells, proposed_by: Cells) -> Verdict:
        return read_by.isna() | proposed_by.notna()


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

    @rule(on="note")
    @staticmethod
    def note_iff_issue(note: Cells, issue: Cells) -> Verdict:
        return note.notna() == issue.notna()
