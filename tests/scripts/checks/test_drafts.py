"""What nobody has reviewed is checked with all else, and is not published unless that is asked for."""

import tomllib
from pathlib import Path

import pandas as pd
import pytest

from scripts.__main__ import main
from scripts.checks.seeds import check_seeds
from scripts.problem import as_text
from tests.edits import Edit

ARTICLE = """Welders head north

By Ida Holt

May 7, 2021

“We will double our exports,” said Marta Vik of Finland on Monday. Sweden hired 1,200 welders in 2020, according to Vik.
"""
SHEET = "seeds/003_kestrel2021.toml"
WAITING = [
    "4 rows of 1 draft wait for a review and stay out of data/:",
    "  seeds/003_kestrel2021.toml: 4 rows",
]


def _data(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "data").iterdir()}


@pytest.fixture
def drafted(built: Path) -> Path:
    """The example, built, with a new article drafted and only the draft's own blocks of actors pasted in."""
    article = (built / SHEET).with_suffix(".txt")
    article.write_text(ARTICLE, encoding="utf-8")
    assert main(["draft", str(article), "--root", str(built)]) == 0
    sheet = (built / SHEET).read_text(encoding="utf-8")
    assert tomllib.loads(sheet)["source"]["coding"] == "machine"
    proposed = [line.removeprefix("# ") for line in sheet.split("[source]")[0].splitlines()]
    blocks = "\n".join(proposed[proposed.index("[[actors]]") :])
    actors = built / "seeds/actors.toml"
    unnamed = '\n[[actors]]\nactor_id = "unnamed"\nname = "Unnamed sources"\nkind = "unnamed"\n'
    actors.write_text(f"{actors.read_text(encoding='utf-8')}\n{blocks}\n{unnamed}", encoding="utf-8")
    return built


def test_a_draft_stays_out_of_data_and_the_summary_says_how_many_rows_wait(
    drafted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _data(drafted)
    assert main(["build", "--root", str(drafted)]) == 0
    assert capsys.readouterr().out.splitlines()[-3:] == [*WAITING, "wrote data/actors.csv, datapackage.json"]
    assert {name for name, data in _data(drafted).items() if data != before[name]} == {"actors.csv"}
    assert "kestrel2021" not in (drafted / "datapackage.json").read_text(encoding="utf-8")


def test_a_waiting_draft_makes_nothing_stale(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(drafted)]) == 0
    capsys.readouterr()
    assert main(["build", "--root", str(drafted), "--check"]) == 0
    assert capsys.readouterr().out.splitlines()[-3:-1] == WAITING
    assert main(["validate", str(drafted), "--frictionless", "never"]) == 0


def test_a_draft_is_published_where_that_is_asked_for(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(drafted), "--with-drafts"]) == 0
    said = capsys.readouterr().out
    assert "4 rows of 1 draft are published without a review:\n  seeds/003_kestrel2021.toml: 4 rows\n" in said
    for name in ("sources", "events", "quotes", "figures"):
        assert set(pd.read_csv(drafted / f"data/{name}.csv")["coding"]) >= {"machine"}
    assert main(["validate", str(drafted), "--frictionless", "never", "--with-drafts"]) == 0
    assert main(["build", "--root", str(drafted), "--with-drafts", "--check"]) == 0


def test_the_gate_refuses_a_published_draft(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(drafted), "--with-drafts"]) == 0
    capsys.readouterr()
    assert main(["build", "--root", str(drafted), "--check"]) == 1
    assert "data/sources.csv:4: has the line “kestrel2021,seeds/003_kestrel2021" in capsys.readouterr().out
    assert main(["validate", str(drafted), "--frictionless", "never"]) == 1
    assert (
        "data/sources.csv:4: sources.coding: “kestrel2021” is a draft that nobody has reviewed. "
        "Run `make`, which leaves it out; or review it and set its coding. [unreviewed]\n"
    ) in capsys.readouterr().out


def test_a_package_without_sheets_has_no_drafts_either(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(drafted), "--with-drafts"]) == 0
    for sheet in drafted.glob("seeds/*.toml"):
        sheet.unlink()
    capsys.readouterr()
    assert main(["validate", str(drafted), "--frictionless", "never"]) == 1
    assert capsys.readouterr().out.count("[unreviewed]\n") == 1
    assert main(["validate", str(drafted), "--frictionless", "never", "--with-drafts"]) == 0


def test_a_draft_is_checked_as_every_sheet_is(drafted: Path) -> None:
    Edit(SHEET, 'status = "alleged"', 'status = "aleged"').apply(drafted)
    [problem] = check_seeds(drafted).problems
    assert (problem.file, problem.code) == (SHEET, "unknown_code")


def test_a_reviewed_row_cannot_rest_on_a_draft(drafted: Path) -> None:
    Edit("seeds/002_holt2021b.toml", 'same_as = "holt2021-e01"', 'same_as = "kestrel2021-e01"').apply(drafted)
    assert as_text(check_seeds(drafted).problems).splitlines() == [
        (
            "seeds/002_holt2021b.toml:17: events.act_id: “kestrel2021-e01” is a row of seeds/003_kestrel2021.toml, a draft, "
            "which is not published. Review that sheet first and set its coding, or strike the key. [points_to_draft]"
        )
    ]
    assert check_seeds(drafted, with_drafts=True).problems == []


def test_a_draft_may_point_to_a_reviewed_row(drafted: Path) -> None:
    Edit(SHEET, 'id = "e01"\n', 'id = "e01"\nsame_as = "holt2021-e02"\n').apply(drafted)
    assert not {problem.file for problem in check_seeds(drafted).problems} - {SHEET}


def test_rows_after_a_draft_still_lead_to_their_lines(drafted: Path) -> None:
    for suffix in (".txt", ".toml"):
        (drafted / SHEET).with_suffix(suffix).rename(drafted / f"seeds/000_kestrel2021{suffix}")
    published, every = check_seeds(drafted), check_seeds(drafted, with_drafts=True)
    assert published.problems == every.problems == []
    for name, table in published.tables.items():
        keys = table.schema.key
        whole = every.tables[name]
        rows = {key: row for row, key in enumerate(whole.cells[keys].itertuples(index=False, name=None))}
        for row, key in enumerate(table.cells[keys].itertuples(index=False, name=None)):
            for column in table.schema.columns:
                assert table.place(row, column) == whole.place(rows[key], column)


def test_no_release_and_no_site_holds_a_draft(drafted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(drafted), "--with-drafts"]) == 0
    capsys.readouterr()
    assert main(["release", "--root", str(drafted)]) == 1
    assert "data/sources.csv:4: has the line “kestrel2021,seeds/003_kestrel2021" in capsys.readouterr().err
    assert main(["site", "--root", str(drafted)]) == 1
    assert "[unreviewed]" in capsys.readouterr().err
    assert not (drafted / "dist").exists()
