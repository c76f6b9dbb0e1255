"""A name that stands in the place of a code leads to the code."""

import pytest

from schemas.names import meant


@pytest.mark.parametrize(
    ("vocabulary", "names", "code"),
    [
        ("country", ["rus", "RU", "Russia", "Russian Federation"], "RUS"),
        ("country", ["North Korea"], "PRK"),
        ("country", ["UK"], "GBR"),
        ("country", ["Norway"], "NOR"),
        ("language", ["en-GB", "English", "eng"], "en"),
        ("language", ["xx"], None),
        ("unit", ["$", "dollars", "US Dollar"], "USD"),
        ("unit", ["€", "eur", "EURO"], "EUR"),
        ("unit", ["%"], "percent"),
        ("topic", ["Trade"], None),
    ],
)
def test_a_name_means_a_code(vocabulary: str, names: list[str], code: str | None) -> None:
    assert {meant(vocabulary, name) for name in names} == {code}
