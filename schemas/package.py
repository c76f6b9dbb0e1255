"""The package as a whole: name, version, licence and makers, declared once in package.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DECLARATION = Path(__file__).with_name("package.toml")


@cache
def package() -> dict[str, Any]:
    """Return name, title, version, description, keywords, licenses and contributors and, if known, repository."""
    return tomllib.loads(DECLARATION.read_text(encoding="utf-8"))


def repository() -> str | None:
    """Return the address of the repository, without a closing slash; None while it is not declared."""
    return package().get("repository")
