"""The registry of actors and the names by which the articles call them."""

import pandera.pandas as pa

from schemas.blocks import Frame, Verdict, holds
from schemas.fields import code, form, reference, slug, text


class Actors(pa.DataFrameModel):
    """Who acts, speaks, publishes or is acted upon: one row for each person, state, body or medium."""

    actor_id: str = slug("Actor", "The actor's key.", "north-korea")
    name: str = text(
        "Name", "The actor's usual name in English.", "North Korea", longest=120, unique=True, one_alphabet=True
    )
    kind: str = code("Kind", "What kind of actor it is.", "state", vocabulary="actor_kind")
    country: str = code(
        "Country",
        "ISO 3166-1 alpha-3 code of the country; blank for persons and international bodies.",
        "PRK",
        vocabulary="country",
        nullable=True,
    )
    member_of: str = reference(
        "Member of",
        "The body that it belongs to or speaks for.",
        "russia",
        to="actors.actor_id",
        nullable=True,
    )

    @pa.dataframe_check(
        name="country_by_kind",
        title="country",
        error="{country} does not go with kind {kind}",
        description="a state or state_body has a country; a person, an igo and the unnamed actor have none",
    )
    @classmethod
    def country_by_kind(cls, rows: Frame) -> Verdict:
        needed = rows["kind"].isin(["state", "state_body"])
        barred = rows["kind"].isin(["person", "igo", "unnamed"])
        return holds((rows["country"].notna() | ~needed) & (rows["country"].isna() | ~barred))

    @pa.dataframe_check(
        name="not_member_of_itself",
        title="member_of",
        error="{member_of} is the actor itself",
        description="name the body that it belongs to, or strike member_of",
    )
    @classmethod
    def not_member_of_itself(cls, rows: Frame) -> Verdict:
        return holds(rows["member_of"].isna() | (rows["member_of"] != rows["actor_id"]))

    @pa.dataframe_check(
        name="body_of_a_state",
        title="member_of",
        error="is blank, but a state_body belongs to a state",
        description="name the state, or the body of it that this one belongs to",
    )
    @classmethod
    def body_of_a_state(cls, rows: Frame) -> Verdict:
        return holds((rows["kind"] != "state_body") | rows["member_of"].notna())

    @pa.dataframe_check(
        name="one_unnamed",
        title="kind",
        error="{kind} does not go with the key {actor_id}",
        description="the one actor of kind unnamed is “unnamed”; groups without a name need no actor of their own",
    )
    @classmethod
    def one_unnamed(cls, rows: Frame) -> Verdict:
        return holds((rows["kind"] == "unnamed") == (rows["actor_id"] == "unnamed"))


class Aliases(pa.DataFrameModel):
    """Other names that the articles use for an actor: variants of spelling, capitals, seats of power."""

    alias: str = form(
        "Alias",
        "A name as the articles write it; stands for one actor only.",
        "Pyongyang",
        pattern=r"^\S(?:[^\n]{0,118}\S)?$",
        words="one line of at most 120 characters without space at either end",
        unique=True,
        key=True,
        sheet="aliases",
        one_alphabet=True,
    )
    actor_id: str = reference("Actor", "The actor so called.", "north-korea", to="actors.actor_id")
