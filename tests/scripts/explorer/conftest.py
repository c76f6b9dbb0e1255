"""The example package as the site reads it, read once."""

import copy
from pathlib import Path

import pytest

from scripts.explorer.edition import Edition, published


@pytest.fixture(scope="session")
def _read_once(_built_once: Path) -> Edition:
    edition, problems = published(_built_once)
    assert problems == []
    assert edition is not None
    return edition


@pytest.fixture
def edition(_read_once: Edition) -> Edition:
    return copy.deepcopy(_read_once)
