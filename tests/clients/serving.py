"""Datasette shows the database of a release with its titles, filters and search. Run by `make clients`."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from schemas import TABLES
from schemas.package import package
from scripts.commands.release import release
from tests.clients.running import ROOT, TIME

NAME = package()["name"]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    assert release(ROOT, out) == 0
    return out


def _page(dist: Path, path: str) -> str:
    """Return what Datasette answers, without a port."""
    command = [str(Path(sys.executable).with_name("datasette")), f"{NAME}.sqlite", "--metadata", "datasette.json"]
    command += ["--get", f"/{NAME}{path}"]
    return subprocess.run(command, cwd=dist, capture_output=True, text=True, timeout=TIME, check=True).stdout


def _json(dist: Path, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_page(dist, path))
    return found


def test_a_table_has_its_description_its_columns_and_its_filters(dist: Path) -> None:
    shown = _page(dist, "/events?_size=1")
    assert TABLES["events"].description in shown
    assert f"<dt>status</dt><dd>Status. {TABLES['events']['status'].description}</dd>" in shown
    assert 'type="search" name="_search"' in shown
    facets = _json(dist, "/events.json?_size=0")["facet_results"]
    assert {"event_type", "topic", "status"} == set(facets)


def test_a_search_at_a_table_finds_its_words(dist: Path) -> None:
    rows = _json(dist, "/quotes.json?_search=workers&_shape=objects")["rows"]
    assert rows
    assert all("workers" in f"{row['text']} {row['note']}".lower() for row in rows)


def test_a_key_of_another_table_is_shown_by_what_its_row_is_called(dist: Path) -> None:
    [row] = _json(dist, "/quotes.json?_size=1&_labels=on&_shape=objects")["rows"]
    names = {actor["actor_id"]: actor["name"] for actor in _json(dist, "/actors.json?_size=max&_shape=objects")["rows"]}
    assert row["speaker_id"]["label"] == names[row["speaker_id"]["value"]]


def test_a_view_has_its_description(dist: Path) -> None:
    assert "Who took part in which report, with names." in _page(dist, "/named_participants?_size=1")
