"""Attributed statements in sentences of English news: span, type, speaker, cue."""

import pytest

from scripts.draft.actors import Actor, Names, registry
from scripts.draft.parties import Mentions
from scripts.draft.quotes import quotes

ACTORS = [
    Actor("norway", "Norway", "state", "NOR", ("Oslo", "Norwegian government")),
    Actor("russia", "Russia", "state", "RUS", ("Moscow", "Kremlin")),
    Actor("ana-orlo", "Ana Orlo", "person", None, ("Orlo",)),
    Actor("per-lund", "Per Lund", "person", None, ("Lund",)),
    Actor("daily-plank", "The Daily Plank", "media", "SWE", ("Daily Plank",)),
    Actor("customs", "Norwegian Customs Service", "state_body", "NOR"),
]


def _read(text: str) -> list[tuple[str, str, str]]:
    found, _ = quotes(text, Mentions(text, Names(text, registry(ACTORS))))
    return [(text[one.span[0] : one.span[1]], one.kind, one.speaker_id) for one in found]


@pytest.mark.parametrize(
    ("text", "words", "kind", "speaker"),
    [
        ("“We will double our exports,” said Ana Orlo.", "We will double our exports,", "direct", "ana-orlo"),
        ("“We will double our exports,” Orlo said.", "We will double our exports,", "direct", "ana-orlo"),
        ("Orlo said, “We will double our exports.”", "We will double our exports.", "direct", "ana-orlo"),
        ('"We will double our exports," said Ana Orlo.', "We will double our exports,", "direct", "ana-orlo"),
        ("‘We will double our exports,’ said Ana Orlo.", "We will double our exports,", "direct", "ana-orlo"),
        ("'We will double our exports,' said Ana Orlo.", "We will double our exports,", "direct", "ana-orlo"),
        ("“Will we double our exports?” asked Ana Orlo.", "Will we double our exports?", "direct", "ana-orlo"),
        (
            "“It was late. We left the hall at once,” said Prime Minister Ana Orlo on Monday.",
            "It was late. We left the hall at once,",
            "direct",
            "ana-orlo",
        ),
        (
            "“It is their ‘new order’ that we all oppose,” said Per Lund, a fellow at the Fjord Institute.",
            "It is their ‘new order’ that we all oppose,",
            "direct",
            "per-lund",
        ),
        (
            "Orlo told The Daily Plank: “We will double our exports.”",
            "We will double our exports.",
            "direct",
            "ana-orlo",
        ),
        (
            "Orlo said cooperation “would not be surprising.”",
            "cooperation “would not be surprising.”",
            "mixed",
            "ana-orlo",
        ),
        (
            "Lund said Oslo could provide “cheap timber” soon.",
            "Oslo could provide “cheap timber” soon",
            "mixed",
            "per-lund",
        ),
        ("Oslo said that the plan was “dead on arrival.”", "the plan was “dead on arrival.”", "mixed", "norway"),
        (
            "According to Per Lund, the plan “was never going to work.”",
            "the plan “was never going to work.”",
            "mixed",
            "per-lund",
        ),
        ("Orlo said that exports would double.", "exports would double", "indirect", "ana-orlo"),
        ("Orlo said exports would double.", "exports would double", "indirect", "ana-orlo"),
        ("Exports would double, Orlo said.", "Exports would double", "indirect", "ana-orlo"),
        ("Exports would double, said Ana Orlo.", "Exports would double", "indirect", "ana-orlo"),
        ("Exports would double, according to Ana Orlo.", "Exports would double", "indirect", "ana-orlo"),
        ("According to Orlo, exports would double.", "exports would double", "indirect", "ana-orlo"),
        (
            "According to the Norwegian Customs Service, trade has been declining.",
            "trade has been declining",
            "indirect",
            "customs",
        ),
        ("Moscow claims that it abides by the rules.", "it abides by the rules", "indirect", "russia"),
        ("The Kremlin insists it abides by the rules.", "it abides by the rules", "indirect", "russia"),
        ("The Norwegian government argued that it was legal.", "it was legal", "indirect", "norway"),
        ("Analysts say the plan will fail.", "the plan will fail", "indirect", "unnamed"),
        ("The plan will fail, experts say.", "The plan will fail", "indirect", "unnamed"),
        ("Officials told reporters that the plan had failed.", "the plan had failed", "indirect", "unnamed"),
        ("Orlo warned on Monday that the plan would fail.", "the plan would fail", "indirect", "ana-orlo"),
        ("Orlo pointed out that the plan had failed.", "the plan had failed", "indirect", "ana-orlo"),
        ("Going forward, Orlo said, Oslo could provide timber.", "Oslo could provide timber", "indirect", "ana-orlo"),
        (
            "Lund, a fellow at the Fjord Institute, argues that ties will grow.",
            "ties will grow",
            "indirect",
            "per-lund",
        ),
        ("Per Lund of the Fjord Institute asserts that ties will grow.", "ties will grow", "indirect", "per-lund"),
        ("The Daily Plank reported that ties would grow.", "ties would grow", "indirect", "daily-plank"),
        ("Oslo acknowledged that 511 workers remained.", "511 workers remained", "indirect", "norway"),
        ("In March, Orlo announced that the port would close.", "the port would close", "indirect", "ana-orlo"),
        (
            "Workers are reported to be leaving the port.",
            "Workers are reported to be leaving the port",
            "indirect",
            "unnamed",
        ),
        ("But Orlo said the plan was dead.", "the plan was dead", "indirect", "ana-orlo"),
        (
            "Orlo said in an interview with The Daily Plank on July 19 that Oslo could hire welders.",
            "Oslo could hire welders",
            "indirect",
            "ana-orlo",
        ),
    ],
)
def test_a_statement_is_read(text: str, words: str, kind: str, speaker: str) -> None:
    assert _read(text) == [(words, kind, speaker)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We will double our exports,” Orlo said, “and nobody will stop us from doing it.”",
            ["We will double our exports,"],
        ),
        (
            "“We will go,” said Ana Orlo.\n\nShe continued, “It is quite likely that we will win.”",
            ["It is quite likely that we will win."],
        ),
        ("Ana Orlo spoke first. He added that it was over.", ["it was over"]),
        (
            "Per Lund warned that it was late.\n\n“If they have more than a few, they will not stop there.”",
            ["it was late", "If they have more than a few, they will not stop there."],
        ),
    ],
)
def test_statements_that_follow_each_other(text: str, expected: list[str]) -> None:
    found = [words for words, _, _ in _read(text)]
    assert set(expected) <= set(found)
    assert {speaker for _, _, speaker in _read(text)} <= {"ana-orlo", "per-lund"}


