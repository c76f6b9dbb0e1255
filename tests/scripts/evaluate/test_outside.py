"""Gold of others is read in the forms that it comes in, and a file that is broken is told with its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from inline_snapshot import snapshot

from scripts.__main__ import main
from scripts.draft.rows import Draft, Drafted
from scripts.evaluate.drafts import Drafter
from scripts.evaluate.gold import newsquant, plover, polnear
from scripts.evaluate.score import Score

Evaluated = Callable[..., Any]


def drafting(table: str, *rows: dict[str, Any]) -> Drafter:
    """Return what drafts those rows of which the words stand in the article."""

    def drafted(article: Any, *_: object) -> Draft:
        found = [(article.text.find(row["text"]), row) for row in rows]
        return Draft([Drafted(table, (at, at + len(row["text"])), row) for at, row in found if at >= 0])

    return drafted


def counted(scores: dict[str, Score]) -> dict[str, tuple[int, int, int]]:
    """Return how many were coded, drafted and paired."""
    return {name: (one.coded, one.drafted, one.paired) for name, one in scores.items()}


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.fixture
def evaluated(seeds: Path, capsys: pytest.CaptureFixture[str]) -> Evaluated:
    """Run the command on a folder and return what it says."""

    def run(folder: Path, code: int = 0, form: str = "json") -> str:
        assert main(["evaluate", "--outside", str(folder), "--root", str(seeds), "--format", form]) == code
        said = capsys.readouterr()
        return said.err if code else said.out

    return run


ARTICLE = "Norway closed its border on Monday. “We had no choice,” said Prime Minister Ana Orlo. Some 40 ships wait.\n"
ANNOTATED = {
    "quotes": [{"start": 37, "end": 54, "speaker": "Ms. Orlo"}],
    "figures": [{"start": 91, "end": 93, "value": 40}, {"start": 0, "end": 4, "value": 1, "uncertain": True}],
    "events": [{"start": 0, "end": 35, "actors": ["Norway"], "status": "occurred", "date": "2021-05-03"}],
}


def test_annotated_articles_are_scored_by_row(tmp_path: Path, evaluated: Evaluated) -> None:
    gold = {"a.txt": ARTICLE, "a.gold.json": json.dumps(ANNOTATED), "published.json": '{"a": "2021-05-05"}'}
    found = json.loads(evaluated(write(tmp_path / "gold", gold)))["all"]
    assert (found["marked quotes"]["f1"], found["marked quotes"]["name"]) == (1, 1)
    assert (found["figures"]["f1"], found["figures"]["value"]) == (1, 1)
    events = found["events"]
    assert [events[name] for name in ("f1", "name", "status", "date_earliest", "occurred, of pairs")] == [1] * 5


SENTENCES = [
    {"type": "REJECT", "text": "Norway turned down the offer."},
    {"type": "AID", "text": "Norway turned down the request and sent flour."},
    {"type": "AID", "text": "Norway sent nothing."},
]


def test_of_sentences_with_a_type_it_says_which_have_an_event_and_which_one_of_the_type(tmp_path: Path) -> None:
    write(tmp_path, {"sentences.jsonl": "".join(f"{json.dumps(one)}\n" for one in SENTENCES)})
    drafter = drafting("events", {"text": "turned down", "event_type": "REJECT"})
    found = plover.scores(tmp_path, drafter)["sentences.jsonl"]
    assert counted(found) == {"sentences with an event": (3, 2, 2), "sentences with an event of the type": (3, 2, 1)}
    assert [error for one in found.values() for error in one.errors] == [
        "nothing drafted for AID in 'Norway sent nothing.'",
        "REJECT for AID in 'Norway turned down the request and sent flour.'",
    ]
    both = {"text": "sent flour", "event_type": "AID"}
    drafter = drafting("events", {"text": "turned down", "event_type": "REJECT"}, both)
    assert counted(plover.scores(tmp_path, drafter)["sentences.jsonl"])["sentences with an event of the type"][2] == 2


QUANTITIES = [
    {"text": "Rye fell 4% to 10 or 20 crowns.", "quantities": [{"value": "4.0"}, {"value": "20.0-10"}]},
    {"text": "Two of 30 mills closed, the first in May.", "quantities": [{"value": "2"}, {"value": "30.0"}]},
]


def test_values_of_quantities_are_compared_without_sign_and_ordinals_left_out(tmp_path: Path) -> None:
    write(tmp_path, {"NewsQuant.json": json.dumps(QUANTITIES)})
    drafter = drafting(
        "figures",
        {"text": "4%", "value": -4, "unit": "percent"},
        {"text": "10 or 20", "value": 10, "value_max": 20, "unit": "count"},
        {"text": "30", "value": 31, "unit": "count"},
        {"text": "first", "value": 1, "unit": "ordinal"},
    )
    (found,) = newsquant.scores(tmp_path, drafter)["NewsQuant.json"].values()
    assert (found.coded, found.drafted, found.paired) == (4, 3, 2)
    assert [error.partition(" in ")[0] for error in found.errors] == ["missed: 2", "missed: 30", "too much: 31"]


def test_what_others_published_stands_beside_what_is_found(tmp_path: Path, evaluated: Evaluated) -> None:
    write(tmp_path / "gold", {"NewsQuant.json": json.dumps(QUANTITIES)})
    assert evaluated(tmp_path / "gold", form="table").startswith("all articles")
    assert evaluated(tmp_path / "gold", form="markdown").partition("\n\n")[2] == snapshot("""\
