"""Releases of the dataset and of the example."""

import shutil
from pathlib import Path

import pytest

from scripts import release
from tests.edits import EXAMPLE

ROOT = EXAMPLE.parent.parent


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the dataset's release."""
    out = tmp_path_factory.mktemp("dist")
    assert release.release(ROOT, out) == 0
    return out


@pytest.fixture
def example(built: Path) -> Path:
    """The example, built, with a changelog."""
    shutil.copy(ROOT / "CHANGELOG.md", built)
    return built
