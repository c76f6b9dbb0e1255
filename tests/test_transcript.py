"""The transcript in CONTRIBUTING.md is what the build prints."""

from tests.transcript import BEGIN, END, GUIDE, MISTAKES, transcript


def test_the_guide_shows_the_messages_as_they_are_printed() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    shown = text.split(BEGIN)[1].split(END)[0]
    assert shown == transcript(), "run `.venv/bin/python -m tests.transcript`"
    assert shown.count("1 problem; nothing was written") == len(MISTAKES) == 3


def test_the_way_from_fork_to_merge_is_one_page() -> None:
    page = GUIDE.read_text(encoding="utf-8").split("\n## Rows that another tool proposes")[0]
    assert len(page.splitlines()) <= 110