@pytest.mark.parametrize(
    "text",
    [
        "Oslo hopes for deeper ties.",
        "It is a so-called “gray area” of the law.",
        "He read “War and Peace” on the train.",
        "The so-called “unfriendly” states met in Oslo.",
        "Oslo announced new sanctions on officials.",
        "The team has added 1,000 firms to its list.",
        "The development suggests that ties will grow.",
        "The workers' pay was cut and the states' aim was clear.",
        "A stray “ mark does no harm here.",
        "The deal was signed as stated in the law.",
        "It is a think tank in Oslo.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert _read(text) == []


def test_a_person_who_is_not_registered_is_proposed() -> None:
    text = "“We will double our exports,” said Ida Holt, a minister. Holt said that it was late."
    mentions = Mentions(text, Names(text, registry(ACTORS)))
    found, _ = quotes(text, mentions)
    assert {one.speaker_id for one in found} == {"ida-holt"}


def test_the_medium_is_kept() -> None:
    text = "Orlo said in an interview with The Daily Plank that Oslo could hire welders."
    [found], _ = quotes(text, Mentions(text, Names(text, registry(ACTORS))))
    assert found.via_id == "daily-plank"


def test_marks_that_open_every_paragraph_mark_a_voice() -> None:
    text = "\n\n".join(f'"Paragraph {i} of the reproduced article has no end mark.' for i in range(4))
    text += "\n\n\"Orlo said that it was 'dead on arrival' and left."
    assert _read(text) == [("it was 'dead on arrival' and left", "mixed", "ana-orlo")]
