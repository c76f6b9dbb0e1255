"""A version is released only as the tag, the declaration, the changelog and the release before it say."""

from collections.abc import Callable
from pathlib import Path

import pytest

from schemas.package import package
from scripts.__main__ import main
from scripts.commands.build import build
from tests.edits import Edit
from tests.revisions import Git

DECLARED = package()["version"]
READY = f"# Changelog\n\n## [{DECLARED}] - 2026-11-21\n\n- All.\n\n## [0.0.9] - 2026-01-01\n"


def _check(root: Path, changelog: str, *arguments: str) -> int:
    (root / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
    return main(["release", "--root", str(root), "--check-version", *arguments])


def test_a_first_version_as_it_should_be(built: Path, git: Git) -> None:
    git("tag", f"v{DECLARED}")
    assert _check(built, READY, "--tag", f"v{DECLARED}") == 0


def test_an_unreleased_version_may_wait_but_not_be_tagged(
    built: Path, git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "# Changelog\n\n## [Unreleased]\n\n- All.\n"
    git("status")
    assert _check(built, text) == 0
    capsys.readouterr()
    assert _check(built, text, "--tag", f"v{DECLARED}") == 1
    assert capsys.readouterr().out.splitlines() == [
        "CHANGELOG.md:3: its newest section has no day. Write the version and the day of the release, as in “## [1.2.3] - 2026-11-28”. [unreleased]"
    ]


def test_another_version_and_another_tag(built: Path, git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    git("status")
    assert _check(built, "# Changelog\n\n## [9.9.9] - 2026-11-21\n", "--tag", "v9.9.8") == 1
    assert [line.rsplit("[")[-1].rstrip("]") for line in capsys.readouterr().out.splitlines()] == [
        "other_version",
        "other_tag",
    ]


def test_a_changelog_without_sections(built: Path, git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    git("status")
    assert _check(built, "# Changelog\n") == 1
    assert capsys.readouterr().out.endswith("[no_section]\n")


def test_rows_added_since_the_last_release_are_a_minor_step(
    built: Path, git: Git, committed: Callable[[], str]
) -> None:
    git("tag", "v0.0.9")
    Edit(
        "seeds/actors.toml",
        "[[actors]]",
        '[[actors]]\nactor_id = "iceland"\nname = "Iceland"\nkind = "state"\ncountry = "ISL"\n\n[[actors]]',
    ).apply(built)
    assert build(built) == 0
    committed()
    git("tag", f"v{DECLARED}")
    assert _check(built, READY, "--tag", f"v{DECLARED}") == 0


def test_a_row_removed_is_a_larger_step(
    built: Path, git: Git, committed: Callable[[], str], capsys: pytest.CaptureFixture[str]
) -> None:
    git("tag", "v0.0.9")
    Edit("seeds/actors.toml", 'aliases = ["Oslo"]\n', "").apply(built)
    assert build(built) == 0
    committed()
    capsys.readouterr()
    assert _check(built, READY, "--tag", f"v{DECLARED}") == 1
    assert capsys.readouterr().out.splitlines() == [
        'schemas/package.toml: version: “0.1.0” does not follow “0.0.9” by a step that is major: 1 row of aliases removed. Write version = "1.0.0" or a later one. [version_step]'
    ]


def test_without_git_it_cannot_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _check(tmp_path, READY) == 2
    assert capsys.readouterr().err.startswith("could not run: ")
