"""The hooks before a commit run the checks, and write nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ASIDE = shutil.ignore_patterns(".git", ".venv", "dist", "__pycache__", ".*_cache", ".hypothesis", "blind")
ODD = b"\xef\xbb\xbfNo line break at the end, \t trailing blanks  \r\n\r\n\n\n\x0cand caf\xe9   "


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(ROOT, tmp_path / "copy", ignore=ASIDE))
    _run(root, "git", "init", "--quiet")
    _run(root, "git", "add", "--all")
    return root


def _run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    here = {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PRE_COMMIT_HOME": str(root.parent / "hooks"),
        "SKIP": "mypy",  # a minute of work that `make lint` does
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    return subprocess.run(
        command, cwd=root, env={**os.environ, **here}, capture_output=True, text=True, encoding="utf-8", check=False
    )


def _hooks(root: Path) -> subprocess.CompletedProcess[str]:
    return _run(root, sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never")


def test_the_repository_passes(repository: Path) -> None:
    done = _hooks(repository)
    assert done.returncode == 0, done.stdout
    said = [line.rstrip(".").rpartition("...")[0].rstrip(".") for line in done.stdout.splitlines()]
    assert said == ["the generated files are what seeds/ says", "ruff check", "ruff format --check", "mypy", "zizmor"]


def test_no_byte_of_an_article_is_touched(repository: Path) -> None:
    (repository / "seeds/000_47ce4020dea83fd0.txt").write_bytes(ODD)
    (repository / "seeds/900_new.txt").write_bytes(ODD)
    _run(repository, "git", "add", "--all")
    before = {path: path.read_bytes() for path in repository.glob("seeds/*") if path.is_file()}
    done = _hooks(repository)
    assert done.returncode == 1
    assert "seeds/900_new.txt: is an article without a sheet" in done.stdout
    assert {path: path.read_bytes() for path in repository.glob("seeds/*") if path.is_file()} == before
    assert all(line[1] == " " for line in _run(repository, "git", "status", "--porcelain").stdout.splitlines())
    kept = subprocess.run(["git", "show", ":seeds/900_new.txt"], cwd=repository, capture_output=True, check=True)
    assert kept.stdout == ODD
