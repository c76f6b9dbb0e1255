"""The workflows hold no secret and run nothing of a contribution where it could bend its own gate; forms are in step."""

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from schemas import TABLES

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted(ROOT.glob(".github/workflows/*.yml"))
READS = {"contents": "read"}
PUBLISHES = {  # the jobs that write
    ("release", "publish"): {"contents": "write", "id-token": "write", "attestations": "write"},
    ("site", "publish"): {"pages": "write", "id-token": "write"},
}
ZIZMOR = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
OPTIONS = ["--offline", "--no-progress", "--color=never", "--quiet", "--strict-collection", "--no-config"]


def _yaml(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def _linted(folder: Path) -> subprocess.CompletedProcess[str]:
    assert ZIZMOR is not None
    return subprocess.run(
        [ZIZMOR, *OPTIONS, "."], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / ".github", tmp_path / ".github")
    shutil.copy(ROOT / ".pre-commit-config.yaml", tmp_path)
    return tmp_path


def test_zizmor_finds_nothing(copy: Path) -> None:
    done = _linted(copy)
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("No findings to report.")


@pytest.mark.parametrize(
    ("old", "new", "audit"),
    [
        ("  pull_request:\n", "  pull_request_target:\n", "dangerous-triggers"),
        ('HEAD "$GITHUB_SHA"', "HEAD ${{ github.event.pull_request.title }}", "template-injection"),
        ("actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8", "actions/checkout@main", "unpinned-uses"),
        ("contents: read", "contents: nonsense", "contents"),
    ],
)
def test_zizmor_would_find_it(old: str, new: str, audit: str, copy: Path) -> None:
    gate = copy / ".github/workflows/gate.yml"
    text = gate.read_text(encoding="utf-8")
    assert old in text
    gate.write_text(text.replace(old, new), encoding="utf-8")
    done = _linted(copy)
    assert done.returncode != 0
    assert audit in done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_can_only_read(path: Path) -> None:
    workflow = _yaml(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == PUBLISHES.get((path.stem, name), READS)
        assert "timeout-minutes" in job or "uses" in job
        for step in job.get("steps", []):
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
    text = path.read_text(encoding="utf-8")
    assert "secrets" not in text
    assert "pull_request_target" not in text
    for action in re.findall(r"uses: ([^.].*)", text):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v[0-9.]+", action), action


def test_what_publishes_runs_nothing_of_the_repository() -> None:
    jobs = _yaml(ROOT / ".github/workflows/release.yml")["jobs"]
    steps = jobs["publish"]["steps"]
    assert jobs["publish"]["needs"] == "make"
    assert [step["uses"].partition("@")[0] for step in steps if "uses" in step] == [
        "actions/download-artifact",
        "actions/attest-build-provenance",
    ]
    assert [step["run"].split()[0] for step in steps if "run" in step] == ["sha256sum", "gh"]


def test_a_release_is_made_after_the_tests_in_a_job_of_its_own_and_attested_before_it_is_published() -> None:
    jobs = _yaml(ROOT / ".github/workflows/release.yml")["jobs"]
    assert [(name, job.get("needs")) for name, job in jobs.items()] == [
        ("test", None),
        ("make", "test"),
        ("publish", "make"),
    ]
    commands = {name: " ".join(step.get("run", "") for step in job["steps"]) for name, job in jobs.items()}
    assert ".ci/run" in commands["test"]
    assert "make release" not in commands["test"]
    assert ".ci/run" not in commands["make"]
    assert "make release" in commands["make"]
    names = [step.get("name") for step in jobs["publish"]["steps"]]
    assert names.index("Attest that this workflow made them") < names.index("Publish")
    assert [step["with"]["subject-path"] for step in jobs["publish"]["steps"] if "attest" in step.get("uses", "")] == [
        "dist/*"
    ]


@pytest.mark.skipif(os.name == "nt", reason="make is not everywhere there")
@pytest.mark.parametrize("made", ["tests/clients/node_modules", "scripts/site/web/node_modules/.package-lock.json"])
def test_packages_of_npm_are_installed_without_their_scripts(made: str) -> None:
    command = ["make", "--dry-run", "--always-make", made]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert f"cd {made.partition('/node_modules')[0]} && npm ci --ignore-scripts" in said


@pytest.mark.skipif(os.name == "nt", reason="make is not everywhere there")
@pytest.mark.parametrize("target", ["site", "review", "clients", "browser-test", "bench-site", "contribution"])
def test_what_is_missing_is_said_before_anything_is_installed(target: str, tmp_path: Path) -> None:
    command = [shutil.which("make") or "make", target]
    done = subprocess.run(command, cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.splitlines()[0] == "npm is not on this machine: first install Node.js 20.19 or newer with npm"


def test_what_publishes_the_site_runs_nothing_of_the_repository() -> None:
    job = _yaml(ROOT / ".github/workflows/site.yml")["jobs"]["publish"]
    assert job["needs"] == "build"
    assert [step["uses"].partition("@")[0] for step in job["steps"]] == ["actions/deploy-pages"]


def test_the_gate_runs_the_base_branch_alone() -> None:
    steps = _yaml(ROOT / ".github/workflows/gate.yml")["jobs"]["data"]["steps"]
    commands = [step for step in steps if "run" in step]
    assert commands[0]["run"] == "git -C contribution worktree add --detach ../base HEAD^1"
    assert {step["working-directory"] for step in commands[1:]} == {"base"}
    assert sum("python -m scripts " in step["run"] for step in commands) == 3


def test_every_system_and_python_is_tested() -> None:
    matrix = _yaml(ROOT / ".github/workflows/tests.yml")["jobs"]["tests"]["strategy"]["matrix"]
    assert [name.split("-")[0] for name in matrix["os"]] == ["ubuntu", "macos", "windows"]
    assert matrix["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_the_forms_of_issues_are_in_step_with_the_tables() -> None:
    forms = [path for path in ROOT.glob(".github/ISSUE_TEMPLATE/*.yml") if path.name != "config.yml"]
    for form in map(_yaml, forms):
        assert {"name", "description", "body"} <= form.keys()
        assert len({item["id"] for item in form["body"]}) == len(form["body"])
    row = _yaml(ROOT / ".github/ISSUE_TEMPLATE/row.yml")
    assert row["body"][0]["attributes"]["options"] == list(TABLES)
