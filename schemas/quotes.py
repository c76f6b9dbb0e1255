"""Attributed statements."""

import re
from typing import ClassVar

import pandas as pd
import pandera.pandas as pa

from schemas.blocks import Anchored, Coded, Dated, Frame, Remarked, Verdict, holds
from schemas.fields import code, reference, row_id, text
from schemas.marks import CLOSING, DOUBLE, OPENING, SINGLE, marks

ENDS = re.compile(f"[{DOUBLE}{SINGLE}]")
OUTER = re.compile(f"[^{OPENING}{CLOSING}]*[{CLOSING}]")  # what closes was opened before the text


def _marked(texts: pd.Series) -> pd.Series:
    """Return for each text whether it has a quotation mark in it; an apostrophe is none."""
    found = [isinstance(text, str) and ENDS.search(text) is not None and bool(marks(text)) for text in texts]
    return pd.Series(found, texts.index, dtype=bool)


class Quotes(Anchored, Dated, Coded, Remarked):
    """Statements that an article attributes to somebody, in marks or not; dated by when they were said."""

    quote_id: str = row_id("Quote", "The row's key.", "voa2022-q20", letter="q")
    quote_type: str = code("Quote type", "Whether the words are the speaker's own.", "direct", vocabulary="quote_type")
    speaker_id: str = reference("Speaker", "Who said it.", "patrick-cronin", to="actors.actor_id")
    speaker_text: str = text(
        "Speaker in words",
        "How the article names the speaker there.",
        "Cronin",
        longest=200,
        nullable=True,
        verbatim=True,
    )
    cue: str = text(
        "Cue", "The main reporting word; blank if there is none.", "said", longest=60, nullable=True, verbatim=True
    )
    via_id: str = reference(
        "Via",
        "The medium that the statement came through, where the article names one.",
        "izvestia",
        to="actors.actor_id",
        nullable=True,
    )
    topic: str = code("Topic", "What the statement is about.", "labour", vocabulary="topic")

    @pa.dataframe_check(
        name="mixed_has_marks",
        title="quote_type",
        error="is mixed, but the text {text} has no quotation mark in it",
        description='write quote_type = "indirect", or take the marked words into the text',
    )
    @classmethod
    def mixed_has_marks(cls, rows: Frame) -> Verdict:
        return holds((rows["quote_type"] != "mixed") | _marked(rows["text"].where(rows["quote_type"] == "mixed")))

    @pa.dataframe_check(
        name="indirect_has_no_marks",
        title="quote_type",
        error="is indirect, but the text {text} has quotation marks in it",
        description='write quote_type = "mixed", or leave the marked words out of the text',
    )
    @classmethod
    def indirect_has_no_marks(cls, rows: Frame) -> Verdict:
        return holds(
            (rows["quote_type"] != "indirect") | ~_marked(rows["text"].where(rows["quote_type"] == "indirect"))
        )

    @pa.dataframe_check(
        name="direct_inside_marks",
        title="text",
        error="{text} holds the outer quotation marks of a direct quote",
        description="begin the text after the opening mark and end it before the closing one",
    )
    @classmethod
    def direct_inside_marks(cls, rows: Frame) -> Verdict:
        direct = rows["text"].where(rows["quote_type"] == "direct")
        ends = direct.str.match(ENDS) & direct.str.contains(f"[{DOUBLE}{SINGLE}]$", regex=True)
        return holds(~(ends | direct.str.match(OUTER)))

    @pa.dataframe_check(
        name="via_another",
        title="via_id",
        error="{via_id} is the speaker",
        description="via_id is the medium that carried somebody else's statement: strike it",
    )
    @classmethod
    def via_another(cls, rows: Frame) -> Verdict:
        return holds(rows["via_id"] != rows["speaker_id"])

    class Config:
        """A span is quoted once."""

        unique: ClassVar[list[str]] = ["source_id", "start", "end"]
