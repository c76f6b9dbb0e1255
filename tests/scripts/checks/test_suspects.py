"""The texts that need a closer look are just those that the pattern finds."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.checks.suspects import SUSPECT, suspects

TEXTS = st.lists(st.text(alphabet="ab =+-é\u200b“\t\u2028", min_size=1, max_size=4), max_size=6)


@settings(deadline=None)
@given(TEXTS)
def test_they_are_those_of_the_pattern(texts: list[str]) -> None:
    assert suspects(np.array(texts, dtype=object)) == [at for at, text in enumerate(texts) if SUSPECT.search(text)]


@settings(deadline=None)
@given(TEXTS)
def test_a_line_break_in_a_text_hides_none(texts: list[str]) -> None:
    given_texts = [*texts, "a\nb", " a"]
    found = suspects(np.array(given_texts, dtype=object))
    assert found == [at for at, text in enumerate(given_texts) if SUSPECT.search(text)]
