"""Attributed statements."""

import re
from typing import ClassVar

import pandas as pd

from schemas.blocks import Anchored, Coded, Dated, Proposed, Remarked
from schemas.fields import code, reference, row_id, text
from schemas.marks import CLOSING, DOUBLE, OPENING, SINGLE, marks
from schemas.rules import Cells, Verdict, rule

ENDS = re.compile(f"[{DOUBLE}{SINGLE}]")
OUTER = re.compile(f"[^{OPENING}{CLOSING}]*[{CLOSING}]")  # what closes was opened before the text


def _marked(texts: pd.Series) -> pd.Series:
    """Return for each text whether it has a quotation mark in it; an apostrophe is none."""
    found = [isinstance(text, str) and ENDS.search(text) is not None and bool(marks(text)) for text in texts.to_list()]
    return pd.Series(found, texts.index, dtype=bool)


class Quotes(Anchored, Dated, Coded, Proposed, Remarked):
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
    document_id: str = reference(
        "Document",
        "The document that the statement stands in, where it is one of documents.",
        "panel-of-experts-report-2022-03",
        to="documents.document_id",
        nullable=True,
    )
    topic: str = code("Topic", "What the statement is about.", "labour", vocabulary="topic")

    @rule(on="quote_type")
    @staticmethod
    def mixed_has_marks(quote_type: Cells, text: Cells) -> Verdict:
        return (quote_type != "mixed") | _marked(text.where(quote_type == "mixed"))

    @rule(on="quote_type")
    @staticmethod
    def indirect_has_no_marks(quote_type: Cells, text: Cells) -> Verdict:
        return (quote_type != "indirect") | ~_marked(text.where(quote_type == "indirect"))

    @rule(on="text")
    @staticmethod
    def direct_inside_marks(text: Cells, quote_type: Cells) -> Verdict:
        direct = text.where(quote_type == "direct")
        ends = direct.str.match(ENDS) & direct.str[-1:].str.match(ENDS)
        return ~(ends | direct.str.match(OUTER))

    @rule(on="via_id")
    @staticmethod
    def via_another(via_id: Cells, speaker_id: Cells) -> Verdict:
        return via_id != speaker_id

    class Config:
        """A span is quoted once."""

        unique: ClassVar[list[str]] = ["source_id", "start", "end"]
