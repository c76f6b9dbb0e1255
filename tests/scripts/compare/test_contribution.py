"""The comparison for people and programs, and what the gate says of a contribution."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.edits import Edit
from tests.revisions import Git

FORGED = 'The \\"Weekly\\" Plank | <b> `x` ::error::y ##[error]z'


def _print(root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, form: str, *more: str) -> str:
    capsys.readouterr()
    assert main(["compare", "--root", str(root), old, new, "--format", form, *more]) == 0
    return capsys.readouterr().out


def test_a_contribution_in_every_form(
    built: Path, git: Git, committed: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    """It renames an actor, adds one, and touches a program of the gate."""
    git("tag", "v0.1.0")
    Edit("seeds/actors.toml", 'name = "The Daily Plank"', f'name = "{FORGED}"').apply(built)
    with (built / "seeds/actors.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[actors]]\nactor_id = "oslo-times"\nname = "Oslo Times"\nkind = "media"\n')
    assert main(["build", "--root", str(built)]) == 0
    Edit("scripts.py", None, "").apply(built)
    committed()

    text, page, lines, document = (
        _print(built, capsys, "main~1", "main", form, "--contribution")
        for form in ("text", "markdown", "github", "json")
    )
    step = "minor (1 row of actors added; 1 row of actors mended)"
    since = "since the release v0.1.0 the step is minor: the next one is 0.2.0"

    assert "│ actors          │      4 │     5 │     1 │       0 │       1 │" in text
    assert text.splitlines()[-2:] == [f"step: {step}", since]

    head = f"## What the contribution changes in the data\n\n- Step: {step}.\n- S{since[1:]}.\n\n| Table | Before | "
    assert page.startswith(head)
    assert "| actors | 4 | 5 | 1 | 0 | 1 |\n" in page
    assert "| added | <code>oslo-times</code> |  |  | media, Oslo Times |\n" in page
    assert '| changed | <code>daily-plank</code> | name | The Daily Plank | The "Weekly" Plank &#124;' in page
    assert "&#124; &#60;b&#62; &#96;x&#96; &#58;&#58;error" in page
    assert "| <code>scripts.py</code> | is neither in seeds/ nor generated from it |\n" in page

    assert lines.splitlines() == [
        "::warning file=scripts.py,title=outside_seeds::is neither in seeds/ nor generated from it. A maintainer reviews it apart from the data; the gate does not run it.",
        f"::notice::step: {step}",
        f"::notice::{since}",
    ]

    found = json.loads(document)
    assert document.isascii()
    assert list(found) == ["old", "new", "step", "reasons", "declaration", "tables", "outside", "release"]
    assert found["reasons"][0] == {"step": "minor", "reason": "1 row of actors added"}
    cell = {"key": ["daily-plank"], "column": "name", "old": "The Daily Plank", "new": FORGED.replace("\\", "")}
    actors = {"before": 4, "after": 5, "added": [["oslo-times"]], "removed": [], "changed": [cell]}
    assert found["tables"]["actors"] == actors
    assert found["release"] == {"last": "v0.1.0", "step": "minor", "next": "0.2.0"}
    assert [problem["file"] for problem in found["outside"]] == ["scripts.py"]


def test_of_very_many_rows_the_first_are_shown_without_columns_that_are_blank(
    built: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    git("status")
    added = "".join(f"land-{number},Land {number},state,,,,\n" for number in range(53))
    Edit("data/actors.csv", "\nnorway,", f"\n{added}norway,").apply(built)
    said = _print(built, capsys, "main", str(built), "markdown")
    assert said.startswith("## From main to ")
    assert (
        "### actors\n\n| Rows | Key | After |\n| --- | --- | --- |\n| added | <code>land-0</code> | state, Land 0 |"
        in said
    )
    assert "land-49" in said
    assert "land-50" not in said
    assert said.endswith("| 3 more rows | <code></code> |  |\n")


def test_without_a_tag_it_is_the_first_release(built: Path, git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    git("tag", "v1")
    git("tag", "version-2.0.0")
    said = _print(built, capsys, "main", "main", "json", "--contribution")
    assert json.loads(said)["release"] == {"last": None, "step": "first", "next": "0.1.0"}


def test_the_last_release_is_the_highest_version(
    built: Path, git: Git, committed: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    for tag in ("v0.9.0", "v0.10.0", "v0.2.0"):
        git("tag", tag)
    git("tag", "v9.0.0", committed())
    said = _print(built, capsys, "main~1", "main", "github", "--contribution")
    assert (
        said
        == "::notice::nothing changed in data or declaration\n::notice::nothing changed since the release v0.10.0\n"
    )


BLOCK = "<!-- generated: {} -->\n{}\n<!-- end of {} -->\n"


def _beside(root: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    document = json.loads(_print(root, capsys, "main~1", "main", "json", "--contribution"))
    return [(problem["file"], problem["message"]) for problem in document["outside"]]


def test_a_generated_part_of_a_document_may_change_and_its_prose_is_named(
    built: Path, committed: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        (built / name).write_text(f"# A\n{BLOCK.format('tables', 'old', 'tables')}", encoding="utf-8")
    committed()
    (built / "README.md").write_text(f"# A\n{BLOCK.format('tables', 'new', 'tables')}", encoding="utf-8")
    (built / "CONTRIBUTING.md").write_text(f"# B\n{BLOCK.format('tables', 'new', 'tables')}", encoding="utf-8")
    committed()
    assert _beside(built, capsys) == [("CONTRIBUTING.md", "is neither in seeds/ nor generated from it")]


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
