"""A model's proposals are scored like the rules' drafts, and its behaviour shows whether it reads the definitions."""

import json
import re
import tomllib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from scripts.__main__ import main
from scripts.propose.answer import TABLES, answer_keys
from tests.scripts.propose.server import Model, completion, serving

MEANING = {
    "SUPPORT": "Back, praise, defend or recognise; sign a treaty; take up relations.",
    "COOPERATE": "Do something material together: trade, employ, share.",
    "COERCE": "Restrict, seize, arrest, or close a border.",
}
Choose = Callable[[str, str], str]  # the prompt and the code that is right -> the code that is answered


def by_definition(prompt: str, right: str) -> str:
    """Answer with the name that stands before the meaning."""
    found = re.search(rf"^- (\w+): {re.escape(MEANING[right])}$", prompt, re.MULTILINE)
    assert found
    return found[1]


def by_name(_: str, right: str) -> str:
    """Answer with the name that one knows."""
    return right


@pytest.fixture
def coded(seeds: Path) -> Path:
    """The first article of the example alone, with a codebook."""
    for path in seeds.glob("seeds/002_*"):
        path.unlink()
    (seeds / "CODEBOOK.md").write_text("# Codebook\n", encoding="utf-8")
    return seeds


def answering(root: Path, choose: Choose) -> Model:
    """Return a model that proposes what was coded, its event types chosen from what it is asked."""
    sheet: dict[str, Any] = tomllib.loads((root / "seeds/001_holt2021.toml").read_text(encoding="utf-8"))

    def say(request: BaseHTTPRequestHandler) -> None:
        prompt = model.asked[-1]["messages"][0]["content"]
        answer: dict[str, Any] = {
            table: [{key: row[key] for key in answer_keys(table) if key in row} for row in sheet.get(table, [])]
            for table in TABLES
        }
        for row in answer["events"]:
            row["event_type"] = choose(prompt, row["event_type"])
        completion(json.dumps(answer))(request)

    model = Model(say)
    return model


def _evaluated(root: Path, choose: Choose, capsys: pytest.CaptureFixture[str], *options: str) -> Any:
    with serving(answering(root, choose)) as model:
        asked = ["--model", "tiny", "--endpoint", model.address, "--root", str(root), "--format", "json"]
        assert main(["evaluate", *asked, *options]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_model_is_scored_on_the_coded_articles(coded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _evaluated(coded, by_name, capsys)["all"]
    assert [found[name]["f1"] for name in ("events", "quotes", "figures")] == [1, 1, 1]
    assert found["events"]["event_type"] == 1


def test_a_faithful_model_follows_the_definitions_and_another_the_names(
    coded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again, renamed, reverse, swapped = _evaluated(coded, by_definition, capsys, "--behaviour")["behaviour"]
    assert [one["Same event_type"] for one in (again, renamed, reverse, swapped)] == ["1.00"] * 4
    assert (again["Plain"], swapped["Plain"]) == (3, 1)
    again, renamed, reverse, swapped = _evaluated(coded, by_name, capsys, "--behaviour", "--seed", "5")["behaviour"]
    assert (again["Same event_type"], reverse["Same event_type"]) == ("1.00", "1.00")
    assert renamed["Asked so"] == 0  # a name that the prompt does not have is refused
    assert swapped["Same event_type"] == "0.00"


def test_behaviour_is_of_a_model(coded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--behaviour", "--root", str(coded)]) == 2
    assert "say with --model which" in capsys.readouterr().err
