"""Which articles' texts a release may hold, and what must be in no release at all: personal contact data."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts.checks.frames import Sheaf, Sheaves
from scripts.checks.seeds import Checked
from scripts.problems import Problem, shown
from scripts.sheets.rows import Article

DECLARATION = Path(__file__).with_name("rights.toml")
FREE: list[str] = tomllib.loads(DECLARATION.read_text(encoding="utf-8"))["may_be_handed_on"]
ADDRESS = re.compile(r"\w@[A-Za-z0-9-]{1,63}\.[A-Za-z0-9]")  # the middle of an e-mail address: no run to search twice

RIGHTS, CONTACT = "its rights are not cleared", "it holds an e-mail address"


def _free(rights: str) -> bool:
    return any(rights.partition("://")[2].startswith(known) for known in FREE)


def reason_to_leave_out(rights: str, article: Article) -> str | None:
    """Return why a release leaves the text of an article out, None where it may hold it.

    A text with an e-mail address is left out whole: with the address struck its hash and offsets would be another's.
    """
    if not _free(rights):
        return RIGHTS
    return CONTACT if ADDRESS.search(article.text) else None


def reasons(checked: Checked) -> dict[str, str | None]:
    """Return, by source_id, why the text of an article is left out of a release, None where it is not."""
    sources = checked.sheaves["sources"].cells[["source_id", "rights"]].itertuples(index=False, name=None)
    return {source_id: reason_to_leave_out(rights, checked.articles[source_id]) for source_id, rights in sources}


def _addresses(sheaf: Sheaf) -> Iterator[Problem]:
    for column in sheaf.table.columns:
        for row, value in sheaf.values(column.name):
            if ADDRESS.search(value):
                message = f"{shown(value)} holds an e-mail address, which is not released"
                hint = "leave personal contact data out of the coding"
                yield sheaf.problem(row, column.name, "personal_contact", message, hint)


def contact_problems(sheaves: Sheaves) -> list[Problem]:
    """Return the cells of the tables that hold an e-mail address."""
    return [problem for sheaf in sheaves.values() for problem in _addresses(sheaf)]
