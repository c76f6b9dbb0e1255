"""A git repository with the built example in its first commit."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

Git = Callable[..., str]
AROUND = {
    **os.environ,
    **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
}


def in_git(root: Path, *arguments: str) -> str:
    """Run git in a repository with no configuration but its own; return what it prints."""
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, env=AROUND, check=True, capture_output=True, text=True).stdout.strip()


def begin(root: Path) -> None:
    """Make a repository of a folder, its files in the first commit on `main`."""
    in_git(root, "init", "--quiet", "--initial-branch", "main")
    in_git(root, "config", "core.autocrlf", "false")
    commit(root)


def commit(root: Path) -> str:
    """Commit everything; return the hash."""
    in_git(root, "add", "--all")
    in_git(root, "commit", "--quiet", "--message", "x", "--allow-empty")
    return in_git(root, "rev-parse", "HEAD")


@pytest.fixture
def git(built: Path) -> Git:
    begin(built)
    return partial(in_git, built)


@pytest.fixture
def committed(git: Git, built: Path) -> Callable[[], str]:  # noqa: ARG001 - makes the repository
    """Commit everything and return the hash."""
    return partial(commit, built)
