"""The files of a release for those who choose one: for whom each is, what it is, and about how large."""

import tomllib
from functools import cache
from pathlib import Path

from schemas.package import repository
from scripts.package.files import Files

DECLARATION = Path(__file__).with_name("downloads.toml")


@cache
def forms() -> dict[str, dict[str, str]]:
    """Return mediatype, reader and what it is, by the end of a file's name."""
    return tomllib.loads(DECLARATION.read_text(encoding="utf-8"))


def form_of(name: str) -> dict[str, str] | None:
    """Return the form of a file by its name, None for one that is no file to choose."""
    return next((form for end, form in forms().items() if name.endswith(end)), None)


def roughly(size: int) -> str:
    """Return a round size above one in bytes: another zlib or SQLite gives other bytes, and the same words.

    >>> roughly(83_000), roughly(811_008)
    ('under 150 kB', 'under 1.5 MB')
    """
    limit = next(limit for power in range(12) for limit in (1.5 * 10**power, 5 * 10**power) if limit * 1000 > size)
    return f"under {limit / 1000:g} MB" if limit >= 1000 else f"under {limit:g} kB"


def download_list(files: Files) -> str:
    """Return the list of a release's files as Markdown, linked to the newest release where the repository is known."""
    lines = ["| For | File | Size | What it is |\n", "|---|---|--:|---|\n"]
    for end, form in forms().items():
        names = [name for name in files if name.endswith(end)]
        first = f"`{names[0]}`"
        if repository():
            first = f"[{first}]({repository()}/releases/latest/download/{names[0]})"
        more = f" and {len(names) - 1} others, one a table" if len(names) > 1 else ""
        size = roughly(sum(len(files[name]) for name in names))
        lines.append(f"| {form['reader']} | {first}{more} | {size} | {form['is']} |\n")
    return "".join(lines)
