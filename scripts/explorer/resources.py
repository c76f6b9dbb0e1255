"""The tables of a package as its descriptor declares them, and where a value of theirs leads."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

VIEWS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("views.toml").read_text(encoding="utf-8"))
NAME = "name"  # the column by which a row of a table is called, where it has one
ARTICLE = "articles/{source_id}.html"
ANCHOR = {"source_id", "start", "end", "text"}


@dataclass(frozen=True)
class Field:
    """One column: `references` is the table that its values are keys of, `codes` its closed list.

    `link` is the page that a value leads to, with {column} where a value of the row stands.
    """

    name: str
    title: str
    description: str
    type: str
    codes: tuple[str, ...]
    references: str | None
    link: str | None

    @property
    def hidden(self) -> bool:
        """Whether a table page shows the column only when asked to."""
        return self.name in VIEWS["hidden"]

    @property
    def later(self) -> bool:
        """Whether a table page offers to filter by it only when asked to."""
        return self.name in VIEWS["later"]


@dataclass(frozen=True)
class Resource:
    """One table."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]

    @cached_property
    def names(self) -> list[str]:
        """The columns' names, in order."""
        return [field.name for field in self.fields]

    @property
    def called(self) -> str:
        """The column by which a row is called."""
        return NAME if NAME in self.names else self.key[0]

    @property
    def anchored(self) -> bool:
        """Whether its rows rest on spans of articles."""
        return set(self.names) >= ANCHOR

    def referring(self, table: str) -> list[str]:
        """Return the columns whose values are keys of a table."""
        return [field.name for field in self.fields if field.references == table]

    def joins(self) -> bool:
        """Return whether it only joins rows of other tables: every part of its key is a key of one."""
        return len(self.key) > 1 and all(field.references for field in self.fields if field.name in self.key)


def _link(name: str, references: str | None, names: set[str], key: list[str]) -> str | None:
    if references:
        return f"{references}.html#{{{name}}}"
    if [name] != key:
        return None
    if names >= ANCHOR:
        return f"{ARTICLE}#at-{{{name}}}"
    return ARTICLE if name == "source_id" else None


def _resource(declared: dict[str, Any]) -> Resource:
    schema, name = declared["schema"], declared["name"]
    there = {key["fields"][0]: key["reference"]["resource"] or name for key in schema.get("foreignKeys", [])}
    names, key = {field["name"] for field in schema["fields"]}, schema["primaryKey"]
    fields = tuple(
        Field(
            field["name"],
            field["title"],
            field["description"],
            field["type"],
            tuple(field["constraints"].get("enum", ())),
            there.get(field["name"]),
            _link(field["name"], there.get(field["name"]), names, key),
        )
        for field in schema["fields"]
    )
    return Resource(name, declared["title"], declared["description"], fields, tuple(key))


def resources(descriptor: dict[str, Any]) -> dict[str, Resource]:
    """Return the tables of a descriptor by name, in the order of the menu."""
    found = {declared["name"]: _resource(declared) for declared in descriptor["resources"]}
    order = [name for name in VIEWS["order"] if name in found]
    return {name: found[name] for name in [*order, *(name for name in found if name not in order)]}


def web_address(value: str) -> str | None:
    """Return a value as an address to link to, None unless it is http or https with a host."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in {"http", "https"} and parts.netloc else None
