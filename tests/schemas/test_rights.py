"""What may be shown in full, and what is masked."""

from pathlib import Path

import pytest

from schemas.rights import CONTACT, in_full, masked


@pytest.mark.parametrize(
    ("uri", "full"),
    [
        ("http://rightsstatements.org/vocab/NoC-US/1.0/", True),
        ("https://creativecommons.org/licenses/by-sa/4.0/", True),
        ("https://creativecommons.org/publicdomain/zero/1.0/", True),
        ("http://rightsstatements.org/vocab/InC/1.0/", False),
        ("http://rightsstatements.org/vocab/CNE/1.0/", False),
        ("http://rightsstatements.org/vocab/NoC-CR/1.0/", False),
        ("https://example.org/?creativecommons.org/licenses/by/4.0/", False),
        (None, False),
    ],
)
def test_full_text_needs_rights_that_allow_it(uri: str | None, full: bool) -> None:
    assert in_full(uri) is full


def test_a_mask_keeps_the_length_and_nothing_of_the_address() -> None:
    text = "at [jo.doe+x@mail.example.org](mailto:jo.doe+x@mail.example.org), +44 (0)20 7946 0958."
    assert masked(text) == "at [••.•••+•@••••.•••••••.•••](mailto:••.•••+•@••••.•••••••.•••), +•• (•)•• •••• ••••."
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize("text", ["29 billion USD", "@realname wrote", "2016–2017", "a + b", "No. 10149"])
def test_what_is_no_contact_stays(text: str) -> None:
    assert masked(text) == text


def test_no_contact_is_left_in_the_articles() -> None:
    articles = [path.read_text(encoding="utf-8") for path in Path("seeds").glob("*.txt")]
    assert sum(len(CONTACT.findall(text)) for text in articles) == 2
    assert not any(CONTACT.search(masked(text)) for text in articles)
