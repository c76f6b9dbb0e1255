"""No command imports a library that it does not use."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from scripts.__main__ import VERBS
from tests.edits import EXAMPLE, with_documents

ROOT = EXAMPLE.parent.parent
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
LIBRARIES = {name.split(">")[0].replace("-", "_") for name in DECLARED}
LIBRARIES |= {
    "pyarrow.parquet",
    "pybtex",
    "xlsxwriter",
    "duckdb",
    "polars",
    "krippendorff",
    "openai",
}  # pyarrow itself is imported by pandas
OF_THE_TABLES = {"pandas", "pandera", "pycountry"}  # what the declaration is written with, which every command reads
NAMES = {"confusable_homoglyphs"}  # those that look alike are sought by the checks

# Each command in a process of its own, begun where the declaration is imported and nothing else is.
RUN = """
import contextlib, io, json, os, sys
import schemas
from scripts.__main__ import main

def imported(libraries):
    return sorted(name for name in libraries if name in sys.modules)

def run(arguments):
    try:
        return main(arguments)
    except SystemExit as end:
        return end.code

commands, libraries = json.loads(sys.argv[1])
print(json.dumps([0, imported(libraries)]), flush=True)
for arguments in commands:
    if not os.fork():
        with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())):
            code = run(arguments)
        print(json.dumps([code, imported(libraries)]), flush=True)
        os._exit(0)
    os.wait()
"""


def _ran(commands: list[list[str]]) -> list[tuple[int, set[str]]]:
    """Return the exit code of each command and the libraries that it has imported; of none of them first."""
    command = [sys.executable, "-c", RUN, json.dumps([commands, sorted(LIBRARIES)])]
    here = os.environ | {"PATH": ""}  # so that the site finds no Node, whether it is installed or not
    done = subprocess.run(command, cwd=ROOT, env=here, capture_output=True, text=True, check=True)
    return [(code, set(names)) for code, names in map(json.loads, done.stdout.splitlines())]


@pytest.mark.skipif(sys.platform == "win32", reason="commands begin as forks")
def test_a_command_imports_what_it_uses(built: Path, tmp_path: Path) -> None:
    with_documents(built)
    article = shutil.copy(built / "seeds/001_holt2021.txt", tmp_path / "003_new2021.txt")
    root, out = ["--root", str(built)], ["--out", str(tmp_path / "out")]
    used: dict[tuple[str, ...], tuple[int, set[str]]] = {
        ("build", *root): (0, NAMES | {"filelock"}),
        ("build", "--check", *root): (0, NAMES),
        ("validate", str(built), "--frictionless", "never"): (0, NAMES),
        ("show", "events", *root): (0, set()),
        ("show", "001", *root): (0, NAMES),
        ("evaluate", "--format", "json", *root): (0, set()),
        ("evaluate", "--agreement", "--format", "json"): (0, {"krippendorff"}),
        ("draft", str(article), *root): (0, {"rapidfuzz"}),
        ("draft", "--candidate-schema"): (0, set()),
        ("compare", str(built), str(built), "--format", "json"): (0, set()),
        ("release", *root, *out): (0, NAMES | {"pybtex", "pyarrow.parquet", "xlsxwriter"}),
        ("site", *root): (2, NAMES | {"jinja2"}),
    }
    assert {command[0] for command in used} == set(VERBS)
    first, *ran = _ran([list(command) for command in used])
    assert first == (0, OF_THE_TABLES)
    assert dict(zip(used, ran, strict=True)) == {
        command: (code, OF_THE_TABLES | names) for command, (code, names) in used.items()
    }


def test_the_list_of_verbs_imports_no_library() -> None:
    run = "import sys\nfrom scripts.__main__ import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n"
    run += "    print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", run], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"schemas", *LIBRARIES} & set(done.stdout.split())
    assert all(f"\n    {verb} " in done.stdout for verb in VERBS)
