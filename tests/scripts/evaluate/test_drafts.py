"""Drafts are scored against coding sheets."""

import json
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.evaluate.score import Item, Score, score


def _item(start: int, end: int, **values: str) -> Item:
    return Item((start, end), f"{start}-{end}", values)


def test_spans_and_values_are_counted_apart() -> None:
    coded = [_item(0, 10, unit="USD", value="5"), _item(20, 30, unit="count", value="7"), _item(40, 50, unit="count")]
    drafted = [_item(0, 10, unit="EUR", value="5.0"), _item(22, 28, unit="count", value="7"), _item(60, 70)]
    found = score(coded, drafted, ["unit", "value"])
    assert (found.coded, found.drafted, found.paired, found.exact) == (3, 3, 2, 1)
    assert found.measures() == {
        "precision": pytest.approx(2 / 3),
        "recall": pytest.approx(2 / 3),
        "f1": pytest.approx(2 / 3),
        "f1_exact": pytest.approx(1 / 3),
        "unit": 0.5,
        "value": 1.0,
    }
    assert found.errors == ["missed: '40-50'", "too much: '60-70'", "unit: EUR for USD in '0-10'"]


def test_scores_of_articles_add_up() -> None:
    total = Score()
    for _ in range(2):
        total.add(score([_item(0, 10, unit="USD")], [_item(0, 10, unit="USD")], ["unit"]))
    assert (total.coded, total.paired, total.same) == (2, 2, {"unit": 2})


def test_any_folder_of_articles_and_sheets_can_be_scored(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--root", str(seeds), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["each"]) == {"001_holt2021", "002_holt2021b"}
    assert found["all"]["quotes"]["f1"] == 1.0
    assert found["all"]["quotes"]["speaker_id"] == 1.0
    assert found["all"]["figures"]["recall"] == pytest.approx(2 / 3)
    assert found["all"]["figures"]["value"] == 1.0


def test_errors_are_listed(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--root", str(seeds), "--errors"]) == 0
    assert "002_holt2021b: figures: missed: 'second'" in capsys.readouterr().out


def test_without_sheets_it_cannot_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    assert main(["evaluate", "--root", str(tmp_path)]) == 2
    assert "could not run" in capsys.readouterr().err
