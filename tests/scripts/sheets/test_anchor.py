"""The words of a row are found in its article exactly, or the nearest passage is named."""

from hypothesis import given
from hypothesis import strategies as st

from scripts.sheets.anchor import Missed, find_all, locate

BMP = st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])
ARTICLES = st.text(BMP | st.sampled_from("ab “”’\n\u00a0"), min_size=1, max_size=200)


@given(ARTICLES, st.data())
def test_a_slice_of_the_article_is_found_where_it_was_cut(article: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(article) - 1))
    end = data.draw(st.integers(start + 1, len(article)))
    text = article[start:end]
    number = find_all(article, text).index(start) + 1
    assert locate(article, text, number) == start


@given(ARTICLES, ARTICLES)
def test_what_is_found_is_what_was_sought(article: str, text: str) -> None:
    start = locate(article, text, None)
    if isinstance(start, Missed):
        assert start.code == ("ambiguous" if text in article else "not_anchored")
    else:
        assert article[start : start + len(text)] == text


def test_the_nearest_passage_says_where_it_differs() -> None:
    article = "First line.\nThey ‘revere the memory’ of the soldiers.\n"
    missed = locate(article, "revere the memory' of the soldiers", None)
    assert isinstance(missed, Missed)
    assert missed.values["near"] == (
        "; nearest is line 2, “revere the memory’ of the soldiers”, which has “’” (U+2019) where this has “'” (U+0027)"
    )


def test_a_no_break_space_is_named() -> None:
    missed = locate("a long\u00a0way to go home", "a long way to go home", None)
    assert isinstance(missed, Missed)
    assert "which has “\u00a0” (U+00A0) where this has “ ” (U+0020)" in missed.values["near"]
