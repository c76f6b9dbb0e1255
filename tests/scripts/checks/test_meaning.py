"""Rows that are wrong by what they mean are refused at their place."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from scripts.checks.seeds import check_seeds
from scripts.problem import as_text
from tests.edits import Edit, rehashed

CASES = tomllib.loads(Path(__file__).with_name("meaning.toml").read_text(encoding="utf-8"))["case"]
FILLED = {"LONG": "It was a cold spring. " * 30, "FOREIGN": "Sverige skulle kunna skicka svetsare. " * 20}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_row_that_is_wrong_by_its_meaning_is_refused(case: dict[str, Any], seeds: Path) -> None:
    for file, old, given in case["edits"]:
        new = re.sub("LONG|FOREIGN", lambda word: FILLED[word[0]], given)
        Edit(file, old or None, new if old else (seeds / file).read_text(encoding="utf-8") + new).apply(seeds)
    rehashed(seeds)
    said = as_text(check_seeds(seeds).problems)
    assert any(line.startswith(case["at"]) and line.endswith(f"[{case['code']}]") for line in said.splitlines()), said
