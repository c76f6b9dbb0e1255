"""What one edition of the site is made from: descriptor, tables, texts and accounts, contact data masked."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from schemas.rights import in_full, masked
from schemas.vocabularies import Code
from scripts.checks.accounting import Account
from scripts.checks.package import check_package
from scripts.checks.seeds import check_seeds
from scripts.package.descriptor import FILE, descriptor
from scripts.problem import Problem
from scripts.site.resources import VIEWS, Field, Resource, resources, web_address
from scripts.tables.csv import csv_bytes, read
from scripts.tables.table import Row, rows

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


@dataclass(frozen=True)
class Join:
    """The rows of `table` that a joining table, titled `title`, puts beside each row: keys by role or relation."""

    title: str
    table: str
    by_key: dict[str, dict[str | None, list[str]]]

    def groups(self, key: str) -> list[list[str]]:
        """Return the keys beside a row, those of one role together."""
        return list(self.by_key.get(key, {}).values())


@dataclass
class Edition:
    """The package as the site shows it: rows by table, texts and accounts by source_id.

    `open` says that this is a coder's own view of unfinished sheets, with the problems in them and every text in full.
    """

    descriptor: dict[str, Any]
    tables: dict[str, list[Row]]
    texts: dict[str, str]
    accounts: dict[str, Account]
    problems: list[Problem] = field(default_factory=list)
    open: bool = False

    def __post_init__(self) -> None:
        self.tables = {
            name: [{column: value and masked(value) for column, value in row.items()} for row in table]
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
        found: dict[str, dict[str, Join]] = {}
        for joining in self.resources.values():
            if joining.joins:
                fields = {field.name: field for field in joining.fields}
                here, there = (fields[name] for name in joining.key[:2])
                coded = next((field for field in joining.fields if field.codes), None)
                groups: dict[str, dict[str | None, list[str]]] = {}
                for row in self.tables[joining.name]:
                    code = row[coded.name] if coded else None
                    mine = groups.setdefault(str(row[here.name]), {one: [] for one in coded.codes} if coded else {})
                    mine.setdefault(code, []).append(str(row[there.name]))
                by_key = {
                    key: {code: group for code, group in by_code.items() if group} for key, by_code in groups.items()
                }
                join = Join(joining.title, str(there.references), by_key)
                found.setdefault(str(here.references), {})[join.table] = join
        return found

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """The names of rows by table and key, and of codes by vocabulary; an article's is its publisher's with its key."""
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
    def menu(self) -> list[str]:
        """The tables that the menu of every page has; the others stand at its foot."""
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

    def row(self, table: str, row: Row) -> Cell:
        """Return what a row is called, and where it is: its own page, its words in the article, or its place in its table."""
        resource = self.resources[table]
        first = next(field for field in resource.fields if field.name == resource.key[0])
        key = str(row[first.name])
        words = self.labels.get(first.references or table, {}).get(key) or row.get("text") or key
        shown = self.cell(first, row)
        return Cell(
            words, (shown and shown.href) or f"{table}.html#{quote('+'.join(str(row[k]) for k in resource.key))}"
        )


def published(root: Path) -> tuple[Edition | None, list[Problem]]:
    """Return the edition of a package as it lies on disk; None and the problems where it is not valid."""
    report = check_package(root, frictionless="never")
    if report.problems:
        return None, report.problems
    document = json.loads((root / FILE).read_bytes())
    tables = {resource["name"]: rows(read(root, resource["name"])) for resource in document["resources"]}
    paths = {str(row["source_id"]): root / str(row["path"]) for row in tables["sources"]}
    texts = {source_id: path.read_bytes().decode("utf-8") for source_id, path in paths.items() if path.is_file()}
    accounts = {account.source_id: account for account in check_seeds(root).accounts}  # none without sheets
    return Edition(document, tables, texts, accounts), []


def under_review(root: Path) -> tuple[Edition, list[Problem]]:
    """Return the edition of the coding sheets as they stand, drafts too, every text in full, and their problems."""
    checked = check_seeds(root, with_drafts=True)
    cells = {name: table.cells for name, table in checked.tables.items()}
    document = descriptor({name: csv_bytes(table) for name, table in cells.items()}, cells["sources"])
    tables = {name: rows(table) for name, table in cells.items()}
    texts = {source_id: article.text for source_id, article in checked.articles.items()}
    accounts = {account.source_id: account for account in checked.accounts}
    return Edition(document, tables, texts, accounts, checked.problems, open=True), checked.problems