| Measure | Coded | Here | Published |
| --- | --: | --: | --- |
| values of quantities: f1 | 4 | 0.67 | CQE 0.92, quantulum3 0.73, GPT-3 0.71, Recognizers-Text 0.69 |
""")


NAME = "post_2016-09-12_ferry"
TEXT = "“We sail,” said Orlo, “at noon.” Later sources thought that the ferry, it seems, would sink. “Never!”\n"
ANNOTATION = """\
T1\tSource 16 20\tOrlo
T2\tCue 11 15\tsaid
T3\tContent 0 10\t“We sail,”
T4\tContent 22 32\t“at noon.”
T5\tAttribution 11 15\tsaid
E1\tAttribution:T5 Source:T1 Cue:T2 Content:T3 Content2:T4
T6\tSource 39 46\tsources
T7\tContent 55 69;81 91\tthat the ferry would sink
T8\tAttribution 47 54\tthought
E2\tAttribution:T8 Content:T7 Source:T6
T9\tContent 93 101\t“Never!”
T10\tAttribution-no-source 93 101\t“Never!”
E3\tAttribution-no-source:T10 Content:T9
"""
PART = {f"text/{NAME}.txt": TEXT, f"attributions/{NAME}_ab.ann": ANNOTATION}


def test_quotes_are_compared_with_attributions_by_words_spans_and_speakers(tmp_path: Path) -> None:
    drafter = drafting(
        "quotes",
        {"text": "We sail", "speaker_id": "ana-orlo"},
        {"text": "at noon", "speaker_id": "unnamed"},
        {"text": "the ferry", "speaker_text": "sources"},
        {"text": "would sink", "speaker_text": "sources"},
        {"text": "Never", "speaker_text": "Orlo"},
    )
    second = {f"attributions/{NAME}_b.ann": "T1\tSource 15 19\tOrlo\n"}  # of another annotator
    registered = {"ana-orlo": {"Ana Orlo"}, "unnamed": {"Orlo"}}
    found = polnear.scores(write(tmp_path, PART | second), drafter, registered)[NAME]
    assert counted(found) == {
        "words of quotes": (9, 9, 9),
        "quotes": (5, 5, 5),
        "quotes with a mark": (3, 3, 3),
        "speakers of quotes with a mark": (2, 1, 1),  # of the third the article has no source
    }
    assert found["quotes"].exact == 5  # without marks, and without “that”
    assert found["speakers of quotes with a mark"].errors == ["nobody for Orlo of 'at noon'"]


def test_less_than_half_of_a_quote_is_another(tmp_path: Path) -> None:
    found = polnear.scores(write(tmp_path, PART), drafting("quotes", {"text": "We"}), {})[NAME]
    assert counted(found)["quotes with a mark"] == (3, 1, 0)
    assert counted(found)["quotes"] == (5, 1, 0)


def test_what_nobody_drafted_is_missed(tmp_path: Path) -> None:
    found = polnear.scores(write(tmp_path, PART), drafting("quotes"), {})[NAME]
    assert counted(found)["quotes with a mark"] == (3, 0, 0)
    assert found["quotes with a mark"].errors == ["missed: 'We sail'", "missed: 'at noon'", "missed: 'Never'"]


def test_the_test_part_stays_unread(tmp_path: Path, evaluated: Evaluated) -> None:
    folder = write(tmp_path / "test", PART)
    assert evaluated(folder, 2) == snapshot(
        "could not run: attributions/post_2016-09-12_ferry_ab.ann is of PolNeAR's test part, which stays unread: give its train or dev part\n"
    )
    late = "post_2016-10-08_ferry"
    folder = write(tmp_path / "renamed", PART | {f"attributions/{late}_ab.ann": "", f"text/{late}.txt": TEXT})
    assert f"{late}_ab.ann is of PolNeAR's test part" in evaluated(folder, 2)


LINES = ANNOTATION.splitlines(keepends=True)
BROKEN: dict[str, tuple[dict[str, str], str]] = {
    "nothing of a form": (
        {"notes.txt": "x"},
        snapshot(
            "could not run: “/gold” has no gold in a form that is known: *.gold.json, sentences.jsonl, NewsQuant.json, attributions/*.ann\n"
        ),
    ),
    "no article": ({"a.gold.json": "{}"}, snapshot("could not run: a.txt: is missing. Add it. [missing_file]\n")),
    "no object": ({"a.txt": ARTICLE, "a.gold.json": "[]"}, snapshot("could not run: a.gold.json: is not an object\n")),
    "no list": (
        {"a.txt": ARTICLE, "a.gold.json": '{"quotes": 1}'},
        snapshot("could not run: a.gold.json: “quotes” is missing or is not a list\n"),
    ),
    "no span": (
        {"a.txt": ARTICLE, "a.gold.json": '{"quotes": [{"start": 9, "end": 900}]}'},
        snapshot("could not run: a.gold.json: quotes 1: 9 to 900 is no span of a text of 106 characters\n"),
    ),
    "no number": (
        {"a.txt": ARTICLE, "a.gold.json": '{"quotes": [{"start": true, "end": 9}]}'},
        snapshot("could not run: a.gold.json: quotes 1: “start” is missing or is not a whole number\n"),
    ),
    "no date": (
        {"a.txt": ARTICLE, "a.gold.json": '{"quotes": [{"start": 0, "end": 9, "date": "May"}]}'},
        snapshot("could not run: a.gold.json: quotes 1: “May” is no date: “May” is not YYYY, YYYY-MM or YYYY-MM-DD\n"),
    ),
    "no day": (
        {"a.txt": ARTICLE, "a.gold.json": json.dumps(ANNOTATED), "published.json": '{"a": "May"}'},
        snapshot("could not run: published.json: “May” is no day, such as 2016-09-12\n"),
    ),
    "no JSON": (
        {"sentences.jsonl": '{"type": "AID", "text": "x"}\n{'},
        snapshot(
            "could not run: sentences.jsonl:2: cannot be read as JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)\n"
        ),
    ),
    "deep JSON": (
        {"NewsQuant.json": "[" * 100_000},
        snapshot("could not run: NewsQuant.json: is nested too deeply\n"),
    ),
    "no text": (
        {"sentences.jsonl": '{"type": "AID"}'},
        snapshot("could not run: sentences.jsonl:1: “text” is missing or is not a text\n"),
    ),
    "no type": (
        {"sentences.jsonl": '{"type": "FIGHT", "text": "x"}'},
        snapshot("could not run: sentences.jsonl:1: “FIGHT” is no event_type; say which code stands for it\n"),
    ),
    "no value": (
        {"NewsQuant.json": '[{"text": "x", "quantities": [{"value": "ten"}]}]'},
        snapshot("could not run: NewsQuant.json: sentence 1: value “ten” is no number and no range\n"),
    ),
    "other words": (
        PART | {f"text/{NAME}.txt": TEXT.replace("Orlo", "Holt")},
        snapshot(
            "could not run: attributions/post_2016-09-12_ferry_ab.ann:1: the words are not those of the article at 16 20\n"
        ),
    ),
    "no part": (
        PART | {f"attributions/{NAME}_ab.ann": "".join(LINES[1:])},
        snapshot("could not run: attributions/post_2016-09-12_ferry_ab.ann:5: there is no line “T1”\n"),
    ),
    "no name": (
        PART | {"attributions/ferry_ab.ann": ""},
        snapshot("could not run: attributions/ferry_ab.ann: “ferry” is no day, such as 2016-09-12\n"),
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_told_with_its_place(case: str, tmp_path: Path, evaluated: Evaluated) -> None:
    files, said = BROKEN[case]
    assert evaluated(write(tmp_path / "gold", files), 2).replace(str(tmp_path), "") == said


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, evaluated: Evaluated) -> None:
    write(tmp_path, {"secret.jsonl": json.dumps(SENTENCES[0])})
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold/sentences.jsonl").symlink_to(tmp_path / "secret.jsonl")
    assert evaluated(tmp_path / "gold", 2) == snapshot(
        "could not run: sentences.jsonl: is a link out of the folder, or to itself. Put the file itself here, not a link. [outside]\n"
    )
