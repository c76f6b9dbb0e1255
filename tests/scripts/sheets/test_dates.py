"""The date key of a sheet gives bounds that are never more precise than the words."""

import re

import pytest

from scripts.sheets.dates import bounds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-07-14", ("2022-07-14", "2022-07-14")),
        ("2022-07", ("2022-07-01", "2022-07-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2022-07-26/2022-07-31", ("2022-07-26", "2022-07-31")),
        ("2017-12/2018-02", ("2017-12-01", "2018-02-28")),
        ("../2019", ("", "2019-12-31")),
        ("2019/..", ("2019-01-01", "")),
    ],
)
def test_bounds(text: str, expected: tuple[str, str]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ([""], "blank is not YYYY"),
        (["0000"], "year 0 is out of range"),
        (["May 2021", "2021-5", "2021 ", "٢٠٢١"], "“TEXT” is not YYYY, YYYY-MM or YYYY-MM-DD"),
        (["2021-02-30"], "“TEXT” has no such day"),
        (["2021-00", "2021-13"], "“TEXT” has no such month"),
        (["../..", "2021/2022/2023"], "it is not one date or two with a slash"),
    ],
)
def test_another_form_is_refused(texts: list[str], why: str) -> None:
    for text in texts:
        with pytest.raises(ValueError, match=re.escape(why.replace("TEXT", text))):
            bounds(text)
