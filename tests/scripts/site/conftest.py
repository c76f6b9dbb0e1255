"""The example's edition, and its pages as text."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.site.edition import Edition
from scripts.site.load import published
from scripts.site.overview import overview
from scripts.site.pages import pages

ARTICLE = "articles/holt2021.html"


@pytest.fixture(scope="session")
def edition(_built_once: Path) -> Edition:
    """The example as the site reads it; a test that wants another makes it of this one."""
    edition, problems = published(_built_once)
    assert problems == []
    assert edition is not None
    return edition


def page_texts(edition: Edition) -> dict[str, str]:
    """Return the pages by path, without pictures."""
    return dict(pages(edition, overview(edition), defaultdict(lambda: {"wide": "", "narrow": ""})))


def with_value(edition: Edition, table: str, column: str, value: str | None) -> Edition:
    """Return the edition with one value in all rows of a column."""
    return replace(edition, tables=edition.tables | {table: [row | {column: value} for row in edition.tables[table]]})
