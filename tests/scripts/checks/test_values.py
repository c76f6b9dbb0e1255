"""The words of a figure against its value, unit and qualifier."""

import pytest

from scripts.checks.figure_words import qualifier_before
from scripts.checks.values import Given, faults

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


def test_the_number_that_is_the_base_is_not_the_figures() -> None:
    assert faults(Given("fell 5% compared with 2019", "exact", "percent", "-5", None, "2019")) == ()
