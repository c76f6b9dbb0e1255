"""The commands of the gate, as the workflow has them, in a folder as the workflow lays it out."""

import os
import subprocess
import sys
from pathlib import Path

import yaml

from tests.revisions import ALONE, WHO

ROOT = Path(__file__).parent.parent
AROUND = {**os.environ, **WHO, **ALONE, "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])}


def git(root: Path, *arguments: str) -> str:
    """Run git in a repository with no configuration but its own; return what it prints."""
    done = subprocess.run(["git", *arguments], cwd=root, env=AROUND, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(root: Path) -> None:
    """Commit everything."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "x")


def gate(job: Path, page: Path) -> tuple[list[int], str]:
    """Run the gate's steps but the installing; return their exit codes and what they print.

    `job` holds `contribution`, a clone of the merge of a contribution into its base. The page is added to `page`.
    """
    steps = yaml.safe_load((ROOT / ".github/workflows/gate.yml").read_text(encoding="utf-8"))["jobs"]["data"]["steps"]
    sha = git(job / "contribution", "rev-parse", "HEAD")
    around = {**AROUND, "GITHUB_SHA": sha, "GITHUB_STEP_SUMMARY": str(page)}
    codes, said = [], ""
    for step in steps:
        if "run" in step and "pip install" not in step["run"]:
            here = job / step.get("working-directory", ".")
            command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
            done = subprocess.run(command, cwd=here, env=around, capture_output=True, text=True, check=False)
            codes.append(done.returncode)
            said += done.stdout + done.stderr
    return codes, said
