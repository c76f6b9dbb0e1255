"""Candidates for same_as: events of the dataset that a drafted row may report again."""

from scripts.draft.alike import Acts, Known
from scripts.draft.article import Drafted

WORDS = "Norway seized the tanker Solveig off Bergen"


def _known(key: str, **other: object) -> Known:
    plain: dict[str, object] = {
        "event_type": "COERCE",
        "status": "occurred",
        "parties": frozenset({"norway"}),
        "earliest": "2021-05-03",
        "latest": "2021-05-03",
        "text": WORDS,
        "file": "seeds/001_a.toml",
    }
    return Known(key, **(plain | other))  # type: ignore[arg-type]


def _like(*events: Known, date: str = "2021-05", own: str = "") -> list[str]:
    known = Acts()
    for event in events:
        known.add(event)
    values = {"text": WORDS, "event_type": "COERCE", "status": "occurred", "actors": ["norway"], "date": date}
    return [one.event_id for one in known.like(Drafted("events", (0, 1), values), own)]


def test_the_likest_words_come_first() -> None:
    other = _known("a-e02", text="Norway seized the trawler Solveig near Bergen after a chase")
    assert _like(other, _known("a-e01")) == ["a-e01", "a-e02"]


def test_type_status_party_words_and_dates_must_agree() -> None:
    assert (
        _like(
            _known("a-e01", event_type="ASSAULT"),
            _known("a-e02", status="alleged"),
            _known("a-e03", parties=frozenset({"sweden"})),
            _known("a-e04", text="the ministry closed four shipyards"),
            _known("a-e05", earliest="2021-06-01", latest=""),
            _known("a-e06", earliest="", latest="2021-04-30"),
        )
        == []
    )


def test_what_has_no_date_contradicts_none() -> None:
    assert _like(_known("a-e01", earliest="", latest="")) == ["a-e01"]


def test_the_sheet_that_is_drafted_anew_is_left_out() -> None:
    assert _like(_known("a-e01"), own="seeds/001_a.toml") == []
