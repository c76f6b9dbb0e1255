"""The comparison for people and programs, and what the gate says of a contribution."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.comparison.outside import HINT
from tests.edits import Edit
from tests.revisions import Git

FORGED = 'The \\"Weekly\\" Plank | <b> `x` ::error::y ##[error]z'


def _print(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(["compare", "--root", str(root), *arguments]) == 0
    return capsys.readouterr().out


@pytest.fixture
def contributed(built: Path, git: Git, committed: Callable[[], str]) -> str:
    """A contribution that renames an actor, adds one, and touches the Makefile and a program of the gate."""
    git("tag", "v0.1.0")
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', f'name = "{FORGED}"').apply(built)
    path = built / "seeds/actors.toml"
    added = '\n[[actors]]\nactor_id = "oslo-times"\nname = "Oslo Times"\nkind = "media"\n'
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    assert main(["build", "--root", str(built)]) == 0
    (built / "scripts").mkdir()
    (built / "scripts/validate.py").write_text("", encoding="utf-8")
    return committed()


def test_the_terminal_has_rows_cells_and_step(
    built: Path, contributed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _print(built, capsys, "main~1", contributed, "--contribution")
    assert "│ actors       │      4 │     5 │     1 │       0 │       1 │" in said
    assert said.splitlines()[-2:] == [
        "step: minor (1 row of actors added; 1 row of actors mended)",
        "since the release v0.1.0 the step is minor: the next one is 0.2.0",
    ]


def test_the_page_shows_values_as_they_are(built: Path, contributed: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = _print(built, capsys, "main~1", contributed, "--contribution", "--format", "markdown")
    assert "| actors | 4 | 5 | 1 | 0 | 1 |\n" in said
    assert said.startswith("## What the contribution changes in the data\n\n- Step: minor (1 row of actors added; ")
    assert "| added | <code>oslo-times</code> |  |  | media, Oslo Times |\n" in said
    assert '| changed | <code>daily-plank</code> | name | The Daily Plank | The "Weekly" Plank &#124;' in said
    assert "&#124; &#60;b&#62; &#96;x&#96; &#58;&#58;error" in said
    assert "| <code>scripts/validate.py</code> | is neither in seeds/ nor generated from it |\n" in said
    assert "\n- Since the release v0.1.0 the step is minor: the next one is 0.2.0.\n" in said


@pytest.mark.usefixtures("git")
def test_a_page_has_no_column_that_is_blank(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit("data/actors.csv", "norway,", "iceland,Iceland,state,ISL,\nnorway,").apply(built)
    said = _print(built, capsys, "main", str(built), "--format", "markdown")
    assert "### actors\n\n| Rows | Key | After |\n" in said
    assert said.startswith("## From main to ")


def test_json_has_the_documented_shape(built: Path, contributed: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = _print(built, capsys, "main~1", contributed, "--contribution", "--format", "json")
    document = json.loads(said)
    assert said.isascii()
    assert list(document) == ["old", "new", "step", "reasons", "declaration", "tables", "outside", "release"]
    assert document["step"] == "minor"
    assert document["reasons"][0] == {"step": "minor", "reason": "1 row of actors added"}
    assert document["tables"]["actors"]["added"] == [["oslo-times"]]
    assert document["tables"]["actors"]["changed"] == [
        {"key": ["daily-plank"], "column": "name", "old": "The Daily Plank", "new": FORGED.replace("\\", "")}
    ]
    assert document["release"] == {"last": "v0.1.0", "step": "minor", "next": "0.2.0"}
    assert [problem["file"] for problem in document["outside"]] == ["scripts/validate.py"]


def test_annotations_warn_of_files_beside_the_data(
    built: Path, contributed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _print(built, capsys, "main~1", contributed, "--contribution", "--format", "github")
    assert said.splitlines() == [
        f"::warning file=scripts/validate.py,title=outside_seeds::is neither in seeds/ nor generated from it. {HINT[0].upper()}{HINT[1:]}.",
        "::notice::step: minor (1 row of actors added; 1 row of actors mended)",
        "::notice::since the release v0.1.0 the step is minor: the next one is 0.2.0",
    ]


def test_without_a_tag_it_is_the_first_release(built: Path, git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    git("tag", "v1")
    git("tag", "version-2.0.0")
    said = _print(built, capsys, "main", "main", "--contribution", "--format", "json")
    assert json.loads(said)["release"] == {"last": None, "step": "first", "next": "0.1.0"}


def test_the_last_release_is_the_highest_version(
    built: Path, git: Git, committed: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    for tag in ("v0.9.0", "v0.10.0", "v0.2.0"):
        git("tag", tag)
    git("tag", "v9.0.0", committed())
    said = _print(built, capsys, "main~1", "main", "--contribution", "--format", "github")
    assert (
        said
        == "::notice::nothing changed in data or declaration\n::notice::nothing changed since the release v0.10.0\n"
    )


BLOCK = "<!-- generated: {} -->\n{}\n<!-- end of {} -->\n"


def _beside(root: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    document = json.loads(_print(root, capsys, "main~1", "main", "--contribution", "--format", "json"))
    return [(problem["file"], problem["message"]) for problem in document["outside"]]


def test_a_generated_part_of_a_document_may_change_and_its_prose_is_named(
    built: Path, committed: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("README.md", "CODEBOOK.md"):
        (built / name).write_text(f"# A\n{BLOCK.format('tables', 'old', 'tables')}", encoding="utf-8")
    committed()
    (built / "README.md").write_text(f"# A\n{BLOCK.format('tables', 'new', 'tables')}", encoding="utf-8")
    (built / "CODEBOOK.md").write_text(f"# B\n{BLOCK.format('tables', 'new', 'tables')}", encoding="utf-8")
    committed()
    assert _beside(built, capsys) == [("CODEBOOK.md", "is neither in seeds/ nor generated from it")]


@pytest.mark.skipif(os.name == "nt", reason="git writes no links and modes there")
def test_articles_stay_as_they_are_and_links_and_programs_are_named(
    built: Path, committed: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    Edit("seeds/001_holt2021.txt", "Norway", "Denmark").apply(built)
    (built / "seeds/002_holt2021b.toml").unlink()
    (built / "seeds/actors.toml").chmod(0o755)
    (built / "seeds/link.txt").symlink_to("001_holt2021.txt")
    committed()
    assert _beside(built, capsys) == [
        ("seeds/001_holt2021.txt", "is an article that was in the dataset, and was changed"),
        ("seeds/002_holt2021b.toml", "was removed"),
        ("seeds/actors.toml", "is a link, a program or a module of git, not a plain file"),
        ("seeds/link.txt", "is a link, a program or a module of git, not a plain file"),
    ]


def test_every_change_of_a_blind_sheet_is_named(
    built: Path, committed: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    (built / "seeds/blind/a").mkdir(parents=True)
    sheet = built / "seeds/blind/a/001_holt2021.toml"
    stays = "is a blind sheet, which stays as it was made"
    for text in ("added", "changed", None):
        sheet.write_text(text, encoding="utf-8") if text else sheet.unlink()
        committed()
        assert _beside(built, capsys) == [("seeds/blind/a/001_holt2021.toml", stays)]
