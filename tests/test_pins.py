"""The lock holds what pyproject.toml asks for, by hash, and no address."""

import shutil
import subprocess
import sysconfig
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = "requirements.lock"
COMPILE = ["pip", "compile", "--quiet", "--python-version", "3.11", "--group", "all", "pyproject.toml", "-o", LOCK]


def test_the_lock_is_in_step(tmp_path: Path) -> None:
    for name in ("pyproject.toml", LOCK):
        shutil.copy(ROOT / name, tmp_path)
    uv = shutil.which("uv", path=sysconfig.get_path("scripts"))
    assert uv is not None
    subprocess.run([uv, *COMPILE], cwd=tmp_path, check=True)
    same = (tmp_path / LOCK).read_text(encoding="utf-8") == (ROOT / LOCK).read_text(encoding="utf-8")
    assert same, f"{LOCK} is not what pyproject.toml asks for: run `make lock`"


def test_no_lock_names_an_address() -> None:
    assert "://" not in (ROOT / LOCK).read_text(encoding="utf-8")
    assert '"resolved"' not in (ROOT / "tests/clients/package-lock.json").read_text(encoding="utf-8")
