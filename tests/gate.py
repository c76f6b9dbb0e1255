"""The commands of the gate, as the workflow has them, in a folder as the workflow lays it out."""

import subprocess
from pathlib import Path

import yaml

from tests.revisions import AROUND, in_git

ROOT = Path(__file__).parent.parent


def gate(job: Path, page: Path) -> tuple[list[int], str]:
    """Run the gate's steps but the installing; return their exit codes and what they print.

    `job` holds `contribution`, a clone of the merge of a contribution into its base. The page is added to `page`.
    """
    steps = yaml.safe_load((ROOT / ".github/workflows/gate.yml").read_text(encoding="utf-8"))["jobs"]["data"]["steps"]
    sha = in_git(job / "contribution", "rev-parse", "HEAD")
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
