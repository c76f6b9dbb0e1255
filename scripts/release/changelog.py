"""The changelog's newest section: its version, its day and what changed."""

import re
from dataclasses import dataclass
from pathlib import Path

from scripts.problem import Problem, problem
from scripts.sheets.files import read_text

FILE = "CHANGELOG.md"
UNRELEASED = "Unreleased"
HEADING = re.compile(
    rf"^## \[(?P<version>{UNRELEASED}|[0-9.]+)\](?: - (?P<day>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}))?$", re.MULTILINE
)


@dataclass(frozen=True)
class Section:
    """One section: `version` is UNRELEASED and `day` None until it is released, `line` is that of its heading."""

    version: str
    day: str | None
    notes: str
    line: int


def newest(root: Path) -> tuple[Section | None, list[Problem]]:
    """Return the first section of the changelog, or None and what is wrong with it."""
    text, problems = read_text(root, FILE)
    heading = HEADING.search(text) if text is not None else None
    if text is None or heading is None:
        return None, problems or [problem("no_section", FILE)]
    notes = text[heading.end() :].split("\n## ")[0].strip()
    return Section(heading["version"], heading["day"], notes, text.count("\n", 0, heading.start()) + 1), []
