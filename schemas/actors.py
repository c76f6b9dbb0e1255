"""The registry of actors and the names by which the articles call them."""

import pandera.pandas as pa

from schemas.fields import code, form, reference, slug, text
from schemas.rules import Cells, Verdict, rule


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

    state_id: str = reference(
        "State",
        "The state that member_of leads to; a state itself. So persons and bodies are found with their state.",
        "russia",
        to="actors.actor_id",
        nullable=True,
        sheet=None,
        derived=True,
    )
    wikidata: str = form(
        "Wikidata",
        "Its item in Wikidata, where a public page shows which one it is.",
        "Q423",
        pattern=r"^Q[1-9][0-9]{0,9}$",
        words="the letter Q and a number",
        nullable=True,
        unique=True,
    )

    @rule(on="country")
    @staticmethod
    def country_by_kind(kind: Cells, country: Cells) -> Verdict:
        needed = kind.isin(["state", "state_body"])
        barred = kind.isin(["person", "igo", "unnamed"])
        return (country.notna() | ~needed) & (country.isna() | ~barred)

    @rule(on="member_of")
    @staticmethod
    def not_member_of_itself(member_of: Cells, actor_id: Cells) -> Verdict:
        return member_of.isna() | (member_of != actor_id)

    @rule(on="member_of")
    @staticmethod
    def body_of_a_state(kind: Cells, member_of: Cells) -> Verdict:
        return (kind != "state_body") | member_of.notna()

    @rule(on="kind")
    @staticmethod
    def one_unnamed(kind: Cells, actor_id: Cells) -> Verdict:
        return (kind == "unnamed") == (actor_id == "unnamed")


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
