"""Two texts of a file: each line that differs is told, and what is long is told in short."""

from scripts.tables.lines import MOST, as_problems, differing


def _said(given: str, right: str) -> list[tuple[int, str]]:
    found = as_problems("f", "", differing(given, right), "stale")
    return [(problem.line, problem.message) for problem in found]


def test_a_line_that_is_changed_added_or_lost_is_told_at_its_place() -> None:
    assert _said("a\nb\nc\n", "a\nB\nc\n") == [(2, "has “b” where the build writes “B”")]
    assert _said("a\nx\nb\n", "a\nb\n") == [(2, "has the line “x”, which does not belong there")]
    assert _said("a\n", "a\nb\nc\nd\n") == [(2, "lacks the line “b” and 2 lines more")]
    assert _said("a\n\nb\n", "a\nb\n") == [(2, "is a blank line")]
    assert _said("a\nb", "a\nb\n") == [(3, "lacks a line break at its end")]


def test_nothing_is_said_of_texts_that_are_the_same() -> None:
    assert _said("a\nb\n", "a\nb\n") == []


def test_of_many_lines_the_first_are_told_and_the_others_counted() -> None:
    given = "".join(f"x{number}\n" for number in range(5_000))
    found = _said(given, given.replace("x", "y"))
    assert [line for line, _ in found[:3]] == [1, 2, 3]
    assert found[MOST:] == [(MOST + 1, f"{5_000 - MOST:,} more lines differ")]


def test_of_a_long_line_what_differs_is_shown() -> None:
    [(_, message)] = _said("a" * 500 + "b\n", "a" * 500 + "c\n")
    assert message == f"has “{'a' * 20}b” where the build writes “{'a' * 20}c”"
