"""A git repository with the built example in its first commit."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., str]
WHO = {f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


@pytest.fixture
def git(built: Path) -> Git:
    def run(*arguments: str) -> str:
        command = ["git", "-C", str(built), *arguments]
        done = subprocess.run(command, env={**os.environ, **WHO, **ALONE}, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    run("init", "--quiet", "--initial-branch", "main")
    run("config", "core.autocrlf", "false")
    run("add", "--all")
    run("commit", "--quiet", "--message", "first")
    return run


@pytest.fixture
def committed(git: Git) -> Callable[[], str]:
    """Commit everything and return the hash."""

    def commit() -> str:
        git("add", "--all")
        git("commit", "--quiet", "--message", "next", "--allow-empty")
        return git("rev-parse", "HEAD")

    return commit
