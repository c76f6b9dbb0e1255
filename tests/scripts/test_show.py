"""Tables can be filtered by their columns, and an article shows its rows."""

import csv
import io
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.edits import Edit


def _rows(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> list[dict[str, str]]:
    assert main(["show", *arguments]) == 0
    return list(csv.DictReader(io.StringIO(capfdbinary.readouterr().out.decode("utf-8"), newline="")))


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["events"], ["holt2021-e01", "holt2021-e02", "holt2021-e03", "holt2021b-e01"]),
        (["events", "--status", "possible"], ["holt2021-e02"]),
        (["events", "--actor", "norway"], ["holt2021-e01", "holt2021-e02", "holt2021-e03", "holt2021b-e01"]),
        (["events", "--actor", "ana-orlo"], ["holt2021-e02"]),
        (["events", "--since", "2021-05-04"], ["holt2021-e03", "holt2021b-e01"]),
        (["events", "--until", "2021-05-04"], ["holt2021-e01", "holt2021b-e01"]),
        (["events", "--text", "SIGNED"], ["holt2021-e01", "holt2021b-e01"]),
        (["quotes", "--actor", "ana-orlo", "--quote_type", "direct"], ["holt2021-q01"]),
        (["figures", "--value", "1200"], ["holt2021-f01"]),
    ],
)
def test_filters(arguments: list[str], ids: list[str], built: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    rows = _rows(capfdbinary, *arguments, "--root", str(built))
    assert [next(iter(row.values())) for row in rows] == ids


def test_context_adds_the_sentence(built: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    [row] = _rows(capfdbinary, "figures", "--unit", "EUR", "--context", "--root", str(built))
    assert row["context"] == "It was their second, and it was worth 1.5 million euros."


def test_an_article_shows_marks_rows_and_what_is_open(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = built / "seeds/001_holt2021.toml"
    text = sheet.read_text(encoding="utf-8").replace('[[ignored]]\ntext = "double"\nreason = "not_a_quantity"\n', "")
    sheet.write_text(text, encoding="utf-8")
    assert main(["show", "001", "--root", str(built)]) == 1
    said = capsys.readouterr().out
    assert "⟦e01 Norway and Sweden signed a timber pact e01⟧ on 3 May 2021. “⟦q01 We will" in said
    assert "⟦e02 ⟦q02 Sweden could send ⟦f01 1,200 welders f01⟧ e02⟧ q02⟧" in said
    assert (
        "      e01  Norway and Sweden agree to trade timber; norway, sweden; event_type=SUPPORT; topic=trade; status=occurred"
        in said
    )
    assert "holt2021: 4 of 5 numbers, 2 of 2 marks" in said
    assert "number “double” is not accounted for" in said


def test_a_row_without_a_place_in_the_text_is_told_beneath_it(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Edit("seeds/001_holt2021.toml", 'text = "1,200 welders"', 'text = "1,300 welders"').apply(built)
    assert main(["show", "001", "--root", str(built)]) == 1
    said = capsys.readouterr().out
    assert "⟦f01" not in said
    assert "figures.text: “1,300 welders” is not in the article" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["evnts"], "“evnts” is neither a table nor an article; the nearest is “events”"),
        (["events", "--status", "possibly"], "“possibly” is not in status; the nearest is “possible”"),
        (["events", "--actor", "norwy"], "“norwy” is not in actors.actor_id; the nearest is “norway”"),
        (["events", "--since", "May"], "“May” is not YYYY, YYYY-MM or YYYY-MM-DD"),
        (["actors", "--since", "2021"], "actors has no dates"),
        (["actors", "--context"], "actors has no texts"),
    ],
)
def test_a_question_that_cannot_be_answered(
    arguments: list[str], said: str, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", *arguments, "--root", str(built)]) == 2
    assert said in capsys.readouterr().err
