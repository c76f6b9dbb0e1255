"""A mistake in seeds/ gives exactly its problems, and nothing is written."""

from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.checks.seeds import check_seeds
from scripts.problem import as_text
from tests.edits import Case, Edit, files, rehashed
from tests.scripts.sheets.cases import CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_mistake_gives_its_exact_message(case: Case, seeds: Path) -> None:
    case.apply(seeds)
    assert as_text(check_seeds(seeds).problems) == case.problems


def test_the_example_has_no_problem(seeds: Path) -> None:
    assert check_seeds(seeds).problems == []


def test_a_broken_block_hides_no_problem_of_the_others(seeds: Path) -> None:
    sheet = "seeds/001_holt2021.toml"
    Edit(sheet, 'cue = "said"', 'cue = "said').apply(seeds)
    Edit(sheet, 'event_type = "COERCE"', 'event_type = "COERSE"').apply(seeds)
    codes = [problem.code for problem in check_seeds(seeds).problems]
    assert codes == ["not_closed", "unknown_code"]


@pytest.mark.parametrize("case", CASES[::3], ids=lambda case: case.id)
def test_nothing_is_written_while_there_is_a_problem(
    case: Case, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case.apply(built)
    before = files(built)
    assert main(["build", "--root", str(built)]) == 1
    said = capsys.readouterr().err.splitlines(keepends=True)
    assert "".join(said[:-1]) == case.problems
    assert files(built) == before


def test_one_ignored_entry_cannot_set_an_article_aside(seeds: Path) -> None:
    sheet = seeds / "seeds/001_holt2021.toml"
    head = sheet.read_text(encoding="utf-8").split("[[events]]")[0]
    article = (seeds / "seeds/001_holt2021.txt").read_text(encoding="utf-8").strip()
    aside = f'[[ignored]]\ntext = """{article}"""\nreason = "boilerplate"\n'
    sheet.write_text(head + aside, encoding="utf-8")
    Edit("seeds/002_holt2021b.toml", 'same_as = "holt2021-e01"\n', "").apply(seeds)
    found = [(problem.code, problem.line) for problem in check_seeds(seeds).problems]
    assert found == [("no_coded_rows", 11), ("greedy_ignored", 14), ("unused_document", 2)]


def test_of_very_many_open_numbers_the_first_are_told_and_how_many_more_there_are(seeds: Path) -> None:
    article = seeds / "seeds/001_holt2021.txt"
    with article.open("a", encoding="utf-8") as text:
        text.write("The 3 of the boats sailed to the bay. " * 203 + "\n")
    rehashed(seeds)
    first, *_, last = sorted(check_seeds(seeds).problems, key=lambda problem: -problem.line)
    assert (first.line, first.code) == (6, "number_not_accounted")
    assert (last.code, last.message) == ("more_not_accounted", "3 more numbers and marks are not accounted for")


def test_an_article_behind_a_link_is_refused(seeds: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", encoding="utf-8")
    article = seeds / "seeds/001_holt2021.txt"
    article.unlink()
    article.symlink_to(outside)
    problems = check_seeds(seeds).problems
    assert [(problem.file, problem.code) for problem in problems] == [("seeds/001_holt2021.txt", "outside")]
