"""Builds that are killed, meet each other, or cannot write: whole files, a clear word, and nothing to clear away by hand."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.checks.package import check_package
from tests.edits import EXAMPLE, Edit, files

ROOT = EXAMPLE.parent.parent
HERE = {**os.environ, "PYTHONPATH": str(ROOT)}
CHANGE = Edit("seeds/actors.toml", 'name = "The Daily Plank"', 'name = "The Weekly Plank"')
HOLDER = "import sys; from pathlib import Path; from scripts.package.lock import locked\nwith locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals, limits and permissions of POSIX")


def _start(*arguments: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, *arguments], env=HERE, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def test_what_a_killed_build_left_is_named_and_removed(built: Path) -> None:
    (built / "data/.actors.csv.part").write_text("actor_id,na", encoding="utf-8")
    problems = check_package(built, frictionless="never").problems
    assert [(problem.file, problem.code) for problem in problems] == [("data/.actors.csv.part", "not_a_table")]
    assert main(["build", "--root", str(built)]) == 0
    assert check_package(built, frictionless="never").problems == []


def test_nothing_is_written_through_a_link_beside_a_table(built: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("mine", encoding="utf-8")
    (built / "data/.actors.csv.part").symlink_to(outside)
    (built / ".build.lock").unlink(missing_ok=True)
    (built / ".build.lock").symlink_to(outside)
    CHANGE.apply(built)
    assert main(["build", "--root", str(built)]) == 2
    (built / ".build.lock").unlink()
    assert main(["build", "--root", str(built)]) == 0
    assert outside.read_text(encoding="utf-8") == "mine"


def test_two_builds_at_once_do_not_meet(built: Path) -> None:
    CHANGE.apply(built)
    other = Path(shutil.copytree(built, built.parent / "other"))
    assert main(["build", "--root", str(other)]) == 0
    builds = [_start("-m", "scripts", "build", "--root", str(built)) for _ in range(2)]
    for process in builds:
        assert process.communicate()[1] == ""
        assert process.returncode == 0
    assert files(built) == files(other)


def test_a_build_waits_for_another_but_not_for_a_dead_one(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    CHANGE.apply(built)
    holder = _start("-c", HOLDER, str(built))
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert main(["build", "--root", str(built), "--wait", "0.1"]) == 2
    assert capsys.readouterr().err == (
        f"could not run: another build has been at work in “{built}” for 0.1 seconds; "
        "wait until it is done, then run this again\n"
    )
    assert main(["build", "--root", str(built), "--check"]) == 1
    holder.kill()
    holder.communicate()
    assert main(["build", "--root", str(built), "--wait", "0"]) == 0


@posix
def test_a_full_disk_is_said_with_the_file(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import resource

    CHANGE.apply(built)
    before = files(built)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        assert main(["build", "--root", str(built)]) == 2
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert capsys.readouterr().err == f"could not run: File too large: {built}/data/actors.csv\n"
    assert files(built) == before
    assert main(["build", "--root", str(built)]) == 0


@posix
@pytest.mark.parametrize("closed", [".", "data"])
def test_a_read_only_folder_is_said(closed: str, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    CHANGE.apply(built)
    (built / ".build.lock").unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(built, Path(folder) / "package"))
        for path in [Path(folder), *root.rglob("*"), root]:
            path.chmod(0o777)
        (root / closed).chmod(0o555)
        code = _as_nobody(["--root", str(root)])
        (root / closed).chmod(0o777)
    assert code == 2
    said = capsys.readouterr().err
    assert said.startswith("could not run: Permission denied: ")
    assert said.count("\n") == 1


def _as_nobody(arguments: list[str]) -> int:
    """Build without the rights of root, whom no permission stops."""
    if os.geteuid() != 0:
        return main(["build", *arguments])
    os.seteuid(65534)
    try:
        return main(["build", *arguments])
    finally:
        os.seteuid(0)
