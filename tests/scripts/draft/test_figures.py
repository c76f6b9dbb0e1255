"""Figures in sentences of English news: value, unit, qualifier, words and what is counted."""

import pytest

from scripts.checks.scan import dates as dates_by_rule
from scripts.draft.figures import figures


def _read(text: str) -> list[tuple[str, str, str, str]]:
    found, _ = figures(text, dates_by_rule(text))
    return [
        (
            text[one.span[0] : one.span[1]],
            f"{one.value:f}" + (f"..{one.value_max:f}" if one.value_max is not None else ""),
            one.qualifier,
            one.unit,
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "words", "value", "qualifier", "unit"),
    [
        ("The port took 511 ships.", "511 ships", "511", "exact", "count"),
        ("It employs 1,200 welders in the north.", "1,200 welders", "1200", "exact", "count"),
        ("About 30,000 foreign workers live there.", "About 30,000 foreign workers", "30000", "about", "count"),
        ("an estimated 4,000 soldiers were sent", "an estimated 4,000 soldiers", "4000", "about", "count"),
        ("Nearly 90 delegates came.", "Nearly 90 delegates", "90", "about", "count"),
        ("More than 70 entities were listed.", "More than 70 entities", "70", "more_than", "count"),
        ("Over two dozen firms closed.", "Over two dozen firms", "24", "more_than", "count"),
        ("At least 15 people died.", "At least 15 people", "15", "at_least", "count"),
        ("Fewer than 40 vessels remain.", "Fewer than 40 vessels", "40", "less_than", "count"),
        ("Up to 10,000 troops could go.", "Up to 10,000 troops", "10000", "at_most", "count"),
        ("As many as 500 containers arrived.", "As many as 500 containers", "500", "at_most", "count"),
        ("No fewer than six banks were hit.", "No fewer than six banks", "6", "at_least", "count"),
        ("Some 200 officials attended.", "Some 200 officials", "200", "about", "count"),
        ("Twenty-five thousand workers left.", "Twenty-five thousand workers", "25000", "exact", "count"),
        ("Eleven missiles were fired.", "Eleven missiles", "11", "exact", "count"),
        ("Trade reached 42.74 million dollars.", "42.74 million dollars", "42740000", "exact", "USD"),
        ("It cost over 29 billion USD.", "over 29 billion USD", "29000000000", "more_than", "USD"),
        ("It cost $1.5 million.", "$1.5 million", "1500000", "exact", "USD"),
        ("It cost €200.", "€200", "200", "exact", "EUR"),
        ("They paid about 3,000 rubles.", "about 3,000 rubles", "3000", "about", "RUB"),
        ("They paid 600 yuan each.", "600 yuan", "600", "exact", "CNY"),
        ("The fine was £50,000.", "£50,000", "50000", "exact", "GBP"),
        ("Inflation stood near 20%.", "near 20%", "20", "about", "percent"),
        ("Output grew by 5 percent.", "5 percent", "5", "exact", "percent"),
        ("Trade fell by 12 percent.", "12 percent", "-12", "exact", "percent"),
        ("That is 10.77% less than in 2019.", "10.77% less than in 2019", "-10.77", "exact", "percent"),
        ("It was 8% higher than in 2020.", "8% higher than in 2020", "8", "exact", "percent"),
        ("an increase of 52% since 2020", "an increase of 52% since 2020", "52", "exact", "percent"),
        ("Exports dropped 7 per cent.", "7 per cent", "-7", "exact", "percent"),
        ("The strip is 17 kilometers long.", "17 kilometers", "17", "exact", "kilometre"),
        ("They shipped 3 million barrels of oil.", "3 million barrels", "3000000", "exact", "barrel"),
        ("They shipped 10,000 tons of coal.", "10,000 tons", "10000", "exact", "ton"),
        ("He waited eleven months.", "eleven months", "11", "exact", "month"),
        ("They were held for eight hours.", "eight hours", "8", "exact", "hour"),
        ("The biggest rally in 36 years", "36 years", "36", "exact", "year"),
        ("The sixth round of sanctions began.", "sixth round", "6", "exact", "ordinal"),
        ("It was their first summit.", "first summit", "1", "exact", "ordinal"),
        ("It prepares a seventh nuclear test.", "seventh nuclear test", "7", "exact", "ordinal"),
        ("It marked the 21st anniversary.", "21st anniversary", "21", "exact", "ordinal"),
        ("between 300 and 400 workers", "between 300 and 400 workers", "300..400", "between", "count"),
        ("They hired 20 to 30 guards.", "20 to 30 guards", "20..30", "between", "count"),
        ("It costs 5–7 million dollars.", "5–7 million dollars", "5000000..7000000", "between", "USD"),
        ("Two telegrams were published.", "Two telegrams", "2", "exact", "count"),
        ("The list has 71\nparties on it.", "71\nparties", "71", "exact", "count"),
    ],
)
def test_a_figure_is_read(text: str, words: str, value: str, qualifier: str, unit: str) -> None:
    assert _read(text) == [(words, value, qualifier, unit)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Resolution 2270 bans it.", "identifier"),
        ("See Article 5 of it.", "identifier"),
        ("the COVID-19 pandemic", "identifier"),
        ("a 501(c)3 organization", "identifier"),
        ("The two countries agreed.", "count_of_named"),
        ("These three leaders met.", "count_of_named"),
        ("It reached third countries.", "not_a_quantity"),
        ("First of all, it failed.", "not_a_quantity"),
        ("It was first published there.", "not_a_quantity"),
        ("Five months after the war began, it fell.", "time_span"),
        ("It happened ten years ago.", "time_span"),
        ("Two days later, it closed.", "time_span"),
        ("dozens of ships", "not_a_quantity"),
        ("a double-digit decline", "not_a_quantity"),
        ("the 2004 summit", "date"),
        ("a two-way street", "not_a_quantity"),
    ],
)
def test_a_number_that_is_no_figure_has_its_reason(text: str, reason: str) -> None:
    found, aside = figures(text, dates_by_rule(text))
    assert [text[one.span[0] : one.span[1]] for one in found] == []
    assert {one.reason for one in aside} == {reason}


@pytest.mark.parametrize(
    "text", ["on July 14, 2022", "in 2016–2017", "since 1961", "in December 2017", "the mid-1990s"]
)
def test_dates_are_no_figures(text: str) -> None:
    assert figures(text, dates_by_rule(text)) == ([], [])


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("More than 70 foreign entities were listed.", "foreign entities"),
        ("They shipped 10,000 tons of coal.", "coal"),
        ("The sixth round of sanctions began.", "round"),
        ("Trade reached 42 million dollars.", "reached"),
    ],
)
def test_what_is_counted(text: str, counted: str) -> None:
    [found], _ = figures(text, [])
    assert text[found.counted[0] : found.counted[1]] == counted
