"""What the accounting counts as a number, a date and a quotation mark."""

import pytest

from schemas.marks import marks
from scripts.checks.scan import dates, numbers, of_time


def _words(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30,000 workers and 42.74 million dollars", ["30,000", "42.74 million"]),
        ("10.77% less, the 21st time", ["10.77", "21st"]),
        ("twenty-five thousand and two or three", ["twenty-five thousand", "two", "three"]),
        ("the sixth round, the First one", ["sixth", "First"]),
        (
            "half a dozen, half a million, three and a half, dozens, twice",
            ["half a dozen", "half a million", "three and a half", "dozens", "twice"],
        ),
        ("one trilateral, dual-use, tension, often, weight, anyone", []),
        ("COVID-19 and a85463", ["19", "85463"]),
        ("two-thirds of third\u00a0countries", ["two-thirds", "third"]),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    assert _words(text, numbers(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on July 14, 2022 and on 3 May 2021", ["July 14, 2022", "3 May 2021"]),
        ("on August 1 (2022)", ["August 1 (2022)"]),
        ("in 2016–2017, since 1961, pre-2014", ["in 2016–2017", "since 1961", "pre-2014"]),
        ("in December 2017 [12]", ["December 2017", "[12]"]),
        ("2,000 workers, 2022 workers, resolution 2270", []),
        ("they may 5 times march 3 miles", []),
        ("the mid-1990s", ["mid-1990s"]),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert _words(text, dates(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the early ’90s, the '70s, the 1930s", ["90", "70", "1930"]),
        (
            "at five o’clock, half past six, five in the morning, 20:30, 8 p.m.",
            ["five", "half", "six", "five", "20", "30", "8"],
        ),
        ("the 70th anniversary, five days later, the 9th", ["70th", "five", "9th"]),
        ("90 tons for 40 states, past 20 guards", []),
        ("between 2014 and 2016", ["2014", "2016"]),
        ("in the third quarter", ["third quarter"]),
        ("from 26 to 31 July", ["26", "31"]),
        ("between 100 and 120 welders to Pyongyang in 2024", ["2024"]),
        ("after 40 vans came", []),
        ("in Q1 2023", ["1", "2023"]),
        ("in 2021–22", ["2021", "22"]),
        ("at 10:30 a.m. on 3 April", ["10", "30", "3"]),
    ],
)
def test_numbers_of_time(text: str, expected: list[str]) -> None:
    assert _words(text, of_time(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We’ll go,” he said of Russia’s plan.", "“”"),
        ('the "gray areas" of it', '""'),
        ("'practically all' of the workers' pay", "''"),
        ("the workers' pay and the states' aim", ""),
        ("the ‘Western order.'”", "‘'”"),
        ("the '90s", ""),
        ("' alone", "'"),
    ],
)
def test_marks(text: str, expected: str) -> None:
    assert "".join(text[at] for at in marks(text)) == expected
