"""The tables of a package as its descriptor declares them, and where a value of theirs leads."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

VIEWS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("views.toml").read_text(encoding="utf-8"))
CODEBOOK = "codebook.html"
ANCHOR = {"source_id", "start", "end", "text"}


@dataclass(frozen=True)
class Field:
    """One column: `references` is the table that its values are keys of, `codes` its closed list, from `vocabulary`.

    `link` is the page that a value leads to, with {column} where a value of the row stands. A table page shows a
    `hidden` column, and offers to filter by a `later` one, only when asked to.
    """

    name: str
    title: str
    description: str
    type: str
    codes: tuple[str, ...]
    references: str | None
    vocabulary: str | None
    link: str | None
    example: str
    hidden: bool
    later: bool

    @property
    def named_in(self) -> str | None:
        """The table or the vocabulary that has the names of its values."""
        return self.references or self.vocabulary


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

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """The columns by name."""
        return {field.name: field for field in self.fields}

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


def page(table: str) -> str | None:
    """Return the address of the page that each row of a table has, with {} for its key; None where rows have none."""
    folder = VIEWS["pages"].get(table)
    return f"{folder}/{{}}.html" if folder else None


def _link(table: str, name: str, there: str | None, vocabulary: str | None, declared: dict[str, Any]) -> str | None:
    value, key = f"{{{name}}}", declared["primaryKey"]
    if link := VIEWS["links"].get(f"{table}.{name}"):
        return str(link)
    if there or [name] == key:
        own = page(there or table)
        if own or there:
            return own.format(value) if own else f"{there}.html#{value}"
    if [name] == key and {field["name"] for field in declared["fields"]} >= ANCHOR:
        return f"{str(page('sources')).format('{source_id}')}#at-{value}"
    return f"{CODEBOOK}#{vocabulary}.{value}" if vocabulary else None


def _resource(declared: dict[str, Any], vocabularies: dict[tuple[str, ...], str]) -> Resource:
    schema, table = declared["schema"], declared["name"]
    there = {key["fields"][0]: key["reference"]["resource"] or table for key in schema.get("foreignKeys", [])}
    found = []
    for field in schema["fields"]:
        name, codes = field["name"], tuple(field["constraints"].get("enum", ()))
        vocabulary = vocabularies.get(codes)
        found.append(
            Field(
                name=name,
                title=field["title"],
                description=field["description"],
                type=field["type"],
                codes=codes,
                references=there.get(name),
                vocabulary=vocabulary,
                link=_link(table, name, there.get(name), vocabulary, schema),
                example=str(field.get("example", "")),
                hidden=bool({name, f"{table}.{name}"} & set(VIEWS["hidden"])),
                later=name in VIEWS["later"],
            )
        )
    return Resource(table, declared["title"], declared["description"], tuple(found), tuple(schema["primaryKey"]))


def resources(descriptor: dict[str, Any], vocabularies: dict[tuple[str, ...], str]) -> dict[str, Resource]:
    """Return the tables of a descriptor by name, in the order of the menu; `vocabularies` are named by their codes."""
    found = {declared["name"]: _resource(declared, vocabularies) for declared in descriptor["resources"]}
    order = [name for name in VIEWS["order"] if name in found]
    return {name: found[name] for name in dict.fromkeys([*order, *found])}


def web_address(value: str) -> bool:
    """Return whether a value is an address to link to: http or https with a host."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)
