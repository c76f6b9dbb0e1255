"""What Node makes at build time: the bundled scripts and styles, and the pictures of the overview."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from scripts.problem import CannotRunError

FOLDER = Path(__file__).with_name("web").resolve()
LONGEST = 300  # seconds


def _run(script: str, *arguments: str, given: str = "") -> str:
    """Return what a script of the site prints; raise CannotRunError where Node or its packages are missing."""
    node = shutil.which("node")
    if node is None:
        raise CannotRunError("node is not installed: Node.js 20.19 or newer is needed for the site")
    if not (FOLDER / "node_modules").is_dir():
        raise CannotRunError("the site's npm packages are not installed: run `make site`")
    try:
        done = subprocess.run(  # noqa: S603 - the scripts are the site's own
            [node, script, *arguments],
            cwd=FOLDER,
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=LONGEST,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CannotRunError(f"{script} took more than {LONGEST} seconds") from error
    if done.returncode:
        raise CannotRunError(f"{script} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def drawn(data: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return the pictures of an overview as SVG, by name and width."""
    charts: dict[str, dict[str, str]] = json.loads(_run("charts.js", given=json.dumps(data)))
    return charts


def bundle(folder: Path) -> None:
    """Write the scripts, the styles and their licences into a folder."""
    _run("build.js", os.fspath(folder.resolve()))
