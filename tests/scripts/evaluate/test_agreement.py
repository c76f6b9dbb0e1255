"""The agreement of two blind codings is computed from the sheets."""

import shutil
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.evaluate.agreement import agreement, alpha, same, stems
from scripts.evaluate.score import Score
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
    assert found.spans == {name: Score(n, n, n, n) for name, n in (("events", 4), ("quotes", 2), ("figures", 3))}
    assert {same(pairs) for pairs in found.codes.values()} == {1.0}


def test_a_difference_is_counted_where_it_is(blind: Path) -> None:
    sheet = "seeds/blind/b/001_holt2021.toml"
    Edit(sheet, 'status = "possible"', 'status = "planned"').apply(blind)
    Edit(sheet, 'text = "Norway closed its border"', 'text = "closed its border"').apply(blind)
    found = agreement(blind, stems(blind))
    assert found.spans["events"] == Score(coded=4, drafted=4, exact=3, paired=4)
    assert same(found.codes["events.status"]) == 0.75
    assert same(found.codes["events.topic"]) == 1.0


def test_alpha_is_krippendorffs() -> None:
    # Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, example A: binary data, two observers, alpha 0.095.
    one, other = "0100000000", "1110010100"
    assert alpha(list(zip(one, other, strict=True))) == pytest.approx(0.095, abs=0.0005)
    assert alpha([("x", "x")]) is None


def test_no_column_is_under_the_threshold() -> None:
    alphas = {column: alpha(pairs) for column, pairs in agreement(ROOT, stems(ROOT)).codes.items()}
    assert {column for column, found in alphas.items() if found is not None and found < 0.67} == set()


def test_without_blind_codings_it_cannot_run(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--agreement", "--root", str(seeds)]) == 2
    assert "could not run" in capsys.readouterr().err
