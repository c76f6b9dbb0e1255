"""Events are read clause by clause: which acts, whether they happened, who takes part, and what is no event."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from schemas.vocabularies import codes
from scripts.draft.actors import Actor, Names, registry
from scripts.draft.acts import Act, noun_acts, verb_acts
from scripts.draft.clauses import Sentences
from scripts.draft.event import Event
from scripts.draft.events import events
from scripts.draft.parties import Mentions
from scripts.draft.quotes import quotes
from scripts.draft.sentences import sentences

ACTORS = [
    Actor("russia", "Russia", "state", "RUS", ("Moscow", "the Kremlin", "The Kremlin", "Kremlin")),
    Actor("north-korea", "North Korea", "state", "PRK", ("Pyongyang", "DPRK", "the North")),
    Actor("south-korea", "South Korea", "state", "KOR", ("Seoul", "the South")),
    Actor("united-states", "United States", "state", "USA", ("Washington", "the United States")),
    Actor("un-security-council", "UN Security Council", "igo", None, ("Security Council", "the Security Council")),
    Actor("european-union", "European Union", "igo", None, ("EU",)),
    Actor("kim-jong-un", "Kim Jong Un", "person", None, ("Kim",)),
    Actor("vladimir-putin", "Vladimir Putin", "person", None, ("Putin",)),
    Actor("kcna", "KCNA", "media", "PRK", ()),
]
SENTENCES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("events.toml").read_text(encoding="utf-8"))[
    "sentence"
]
LEAST_OF_A_TYPE = 8


def _read(text: str) -> list[Event]:
    mentions = Mentions(text, Names(text, registry(ACTORS)))
    read = Sentences(text)
    said, _ = quotes(text, mentions, read)
    return events(read, sentences(text), mentions, [(quote.span, quote.speaker_id) for quote in said])


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["text"][:60])
def test_the_events_of_a_sentence(sentence: dict[str, Any]) -> None:
    text = sentence["text"]
    found = [
        {
            "words": text[one.span[0] : one.span[1]],
            "event_type": one.event_type,
            "status": one.status,
            "actors": list(one.actors),
            "recipients": list(one.recipients),
            "claimed_by": one.claimed_by,
        }
        for one in _read(text)
    ]
    expected = [{"claimed_by": None} | event for event in sentence.get("event", [])]
    assert [row for row, _ in zip(found, expected, strict=True)] == [
        {"recipients": row["recipients"]} | event for row, event in zip(found, expected, strict=True)
    ]


@pytest.mark.parametrize("act", verb_acts() + noun_acts(), ids=lambda act: act.example[:60])
def test_the_example_of_an_act_is_read_as_its_type(act: Act) -> None:
    assert act.event_type in {one.event_type for one in _read(act.example)}


def test_every_type_and_status_has_sentences() -> None:
    told = [event for sentence in SENTENCES for event in sentence.get("event", [])]
    types = Counter(event["event_type"] for event in told) + Counter(
        act.event_type for act in verb_acts() + noun_acts()
    )
    assert {code: types[code] for code in codes("event_type") if types[code] < LEAST_OF_A_TYPE} == {}
    assert {event["status"] for event in told} == set(codes("status"))


@pytest.mark.parametrize(
    ("text", "status", "claimant"),
    [
        ("Russia supplied oil to North Korea.", "occurred", None),
        ("Russia is supplying oil to North Korea.", "ongoing", None),
        ("Russia will supply oil to North Korea.", "planned", None),
        ("Russia could supply oil to North Korea.", "possible", None),
        ("If Russia supplied oil to North Korea, prices would rise.", "possible", None),
        ("Russia reportedly supplied oil to North Korea.", "alleged", "unnamed"),
        ("Washington said that Russia had supplied oil to North Korea.", "alleged", "united-states"),
        ("Washington accused Russia of supplying oil to North Korea.", "alleged", "united-states"),
        ("Russia is suspected of supplying oil to North Korea.", "alleged", "unnamed"),
        ("Russia denied supplying oil to North Korea.", "denied", "russia"),
        ("Moscow denies that Russia supplied oil to North Korea.", "denied", "russia"),
        ("Seoul said that Russia had not supplied oil to North Korea.", "denied", "south-korea"),
        ("Seoul urged Russia to supply oil to North Korea.", "proposed", "south-korea"),
        ("Russia plans to supply oil to North Korea.", "planned", None),
        ("Russia is considering supplying oil to North Korea.", "possible", None),
    ],
)
def test_the_words_around_a_deed_say_whether_it_happened(text: str, status: str, claimant: str | None) -> None:
    deeds = [one for one in _read(text) if one.event_type == "COOPERATE"]
    assert [(one.status, one.claimed_by, one.actors, one.recipients) for one in deeds] == [
        (status, claimant, ("russia",), ("north-korea",))
    ]


def test_of_several_mentions_of_an_act_the_fullest_is_kept() -> None:
    text = "Russia invaded Ukraine. Much changed. Russia invaded Ukraine with Belarus. It was winter."
    [event] = _read(text)
    assert set(event.actors) | set(event.recipients) >= {"russia", "ukraine"}


def test_nothing_is_said_to_have_happened_in_a_heading() -> None:
    assert _read("Russia invades Ukraine\n\nIt was a quiet day.") == []
