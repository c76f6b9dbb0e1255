"""The commands of the gate, as the workflow has them, against a contribution that is wrong and tries to say it is not."""

import os
import shutil
from pathlib import Path

import pytest

from tests.edits import Edit
from tests.gate import ROOT, gate
from tests.revisions import begin, commit, in_git

FILES = ["scripts", "schemas", "seeds", "data", "docs", "README.md", "CONTRIBUTING.md", "datapackage.json"]
FILES += ["CITATION.cff", ".zenodo.json", ".gitattributes"]
SHEET = "seeds/003_95c20c4ad2a6c6f7.toml"
HOSTILE = ["scripts/validate.py", "scripts/problems.py", "sitecustomize.py", "pandas.py", "conftest.py", "yaml.py"]


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
    begin(origin)
    in_git(origin, "switch", "--quiet", "--create", "contribution")
    Edit(SHEET, 'topic = "', 'topic = "%0A::notice::all is well').apply(origin)
    for name in HOSTILE:
        mark = f"import pathlib\npathlib.Path({str(tmp_path / 'ran')!r}).touch()\nprint('valid')\nraise SystemExit(0)\n"
        (origin / name).write_text(mark, encoding="utf-8")
    commit(origin)
    in_git(origin, "switch", "--quiet", "main")
    in_git(origin, "merge", "--quiet", "--no-ff", "--no-edit", "contribution")
    (tmp_path / "job").mkdir()
    in_git(tmp_path / "job", "clone", "--quiet", str(origin), "contribution")
    return tmp_path / "job"


@pytest.mark.skipif(os.name == "nt", reason="the gate runs on Linux")
def test_a_contribution_cannot_bend_its_own_gate(job: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    codes, said = gate(job, page)
    assert codes == [0, 1, 0, 0]
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
