"""The pinned requirements are those that pyproject.toml asks for."""

import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UV = shutil.which("uv", path=sysconfig.get_path("scripts"))
COMPILE = ["pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]


@pytest.mark.parametrize(
    ("arguments", "pins"),
    [
        (["pyproject.toml"], "requirements.txt"),
        (["pyproject.toml", "--group", "dev", "-c", "requirements.txt"], "requirements-dev.txt"),
        (["--group", "setup"], "requirements-uv.txt"),
        (
            ["pyproject.toml", "--group", "benchmarks", "-c", "requirements-dev.txt"],
            "requirements-benchmarks.txt",
        ),
        (
            ["pyproject.toml", "--group", "clients", "-c", "requirements-dev.txt"],
            "requirements-clients.txt",
        ),
        (["pyproject.toml", "--group", "browser", "-c", "requirements-dev.txt"], "requirements-browser.txt"),
    ],
)
def test_the_pins_are_in_step(arguments: list[str], pins: str, tmp_path: Path) -> None:
    for path in [ROOT / "pyproject.toml", *ROOT.glob("requirements*.txt")]:
        shutil.copy(path, tmp_path / path.name)
    assert UV is not None
    subprocess.run([UV, *COMPILE, *arguments, "-o", pins], cwd=tmp_path, check=True)
    same = (tmp_path / pins).read_text(encoding="utf-8") == (ROOT / pins).read_text(encoding="utf-8")
    assert same, f"{pins} is not what pyproject.toml asks for: run `make pins`"


def test_no_pin_names_an_address() -> None:
    for path in ROOT.glob("requirements*.txt"):
        assert "://" not in path.read_text(encoding="utf-8"), path.name
    assert '"resolved"' not in (ROOT / "tests/clients/package-lock.json").read_text(encoding="utf-8")
