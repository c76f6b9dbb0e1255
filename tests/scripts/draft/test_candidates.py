"""Candidates from elsewhere: only what anchors word for word and meets the schemas is let in."""

import hashlib
import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from scripts.__main__ import main
from scripts.draft.candidates import candidate_schema, read_candidates
from scripts.sheets.rows import Article

TEXT = "Norway closed its border on 3 May 2021. “We will double our exports,” said Ana Orlo. It took 511 ships.\n"
ARTICLE = Article("x.txt", TEXT, hashlib.sha256(TEXT.encode()).hexdigest())
EVENT = {
    "version": 1,
    "table": "events",
    "text": "Norway closed its border on 3 May 2021",
    "event_type": "COERCE",
    "topic": "territory",
    "status": "occurred",
    "actors": ["norway"],
    "date": "2021-05-03",
    "date_text": "on 3 May 2021",
}
FIGURE = {"version": 1, "table": "figures", "text": "511 ships", "counted": "ships", "value": 511, "unit": "count"}


def _read(*candidates: object) -> tuple[list[str], list[str]]:
    taken, refused = read_candidates("\n".join(json.dumps(one) for one in candidates), "c.jsonl", ARTICLE)
    return [row.values["text"] for row in taken], [f"{one.line} {one.code}" for one in refused]


def test_what_anchors_and_meets_the_schemas_is_let_in() -> None:
    assert _read(FIGURE, EVENT) == ([EVENT["text"], FIGURE["text"]], [])


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"text": "Norway shut its border"}, "not_anchored"),
        ({"text": "o"}, "ambiguous"),
        ({"event_type": "COERSE"}, "unknown_code"),
        ({"status": "alleged"}, "claimant_by_status"),
        ({"date": "2021-02-30"}, "bad_date"),
        ({"date_text": "on 4 May", "date_basis": "inferred"}, "not_verbatim"),
        ({"sentiment": "bad"}, "unknown_key"),
        ({"topic": 7}, "text_expected"),
        ({"topic": None}, "required"),
        ({"table": "rumours"}, "candidate_table"),
        ({"version": 2}, "candidate_version"),
        ({"actors": "norway"}, "texts_expected"),
    ],
)
def test_a_refusal_names_line_and_reason(change: dict[str, object], code: str) -> None:
    taken, refused = _read(FIGURE, EVENT | change)
    assert taken == ["511 ships"]
    assert refused == [f"2 {code}"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        *((line, "bad_candidate") for line in ("not json", "[]", "[" * 100_000, "5", '"x"')),
        ('{"version": 1, "value": 1e999999999}', "candidate_table"),
    ],
)
def test_a_line_that_is_no_candidate_is_refused(line: str, code: str) -> None:
    taken, refused = read_candidates(line, "c.jsonl", ARTICLE)
    assert (taken, [problem.code for problem in refused]) == ([], [code])


def test_a_value_that_the_words_do_not_hold_is_refused() -> None:
    assert _read(FIGURE | {"value": 512}) == ([], ["1 value_in_words"])


def test_the_json_schema_says_the_same() -> None:
    validator = Draft202012Validator(candidate_schema())
    Draft202012Validator.check_schema(candidate_schema())
    assert validator.is_valid(EVENT)
    assert validator.is_valid(FIGURE)
    assert not validator.is_valid(EVENT | {"event_type": "COERSE"})
    assert not validator.is_valid(EVENT | {"sentiment": "bad"})
    assert not validator.is_valid(FIGURE | {"value": "511"})


def test_the_sheet_has_what_was_let_in(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = seeds / "seeds/003_x.txt"
    article.write_text(TEXT, encoding="utf-8")
    proposed = seeds / "c.jsonl"
    proposed.write_text("\n".join(map(json.dumps, [EVENT, FIGURE, EVENT | {"topic": "x"}])), encoding="utf-8")
    assert main(["draft", str(article), "--root", str(seeds), "--candidates", str(proposed)]) == 0
    said = capsys.readouterr().out
    assert "c.jsonl:3: events.topic: “x” is not a code of topic" in said
    assert said.endswith("2 candidates let in, 1 refused\n")
    sheet = tomllib.loads(article.with_suffix(".toml").read_text(encoding="utf-8"))
    assert [row["id"] for row in sheet["events"]] == ["e01"]
    assert [row["text"] for row in sheet["figures"]] == ["511 ships"]
