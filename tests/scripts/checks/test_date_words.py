"""The words of a date against its bounds."""

from datetime import date

import pytest

from scripts.checks.date_words import disagreement


def _bounds(text: str) -> tuple[date | None, date | None]:
    first, _, last = text.partition("/")
    return tuple(None if day == ".." else date.fromisoformat(day) for day in (first, last or first))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("words", "bounds", "basis"),
    [
        ("On July 14", "2022-07-14", "inferred"),
        ("14 July 2022", "2022-07-14", "stated"),
        ("the 14th of July, 2022", "2022-07-14", "inferred/stated"),
        ("2022-07-14", "2022-07-14", "stated"),
        ("in December 2017", "2017-12-01/2017-12-31", "stated"),
        ("in 2016–2017", "2016-01-01/2017-12-31", "stated"),
        ("between March and June 2021", "2021-03-01/2021-06-30", "stated"),
        ("Prior to 2020", "../2019-12-31", "stated"),
        ("before 5 January", "../2022-01-04", "inferred"),
        ("before January", "../2021-12-31", "inferred"),
        ("since 1961", "1961-01-01/2023-12-31", "relative"),
        ("in the spring of 2022", "2022-03-01/2022-05-31", "stated"),
        ("in early July 2022", "2022-07-01/2022-07-10", "stated"),
        ("in 2024", "2024-01-01/2024-06-20", "stated"),  # up to publication
        ("Shortly after the outbreak of war in February", "2022-02-01/..", "inferred"),
        ("on Tuesday", "2024-06-18", "relative"),
        ("the day after Tuesday", "2022-07-27", "relative"),
        ("Five days later", "2022-07-19", "inferred"),
        ("on Sept. 9", "2022-09-09", "inferred"),
        ("during the pandemic", "2020-01-01/2020-12-31", "inferred"),
        ("on 3 and 4 April 2023", "2023-04-03/2023-04-04", "stated"),
        ("April 3-5, 2023", "2023-04-03/2023-04-05", "stated"),
        ("April 3, 4 and 5, 2023", "2023-04-03/2023-04-05", "stated"),
        ("on April 3 (Monday), 2023", "2023-04-03", "stated"),
        ("2021–22", "2021-01-01/2022-12-31", "stated"),
        ("the winter of 2022-23", "2022-12-01/2023-02-28", "stated"),
        ("two years after 2019", "2021-01-01/2021-12-31", "relative"),
        ("a week before 10 April 2023", "2023-04-03", "relative"),
        ("on 4/3/2023", "2023-04-03", "stated"),
        ("as they may do", "2020-01-01/2020-12-31", "inferred"),
    ],
)
def test_words_and_bounds_that_agree(words: str, bounds: str, basis: str) -> None:
    published = date(2024, 6, 20)
    assert disagreement(words, _bounds(bounds), basis.rpartition("/")[2], published) is None


@pytest.mark.parametrize(
    ("words", "bounds", "basis", "code"),
    [
        ("3 March 2025", "2025-04-03", "stated", "date_in_words"),
        ("On July 14", "2022-07-15/2022-07-19", "inferred", None),  # a day beside it is let pass
        ("On July 14", "2022-07-16", "inferred", "date_in_words"),
        ("in July", "2022-09-01/2022-09-30", "inferred", "date_in_words"),
        ("in 2021", "2022-01-02/2022-12-31", "relative", "date_in_words"),
        ("in 2024", "2024-03-05", "stated", "words_are_wider"),
        ("14 July 2022", "2022-07-01/2022-07-31", "stated", "words_are_narrower"),
        ("14 July 2022", "2022-07-14", "inferred", "basis_in_words"),
        ("Prior to 2020", "2020-01-01/..", "stated", "latest_in_words"),
        ("before 2020", "../2020-12-31", "stated", "before_in_words"),
        ("since 2019", "../2019-12-31", "stated", "earliest_in_words"),
        ("on Monday", "2022-07-26", "relative", "weekday_in_words"),
        ("on Tuesday", "2021-05-11", "relative", "weekday_long_ago"),
        ("30 February 2022", "2022-02-28", "inferred", "date_in_words"),
    ],
)
def test_words_and_bounds_that_differ(words: str, bounds: str, basis: str, code: str | None) -> None:
    assert disagreement(words, _bounds(bounds), basis, date(2024, 6, 20)) == code
