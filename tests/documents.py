"""Write the parts of the documents that `build` does not: what tests, scores and clients say. `make documents`."""

import contextlib
import io
import re
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from scripts.__main__ import main as command
from scripts.checks.derived import with_derived
from scripts.checks.seeds import check_seeds
from scripts.evaluate.drafts import DEVELOPMENT
from scripts.package.documents import filled
from scripts.package.downloads import download_list
from scripts.release.changelog import newest
from scripts.release.files import make_release
from scripts.sheets.read import REGISTRIES, read_seeds
from scripts.sheets.tables import tables_of_rows
from scripts.tables.csv import csv_bytes, csv_path
from scripts.tables.table import Tables
from tests.clients.table import table
from tests.faults.matrix import as_markdown, read
from tests.scripts.propose.recorded import as_page, folder
from tests.transcript import transcript

ROOT = Path(__file__).parent.parent


def _scores(of: str) -> str:
    """Return what `evaluate` says of the drafts or of the two blind codings."""
    with redirect_stdout(io.StringIO()) as said:
        assert command(["evaluate", of, "--format", "markdown", "--root", str(ROOT)]) == 0
    return said.getvalue()


def _proposals() -> str:
    """Return how good the recorded proposals for two invented articles are."""
    with tempfile.TemporaryDirectory() as name:
        return as_page(folder(Path(name)))


QUESTIONS = ("README.md", "docs/questions.md")
QUESTION = re.compile(r"```python\n([^`]*)```\n(?:(?!\n#).)*?<!-- generated: (\w+) -->", re.DOTALL)


@cache
def _first_articles() -> Tables:
    """Return the tables of the five articles that the dataset began with, whatever was added since."""
    seeds = read_seeds(ROOT)
    for name, rows in seeds.rows.items():
        seeds.rows[name] = [row for row in rows if Path(row.block.file).stem in {*DEVELOPMENT, *REGISTRIES}]
    return with_derived(tables_of_rows(seeds.rows))


def _answer(code: str) -> str:
    """Return what the code of a question prints over the first articles."""
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(io.StringIO()) as said:
        (Path(folder) / "data").mkdir()
        for name, made in _first_articles().items():
            (Path(folder) / csv_path(name)).write_bytes(csv_bytes(made.cells))
        with contextlib.chdir(folder):
            exec(compile(code, "question", "exec"), {})
    return "```text\n" + "\n".join(line.rstrip() for line in said.getvalue().splitlines()) + "\n```\n"


def _downloads() -> str:
    """Return the list of files of a release of the first articles."""
    section, _ = newest(ROOT)
    assert section is not None
    return download_list(make_release(ROOT, replace(check_seeds(ROOT), tables=_first_articles()), section))


ANSWERS = {
    (page, part): partial(_answer, code)
    for page in QUESTIONS
    for code, part in QUESTION.findall((ROOT / page).read_text(encoding="utf-8"))
}
PARTS: dict[tuple[str, str], Callable[[], str]] = {
    ("CONTRIBUTING.md", "transcript"): transcript,
    ("docs/coding.md", "agreement"): lambda: _scores("--agreement"),
    ("docs/drafting.md", "proposals"): _proposals,
    ("docs/drafting.md", "scores"): lambda: _scores("--development"),
    ("docs/guarantees.md", "faults"): lambda: as_markdown(read()),
    ("docs/loading.md", "clients"): table,
    ("README.md", "files"): _downloads,
    ("docs/releasing.md", "files"): _downloads,
    **ANSWERS,
}


def as_it_should_be(name: str, part: str) -> str:
    """Return a document with a part as it is worked out now."""
    return filled((ROOT / name).read_text(encoding="utf-8"), part, PARTS[name, part]())


def main() -> int:
    """Write every part that has changed; return 0."""
    for name, part in PARTS:
        text = as_it_should_be(name, part)
        if text != (ROOT / name).read_text(encoding="utf-8"):
            (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {part} in {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
