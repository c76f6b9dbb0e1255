"""Rows that are wrong by what their columns mean, one each."""

import tomllib
from pathlib import Path
from typing import Any

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["case"]
