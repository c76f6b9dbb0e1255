"""Add an article to a copy of the project as CONTRIBUTING.md says, and run there all that a contribution meets.

Run by `make contribution`, which installs what the clients and the browser need. One line a step; the first step that
fails ends it, with what was printed, and the exit code is 1.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.contribution.article import begun, merged
from tests.gate import ROOT, gate

Step = Callable[[], tuple[bool, str]]  # whether all is well, and what was printed
NODE = ("scripts/site/web/node_modules", "tests/clients/node_modules")  # installed here already
PYTEST = ["-m", "pytest"]
# What an article can change: not what holds of any page, or of made packages, which `make browser-test` tries.
BROWSER = [f"tests/browser/test_{name}.py" for name in ("articles", "overview", "codebook", "search")]
COMMANDS = {
    "the tests": [*PYTEST, "--ignore=tests/test_contribution.py"],  # that adds the same article
    "the clients": [*PYTEST, "tests/clients/loading.py"],
    "the site in a browser": [*PYTEST, *BROWSER],
}


def _ran(root: Path, arguments: list[str]) -> tuple[bool, str]:
    """Run Python in a folder; return whether all is well, and what it printed."""
    command = [sys.executable, *arguments]
    done = subprocess.run(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False
    )
    return done.returncode == 0, done.stdout


def _built(root: Path) -> tuple[bool, str]:
    """Build the contribution; merge it where that goes well."""
    well, said = _ran(root, ["-m", "scripts", "build"])
    if well:
        merged(root)
        for name in NODE:
            shutil.copytree(ROOT / name, root / name, symlinks=True)
    return well, said


def _judged(job: Path) -> tuple[bool, str]:
    """Run the gate, which must have neither an error nor a warning."""
    codes, said = gate(job, job / "page.md")
    return not (any(codes) or "::error" in said or "::warning" in said), said


def main() -> int:
    """Run the steps; return 0 if the contribution is green, else 1."""
    with tempfile.TemporaryDirectory() as folder:
        job = Path(folder)
        root = begun(job)
        steps: dict[str, Step] = {
            "make": partial(_built, root),
            "the gate": partial(_judged, job),
            **{name: partial(_ran, root, command) for name, command in COMMANDS.items()},
        }
        for name, step in steps.items():
            began = time.monotonic()
            well, said = step()
            print(f"{name}: {'green' if well else 'red'} after {time.monotonic() - began:.0f} s", flush=True)
            if not well:
                print(said)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
