"""What one edition of the site is made from: descriptor, tables, texts and accounts, contact data masked."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import quote

from schemas.rights import in_full, masked
from schemas.vocabularies import Code
from scripts.checks.accounting import Account
from scripts.draft.sentences import context, sentences
from scripts.problem import Problem
from scripts.site.evidence import live, plain
from scripts.site.joins import Join, joins
from scripts.site.resources import VIEWS, Field, Resource, resources, web_address
from scripts.spans import Span
from scripts.tables.table import Row

CALLED = ("name", "label", "title")  # the first of these that a table has is what its rows are called


@dataclass(frozen=True)
class Cell:
    """What one value shows: its words, and the page of the site, or the address outside, that it leads to.

    A `code` leads to what it means.
    """

    text: str
    href: str | None = None
    outside: bool = False
    code: bool = False


@dataclass
class Edition:
    """The package as the site shows it: rows by table, texts and accounts by source_id, files to download by path.

    `open` says that this is a coder's own view of unfinished sheets, with the problems in them and every text in full.
    """

    descriptor: dict[str, Any]
    tables: dict[str, list[Row]]
    texts: dict[str, str]
    accounts: dict[str, Account]
    problems: list[Problem] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    open: bool = False

    def __post_init__(self) -> None:
        self.tables = {
            name: [{column: value and plain(masked(value)) for column, value in row.items()} for row in table]
            for name, table in self.tables.items()
        }
        self.texts = {source_id: masked(text) for source_id, text in self.texts.items()}

    @cached_property
    def resources(self) -> dict[str, Resource]:
        """The tables as the descriptor declares them."""
        return resources(self.descriptor, {tuple(codes): name for name, codes in self.vocabularies.items()})

    @cached_property
    def vocabularies(self) -> dict[str, dict[str, Code]]:
        """What every code is called and means, by vocabulary."""
        found: dict[str, dict[str, Code]] = {}
        for row in self.tables["codes"]:
            found.setdefault(str(row["vocabulary"]), {})[str(row["code"])] = Code(
                str(row["label"]), str(row["definition"])
            )
        return found

    @cached_property
    def joins(self) -> dict[str, dict[str, Join]]:
        """What is put beside the rows of a table, such as actors beside events: by that table, and by the other."""
        return joins(self.resources, self.tables)

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """The names of rows by table and key, and of codes by vocabulary; an article is named by publisher and key."""
        found = {
            name: {str(row[resource.key[0]]): called for row in self.tables[name] if (called := row["name"])}
            for name, resource in self.resources.items()
            if "name" in resource.names
        }
        publishers = {str(row["source_id"]): str(row["publisher_id"]) for row in self.tables["sources"]}
        found["sources"] = {key: f"{found['actors'].get(one, one)} ({key})" for key, one in publishers.items()}
        codes = {name: {code: one.label for code, one in codes.items()} for name, codes in self.vocabularies.items()}
        return found | codes

    @property
    def tabled(self) -> dict[str, Resource]:
        """The tables that have a page of their own; that of the codes is the codebook."""
        return {name: resource for name, resource in self.resources.items() if name != "codes"}

    @property
    def menu(self) -> list[str]:
        """The tables that the menu of every page has; the page with the downloads leads to the others."""
        return list(VIEWS["order"])

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """What rows are called in a sentence, by table and key: by their name, their label or their title."""
        return {
            name: {str(row[resource.key[0]]): words for row in self.tables[name] if (words := row[called])}
            for name, resource in self.resources.items()
            if (called := next((one for one in CALLED if one in resource.names), None)) and len(resource.key) == 1
        }

    @cached_property
    def whole(self) -> set[str]:
        """The sources whose text may be shown in full."""
        return {str(row["source_id"]) for row in self.tables["sources"] if self.open or in_full(row["rights"])}

    def called(self, table: str | None, key: str) -> str:
        """Return the name of a row or of a code, or its key where it has none."""
        return self.names.get(table or "", {}).get(key, key)

    def cell(self, column: Field, row: Row) -> Cell | None:
        """Return the cell of a column, None where it is blank."""
        value = row[column.name]
        if value is None:
            return None
        if column.link:
            known = {name: quote(there, safe="") for name, there in row.items() if there is not None}
            return Cell(
                self.called(column.named_in, value), column.link.format_map(known), code=bool(column.vocabulary)
            )
        outside = column.type == "string" and web_address(value)
        return Cell(value, value if outside else None, outside)

    @cached_property
    def by_key(self) -> dict[str, dict[str, Row]]:
        """The rows of each table by the first column of its key."""
        return {
            name: {str(row[resource.key[0]]): row for row in self.tables[name]}
            for name, resource in self.resources.items()
        }

    def row(self, table: str, row: Row) -> Cell:
        """Return what a row is called and where it is: on a page of its own, among an article's words, in its table."""
        resource = self.resources[table]
        fields, first = resource.by_name, resource.by_name[resource.key[0]]
        key = str(row[first.name])
        words = self.labels.get(first.references or table, {}).get(key) or row.get("text") or key
        cells = (self.cell(fields[name], row) for name in (*CALLED, first.name) if name in fields and fields[name].link)
        there = next((cell.href for cell in cells if cell), None)
        return Cell(
            words, there or f"{table}.html#{quote('+'.join(str(row[name]) for name in resource.key), safe='+')}"
        )

    def entitled(self, table: str, key: str) -> Cell:
        """Return what the row of a key is called, and where it is; where there is none, the key."""
        row = self.by_key[table].get(key)
        return self.row(table, row) if row else Cell(key)

    def taking_part(self, table: str, key: str) -> list[list[Cell]]:
        """Return who takes part in an event or an act, those of one role together."""
        join = self.joins.get(table, {}).get("actors")
        return [[self.entitled("actors", one) for one in group] for group in (join.groups(key) if join else [])]

    @cached_property
    def _sentences(self) -> dict[str, list[Span]]:
        return {source_id: sentences(text) for source_id, text in self.texts.items()}

    def around(self, row: Row) -> str | None:
        """Return the sentences that a row's span touches; None without the text."""
        source_id, start, end = str(row["source_id"]), row["start"], row["end"]
        if source_id not in self.texts or not start or not end:
            return None
        return plain(context(self.texts[source_id], self._sentences[source_id], (int(start), int(end))))

    def live(self, row: Row) -> str | None:
        """Return the address of a row's words where the article was published; None where it is not known."""
        address = (self.by_key["sources"].get(str(row["source_id"])) or {}).get("url")
        return live(address, row["text"]) if address and row["text"] and web_address(address) else None
