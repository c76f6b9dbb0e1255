"""Run the lines of docs/loading.md in each client, and print what they loaded as the canonical dump."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas import TABLES

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PROGRAMS = HERE / "programs"
CLIENTS: dict[str, dict[str, Any]] = tomllib.loads((HERE / "clients.toml").read_text(encoding="utf-8"))
NAMES = {"python": "program.py", "r": "program.R", "javascript": "program.mjs"}
TIME = 120  # seconds


@dataclass(frozen=True)
class Outcome:
    """What a program printed, and how it ended."""

    code: int
    dump: bytes
    errors: str


def page() -> str:
    """Return docs/loading.md."""
    return (ROOT / "docs/loading.md").read_text(encoding="utf-8")


def block(client: str) -> str:
    """Return the page's lines for a client: the first block of code under its heading."""
    found = re.search(rf"\n## {re.escape(client)}\n.*?```[a-z]+\n(.*?)```", page(), re.DOTALL)
    assert found is not None, f"docs/loading.md has no lines for {client}"
    return found[1]


def _command(language: str, program: Path) -> list[str]:
    if language == "python":
        return [sys.executable, str(program), *TABLES]
    found = shutil.which({"r": "Rscript", "javascript": "node"}[language])
    assert found is not None, f"{language} is not here: docs/loading.md says what `make clients` needs"
    return [found, *(["--vanilla"] if language == "r" else []), str(program), *TABLES]


def run(client: str, code: str, package: Path, folder: Path, **environment: str) -> Outcome:
    """Run code and the client's dump behind it, in the folder of a package; the program lies in another folder."""
    language = CLIENTS[client]["language"]
    program = folder / NAMES[language]
    behind = (PROGRAMS / CLIENTS[client]["program"]).read_text(encoding="utf-8")
    program.write_text(f"{code}\n{behind}", encoding="utf-8")
    shutil.copy(PROGRAMS / "dump.py", folder)
    (folder / "node_modules").symlink_to(HERE / "node_modules")
    variables = {**os.environ, "LC_ALL": "C.UTF-8", "CROISSANT_CACHE": str(folder / "cache"), **environment}
    done = subprocess.run(
        _command(language, program), cwd=package, env=variables, capture_output=True, timeout=TIME, check=False
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
