"""Every fault of a published package is found, once, at its line, with exactly its message."""

import json
import shutil
from pathlib import Path

import pytest

from schemas import TABLES
from scripts.checks.frictionless_errors import frictionless_problems
from scripts.checks.package import check_package
from scripts.package.descriptor import FILE
from scripts.problem import Problem, as_text
from scripts.tables.csv import read_table
from scripts.tables.table import Table
from tests.edits import Case, Edit
from tests.scripts.checks.cases import CASES

SEEN_BY_FRICTIONLESS = {
    "a blank line",
    "a row with too few cells",
    "a number with a comma",
    "a required cell blank",
    "an unknown code",
    "a key twice",
    "a reference to nowhere",
    "a day that does not exist",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_fault_gives_its_exact_message(case: Case, published: Path) -> None:
    case.apply(published)
    report = check_package(published, frictionless="always" if SEEN_BY_FRICTIONLESS & set(case.edits) else "never")
    found = [problem for problem in report.problems if not _hash_of(problem, case)]
    assert as_text(found) == case.problems


def _hash_of(problem: Problem, case: Case) -> bool:
    """Return whether the problem says that the descriptor was written for another file than the edited one."""
    return problem.code == "other_descriptor" and all(edit.file != FILE for edit in case.edits.values())


def test_the_published_example_is_valid(published: Path) -> None:
    report = check_package(published)
    assert report.problems == []
    assert report.notes == [
        "no coding sheets here: accounting was not checked",
        "anchors checked in 2 of 2 articles",
    ]


def test_it_says_where_the_articles_are_not_at_hand(published: Path) -> None:
    (published / "seeds/001_holt2021.txt").unlink()
    report = check_package(published, frictionless="never")
    assert report.problems == []
    assert "anchors checked in 1 of 2 articles; the others' texts are not here" in report.notes


def test_a_changed_table_is_named_once_in_the_descriptor(published: Path) -> None:
    Edit("data/actors.csv", "The Daily Plank", "The Weekly Plank").apply(published)
    [problem] = check_package(published).problems
    assert (problem.file, problem.code) == ("datapackage.json", "other_descriptor")
    assert problem.message.startswith('has “      "hash": ')


def test_a_table_without_rows_is_one_problem(published: Path) -> None:
    path = published / "data/actors.csv"
    path.write_bytes(path.read_bytes().split(b"\n")[0] + b"\n")
    found = [problem for problem in check_package(published).problems if problem.file != "datapackage.json"]
    assert [(problem.file, problem.code) for problem in found] == [("data/actors.csv", "no_rows")]


def test_a_mark_that_is_not_closed_says_where_its_record_begins_and_ends(published: Path) -> None:
    Edit("data/actors.csv", "Ana Orlo", '"Ana Orlo').apply(published)
    Edit("data/actors.csv", ",media,SWE,", ',media,SWE,"').apply(published)
    found = [problem for problem in check_package(published).problems if problem.file == "data/actors.csv"]
    assert [(problem.line, problem.code) for problem in found] == [(2, "cell_count")]
    assert (
        "has 4 cells where the table has 7 columns, and goes on to line 3: perhaps a quotation mark is not closed"
        in found[0].message
    )


def test_a_file_in_the_place_of_the_articles_is_a_problem(published: Path) -> None:
    shutil.rmtree(published / "seeds")
    (published / "seeds").write_text("", encoding="utf-8")
    assert [problem.code for problem in check_package(published).problems] == ["seeds_not_a_folder"]


def test_what_frictionless_alone_finds_is_told_with_its_rule(published: Path) -> None:
    table, _ = read_table((published / "data/actors.csv").read_bytes(), TABLES["actors"], "data/actors.csv")
    assert table is not None
    tables = {"actors": Table(TABLES["actors"], table.cells, table.place)}
    right = json.loads((published / "datapackage.json").read_text(encoding="utf-8"))
    right["resources"] = [one for one in right["resources"] if one["name"] == "actors"]
    Edit("data/actors.csv", "media", "medium").apply(published)
    found = {(one.line, one.field, one.code) for one in frictionless_problems(published, right, tables)}
    assert found == {(0, "actors", "frictionless_file"), (3, "actors.kind", "frictionless_row")}


def test_beside_sheets_it_says_that_they_were_not_compared(built: Path) -> None:
    report = check_package(built)
    assert report.problems == []
    assert "neither data/ nor the accounting was checked against the sheets: build --check does that" in report.notes


def test_a_table_behind_a_link_is_not_read(published: Path, tmp_path: Path) -> None:
    outside = tmp_path / "actors.csv"
    shutil.move(published / "data/actors.csv", outside)
    (published / "data/actors.csv").symlink_to(outside)
    problems = check_package(published).problems
    assert ("data/actors.csv", "outside") in [(problem.file, problem.code) for problem in problems]
