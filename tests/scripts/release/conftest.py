"""Releases of the dataset and of the example."""

from pathlib import Path

import pytest

from scripts.commands.build import build
from scripts.commands.release import release
from tests.edits import EXAMPLE, with_documents

ROOT = EXAMPLE.parent.parent


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the dataset's release."""
    out = tmp_path_factory.mktemp("dist")
    assert release(ROOT, out) == 0
    return out


@pytest.fixture
def example(built: Path) -> Path:
    """The example, built, with the documents of a release."""
    assert build(with_documents(built)) == 0
    return built
