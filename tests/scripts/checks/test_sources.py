"""A source is named as its file is, and its article is no other's."""

import hashlib
from pathlib import Path

import pytest

from scripts.checks.package import check_package
from scripts.checks.seeds import check_seeds
from scripts.problem import as_text
from scripts.sheets.read import id_of_file
from tests.edits import Edit

HEAD = """[source]
source_id = "plank2021"
sha256 = "{sha256}"
title = "Norway and Sweden seal timber pact"
publisher_id = "daily-plank"
language = "en"
genre = "news"
rights = "https://creativecommons.org/licenses/by/4.0/"
coding = "none"
"""


def _second(root: Path, change: tuple[str, str], name: str = "003_plank2021") -> None:
    """Add the first article once more, changed, as another source that is not coded."""
    text = (root / "seeds/001_holt2021.txt").read_text(encoding="utf-8").replace(*change)
    (root / f"seeds/{name}.txt").write_text(text, encoding="utf-8", newline="")
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    (root / f"seeds/{name}.toml").write_text(HEAD.format(sha256=sha256), encoding="utf-8")


def test_an_article_twice_is_told_with_the_other_file(seeds: Path) -> None:
    _second(seeds, ("", ""))
    [said] = as_text(check_seeds(seeds).problems).splitlines()
    assert said.startswith("seeds/003_plank2021.toml:3: sources.sha256: “9f6290")
    assert "is used twice; first in seeds/001_holt2021.toml:3. One article is one source: keep one of the two" in said


@pytest.mark.parametrize("change", [("pact\n", "pact \n"), ("\n\n", "\n\n\n"), ("Norway and", "Norway  and")])
def test_white_space_makes_no_other_article(change: tuple[str, str], seeds: Path) -> None:
    _second(seeds, change)
    assert as_text(check_seeds(seeds).problems).splitlines() == [
        (
            "seeds/003_plank2021.txt: has the text of seeds/001_holt2021.txt, but for white space. "
            "One article is one source: remove one of the two, with its sheet. [article_twice]"
        )
    ]


def test_an_article_with_other_words_is_another_one(seeds: Path) -> None:
    _second(seeds, ("closed its border", "closed its gate"))
    assert check_seeds(seeds).problems == []


def test_the_older_names_say_nothing_of_the_source(seeds: Path) -> None:
    _second(seeds, ("closed its border", "closed its gate"), "000_47ce4020dea83fd0")
    assert check_seeds(seeds).problems == []


def test_a_file_whose_name_is_no_source_id_is_to_be_renamed(seeds: Path) -> None:
    _second(seeds, ("closed its border", "closed its gate"), "003_a_report")
    assert as_text(check_seeds(seeds).problems).splitlines() == [
        (
            "seeds/003_a_report.toml:2: sources.source_id: “plank2021” is not the one in the name of seeds/003_a_report.txt. "
            "Name the article and its sheet 003_plank2021. [file_without_source_id]"
        )
    ]


@pytest.mark.parametrize(
    ("path", "right"),
    [
        ("seeds/005_kestrel2025.txt", "kestrel2025"),
        ("seeds/00017_kestrel2025b.toml", "kestrel2025b"),
        ("seeds/000_47ce4020dea83fd0.txt", None),
    ],
)
def test_the_id_of_a_file(path: str, right: str | None) -> None:
    assert id_of_file(path) == right


def test_of_an_article_that_was_changed_its_own_file_is_named_and_each_lost_row_once(built: Path) -> None:
    Edit("seeds/001_holt2021.txt", "Norway closed its border", "Then Norway closed its gate").apply(built)
    found = check_seeds(built).problems
    assert [(problem.file, problem.line, problem.code) for problem in found] == [
        ("seeds/001_holt2021.toml", 72, "not_anchored"),
        ("seeds/001_holt2021.txt", 0, "article_changed"),
    ]
    assert "data/ was edited by hand" not in as_text(found)


def test_an_article_that_moved_by_a_word_is_one_problem(built: Path) -> None:
    Edit("seeds/001_holt2021.txt", "Norway and Sweden seal", "Now Norway and Sweden seal").apply(built)
    [problem] = check_package(built, frictionless="never").problems
    assert (problem.file, problem.code) == ("seeds/001_holt2021.txt", "article_changed")
