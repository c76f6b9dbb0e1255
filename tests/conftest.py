"""Copies of the example package: two short articles with their sheets and registries."""

import shutil
from pathlib import Path

import pytest

from scripts.commands.build import build
from tests.edits import example
from tests.revisions import committed, git

__all__ = ["committed", "git"]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """The example's sheets and articles, nothing built."""
    return example(tmp_path)


@pytest.fixture(scope="session")
def _built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = example(tmp_path_factory.mktemp("built"))
    assert build(root) == 0
    return root


@pytest.fixture
def built(_built_once: Path, tmp_path: Path) -> Path:
    """The example, built."""
    return Path(shutil.copytree(_built_once, tmp_path / "package"))


@pytest.fixture
def published(built: Path) -> Path:
    """The example as it is published: tables, descriptor and articles, without sheets."""
    for sheet in built.glob("seeds/*.toml"):
        sheet.unlink()
    return built
