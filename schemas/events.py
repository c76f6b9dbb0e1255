"""Events and who took part in them."""

from typing import ClassVar

import pandera.pandas as pa

from schemas.blocks import Anchored, Coded, Dated, Remarked
from schemas.fields import code, reference, row_id, text
from schemas.rules import Cells, Verdict, rule
from schemas.vocabularies import marked


class Events(Anchored, Dated, Coded, Remarked):
    """Reports of acts: one row for each act that a source reports. Distinct events are those with blank same_as."""

    event_id: str = row_id("Event", "The row's key.", "voa2022-e16", letter="e")
    same_as: str = reference(
        "Same as",
        "The row, in another source, in which the same act was entered first; blank in that row itself.",
        "voa2022-e14",
        to="events.event_id",
        nullable=True,
    )
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
    place: str = text(
        "Place", "Where, in the article's words.", "Donbas region", longest=120, nullable=True, verbatim=True
    )
    place_country: str = code(
        "Country of the place",
        "ISO 3166-1 alpha-3 code of the place, where it lies in one country.",
        "UKR",
        vocabulary="country",
        nullable=True,
    )

    @rule(on="claimed_by")
    @staticmethod
    def claimant_by_status(status: Cells, claimed_by: Cells) -> Verdict:
        needed, barred = (status.isin(marked("status", mark)) for mark in ("claimed", "own_voice"))
        return (claimed_by.notna() | ~needed) & (claimed_by.isna() | ~barred)

    @rule(on="place_country")
    @staticmethod
    def country_needs_place(place_country: Cells, place: Cells) -> Verdict:
        return place_country.isna() | place.notna()

    @rule(on="text")
    @staticmethod
    def no_closing_stop(text: Cells) -> Verdict:
        return ~text.str.contains(r"[a-z0-9)\]]{3}(?<!Corp)(?<!Sept)(?<!Prof)[.!?]$|[.!?]['\"’”]$", regex=True)

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
