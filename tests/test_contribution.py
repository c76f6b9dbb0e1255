"""A correct article, added as CONTRIBUTING.md says, is valid and a minor step; `make contribution` tries all the rest."""

from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.contribution.article import SOURCE_ID, begun, merged


def test_a_correct_article_is_built_and_valid_and_adds_only_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = begun(tmp_path)
    assert main(["build", "--root", str(root)]) == 0, capsys.readouterr().err
    merged(root)
    assert main(["validate", str(root), "--frictionless", "never"]) == 0, capsys.readouterr().out
    capsys.readouterr()
    page = tmp_path / "page.md"
    options = ["--contribution", "--format", "github", "--page", str(page), "--root", str(root)]
    assert main(["compare", "HEAD^1", "HEAD", *options]) == 0
    said = capsys.readouterr().out
    assert not [line for line in said.splitlines() if line.startswith(("::error", "::warning"))]
    assert f"{SOURCE_ID}-e01" in page.read_text(encoding="utf-8")
