"""Dates in sentences of English news, resolved against each other and publication (Friday, 5 August 2022)."""

from datetime import date

import pytest

from scripts.draft.dates import dates

PUBLISHED = (date(2022, 8, 5), date(2022, 8, 5))


def _read(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (text[one.span[0] : one.span[1]], str(one.earliest or ""), str(one.latest or ""), one.basis)
        for one in dates(text, PUBLISHED)
    ]


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest", "basis"),
    [
        ("It began on July 14, 2022.", "on July 14, 2022", "2022-07-14", "2022-07-14", "stated"),
        ("It began on 3 May 2021.", "on 3 May 2021", "2021-05-03", "2021-05-03", "stated"),
        ("It began on the 3rd of May 2021.", "3rd of May 2021", "2021-05-03", "2021-05-03", "stated"),
        ("Dated 2021-05-03.", "2021-05-03", "2021-05-03", "2021-05-03", "stated"),
        ("on August 1 (2022)", "on August 1 (2022)", "2022-08-01", "2022-08-01", "stated"),
        ("a resolution in December 2017 banning", "in December 2017", "2017-12-01", "2017-12-31", "stated"),
        ("the March 2022 report", "March 2022", "2022-03-01", "2022-03-31", "stated"),
        ("It fell in 2020.", "in 2020", "2020-01-01", "2020-12-31", "stated"),
        ("tests in 2016–2017", "in 2016–2017", "2016-01-01", "2017-12-31", "stated"),
        ("tests between 2016 and 2018", "between 2016 and 2018", "2016-01-01", "2018-12-31", "stated"),
        ("in the spring of 2022", "in the spring of 2022", "2022-03-01", "2022-05-31", "stated"),
        ("ties in the mid-1990s", "in the mid-1990s", "1990-01-01", "1999-12-31", "stated"),
        ("It met on July 14.", "on July 14", "2022-07-14", "2022-07-14", "inferred"),
        ("It met on December 3.", "on December 3", "2021-12-03", "2021-12-03", "inferred"),
        ("In March, it voted.", "In March", "2022-03-01", "2022-03-31", "inferred"),
        ("in October it voted", "in October", "2021-10-01", "2021-10-31", "inferred"),
        ("It came Tuesday.", "Tuesday", "2022-08-02", "2022-08-02", "relative"),
        ("It came on Friday.", "on Friday", "2022-08-05", "2022-08-05", "relative"),
        ("It left yesterday.", "yesterday", "2022-08-04", "2022-08-04", "relative"),
        ("It leaves today.", "today", "2022-08-05", "2022-08-05", "relative"),
        ("It closed five years ago.", "five years ago", "2017-01-01", "2017-12-31", "relative"),
        ("It closed three days ago.", "three days ago", "2022-08-02", "2022-08-02", "relative"),
        ("It closed two months ago.", "two months ago", "2022-06-01", "2022-06-30", "relative"),
        ("Last year it grew.", "Last year", "2021-01-01", "2021-12-31", "relative"),
        ("Last month it grew.", "Last month", "2022-07-01", "2022-07-31", "relative"),
        ("This year it grew.", "This year", "2022-01-01", "2022-08-05", "relative"),
        ("earlier this week", "earlier this week", "2022-08-01", "2022-08-05", "relative"),
        ("It recently argued so.", "recently", "", "2022-08-05", "relative"),
        ("Prior to 2020, it grew.", "Prior to 2020", "", "2019-12-31", "stated"),
        ("patchy before 2022", "before 2022", "", "2021-12-31", "stated"),
        ("Since 1961 it has.", "Since 1961", "1961-01-01", "", "stated"),
        ("after 2014 it did", "after 2014", "2014-01-01", "", "stated"),
        ("by 2023 it will", "by 2023", "", "2023-12-31", "stated"),
        ("until May 2021 it did", "until May 2021", "", "2021-05-31", "stated"),
    ],
)
def test_a_date_is_read(text: str, words: str, earliest: str, latest: str, basis: str) -> None:
    assert _read(text) == [(words, earliest, latest, basis)]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("On July 14 it met. Five days later, it left.", ("Five days later", "2022-07-19", "2022-07-19", "relative")),
        (
            "In December 2017 it passed. The month before, it fired.",
            ("The month before", "2017-11-01", "2017-11-30", "relative"),
        ),
        ("On July 19 it met. He left that same day.", ("that same day", "2022-07-19", "2022-07-19", "relative")),
        ("In 2019 it met. A year later it left.", ("A year later", "2020-01-01", "2020-12-31", "relative")),
    ],
)
def test_a_date_counts_from_the_one_before(text: str, second: tuple[str, str, str, str]) -> None:
    assert _read(text)[1] == second


@pytest.mark.parametrize(
    "text",
    [
        "it may 5 times",
        "march 3 miles",
        "2,000 workers",
        "Resolution 2270",
        "10.77%",
        "a second may help",
        "in 2022 votes,",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [one for one in _read(text) if one[0] != "in 2022"] == []


def test_without_publication_a_partial_date_takes_the_last_year_named() -> None:
    found = dates("In 2019 it met on May 3. It came Tuesday.")
    assert [(str(one.earliest), one.basis) for one in found] == [("2019-01-01", "stated"), ("2019-05-03", "inferred")]
