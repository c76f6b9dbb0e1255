"""The command says what it found, as text or JSON, with the right exit code."""

import io
import json
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.edits import Edit


def test_a_valid_package(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(built)]) == 0
    rows, *notes = capsys.readouterr().out.splitlines()
    assert rows.startswith(
        "2 sources, 4 actors, 2 aliases, 3 measures, 2 documents, 3 acts, 4 events, 6 participants, "
    )
    assert notes == [
        "neither data/ nor the accounting was checked against the sheets: build --check does that",
        "anchors checked in 2 of 2 articles",
        "valid",
    ]


def test_the_descriptor_names_the_package(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(built / "datapackage.json"), "--frictionless", "never"]) == 0
    assert capsys.readouterr().out.endswith("valid\n")


def test_json_has_the_documented_shape(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit("data/extra.csv", None, "a\n").apply(published)
    assert main(["validate", str(published), "--format", "json", "--frictionless", "never"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "valid": False,
        "problems": [
            {
                "file": "data/extra.csv",
                "line": 0,
                "field": "",
                "code": "not_a_table",
                "message": "is not a table of the package",
                "hint": "data/ holds the tables' CSV files alone: remove it",
                "also": [],
            }
        ],
    }


def test_values_cannot_steer_a_terminal(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit("data/actors.csv", ",media,", ",\x1b[2Jmedia,").apply(published)
    assert main(["validate", str(published), "--frictionless", "never"]) == 1
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


def test_what_is_for_other_programs_is_utf8_with_lf_everywhere(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Edit("data/events.csv", ",territory,", ",territorÿ,").apply(built)
    for form in ("github", "markdown", "json"):
        raw = io.BytesIO()
        stream = io.TextIOWrapper(raw, encoding="cp1252", newline="\r\n")
        monkeypatch.setattr("sys.stdout", stream)
        assert main(["validate", str(built), "--frictionless", "never", "--format", form]) == 1
        stream.flush()
        assert "“territorÿ”" in raw.getvalue().decode("utf-8")
        assert b"\r" not in raw.getvalue()
