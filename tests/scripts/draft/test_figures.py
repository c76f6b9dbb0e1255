"""Figures in sentences of English news: value, unit, qualifier, words and what is counted."""

import pytest

from scripts.checks.scan import dates as dates_by_rule
from scripts.checks.values import Given, faults
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
        ("It paid a total of 140 million euros.", "140 million euros", "140000000", "exact", "EUR"),
        ("A total of RUB 2.5 billion was spent.", "RUB 2.5 billion", "2500000000", "exact", "RUB"),
        ("It sold for $US350,000.", "$US350,000", "350000", "exact", "USD"),
        ("She paid 1,200€ for it.", "1,200€", "1200", "exact", "EUR"),
        ("They ruled for two decades.", "two decades", "20", "exact", "year"),
        ("Nearly two-thirds of the fleet sailed.", "Nearly two-thirds", "66.7", "about", "percent"),
        ("Half a million tiles were laid.", "Half a million tiles", "500000", "exact", "count"),
        ("The file holds 256GB of maps.", "256GB", "256", "exact", "count"),
        ("It fell to minus 40 degrees.", "minus 40 degrees", "-40", "exact", "count"),
        ("With eight more picks it won.", "eight more picks", "8", "exact", "count"),
        ("They hired 2 to 3 thousand guards.", "2 to 3 thousand guards", "2000..3000", "between", "count"),
        ("They pay $3 million to $5 million.", "$3 million to $5 million", "3000000..5000000", "between", "USD"),
        ("It lent 5 per cent to 20 per cent.", "5 per cent to 20 per cent", "5..20", "between", "percent"),
        ("He was among the army's 31 pilots.", "31 pilots", "31", "exact", "count"),
        ("It was the army's fourth test this year.", "fourth test", "4", "exact", "ordinal"),
        ("It was the bank’s 12th fine since May.", "12th fine", "12", "exact", "ordinal"),
        ("The raid was his third in a month.", "third", "3", "exact", "ordinal"),
        ("Crowds grew to 83 by noon.", "83", "83", "exact", "count"),
        ("It raised 280 million in a year.", "280 million", "280000000", "exact", "count"),
        ("He is owed almost 700 by them.", "almost 700", "700", "about", "count"),
    ],
)
def test_a_figure_is_read(text: str, words: str, value: str, qualifier: str, unit: str) -> None:
    assert _read(text) == [(words, value, qualifier, unit)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Exports dropped 9% to $1.8 billion.", [("9%", "-9", "percent"), ("$1.8 billion", "1800000000", "USD")]),
        (
            "Imports rose 14 percent to 3 million barrels.",
            [("14 percent", "14", "percent"), ("3 million barrels", "3000000", "barrel")],
        ),
        ("Sales were down sharply by 31%.", [("31%", "-31", "percent")]),
        ("Output fell by almost a third.", [("almost a third", "-33.3", "percent")]),
        ("Prices were cut by half.", [("cut by half", "-50", "percent")]),
        ("Turnover slipped a further 2.5 per cent.", [("2.5 per cent", "-2.5", "percent")]),
        ("The rate fell to 7 percent.", [("7 percent", "7", "percent")]),
        ("The stock fell by 300 tons.", [("300 tons", "-300", "ton")]),
        ("The army lost 300 tanks.", [("300 tanks", "300", "count")]),
        ("The gap rose by $43 million to $419 million.", [("$43 million", "43000000"), ("$419 million", "419000000")]),
        ("Imports fell from 20 to 12 million tons.", [("12 million tons", "12000000", "ton")]),
        ("The price fell from $45 to $75.", [("$45", "45", "USD"), ("$75", "75", "USD")]),
    ],
)
def test_a_change_has_its_sign_and_the_level_behind_it_is_a_figure_too(text: str, read: list[tuple[str, ...]]) -> None:
    found = [(words, value, unit) for words, value, _, unit in _read(text)]
    assert [one[: len(expected)] for one, expected in zip(found, read, strict=True)] == read


@pytest.mark.parametrize(
    ("text", "words", "value", "qualifier", "counted"),
    [
        (
            "Some 15,000 miners worked there; now it is more than double that.",
            "more than double",
            "2",
            "more_than",
            "miners",
        ),
        ("The yard built 40 ferries; this is nearly triple that.", "nearly triple", "3", "about", "ferries"),
        ("It has 9 ports, and wants twice that.", "twice", "2", "exact", "ports"),
    ],
)
def test_a_multiple_of_what_was_counted_is_a_factor(
    text: str, words: str, value: str, qualifier: str, counted: str
) -> None:
    assert _read(text)[1] == (words, value, qualifier, "times")
    assert text[slice(*figures(text, [])[0][1].counted)] == counted


@pytest.mark.parametrize(
    ("text", "value", "counted"),
    [
        ("It was the army's fourth test this year, with six in May alone.", "6", "test"),
        ("The yard took 90 orders last year against 55 in 2019.", "55", "orders"),
        ("Depots held 31,000 122 mm rounds.", "31000", "rounds"),
        ("The navy seized 12 of its forty boats.", "12", "boats"),
        ("Nurses came; 17 of them stayed.", "17", "Nurses"),
        ("They sent forty 155-millimetre howitzers.", "40", "howitzers"),
    ],
)
def test_a_number_apart_from_its_noun_counts_it(text: str, value: str, counted: str) -> None:
    found = [
        (f"{one.value:f}", text[slice(*one.counted)])
        for one in figures(text, dates_by_rule(text))[0]
        if one.unit == "count"
    ]
    assert (value, counted) in found


@pytest.mark.parametrize(
    "text",
    [
        "Depots held 31,000 122 mm rounds.",
        "Exports dropped 9% to $1.8 billion.",
        "Now it is more than double the 40 ferries of then.",
        "They hired 2 to 3 thousand guards in 40 towns, an increase of 52% since 2020.",
        "It fell to minus 40 degrees, with 20 mm of rain, from 1,200€ to 10,000 tons.",
    ],
)
def test_the_words_of_a_drafted_figure_say_what_its_columns_say(text: str) -> None:
    for words, value, qualifier, unit in _read(text):
        low, _, high = value.partition("..")
        assert faults(Given(words, qualifier, unit, low, high or None)) == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The LX 480 was named.", "identifier"),
        ("the 41st Brigade", "identifier"),
        ("the 1540 Committee", "identifier"),
        ("the Fifth Fleet", "identifier"),
        ("a 155 mm howitzer", "not_a_quantity"),
        ("We will double that.", "not_a_quantity"),
        ("They want to triple their fleet.", "not_a_quantity"),
        ("They met twice on Monday.", "not_a_quantity"),
        ("a five-year plan", "not_a_quantity"),
        ("It ended at 9:35 PM.", "date"),
        ("It ended at 11 a.m. as planned.", "date"),
        ("in the 19th century", "date"),
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
        ("Trade reached 42 million dollars.", "Trade"),
        ("Exports to Chile dropped 9%.", "Exports to Chile"),
        ("Trade with New Zealand sharply fell by 3 million tons.", "Trade with New Zealand"),
        ("He waited eleven months.", "waited"),
    ],
)
def test_what_is_counted(text: str, counted: str) -> None:
    [found], _ = figures(text, [])
    assert text[found.counted[0] : found.counted[1]] == counted
