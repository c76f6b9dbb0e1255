"""The build writes the same bytes everywhere, or nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.checks.seeds import check_seeds
from scripts.package.files import make
from tests.edits import EXAMPLE, Edit, example, files

ROOT = EXAMPLE.parent.parent


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
    assert files(root) == files(built)


def test_check_writes_nothing_and_shows_the_difference(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(built), "--check"]) == 0
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', 'name = "The Weekly Plank"').apply(built)
    before = files(built)
    capsys.readouterr()
    assert main(["build", "--root", str(built), "--check"]) == 1
    assert files(built) == before
    said = capsys.readouterr().out.splitlines()
    assert said[0] == (
        "data/actors.csv:3: actors.name: “The Daily Plank” is not what the sheets say, “The Weekly Plank”. "
        "Run `make`, and commit what it writes; a generated file is never edited by hand. [stale_cell]"
    )
    assert [line.split(": ")[0].rpartition(":")[0] for line in said if "[stale" in line] == [
        "data/actors.csv",
        "datapackage.json",
        "datapackage.json",
    ]


def test_check_tells_a_cell_edited_by_hand_and_a_row_added(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit("data/actors.csv", ",media,", ",medium,").apply(built)
    Edit("data/aliases.csv", "\n", "\nNowhere,norway\n").apply(built)
    assert main(["build", "--root", str(built), "--check"]) == 1
    said = capsys.readouterr().out
    assert "data/actors.csv:3: actors.kind: “medium” is not what the sheets say, “media”. " in said
    assert "data/aliases.csv:2: has the line “Nowhere,norway”, which does not belong there. " in said


@pytest.mark.parametrize("put", [b"\r", b"\x00", b"\xff", b'"', b"x" * 200_000, b"\xef\xbb\xbf"])
def test_check_tells_any_bytes_put_into_a_table(put: bytes, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = built / "data/actors.csv"
    path.write_bytes(path.read_bytes().replace(b"Daily", b"Daily" + put))
    assert main(["build", "--root", str(built), "--check"]) == 1
    assert capsys.readouterr().out.startswith("data/actors.csv:3: ")


def test_check_annotates_the_line_of_the_sheet(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit("seeds/001_holt2021.toml", 'text = "We will double', 'text = "We shall double').apply(built)
    assert main(["build", "--root", str(built), "--check", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(
        "::error file=seeds/001_holt2021.toml,line=27,title=not_anchored::quotes.text: “We shall double our exports,”"
    )
    assert all(line.startswith("::error file=seeds/001_holt2021.t") for line in lines)


def test_the_page_of_a_check_has_problems_rows_and_accounts(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(built), "--check", "--format", "markdown"]) == 0
    page = capsys.readouterr().out
    rows = "\n\n### Rows\n\n| Table | Rows |\n| --- | --: |\n| sources | 2 |\n"
    assert page.startswith(f"## The sheets are sound, and every generated file is what they say.{rows}")
    assert "| holt2021 | 5 of 5 | 2 of 2 | 1 |\n" in page
    Edit("seeds/001_holt2021.toml", 'topic = "territory"', 'topic = "<b>|"').apply(built)
    assert main(["build", "--root", str(built), "--check", "--format", "markdown"]) == 1
    page = capsys.readouterr().out
    assert page.startswith("## 1 problem in 1 file\n")
    assert "- line 75: <code>events.topic</code>: “&#60;b&#62;&#124;” is not" in page


def test_a_document_without_its_markers_is_a_problem(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (built / "README.md").write_text("# No markers\n", encoding="utf-8")
    assert main(["build", "--root", str(built)]) == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        "README.md: has no pair of markers <!-- generated: acts --> and <!-- end of acts -->. "
        "Put the two markers back, each once. [no_markers]"
    )


def test_the_descriptor_is_written_last(built: Path) -> None:
    made, problems = make(built, check_seeds(built).tables)
    assert (problems, list(made)[-1]) == ([], "datapackage.json")


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
    assert capsys.readouterr().err.startswith(
        "data: is not a folder. Remove what is in the way. [in_the_way]\n1 problem;"
    )
