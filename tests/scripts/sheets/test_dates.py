"""The date key of a sheet gives bounds that are never more precise than the words."""

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
    "text", ["", "May 2021", "2021-5", "2021-02-30", "2021-00", "0000", "../..", "2021/2022/2023", "2021 ", "٢٠٢١"]
)
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        bounds(text)
