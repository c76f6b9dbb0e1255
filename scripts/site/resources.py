"""The tables of a package as its descriptor declares them, and where a value of theirs leads."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

VIEWS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("views.toml").read_text(encoding="utf-8"))
ARTICLE = "articles/{source_id}.html"
ANCHOR = {"source_id", "start", "end", "text"}


@dataclass(frozen=True)
class Field:
    """One column: `references` is the table that its values are keys of, `codes` its closed list.

    `link` is the page that a value leads to, with {column} where a value of the row stands. A table page shows a
    `hidden` column, and offers to filter by a `later` one, only when asked to.
    """

    name: str
    title: str
    description: str
    type: str
    codes: tuple[str, ...]
    references: str | None
    link: str | None
    hidden: bool
    later: bool


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
    def anchored(self) -> bool:
        """Whether its rows rest on spans of articles."""
        return set(self.names) >= ANCHOR

    @property
    def joins(self) -> bool:
        """Whether it only joins rows of other tables: every part of its key is a key of one."""
        return len(self.key) > 1 and all(field.references for field in self.fields if field.name in self.key)

    def referring(self, table: str) -> list[str]:
        """Return the columns whose values are keys of a table."""
        return [field.name for field in self.fields if field.references == table]


def _link(name: str, references: str | None, names: set[str], key: list[str]) -> str | None:
    if references:
        return f"{references}.html#{{{name}}}"
    if [name] != key:
        return None
    if names >= ANCHOR:
        return f"{ARTICLE}#at-{{{name}}}"
    return ARTICLE if name == "source_id" else None


def _resource(declared: dict[str, Any]) -> Resource:
    schema, table = declared["schema"], declared["name"]
    there = {key["fields"][0]: key["reference"]["resource"] or table for key in schema.get("foreignKeys", [])}
    names, key = {field["name"] for field in schema["fields"]}, schema["primaryKey"]
    fields = tuple(
        Field(
            name=(name := field["name"]),
            title=field["title"],
            description=field["description"],
            type=field["type"],
            codes=tuple(field["constraints"].get("enum", ())),
            references=there.get(name),
            link=_link(name, there.get(name), names, key),
            hidden=name in VIEWS["hidden"],
            later=name in VIEWS["later"],
        )
        for field in schema["fields"]
    )
    return Resource(table, declared["title"], declared["description"], fields, tuple(key))


def resources(descriptor: dict[str, Any]) -> dict[str, Resource]:
    """Return the tables of a descriptor by name, in the order of the menu."""
    found = {declared["name"]: _resource(declared) for declared in descriptor["resources"]}
    order = [name for name in VIEWS["order"] if name in found]
    return {name: found[name] for name in dict.fromkeys([*order, *found])}


def web_address(value: str) -> bool:
    """Return whether a value is an address to link to: http or https with a host."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
