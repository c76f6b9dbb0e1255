"""Problems as a page of Markdown, and pages that GitHub takes."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from scripts.markdown import code, prose
from scripts.problem import Problem, also, counted, sentence

MOST = 300  # problems on one page
LARGEST = 900_000  # bytes of one page: GitHub refuses a summary of more than a mebibyte


def _problem(problem: Problem) -> str:
    line = f"line {problem.line}: " if problem.line else ""
    field = f"{code(problem.field)}: " if problem.field else ""
    said = f"{prose(problem.message)}. {prose(sentence(problem.hint))}"
    said += f" {prose(also(problem).capitalize())}." if problem.also else ""
    return f"- {line}{field}{said} ({code(problem.code)})\n"


def problems_by_file(problems: Sequence[Problem]) -> str:
    """Return a list of problems for each file; of very many the first, and how many more there are."""
    parts = []
    for file, found in groupby(problems[:MOST], key=lambda problem: problem.file):
        of_file = list(found)
        parts.append(f"\n#### {code(file)}, {counted(len(of_file), 'problem')}\n\n{''.join(map(_problem, of_file))}")
    if len(problems) > MOST:
        parts.append(f"\n{counted(len(problems) - MOST, 'more problem')}; mend these and run again.\n")
    return "".join(parts)


def append(path: Path, page: str) -> None:
    """Add a page to a file, as GitHub gathers the summary of a run."""
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(page)


def fitted(page: str) -> str:
    """Return a page that GitHub takes: one that is too long ends at a whole line, and says so."""
    data = page.encode()
    if len(data) <= LARGEST:
        return page
    kept = data[:LARGEST].rpartition(b"\n")[0].decode()
    return f"{kept}\n\nThis page was cut: it had {len(data):,} bytes, {LARGEST:,} at most.\n"
