"""Rows that are wrong by what they mean, and the words of figures and dates against their values."""

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scripts.checks.date_words import disagreement
from scripts.checks.figure_words import qualifier_before
from scripts.checks.scan import of_time
from scripts.checks.seeds import check_seeds
from scripts.checks.values import Given, faults
from scripts.problem import as_text
from tests.scripts.checks.meaning import CASES

FILLED = {"LONG": "It was a cold spring. " * 30, "FOREIGN": "Sverige skulle kunna skicka svetsare. " * 20}


def _edit(path: Path, edits: list[list[str]]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, "".join(FILLED.get(part, part) for part in re.split(r"(LONG|FOREIGN)", new)), 1)
    path.write_text(text, encoding="utf-8", newline="\n")


def _third(seeds: Path) -> None:
    """Add an article in which nothing is coded."""
    text = "Spring\n\nNorway and Sweden were quiet.\n"
    (seeds / "003_holt2021c.txt").write_text(text, encoding="utf-8", newline="\n")
    sheet = (seeds / "001_holt2021.toml").read_text(encoding="utf-8").split("\n[[events]]")[0]
    sheet = re.sub(r'sha256 = ".*"', f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"', sheet)
    sheet = "\n\n" + sheet.replace('"holt2021"', '"holt2021c"').replace("Norway and Sweden seal timber pact", "Spring")
    (seeds / "003_holt2021c.toml").write_text(sheet, encoding="utf-8", newline="\n")


def _apply(case: dict[str, Any], seeds: Path) -> None:
    """Apply the edits of a case; where an article changes, its hash in the sheet follows."""
    for name, key in (("001_holt2021", "article"), ("002_holt2021b", "second")):
        article, sheet = seeds / f"{name}.txt", seeds / f"{name}.toml"
        before = hashlib.sha256(article.read_bytes()).hexdigest()
        if key in case:
            _edit(article, [case[key]] if key == "article" else case[key][:1])
        _edit(sheet, [[before, hashlib.sha256(article.read_bytes()).hexdigest()]])
    _edit(seeds / "001_holt2021.toml", case.get("sheet", []))
    _edit(seeds / "measures.toml", [case["registry"]] if "registry" in case else [])
    _edit(seeds / "actors.toml", [case["registry_of_actors"]] if "registry_of_actors" in case else [])
    _edit(seeds / "002_holt2021b.toml", [case["note"]] if "note" in case else [])
    if "third" in case:
        _third(seeds)
    for file, key in (("002_holt2021b.toml", "append"), ("actors.toml", "actors")):
        with (seeds / file).open("a", encoding="utf-8", newline="\n") as out:
            out.write(case.get(key, ""))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_row_that_is_wrong_by_its_meaning_is_refused(case: dict[str, Any], seeds: Path) -> None:
    _apply(case, seeds / "seeds")
    said = as_text(check_seeds(seeds).problems)
    assert any(line.startswith(case["at"]) and line.endswith(f"[{case['code']}]") for line in said.splitlines()), said


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


Figure = tuple[str, str, str, str, str]  # text, qualifier, unit, value, value_max


def _codes(figure: Figure) -> list[str]:
    text, qualifier, unit, value, value_max = figure
    return [code for _, code, _ in faults(Given(text, qualifier, unit, value or None, value_max or None))]


@pytest.mark.parametrize(
    "figure",
    [
        ("1,200 welders", "exact", "count", "1200", ""),
        ("twenty-five thousand workers", "exact", "count", "25000", ""),
        ("half a million workers", "exact", "count", "500000", ""),
        ("between 100 and 120 welders", "between", "count", "100", "120"),
        ("two or three ships", "between", "count", "2", "3"),
        ("2 to 3 million euros", "between", "EUR", "2000000", "3000000"),
        ("10.77% less than in 2019", "exact", "percent", "-10.77", ""),
        ("a third of the trade", "exact", "percent", "33.3", ""),
        ("seventh sanctions package", "exact", "ordinal", "7", ""),
        ("No. 5", "exact", "ordinal", "5", ""),
        ("virtually nil", "about", "USD", "0", ""),
        ("over 29 billion USD", "more_than", "USD", "29000000000", ""),
        ("US$5 million", "exact", "USD", "5000000", ""),
        ("no more than 40 tonnes", "at_most", "tonne", "40", ""),
        ("5,000-plus soldiers", "more_than", "count", "5000", ""),
        ("eleven months", "exact", "month", "11", ""),
        ("one ship", "exact", "count", "1", ""),
        ("dozens of ships", "about", "count", "24", ""),
        ("doubled", "exact", "times", "2", ""),
        ("nearly triple", "about", "times", "3", ""),
        ("two percentage points", "exact", "percentage_point", "2", ""),
        ("three dozen men", "exact", "count", "36", ""),
        ("a two-day summit", "exact", "day", "2", ""),
        ("1,5 million roubles", "exact", "RUB", "1500000", ""),
        ("½ tonne", "exact", "tonne", "0.5", ""),
        ("$1.2bn of coal", "exact", "USD", "1200000000", ""),
        ("€3.5 mln", "exact", "EUR", "3500000", ""),
        ("2m barrels of oil", "exact", "barrel", "2000000", ""),
        ("10k troops", "exact", "count", "10000", ""),
        ("twenty-one troops", "exact", "count", "21", ""),
        ("two-thirds of the workers", "exact", "percent", "66.7", ""),
        ("Three quarters of them", "exact", "percent", "75", ""),
        ("2/3 of them", "exact", "percent", "67", ""),
        ("10 000 troops", "exact", "count", "10000", ""),
        ("1\u00a0200\u00a0000 troops", "exact", "count", "1200000", ""),
        ("one hundred and five troops", "exact", "count", "105", ""),
        ("two and a half million dollars", "exact", "USD", "2500000", ""),
        ("an hour and a half", "exact", "hour", "1.5", ""),
        ("5,000 tons of oil", "exact", "ton", "5000", ""),
        ("A$3 million", "exact", "AUD", "3000000", ""),
        ("3 million North Korean won", "exact", "KPW", "3000000", ""),
        ("RMB 300 million", "exact", "CNY", "300000000", ""),
        ("3x the price", "exact", "times", "3", ""),
        ("three decades", "exact", "year", "30", ""),
        ("a fortnight", "exact", "week", "2", ""),
        ("10–12,000 troops", "between", "count", "10000", "12000"),
        ("hundreds of thousands of troops", "at_least", "count", "100000", ""),
        ("c. 100 men", "about", "count", "100", ""),
        ("third summit", "exact", "ordinal", "3", ""),
        ("a few dozen men", "at_least", "count", "24", ""),
    ],
)
def test_a_figure_whose_words_and_codes_agree(figure: Figure) -> None:
    assert _codes(figure) == []


@pytest.mark.parametrize(
    ("figure", "code"),
    [
        (("between 100 and 120 welders", "between", "count", "100", "999"), "value_in_words"),
        (("between 100 and 120 welders", "between", "count", "120", "100"), "value_in_words"),
        (("12 tankers", "between", "count", "12", "40"), "range_needs_two"),
        (("two or three ships", "between", "count", "2", "9"), "value_in_words"),
        (("two ships", "exact", "count", "3", ""), "value_in_words"),
        (("virtually nil", "about", "USD", "5", ""), "value_in_words"),
        (("one ship", "exact", "count", "2", ""), "value_in_words"),
        (("welders", "exact", "count", "2", ""), "no_number"),
        (("over 29 billion USD", "less_than", "USD", "29000000000", ""), "qualifier_in_words"),
        (("no more than 40 men", "more_than", "count", "40", ""), "qualifier_in_words"),
        (("40 men", "at_least", "count", "40", ""), "qualifier_not_in_words"),
        (("52% of it", "exact", "count", "52", ""), "unit_in_words"),
        (("52 of them", "exact", "percent", "52", ""), "unit_not_in_words"),
        (("€5 million", "exact", "USD", "5000000", ""), "unit_in_words"),
        (("14 hours", "exact", "day", "14", ""), "unit_in_words"),
        (("1,200 welders", "exact", "tonne", "1200", ""), "unit_not_in_words"),
        (("1,200 welders", "exact", "USD", "1200", ""), "unit_not_in_words"),
        (("second pact", "exact", "count", "2", ""), "place_in_series"),
        (("two pacts", "exact", "ordinal", "2", ""), "not_an_ordinal"),
        (("A$3 million", "exact", "USD", "3000000", ""), "unit_in_words"),
        (("$1.2bn", "exact", "USD", "1.2", ""), "value_in_words"),
        (("twenty-one troops", "exact", "count", "20", ""), "value_in_words"),
        (("two-thirds of them", "exact", "count", "2", ""), "value_in_words"),
        (("a third of them", "exact", "count", "33.3", ""), "count_of_part"),
        (("third summit", "exact", "count", "3", ""), "place_in_series"),
        (("three decades", "exact", "year", "3", ""), "value_in_words"),
        (("3 percentage points", "exact", "percent", "3", ""), "unit_in_words"),
    ],
)
def test_a_figure_whose_words_and_codes_differ(figure: Figure, code: str) -> None:
    assert code in _codes(figure)


def test_a_qualifier_is_the_longest_phrase_before_a_number() -> None:
    assert qualifier_before("It sent no more than ") == "no more than"
    assert qualifier_before("It was worth over $") == "over"
    assert qualifier_before("Over the border ") is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Five days later", ["Five"]),
        ("between 2014 and 2016", ["2014", "2016"]),
        ("on the 9th", ["9th"]),
        ("in the third quarter", ["third quarter"]),
        ("from 26 to 31 July", ["26", "31"]),
        ("between 100 and 120 welders to Pyongyang in 2024", ["2024"]),
        ("after 40 vans came", []),
        ("in Q1 2023", ["1", "2023"]),
        ("in 2021–22", ["2021", "22"]),
        ("at 10:30 a.m. on 3 April", ["10", "30", "3"]),
    ],
)
def test_the_numbers_of_a_date_are_told_from_others(text: str, numbers: list[str]) -> None:
    assert [text[start:end] for start, end in of_time(text)] == numbers


def test_the_number_that_is_the_base_is_not_the_figures() -> None:
    assert faults(Given("fell 5% compared with 2019", "exact", "percent", "-5", None, "2019")) == ()
