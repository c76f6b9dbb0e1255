"""What is read of seeds/ is in the tables, each cell with its line."""

from pathlib import Path

from schemas import TABLES
from scripts.checks.derived import DERIVED
from scripts.checks.seeds import check_seeds
from scripts.sheets.read import read_seeds


def test_every_row_leads_to_its_line(seeds: Path) -> None:
    checked, rows = check_seeds(seeds), read_seeds(seeds).rows
    for name, schema in TABLES.items():
        if name in DERIVED:
            continue
        table = checked.tables[name]
        given = sorted((row.block.file, *map(row.line_of, schema.columns)) for row in rows[name])
        places = ([table.place(at, column) for column in schema.columns] for at in range(len(table.cells)))
        assert sorted((place[0][0], *(line for _, line in place)) for place in places) == given


def test_the_articles_are_those_of_the_sheets(seeds: Path) -> None:
    checked = check_seeds(seeds)
    sources = checked.tables["sources"].cells.to_dict("records")
    assert {key: article.path for key, article in checked.articles.items()} == {
        row["source_id"]: row["path"] for row in sources
    }
