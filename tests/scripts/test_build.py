"""The build writes the same bytes everywhere, or nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.checks.seeds import check_seeds
from scripts.package.files import make, write
from tests.edits import EXAMPLE, Edit, example

ROOT = EXAMPLE.parent.parent


def _bytes(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_second_build_changes_nothing(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in built.rglob("*") if path.is_file()}
    assert main(["build", "--root", str(built)]) == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in built.rglob("*") if path.is_file()} == before
    assert "nothing to write" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("zone", "locale", "seed"), [("Asia/Pyongyang", "C", "1"), ("America/St_Johns", "C.UTF-8", "4242")]
)
def test_the_bytes_do_not_depend_on_the_surroundings(
    zone: str, locale: str, seed: str, built: Path, tmp_path: Path
) -> None:
    root = example(tmp_path / "a folder with ü and spaces")
    surroundings = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "scripts", "build", "--root", str(root)]
    subprocess.run(command, env=surroundings, cwd=tmp_path, check=True, capture_output=True)
    assert _bytes(root) == _bytes(built)


def test_check_writes_nothing_and_shows_the_difference(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(built), "--check"]) == 0
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', 'name = "The Weekly Plank"').apply(built)
    before = _bytes(built)
    assert main(["build", "--root", str(built), "--check"]) == 1
    assert _bytes(built) == before
    said = capsys.readouterr().out
    assert "-daily-plank,The Daily Plank,media,SWE,\n+daily-plank,The Weekly Plank,media,SWE," in said
    assert "not what seeds/ says: data/actors.csv, datapackage.json\nrun `make`" in said


def test_an_interrupted_build_is_told_from_a_finished_one_and_mended(built: Path) -> None:
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', 'name = "The Weekly Plank"').apply(built)
    files, _ = make(built, check_seeds(built).sheaves)
    assert write(built, {"data/actors.csv": files["data/actors.csv"]}) == ["data/actors.csv"]
    assert main(["build", "--root", str(built), "--check"]) == 1
    assert main(["build", "--root", str(built)]) == 0
    assert main(["build", "--root", str(built), "--check"]) == 0


def test_a_document_without_its_markers_is_a_problem(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (built / "README.md").write_text("# No markers\n", encoding="utf-8")
    assert main(["build", "--root", str(built)]) == 1
    assert capsys.readouterr().err.startswith("README.md: has no pair of markers <!-- generated: dictionary -->")


def test_the_descriptor_is_written_last(built: Path) -> None:
    checked = check_seeds(built)
    files, problems = make(built, checked.sheaves)
    assert (problems, list(files)[-1]) == ([], "datapackage.json")


def test_a_folder_that_is_not_there_cannot_be_built_and_one_without_sheets_is_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--root", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err == f"could not run: “{tmp_path / 'nowhere'}” is not a folder\n"
    assert main(["build", "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("seeds: is missing. Run in the package's folder")


def test_a_file_where_a_folder_belongs_is_a_problem(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in built.glob("data/*"):
        path.unlink()
    (built / "data").rmdir()
    (built / "data").write_text("in the way", encoding="utf-8")
    assert main(["build", "--root", str(built)]) == 1
    assert capsys.readouterr().err.startswith("data: is not a folder. Remove it. [not_a_folder]\n1 problem;")
