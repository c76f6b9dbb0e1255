"""The dataset itself, as it is published."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package

from schemas import TABLES
from scripts.__main__ import main
from scripts.checks.seeds import check_seeds

ROOT = Path(__file__).parent.parent
SHORT = {"event_id", "quote_id"}  # a sheet names rows of its own by their short ids
SHEETS = sorted(path for path in ROOT.glob("seeds/[0-9]*.toml"))


def _table(name: str) -> pd.DataFrame:
    return pd.read_csv(ROOT / f"data/{name}.csv", keep_default_na=False, na_values=[""])


def test_the_generated_files_are_what_the_sheets_say(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--check"]) == 0, capsys.readouterr().out


def test_every_article_coded_by_hand_is_accounted_for() -> None:
    checked = check_seeds(ROOT)
    assert checked.problems == []
    coded = _table("sources").query("coding in ['single', 'double']")["source_id"]
    assert [account.source_id for account in checked.accounts] == list(coded)


@pytest.mark.parametrize("name", ["events", "quotes", "figures"])
def test_every_text_is_the_articles_characters_at_its_offsets(name: str) -> None:
    paths = dict(_table("sources")[["source_id", "path"]].itertuples(index=False, name=None))
    articles = {source: (ROOT / path).read_bytes().decode("utf-8") for source, path in paths.items()}
    for row in _table(name).itertuples():
        assert articles[str(row.source_id)][int(row.start) : int(row.end)] == row.text  # type: ignore[arg-type]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.stem)
def test_rows_read_back_by_frictionless_equal_what_was_coded(sheet: Path) -> None:
    coded = tomllib.loads(sheet.read_text(encoding="utf-8"), parse_float=Decimal)
    package = Package(str(ROOT / "datapackage.json"))
    source_id = coded["source"]["source_id"]
    for name in ("events", "quotes", "figures"):
        rows = {row[TABLES[name].key[0]]: row for row in package.get_table_resource(name).read_rows()}
        assert sum(row["source_id"] == source_id for row in rows.values()) == len(coded.get(name, []))
        for block in coded.get(name, []):
            row = rows[f"{source_id}-{block['id']}"]
            for key in set(block) & set(TABLES[name].names):
                there = row[key] and str(row[key]).removeprefix(f"{source_id}-") if key in SHORT else row[key]
                assert there == (date.fromisoformat(block[key]) if key == "known_by" else block[key]), (row, key)


def test_participants_equal_what_was_coded() -> None:
    published = set(_table("participants").itertuples(index=False, name=None))
    coded = set()
    for sheet in SHEETS:
        blocks = tomllib.loads(sheet.read_text(encoding="utf-8"))
        for event in blocks.get("events", []):
            event_id = f"{blocks['source']['source_id']}-{event['id']}"
            coded |= {(event_id, actor, "actor") for actor in event["actors"]}
            coded |= {(event_id, actor, "recipient") for actor in event.get("recipients", [])}
    assert published == coded


def test_acts_of_several_sources_are_joined() -> None:
    events = _table("events")
    assert len(_table("acts").query("reports > 1")) >= 9
    assert len(events[events["issue"] == "conflict"]) >= 3
