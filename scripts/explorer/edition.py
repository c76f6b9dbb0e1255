"""What one edition of the site is made from: descriptor, tables, texts and accounts, contact data masked."""

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from schemas.rights import in_full, masked
from scripts.checks.accounting import Account
from scripts.checks.package import check_package
from scripts.checks.seeds import check_seeds
from scripts.explorer.resources import Resource, resources
from scripts.package.descriptor import FILE, descriptor
from scripts.problem import Problem
from scripts.tables.csv import csv_bytes


@dataclass
class Edition:
    """The package as the site shows it.

    `tables` hold text, NA where blank. `texts` are by source_id, `whole` names the sources whose text may be shown in
    full. `open` says that this is a coder's own view of unfinished sheets, with the problems in them.
    """

    descriptor: dict[str, Any]
    tables: dict[str, pd.DataFrame]
    texts: dict[str, str]
    whole: set[str]
    accounts: dict[str, Account]
    problems: list[Problem] = field(default_factory=list)
    open: bool = False

    def __post_init__(self) -> None:
        self.resources: dict[str, Resource] = resources(self.descriptor)
        self.tables = {name: table.map(masked, na_action="ignore") for name, table in self.tables.items()}
        self.texts = {source_id: masked(text) for source_id, text in self.texts.items()}


def _table(data: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(data), dtype="str", keep_default_na=False, na_values=[""])


def _free(sources: pd.DataFrame) -> set[str]:
    named = sources[["source_id", "rights"]].itertuples(index=False, name=None)
    return {source_id for source_id, rights in named if in_full(rights)}


def published(root: Path) -> tuple[Edition | None, list[Problem]]:
    """Return the edition of a package as it lies on disk; None and the problems where it is not valid."""
    report = check_package(root, frictionless="never")
    if report.problems:
        return None, report.problems
    document = json.loads((root / FILE).read_bytes())
    tables = {resource["name"]: _table((root / resource["path"]).read_bytes()) for resource in document["resources"]}
    paths = dict(tables["sources"][["source_id", "path"]].itertuples(index=False, name=None))
    texts = {
        source_id: (root / path).read_bytes().decode("utf-8")
        for source_id, path in paths.items()
        if (root / path).is_file()
    }
    accounts = {account.source_id: account for account in report.accounts}
    return Edition(document, tables, texts, _free(tables["sources"]), accounts), []


def under_review(root: Path) -> Edition:
    """Return the edition of the coding sheets as they stand, drafts too, with their problems and every text in full."""
    checked = check_seeds(root, with_drafts=True)
    data = {name: csv_bytes(table.cells) for name, table in checked.tables.items()}
    document = descriptor(data, checked.tables["sources"].cells)
    texts = {source_id: article.text for source_id, article in checked.articles.items()}
    accounts = {account.source_id: account for account in checked.accounts}
    tables = {name: _table(read) for name, read in data.items()}
    return Edition(document, tables, texts, set(texts), accounts, checked.problems, open=True)
