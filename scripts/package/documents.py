"""The documents that `build` keeps: pages that are generated whole, and parts between markers in pages of people's.

What other commands work out, such as scores, is put between markers in the same way, by `python -m tests.documents`.
"""

import os
from collections.abc import Callable
from pathlib import Path

from schemas.package import repository
from scripts.package.front import citation, links, table_list, three_acts
from scripts.package.pages import dictionary, problem_list
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


def _with_parts(root: Path, name: str, parts: dict[str, str]) -> tuple[str | None, list[Problem]]:
    """Return a document of root with its generated parts put in."""
    text, problems = read_text(root, name)
    if text is None:
        return None, problems
    for part, block in parts.items():
        try:
            text = filled(text, part, block)
        except ValueError:
            problems.append(problem("no_markers", name, part=part))
    return text, problems


def parts(tables: Tables, data: dict[str, bytes]) -> dict[str, Callable[[], dict[str, str]]]:
    """Return what makes the parts of each document; `data` has the bytes of the tables' files."""
    return {
        "README.md": lambda: {
            "links": links(repository()),
            "acts": three_acts(tables),
            "tables": table_list(tables, data),
            "citation": citation(),
        },
        "CONTRIBUTING.md": lambda: {"template": f"```toml\n{template()}```\n"},
    }


def documents(root: Path, tables: Tables, data: dict[str, bytes]) -> tuple[dict[str, bytes], list[Problem]]:
    """Return the generated pages, and the documents with generated parts that are in root, by path."""
    files = {name: page().encode("utf-8") for name, page in WHOLE.items()}
    problems: list[Problem] = []
    for name, made in parts(tables, data).items():
        if os.path.lexists(root / name):
            text, wrong = _with_parts(root, name, made())
            problems += wrong
            files |= {name: text.encode("utf-8")} if text is not None else {}
    return files, problems
