"""The command says what it found, as text or JSON, with the right exit code."""

import io
import json
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.edits import Edit


def test_a_valid_package(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(built)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "2 sources, 4 actors, 2 aliases, 3 measures, 4 events, 6 participants, 2 quotes, 3 figures",
        "holt2021: 5 of 5 numbers, 2 of 2 marks, 1 of them set aside",
        "holt2021b: 2 of 2 numbers, 0 of 0 marks",
        "anchors checked in 2 of 2 articles",
        "valid",
    ]


def test_the_descriptor_names_the_package(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(built / "datapackage.json"), "--no-frictionless"]) == 0
    assert capsys.readouterr().out.endswith("valid\n")


def test_json_has_the_documented_shape(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit("data/extra.csv", None, "a\n").apply(published)
    assert main(["validate", str(published), "--format", "json", "--no-frictionless"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "valid": False,
        "problems": [
            {
                "file": "data/extra.csv",
                "line": 0,
                "field": "",
                "code": "stray_file",
                "message": "is not a table of the package",
                "hint": "data/ holds the tables' CSV files alone: remove it",
            }
        ],
    }


def test_values_cannot_steer_a_terminal(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit("data/actors.csv", ",media,", ",\x1b[2Jmedia,").apply(published)
    assert main(["validate", str(published), "--no-frictionless"]) == 1
    said = capsys.readouterr().out
    assert "\x1b" not in said
    assert "“\\u001b[2Jmedia”" in said


@pytest.mark.parametrize("target", ["nowhere", "README.md"])
def test_what_is_no_package_cannot_run(target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("x", encoding="utf-8")
    assert main(["validate", str(tmp_path / target)]) == 2
    assert capsys.readouterr().err.startswith("could not run: ")


def test_an_empty_folder_has_problems(tmp_path: Path) -> None:
    assert main(["validate", str(tmp_path)]) == 1


def test_annotations_stand_at_the_line_of_the_sheet(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit("seeds/001_holt2021.toml", 'text = "We will double', 'text = "We shall double').apply(built)
    assert main(["validate", str(built), "--no-frictionless", "--format", "github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(
        "::error file=seeds/001_holt2021.toml,line=25,title=not_anchored::quotes.text: “We shall double our exports,”"
    )
    assert all(line.startswith("::error file=seeds/001_holt2021.t") for line in lines)


def test_a_page_has_problems_rows_and_accounts(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(built), "--no-frictionless", "--format", "markdown"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("## The package is valid\n\n### Rows\n\n| Table | Rows |\n| --- | --: |\n| sources | 2 |\n")
    assert "| holt2021 | 5 of 5 | 2 of 2 | 1 |\n" in page
    Edit("seeds/001_holt2021.toml", 'topic = "territory"', 'topic = "<b>|"').apply(built)
    assert main(["validate", str(built), "--no-frictionless", "--format", "markdown"]) == 1
    page = capsys.readouterr().out
    assert page.startswith("## 1 problem in 1 file\n")
    assert "- line 68: <code>events.topic</code>: “&#60;b&#62;&#124;” is not" in page


def test_what_is_for_other_programs_is_utf8_with_lf_everywhere(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Edit("seeds/001_holt2021.toml", 'topic = "territory"', 'topic = "territorÿ"').apply(built)
    for form in ("github", "markdown", "json"):
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n")
        monkeypatch.setattr("sys.stdout", stream)
        assert main(["validate", str(built), "--no-frictionless", "--format", form]) == 1
        stream.flush()
        assert "“territorÿ”" in raw.getvalue().decode("utf-8")
        assert b"\r" not in raw.getvalue()
