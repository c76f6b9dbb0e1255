"""The agreement of two blind codings is computed from the sheets."""

import shutil
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.evaluate.agreement import CodeScore, agreement, stems
from tests.edits import EXAMPLE, Edit

ROOT = EXAMPLE.parent.parent


@pytest.fixture
def blind(seeds: Path) -> Path:
    """Two codings of the two articles of the example that are the same."""
    for coder in ("a", "b"):
        folder = seeds / "seeds/blind" / coder
        folder.mkdir(parents=True)
        for sheet in seeds.glob("seeds/0*.toml"):
            shutil.copy(sheet, folder)
    return seeds


def test_equal_codings_agree_fully(blind: Path) -> None:
    found = agreement(blind, stems(blind))
    assert [(score.table, score.left, score.exact_f1, score.overlap_f1) for score in found.spans] == [
        ("events", 4, 1.0, 1.0),
        ("quotes", 2, 1.0, 1.0),
        ("figures", 3, 1.0, 1.0),
    ]
    assert {score.same for score in found.codes} == {1.0}


def test_a_difference_is_counted_where_it_is(blind: Path) -> None:
    sheet = "seeds/blind/b/001_holt2021.toml"
    Edit(sheet, 'status = "possible"', 'status = "planned"').apply(blind)
    Edit(sheet, 'text = "Norway closed its border"', 'text = "closed its border"').apply(blind)
    found = agreement(blind, stems(blind))
    events = found.spans[0]
    assert (events.exact, events.overlapping, events.left, events.right) == (3, 4, 4, 4)
    by_column = {(score.table, score.column): score.same for score in found.codes}
    assert by_column["events", "status"] == 0.75
    assert by_column["events", "topic"] == 1.0


def test_alpha_is_krippendorffs() -> None:
    # Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example A: binary data, two observers, alpha 0.095.
    one, other = "0100000000", "1110010100"
    score = CodeScore("t", "c", list(zip(one, other, strict=True)))
    assert score.alpha == pytest.approx(0.095, abs=0.0005)
    assert CodeScore("t", "c", [("x", "x")]).alpha is None


def test_no_column_is_under_the_threshold() -> None:
    alphas = {(score.table, score.column): score.alpha for score in agreement(ROOT, stems(ROOT)).codes}
    assert {column for column, alpha in alphas.items() if alpha is not None and alpha < 0.67} == set()


def test_without_blind_codings_it_cannot_run(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--agreement", "--root", str(seeds)]) == 2
    assert "could not run" in capsys.readouterr().err
