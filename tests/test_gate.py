"""The commands of the gate, as the workflow has them, against a contribution that is wrong and tries to say it is not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.edits import Edit
from tests.revisions import ALONE, WHO

ROOT = Path(__file__).parent.parent
FILES = ["scripts", "schemas", "seeds", "data", "README.md", "CODEBOOK.md", "CONTRIBUTING.md", "datapackage.json"]
FILES += ["CITATION.cff", ".zenodo.json", ".gitattributes"]
SHEET = "seeds/003_95c20c4ad2a6c6f7.toml"
HOSTILE = ["scripts/validate.py", "scripts/problems.py", "sitecustomize.py", "pandas.py", "conftest.py", "yaml.py"]
AROUND = {**os.environ, **WHO, **ALONE, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, env=AROUND, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _commit(root: Path) -> None:
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", "x")


@pytest.fixture
def job(tmp_path: Path) -> Path:
    """A folder with `contribution`, a clone of the merge of a contribution into its base."""
    origin = tmp_path / "origin"
    for name in FILES:
        there = ROOT / name
        target = origin / name
        target.parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if there.is_dir() else shutil.copy
        copy(there, target)
    _git(origin, "init", "--quiet", "--initial-branch", "main")
    _commit(origin)
    _git(origin, "switch", "--quiet", "--create", "contribution")
    Edit(SHEET, 'topic = "', 'topic = "%0A::notice::all is well').apply(origin)
    for name in HOSTILE:
        mark = f"import pathlib\npathlib.Path({str(tmp_path / 'ran')!r}).touch()\nprint('valid')\nraise SystemExit(0)\n"
        (origin / name).write_text(mark, encoding="utf-8")
    _commit(origin)
    _git(origin, "switch", "--quiet", "main")
    _git(origin, "merge", "--quiet", "--no-ff", "--no-edit", "contribution")
    (tmp_path / "job").mkdir()
    _git(tmp_path / "job", "clone", "--quiet", str(origin), "contribution")
    return tmp_path / "job"


@pytest.mark.skipif(os.name == "nt", reason="the gate runs on Linux")
def test_a_contribution_cannot_bend_its_own_gate(job: Path, tmp_path: Path) -> None:
    steps = yaml.safe_load((ROOT / ".github/workflows/gate.yml").read_text(encoding="utf-8"))["jobs"]["data"]["steps"]
    page = tmp_path / "page.md"
    sha = _git(job / "contribution", "rev-parse", "HEAD")
    around = {**AROUND, "GITHUB_SHA": sha, "GITHUB_STEP_SUMMARY": str(page)}
    codes, said = [], ""
    for step in steps:
        if "run" in step and "pip install" not in step["run"]:
            here = job / step.get("working-directory", ".")
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            done = subprocess.run(command, cwd=here, env=around, capture_output=True, text=True, check=False)
            codes.append(done.returncode)
            said += done.stdout
    assert codes == [0, 1, 0]
    assert not (tmp_path / "ran").exists()
    lines = said.splitlines()
    [error] = [line for line in lines if line.startswith("::error")]
    assert error.startswith(f"::error file={SHEET},line=")
    assert "“%250A::notice::all is well" in error
    warned = [line.split(",")[0] for line in lines if line.startswith("::warning")]
    assert warned == [f"::warning file={name}" for name in sorted(HOSTILE)]
    assert "::notice::there is no release yet: the first one will be 0.1.0" in lines
    text = page.read_text(encoding="utf-8")
    assert text.startswith("## 1 problem in 1 file\n")
    assert "\n### Files beside the data, for a maintainer to review\n" in text
