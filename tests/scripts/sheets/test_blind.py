"""Below seeds/blind lie the sheets of blind coders and nothing else."""

import os
import shutil
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.sheets.blind import blind_problems
from tests.edits import Edit

HINT = "seeds/blind/ holds the sheets of blind coders alone, such as seeds/blind/a/NNN_name.toml: remove it"
SHEET = "seeds/blind/a/001_holt2021.toml"


@pytest.fixture
def coded(built: Path) -> Path:
    """The example with the sheet of a blind coder."""
    (built / SHEET).parent.mkdir(parents=True)
    shutil.copy(built / "seeds/001_holt2021.toml", built / SHEET)
    return built


def _said(root: Path) -> list[tuple[str, str]]:
    return [(problem.file, problem.code) for problem in blind_problems(root)]


def test_the_sheets_of_blind_coders_may_lie_there(coded: Path) -> None:
    assert _said(coded) == []
    assert main(["build", "--root", str(coded), "--check"]) == 0


@pytest.mark.parametrize(
    "file",
    [
        "seeds/blind/x.exe",
        "seeds/blind/001_holt2021.toml",
        "seeds/blind/a/x.exe",
        "seeds/blind/a/001_holt2021.txt",
        "seeds/blind/a/notes.toml",
        "seeds/blind/a/.hidden",
    ],
)
def test_another_file_does_not_belong_there(file: str, coded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit(file, None, "x").apply(coded)
    assert _said(coded) == [(file, "stray_in_blind")]
    assert main(["build", "--root", str(coded)]) == 1
    assert main(["build", "--root", str(coded), "--check"]) == 1
    line = f"{file}: does not belong here. {HINT}. [stray_in_blind]\n"
    said = capsys.readouterr()
    assert line in said.out
    assert line in said.err


@pytest.mark.parametrize("folder", ["seeds/blind/a/b", "seeds/blind/coder", "seeds/blind/a/002_holt2021b.toml"])
def test_another_folder_does_not_belong_there(folder: str, coded: Path) -> None:
    (coded / folder).mkdir()
    assert _said(coded) == [(folder, "stray_in_blind")]


def test_a_file_is_no_folder_of_a_coder(built: Path) -> None:
    Edit("seeds/blind", None, "x").apply(built)
    assert _said(built) == [("seeds/blind", "stray_in_blind")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_does_not_belong_there(coded: Path, tmp_path: Path) -> None:
    (coded / "seeds/blind/b").symlink_to(tmp_path)
    (coded / "seeds/blind/a/002_holt2021b.toml").symlink_to("001_holt2021.toml")
    assert _said(coded) == [("seeds/blind/a/002_holt2021b.toml", "stray_in_blind"), ("seeds/blind/b", "stray_in_blind")]


def test_a_blind_sheet_has_an_article_and_is_a_text(coded: Path) -> None:
    Edit("seeds/blind/a/009_plank2021.toml", None, "[source]\n").apply(coded)
    Edit("seeds/blind/a/002_holt2021b.toml", None, "MZ\x00\udcff").apply(coded)
    assert _said(coded) == [
        ("seeds/blind/a/002_holt2021b.toml", "not_utf8"),
        ("seeds/blind/a/009_plank2021.toml", "unpaired"),
    ]
