"""The documents that `build` keeps: pages that are generated whole, and parts between markers in pages of people's.

What other commands work out, such as scores, is put between markers in the same way, by `python -m tests.documents`.
"""

import os
from collections.abc import Callable
from pathlib import Path

from scripts.package.pages import counts, dictionary, problem_list
from scripts.problem import Problem, problem
from scripts.sheets.files import read_text
from scripts.sheets.schema import sheet_schema
from scripts.sheets.template import template
from scripts.tables.table import Tables

SCHEMA = "docs/sheet.schema.json"
BEGIN, END = "<!-- generated: {} -->\n", "<!-- end of {} -->"
WHOLE: dict[str, Callable[[], str]] = {
    "docs/dictionary.md": dictionary,
    "docs/problems.md": problem_list,
    SCHEMA: sheet_schema,
}


def filled(text: str, part: str, block: str) -> str:
    """Return text with the block put between the part's markers; raise ValueError where there is no such pair."""
    begin, end = BEGIN.format(part), END.format(part)
    head, found, rest = text.partition(begin)
    _, ended, tail = rest.partition(end)
    if not found or not ended or begin in rest or end in head + tail:
        raise ValueError(f"no pair of markers {begin.strip()} and {end}")
    return f"{head}{begin}{block}{end}{tail}"


def _with_part(root: Path, name: str, part: str, block: str) -> tuple[str | None, list[Problem]]:
    """Return a document of root with its generated part put in."""
    text, problems = read_text(root, name)
    if text is None:
        return None, problems
    try:
        return filled(text, part, block), []
    except ValueError:
        return None, [problem("no_markers", name, part=part)]


def documents(root: Path, tables: Tables) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the generated pages, and the documents with a generated part that are in root, by path."""
    parts = {
        "README.md": ("tables", counts(tables)),
        "CONTRIBUTING.md": ("template", f"```toml\n{template()}```\n"),
    }
    files = {name: page().encode("utf-8") for name, page in WHOLE.items()}
    problems: list[Problem] = []
    for name, (part, block) in parts.items():
        if os.path.lexists(root / name):
            text, wrong = _with_part(root, name, part, block)
            problems += wrong
            files |= {name: text.encode("utf-8")} if text is not None else {}
    return files, problems
