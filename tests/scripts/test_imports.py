"""No command imports a library that it does not use."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SELDOM = {"frictionless", "rich", "rapidfuzz", "filelock", "duckdb"}
RUN = """
import sys
from importlib import import_module
try:
    code = import_module(f"scripts.{sys.argv[1]}").main(sys.argv[2:])
except SystemExit as end:
    code = end.code
print("imported:", *sorted(sys.modules))
sys.exit(code)
"""


def _imported(*arguments: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", RUN, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].removeprefix("imported:").split())


@pytest.mark.parametrize(
    ("arguments", "used"),
    [
        (["validate", "{root}", "--no-frictionless"], set()),
        (["build", "--root", "{root}"], {"filelock"}),
        (["show", "events", "--root", "{root}"], set()),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_command_imports_what_it_uses(arguments: list[str], used: set[str], built: Path) -> None:
    given = [argument.format(root=built) for argument in arguments]
    assert _imported(*given) & SELDOM == used


def test_frictionless_is_imported_where_it_is_asked(built: Path) -> None:
    assert "frictionless" in _imported("validate", str(built))


@pytest.mark.parametrize("command", ["validate", "build", "compare"])
def test_help_imports_nothing_that_is_seldom_used(command: str) -> None:
    assert not _imported(command, "--help") & SELDOM
