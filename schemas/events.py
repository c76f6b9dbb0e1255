"""Events and who took part in them."""

from typing import ClassVar

import pandera.pandas as pa

from schemas.blocks import Anchored, Coded, Dated, Proposed, Remarked
from schemas.fields import code, date, label, reference, row_id, text
from schemas.rules import Cells, Verdict, rule
from schemas.vocabularies import marked


class Events(Anchored, Dated, Coded, Proposed, Remarked):
    """Reports of acts: one row for each act that a source reports. Reports of one act share its act_id."""

    event_id: str = row_id("Event", "The row's key.", "voa2022-e16", letter="e")
    act_id: str = reference(
        "Act",
        "The act that it reports; in a sheet, the row of another source that reported it first, if it is not this.",
        "voa2022-e14",
        to="acts.act_id",
        sheet="same_as",
        derived=True,
    )
    label: str = label()
    event_type: str = code("Event type", "What kind of act it is (PLOVER).", "SUPPORT", vocabulary="event_type")
    topic: str = code("Topic", "The matter that the act regulates or does.", "recognition", vocabulary="topic")
    status: str = code("Status", "Whether it happened, by the words of the article.", "occurred", vocabulary="status")
    claimed_by: str = reference(
        "Claimed by",
        "Who says so, where the article does not say it in its own voice.",
        "alexander-matsegora",
        to="actors.actor_id",
        nullable=True,
    )
    quote_id: str = reference(
        "Quote",
        "The statement of the claimant that the act rests on, where the article has one.",
        "voa2022-q02",
        to="quotes.quote_id",
        nullable=True,
    )
    known_by: str = date(
        "Known by",
        "The last day on which it can have been told: that of its quote, else of publication, or one that is known.",
        "2022-07-31",
        nullable=False,
        derived=True,
    )
    date_precision: str = code(
        "Precision of the date",
        "What the two bounds of the date are: a day, a month, a year, another span, one end, or nothing.",
        "day",
        vocabulary="date_precision",
        sheet=None,
        derived=True,
    )
    place: str = text(
        "Place",
        "Where, in the article's words; blank where they name several places.",
        "Donbas region",
        longest=120,
        nullable=True,
        verbatim=True,
    )
    place_country: str = code(
        "Country of the place",
        "ISO 3166-1 alpha-3 code of the place or places, where they lie in one country.",
        "UKR",
        vocabulary="country",
        nullable=True,
    )

    @rule(on="claimed_by")
    @staticmethod
    def claimant_by_status(status: Cells, claimed_by: Cells) -> Verdict:
        needed, barred = (status.isin(marked("status", mark)) for mark in ("claimed", "own_voice"))
        return (claimed_by.notna() | ~needed) & (claimed_by.isna() | ~barred)

    @rule(on="label")
    @staticmethod
    def coded_event_has_label(label: Cells, coding: Cells) -> Verdict:
        return label.notna() | ~coding.isin(marked("coding", "in_full"))

    @rule(on="label")
    @staticmethod
    def label_is_not_the_text(label: Cells, text: Cells) -> Verdict:
        return label.isna() | (label.str.casefold().str.strip(" .") != text.str.casefold().str.strip(" ."))

    @rule(on="quote_id")
    @staticmethod
    def quote_of_a_claim(quote_id: Cells, claimed_by: Cells, status: Cells) -> Verdict:
        may_have_one = claimed_by.notna() | status.isin(marked("status", "claimed"))
        return quote_id.isna() | (may_have_one & (status != "denied"))

    @rule(on="text")
    @staticmethod
    def no_closing_stop(text: Cells) -> Verdict:
        return ~text.str[-5:].str.contains(r"[a-z0-9)\]]{3}(?<!Corp)(?<!Sept)(?<!Prof)[.!?]$|[.!?]['\"’”]$", regex=True)

    class Config:
        """Two rows on the same words must differ in type or status."""

        unique: ClassVar[list[str]] = ["source_id", "start", "end", "event_type", "status"]


class Participants(pa.DataFrameModel):
    """Who took part in an event: one row for each actor and event."""

    event_id: str = reference("Event", "The event.", "voa2022-e16", to="events.event_id", key=True, sheet="id")
    actor_id: str = reference(
        "Actor",
        "Who took part.",
        "north-korea",
        to="actors.actor_id",
        key=True,
        sheet="actors",
    )
    role: str = code("Role", "In which role.", "actor", vocabulary="role", sheet=None)

    class Config:
        """An actor has one role in an event."""

        unique: ClassVar[list[str]] = ["event_id", "actor_id"]
