"""Sentences are told apart where a reader would."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.draft.sentences import context, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("The U.S. Treasury said so. It did.", ["The U.S. Treasury said so.", "It did."]),
        ("By Anthony V. Rinna\n\nText.", ["By Anthony V. Rinna", "Text."]),
        ("He said, “Go.” She went.", ["He said, “Go.”", "She went."]),
        ("Dispatch No. 10149 is out. 511 remained.", ["Dispatch No. 10149 is out.", "511 remained."]),
        ("It rose by 2.5 percent. “Good,” he said.", ["It rose by 2.5 percent.", "“Good,” he said."]),
        ("Line one\nof it. Two.", ["Line one\nof it.", "Two."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(st.sampled_from("Ab. \n”?U.S"), max_size=60))
@settings(deadline=None)
def test_nothing_but_space_is_lost(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


def test_the_context_of_a_span_is_every_sentence_it_touches() -> None:
    text = "One here. Two there. Three."
    assert context(text, sentences(text), (5, 13)) == "One here. Two there."
