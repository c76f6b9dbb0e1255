"""What Node makes at build time: the bundled scripts and styles, and the pictures of the overview."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "site"
LONGEST = 300  # seconds


class CannotBundleError(Exception):
    """Node, or a package that the site is bundled from, is not there or failed."""


def _run(command: list[str], given: str = "") -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the commands are this module's own
            command, cwd=FOLDER, input=given, capture_output=True, encoding="utf-8", timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise CannotBundleError(f"{command[0]} took more than {LONGEST} seconds") from error
    if done.returncode:
        raise CannotBundleError(f"{' '.join(command[:2])} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def node() -> str:
    """Return the path of Node; raise CannotBundleError where Node or its packages are missing."""
    found = shutil.which("node")
    if found is None:
        raise CannotBundleError("node is not installed: Node 20.19 or newer is needed for the site")
    if not (FOLDER / "node_modules").is_dir():
        raise CannotBundleError("the site's npm packages are not installed: run `make site`")
    return found


def drawn(data: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return the pictures of an overview as SVG, by name and width."""
    charts: dict[str, dict[str, str]] = json.loads(_run([node(), "charts.js"], json.dumps(data)))
    return charts


def bundle(folder: Path) -> None:
    """Write the scripts, the styles and their licences into a folder."""
    _run([node(), "build.js", os.fspath(folder.resolve())])
