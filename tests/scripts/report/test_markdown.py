"""A page shows every value as itself: none adds a cell, a link, a heading or an element of HTML."""

from html import unescape
from re import sub

import pytest
from markdown_it import MarkdownIt

from scripts.markdown import LONGEST, prose
from scripts.problem import Problem
from scripts.report.grids import Grid, as_markdown
from scripts.report.markdown import LARGEST, fitted, problems_by_file

HOSTILE = [
    "a | b",
    "a \\| b",
    "\\",
    "``` | ```",
    "<script>alert(1)</script>",
    "<!-- ",
    "</code></td></tr></table><h1>valid</h1>",
    "[valid](https://example.org)",
    "![x](https://example.org/x.png)",
    "https://example.org and www.example.org and a@example.org",
    "*a* _b_ ~~c~~ $d$",
    "# valid",
    "&#124; &lt;b&gt;",
    "_x_ snake_case _",
    "1. a",
    "- a",
    "---",
    "@somebody #12",
    "[^1]: a",
]
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _text(html: str) -> str:
    return unescape(sub(r"<[^>]*>", "", html)).strip()


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("literal", [(), ("Value",)])
def test_a_value_in_a_table_shows_as_itself(literal: tuple[str, ...], value: str) -> None:
    def html(cell: str) -> str:
        rows = [("x", cell), ("y", "z")]
        return str(MARKDOWN.render(as_markdown([Grid(cell, ["Name", "Value"], rows, literal)])))

    assert sub(r">[^<]+<", "><", html(value)) == sub(r">[^<]+<", "><", html("plain"))
    assert _text(html(value)).count(value.strip()) == 2


def test_numbers_stand_to_the_right_and_a_blank_column_is_left_out() -> None:
    grids = [Grid("", ["Name", "Rows", "Why"], [("x", 1_000, ""), ("y", 0, "")]), Grid("none", ["Name"], [])]
    assert as_markdown(grids) == "\n| Name | Rows |\n| --- | --: |\n| x | 1,000 |\n| y | 0 |\n"


@pytest.mark.parametrize("value", [*HOSTILE, "a\n\n# valid", "\r\n| a |", "\x1b[2J"])
def test_a_value_in_a_problem_adds_no_element(value: str) -> None:
    def shape(text: str) -> str:
        html = MARKDOWN.render(problems_by_file([Problem(text, 3, text, text, text, f"x {text}")]))
        return sub(r">[^<]+<", "><", html)

    assert shape(value) == shape("plain")


@pytest.mark.parametrize("value", ["https://a.org", "www.a.org", "a@b.org", "mailto:a@b.org", "xmpp:a@b.org"])
def test_no_address_becomes_a_link(value: str) -> None:
    assert not any(link in prose(value) for link in ("://", "www.", "@", "to:", "pp:"))


def test_problems_are_listed_by_file() -> None:
    problems = [
        Problem("seeds/a.toml", 2, "quotes.text", "not_anchored", "“x” is not in the article", "copy the words"),
        Problem("seeds/a.toml", 5, "", "not_toml", "is not TOML", "write text in marks"),
        Problem("seeds/b.toml", 0, "", "empty", "is empty", "add its text"),
    ]
    html = MARKDOWN.render(problems_by_file(problems))
    assert _text(html).splitlines() == [
        "seeds/a.toml, 2 problems",
        "",
        "line 2: quotes.text: “x” is not in the article. Copy the words. (not_anchored)",
        "line 5: is not TOML. Write text in marks. (not_toml)",
        "",
        "seeds/b.toml, 1 problem",
        "",
        "is empty. Add its text. (empty)",
    ]


def test_a_page_is_less_than_a_mebibyte() -> None:
    long = "|" * 5_000
    page = problems_by_file([Problem(f"{i}", 1, "", "x", long, long) for i in range(2_000)])
    assert page.endswith("\n1,700 more problems; mend these and run again.\n")
    assert len(prose("x" * 5_000)) == LONGEST
    assert len(page.encode()) > LARGEST
    cut = fitted(page)
    assert len(cut.encode()) < 1_048_576
    assert cut.endswith(" bytes, 900,000 at most.\n")
    assert fitted("a\n") == "a\n"
