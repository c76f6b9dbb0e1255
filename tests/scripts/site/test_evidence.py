"""Words lead to where they were published, times are told in words, and only web addresses are linked."""

from dataclasses import replace

import pytest

from scripts.site.edition import Edition
from scripts.site.evidence import live
from scripts.site.resources import web_address
from scripts.site.times import days
from tests.scripts.site.conftest import ARTICLE, page_texts, with_value


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        ("https://a.example/b?c=d", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https:a", False),
        ("http://[", False),
        (" javascript://a.example/%0aalert(1)", False),
    ],
)
def test_only_http_and_https_are_linked(value: str, is_one: bool) -> None:
    assert web_address(value) is is_one


def test_marks_of_links_are_no_words_of_an_article(edition: Edition) -> None:
    text = edition.texts["holt2021"].replace("seal timber pact", "seal [pact](#)", 1)
    page = page_texts(replace(edition, texts=edition.texts | {"holt2021": text}))[ARTICLE]
    assert "Norway and Sweden seal pact</div>" in page


def test_words_lead_to_the_place_where_they_were_published(edition: Edition) -> None:
    made = page_texts(with_value(edition, "sources", "url", "https://example.org/x"))
    assert "https://example.org/x#:~:text=Sweden%20could%20send%201%2C200%20welders" in made["acts/holt2021-e02.html"]
    assert "https://example.org/x#:~:text=" in made[ARTICLE]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2022-07-14", "2022-07-14", "14 July 2022"),
        ("2022-07-01", "2022-07-31", "July 2022"),
        ("2022-03-01", "2022-05-31", "March to May 2022"),
        ("2021-11-01", "2022-02-28", "November 2021 to February 2022"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2016-01-01", "2017-12-31", "2016 to 2017"),
        ("2022-07-26", "2022-07-31", "26 to 31 July 2022"),
        ("2022-01-01", "2022-08-15", "1 January to 15 August 2022"),
        ("2017-01-01", "2022-08-15", "1 January 2017 to 15 August 2022"),
        (None, "2017-12-31", "until 31 December 2017"),
        ("2022-08-09", None, "from 9 August 2022"),
        ("summer", "2022-08-09", "summer to 2022-08-09"),
        (None, None, None),
    ],
)
def test_a_time_is_told_in_words(first: str | None, last: str | None, words: str | None) -> None:
    assert days(first, last) == words


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("well-known", "well%2Dknown"),
        ("1,200 & more", "1%2C200%20%26%20more"),
        ("of the [sanctions](#) regime", "of%20the%20sanctions%20regime"),
        (
            "one two three four five six seven eight nine ten\neleven",
            "one%20two%20three%20four,eight%20nine%20ten%20eleven",
        ),
    ],
)
def test_a_text_fragment_holds_the_words_or_both_their_ends(text: str, fragment: str) -> None:
    assert live("https://a.example/b", text) == f"https://a.example/b#:~:text={fragment}"
    assert live("https://a.example/b#c", text) == f"https://a.example/b#c:~:text={fragment}"
