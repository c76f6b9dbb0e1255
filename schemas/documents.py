"""The documents that articles name, what events have to do with them, and how acts are related to each other."""

import pandera.pandas as pa

from schemas.fields import address, code, date, reference, slug, text
from schemas.rules import Cells, Verdict, rule


class Documents(pa.DataFrameModel):
    """Resolutions, drafts, reports and treaties that the articles name: one row for each."""

    document_id: str = slug("Document", "The document's key.", "unsc-2397")
    symbol: str = text(
        "Symbol",
        "Its number in the public record of who issued it; blank if none is known.",
        "S/RES/2397 (2017)",
        longest=60,
        nullable=True,
        unique=True,
    )
    title: str = text(
        "Title",
        "What it is called, or what it is, with the words that one would search for.",
        "Security Council resolution 2397: return of North Korean workers within 24 months, and limits on fuel",
        unique=True,
    )
    issuer_id: str = reference(
        "Issuer",
        "The body that passed or issued it, or voted on it; blank where there are several.",
        "un-security-council",
        to="actors.actor_id",
        nullable=True,
    )
    issued: str = date("Issued", "The day on which it was adopted, signed, issued or voted down.", "2017-12-22")
    url: str = address("URL", "Where it, or the record of it, can be read.", "https://undocs.org/S/RES/2397(2017)")


class EventDocuments(pa.DataFrameModel):
    """What an event has to do with a document: one row for each pair."""

    event_id: str = reference("Event", "The event.", "voa2022-e08", to="events.event_id", key=True, sheet="id")
    document_id: str = reference(
        "Document", "The document.", "unsc-2397", to="documents.document_id", key=True, sheet=None
    )
    relation: str = code(
        "Relation", "What the event has to do with it.", "adopts", vocabulary="document_relation", sheet=None
    )


class Relations(pa.DataFrameModel):
    """How one event is related to another, of its own or another source: one row for each pair."""

    event_id: str = reference("Event", "The event.", "memri2022-e14", to="events.event_id", key=True, sheet="id")
    other_event_id: str = reference(
        "Other event", "The event that it is related to.", "memri2022-e13", to="events.event_id", key=True, sheet=None
    )
    relation: str = code(
        "Relation",
        "What the event is to the other.",
        "responds_to",
        vocabulary="event_relation",
        sheet=None,
    )
    basis: str = code(
        "Basis",
        "Whether the article says it, or the two rows show it side by side.",
        "stated",
        vocabulary="relation_basis",
        sheet=None,
    )

    @rule(on="other_event_id")
    @staticmethod
    def not_related_to_itself(other_event_id: Cells, event_id: Cells) -> Verdict:
        return other_event_id != event_id
