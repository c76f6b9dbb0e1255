"""The database has the keys, the search and the views that it promises."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from schemas import ANCHORED, TABLES
from schemas.package import package
from scripts.checks.seeds import check_seeds
from scripts.release.types import rows

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture
def database(dist: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(dist / f"{package()['name']}.sqlite")) as opened:
        yield opened


def _all(database: sqlite3.Connection, question: str) -> list[Any]:
    return database.execute(question).fetchall()


def test_it_is_sound_and_holds_every_row(database: sqlite3.Connection) -> None:
    assert _all(database, "PRAGMA integrity_check") == [("ok",)]
    assert _all(database, "PRAGMA foreign_key_check") == []
    for name, table in check_seeds(ROOT).tables.items():
        assert _all(database, f"SELECT * FROM {name} ORDER BY rowid") == list(rows(table))


def test_every_reference_and_key_is_declared(database: sqlite3.Connection) -> None:
    for name, table in TABLES.items():
        declared = {(row[3], f"{row[2]}.{row[4]}") for row in _all(database, f"PRAGMA foreign_key_list({name})")}
        assert declared == {(column.name, column.references) for column in table.columns if column.references}
        info = _all(database, f"PRAGMA table_info({name})")
        assert {row[1] for row in info if row[5]} == set(table.key)
        assert {row[1] for row in info if not row[3]} == {column.name for column in table.columns if column.nullable}
        [(statement,)] = _all(database, f"SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '{name}'")
        assert all(column.description in statement for column in table.columns)


def test_every_reference_has_an_index(database: sqlite3.Connection) -> None:
    for name, table in TABLES.items():
        found = [row[1] for row in _all(database, f"PRAGMA index_list({name})")]
        first = {_all(database, f'PRAGMA index_info("{index}")')[0][2] for index in found}
        assert {column.name for column in table.columns if column.references} <= first


def test_acts_have_those_who_took_part_by_any_report_in_one_row(database: sqlite3.Connection) -> None:
    found = pd.read_sql_query("SELECT * FROM acts_with_participants", database).set_index("act_id")
    events = pd.read_sql_query("SELECT * FROM events", database)
    assert list(found.index) == list(events["act_id"].drop_duplicates())
    assert found["reports"].sum() == len(events)
    vote = found.loc["voa2022-e15"]
    assert sorted(vote["actors"].split("; ")) == ["Belarus", "Eritrea", "North Korea", "Russia", "Syria"]
    assert vote["recipients"] == "United Nations General Assembly"  # the United Nations stand aside for it
    assert found["day_to_sort_by"].notna().all()
    recognised = found[found["topic"].eq("recognition") & found["reports"].gt(1)]
    assert ("North Korea", "Donetsk People’s Republic; Luhansk People’s Republic") in set(
        recognised[["actors", "recipients"]].itertuples(index=False, name=None)
    )


def test_an_act_is_shown_over_its_sources(database: sqlite3.Connection) -> None:
    found = _all(
        database,
        "SELECT act_id, count(*), count(DISTINCT source_id) FROM act_reports GROUP BY 1 HAVING count(*) > 1",
    )
    assert len(found) >= 9
    assert all(reports == sources for _, reports, sources in found)


def test_quotes_have_speakers_and_claims_have_claimants(database: sqlite3.Connection) -> None:
    assert _all(database, "SELECT count(*) FROM quotes_with_speakers") == _all(database, "SELECT count(*) FROM quotes")
    assert ("Patrick Cronin",) in _all(database, "SELECT DISTINCT speaker FROM quotes_with_speakers")
    counted = "SELECT (SELECT count(claimed_by) FROM events) + (SELECT count(claimed_by) FROM figures)"
    assert _all(database, "SELECT count(claimant) FROM claims") == _all(database, counted)


def test_every_text_is_found(database: sqlite3.Connection) -> None:
    found = _all(database, "SELECT found_in, row_id, text, label FROM search WHERE search MATCH 'workers AND donbas'")
    assert ("events", "voa2022-e06") in [row[:2] for row in found]
    for *_, text, label in found:
        assert "workers" in f"{text} {label}".lower()
        assert "donbas" in f"{text} {label}".lower()
    [document] = _all(database, "SELECT row_id FROM search WHERE search MATCH 'vetoed AND draft'")
    assert document == ("panel-of-experts-draft-2024-03",)
    searched = [*ANCHORED, "documents"]
    assert [count for (count,) in _all(database, "SELECT count(*) FROM search")] == [
        sum(_all(database, f"SELECT count(*) FROM {name}")[0][0] for name in searched)
    ]
