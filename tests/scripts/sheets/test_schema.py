"""An editor that reads the schema of a sheet takes what the build takes, and marks what it would refuse."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from scripts.sheets.schema import sheet_schema
from tests.edits import EXAMPLE

ROOT = EXAMPLE.parent.parent
FILES = [*EXAMPLE.glob("seeds/*.toml"), *ROOT.glob("seeds/*.toml")]
SCHEMA = json.loads(sheet_schema())


def _said(sheet: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(sheet)]


def test_it_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.parent.name}/{path.name}")
def test_every_sheet_and_registry_keeps_to_it(path: Path) -> None:
    assert _said(tomllib.loads(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("block", "change", "said"),
    [
        ("events", {"statsu": "occurred"}, "'statsu' was unexpected"),
        ("events", {"status": "happened"}, "'happened' is not one of"),
        ("events", {"actors": "norway"}, "'norway' is not of type 'array'"),
        ("events", {"place_country": "Norway"}, "'Norway' does not match"),
        ("figures", {"unit": "dollars"}, "'dollars' does not match"),
        ("figures", {"value": "5"}, "'5' is not of type 'number'"),
    ],
)
def test_a_wrong_key_or_value_is_marked(block: str, change: dict[str, object], said: str) -> None:
    sheet = tomllib.loads((EXAMPLE / "seeds/001_holt2021.toml").read_text(encoding="utf-8"))
    sheet[block][0] |= change
    [error] = _said(sheet)
    assert said in error
