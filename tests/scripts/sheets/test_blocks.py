"""A sheet is split into blocks with lines, whatever its bytes."""

from hypothesis import given
from hypothesis import strategies as st

from scripts.sheets.blocks import parse

SHEET = '''# a comment with a "mark
[source]
title = "a [[events]] in text"  # and [source] in a comment
note = """
[[events]]
two lines"""

[[events]]
actors = [
  "one",
  "[[quotes]]",
]
'''
PIECES = st.sampled_from(["[source]\n", "[[events]]\n", 'text = "', '"""', "'''", *'"\\#\n=[]{.a1é'])


def test_headers_and_keys_are_found_outside_texts_only() -> None:
    blocks, problems = parse(SHEET, "x.toml")
    assert problems == []
    assert [(block.name, block.line, block.lines) for block in blocks] == [
        ("source", 2, {"title": 3, "note": 4}),
        ("events", 8, {"actors": 9}),
    ]
    assert blocks[0].values["note"] == "[[events]]\ntwo lines"


@given(st.lists(PIECES).map("".join) | st.text())
def test_no_text_makes_the_parser_raise(text: str) -> None:
    blocks, problems = parse(text, "x.toml")
    lines = text.count("\n") + 1
    assert all(1 <= block.line <= lines for block in blocks)
    assert all(1 <= problem.line <= lines + 1 for problem in problems)


def test_half_a_megabyte_of_marks_is_read_in_one_pass() -> None:
    for text in (
        '\\"' * 250_000,
        '"""' * 150_000,
        "[" * 500_000,
        'a = "' + '\\"' * 250_000,
        "a." * 250_000 + "= 1",
        "a." * 250_000,
    ):
        blocks, problems = parse(text, "x.toml")
        assert (blocks, len(problems) > 0) == ([], True)
