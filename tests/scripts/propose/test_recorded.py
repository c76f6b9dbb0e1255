"""What a language model proposed for two invented articles, given the printed prompt alone, is let in and is right."""

from pathlib import Path

from tests.scripts.propose.recorded import folder, proposals, scores


def test_recorded_answers_are_let_in_and_agree_with_the_coding(tmp_path: Path) -> None:
    root = folder(tmp_path)
    found, drafter = proposals(root)
    total = scores(root, drafter)
    assert sum(one.at_once for one in found.values()) >= 0.9 * sum(
        one.rows + len(one.refused) for one in found.values()
    )
    assert [one.open for one in found.values()] == [[], []]
    events, quotes = total["events"].measures(), total["marked quotes"].measures()
    assert events["f1"] >= 0.75
    assert events["occurred, of pairs"] >= 0.95
    assert quotes["speaker_id"] >= 0.9
