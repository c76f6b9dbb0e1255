"""Which articles' texts a release may hold, and what must be in no release at all: personal contact data."""

from collections.abc import Iterator

from schemas.rights import CONTACT, in_full
from scripts.checks.seeds import Checked
from scripts.problem import Problem
from scripts.sheets.rows import Article
from scripts.tables.table import Table, Tables

RIGHTS, PERSONAL = "its rights are not cleared", "it holds personal contact data"


def reason_to_leave_out(rights: str, article: Article) -> str | None:
    """Return why a release leaves the text of an article out, None where it may hold it.

    A text with contact data is left out whole: with it struck or masked its hash would be another's.
    """
    if not in_full(rights):
        return RIGHTS
    return PERSONAL if CONTACT.search(article.text) else None


def reasons(checked: Checked) -> dict[str, str | None]:
    """Return, by source_id, why the text of an article is left out of a release, None where it is not."""
    sources = checked.tables["sources"].cells[["source_id", "rights"]].itertuples(index=False, name=None)
    return {source_id: reason_to_leave_out(rights, checked.articles[source_id]) for source_id, rights in sources}


def _addresses(table: Table) -> Iterator[Problem]:
    for column in table.schema.columns:
        for row, value in table.values(column.name):
            if CONTACT.search(value):
                yield table.problem(row, column.name, "personal_contact", value=value)


def contact_problems(tables: Tables) -> list[Problem]:
    """Return the cells of the tables that hold personal contact data."""
    return [problem for table in tables.values() for problem in _addresses(table)]
