"""Annotations stand at their file and line, and no value makes one of its own."""

import re

import pytest

from scripts.problem import Problem
from scripts.report.annotations import as_annotations

FORGED = [
    "a\n::error file=README.md::forged",
    "a\r\n::error::forged",
    "::error::forged",
    "a::error file=x::forged",
    "##[error]forged",
    "%0A::error::forged",
    "a,line=1,title=forged::",
    "\x1b[2J",
    "\u2028::error::forged",
    "\u202egrof",
]


def _problem(text: str) -> Problem:
    return Problem("seeds/001_holt2021.toml", 41, "quotes.text", "not_anchored", text, "copy the words")


def test_an_annotation_has_file_line_rule_message_and_hint() -> None:
    assert as_annotations([_problem("is 50 % off")]) == (
        "::error file=seeds/001_holt2021.toml,line=41,title=not_anchored::quotes.text: is 50 %25 off. Copy the words.\n"
    )


def test_a_problem_of_a_whole_file_has_no_line_and_a_count_no_file() -> None:
    problems = [Problem("data/x.csv", 0, "", "stale", "a", "b"), Problem("…", 0, "", "too_many", "a", "b")]
    assert as_annotations(problems).splitlines() == [
        "::error file=data/x.csv,title=stale::a. B.",
        "::error title=too_many::a. B.",
    ]


@pytest.mark.parametrize("value", FORGED)
@pytest.mark.parametrize("field", ["file", "field", "code", "message", "hint"])
def test_a_value_cannot_forge_an_annotation(field: str, value: str) -> None:
    facts = {**vars(_problem("m")), field: value}
    said = as_annotations([Problem(**facts)])
    assert said.endswith("\n")
    [line] = said.splitlines()
    match = re.fullmatch(r"::error file=([^,:]*),line=41,title=([^,:]*)::(.*)", line)
    assert match is not None
    assert re.search(r"%(?!25|3A|2C)", line) is None
    assert not set(line) & set("\x1b\r\u2028\u202e")


def test_only_fifty_are_shown_and_the_rest_is_counted() -> None:
    lines = as_annotations([_problem(str(i)) for i in range(53)]).splitlines()
    assert [line.startswith("::error ") for line in lines] == [True] * 50 + [False]
    assert lines[-1] == "::notice::3 more are in the summary of this run"
    assert as_annotations([_problem(str(i)) for i in range(51)]).endswith(
        "::notice::1 more is in the summary of this run\n"
    )


def test_a_message_is_cut() -> None:
    assert len(as_annotations([_problem("x" * 100_000)])) < 5_000
