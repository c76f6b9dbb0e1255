"""What is read of seeds/ is put into the tables and let go."""

import gc
from collections import Counter
from pathlib import Path

from schemas import TABLES
from scripts.checks.seeds import check_seeds
from scripts.sheets.blocks import Block
from scripts.sheets.read import read_seeds
from scripts.sheets.rows import Article, Row


def _held() -> Counter[str]:
    """Return how many blocks, rows and articles with their text are in memory."""
    gc.collect()
    kinds = (Block, Row, Article)
    return Counter(
        type(one).__name__ for one in gc.get_objects() if isinstance(one, kinds) and getattr(one, "text", True)
    )


def test_no_block_and_no_row_is_held_when_all_is_read_and_one_article_at_most(seeds: Path) -> None:
    before = _held()
    checked = check_seeds(seeds)
    assert checked.problems == []
    assert len(checked.articles) == 2
    assert _held() - before <= Counter(Article=1)


def test_every_row_leads_to_its_line(seeds: Path) -> None:
    checked, rows = check_seeds(seeds), read_seeds(seeds).rows
    for name, table in TABLES.items():
        sheaf = checked.sheaves[name]
        given = sorted((row.block.file, *map(row.line_of, table.columns)) for row in rows[name])
        places = ([sheaf.place(at, column) for column in table.columns] for at in range(len(sheaf.cells)))
        assert sorted((place[0][0], *(line for _, line in place)) for place in places) == given


def test_the_articles_are_those_of_the_sheets(seeds: Path) -> None:
    checked = check_seeds(seeds)
    sources = checked.sheaves["sources"].cells.to_dict("records")
    assert {key: article.path for key, article in checked.articles.items()} == {
        row["source_id"]: row["path"] for row in sources
    }
