"""Compare two editions of the package: what rows, columns and codes became, and which version step follows.

OLD and NEW are folders, zips or git revisions of this repository (main, v0.1.0, a hash); a folder or zip goes before a
revision of the same name. Nothing in them is executed.
"""

import argparse
from pathlib import Path

from scripts.compare.changes import compare
from scripts.compare.contribution import commits, outside, release_of
from scripts.compare.edition import edition_of
from scripts.compare.summary import FORMS, Comparison
from scripts.problem import Problem, as_json, as_text
from scripts.report.annotations import as_annotations
from scripts.report.markdown import append, problems_by_file

FAILED = {"text": as_text, "json": as_json, "github": as_annotations, "markdown": problems_by_file}


def compared(root: Path, old: str, new: str, *, contribution: bool) -> tuple[Comparison | None, list[Problem]]:
    """Return the comparison of two editions, or None and what keeps them from being compared.

    For a contribution it has the release that follows and the files beside the data; these end the problems too.
    """
    before, after = commits(root, old, new) if contribution else (old, new)
    beside = outside(root, before, after) if contribution else []
    left, problems = edition_of(before, root)
    right, wrong = edition_of(after, root)
    if problems + wrong:
        return None, problems + wrong + beside
    release, problems = release_of(root, before, right) if contribution else (None, [])
    if problems:
        return None, problems + beside
    return Comparison(old, new, compare(left, right), release, beside), []


def run(options: argparse.Namespace) -> int:
    """Compare, print, and add it to a page; return the exit code."""
    found, problems = compared(options.root, options.old, options.new, contribution=options.contribution)

    def view(form: str) -> str:
        return FORMS[form](found) if found is not None else FAILED[form](problems)

    print(view(options.format), end="")
    if options.page is not None:
        append(options.page, view("markdown"))
    return 1 if problems else 0


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("old", metavar="OLD")
    parser.add_argument("new", metavar="NEW")
    form = "for people, programs, the lines of a pull request on GitHub, or its page"
    parser.add_argument("--format", choices=list(FORMS), default="text", help=form)
    parser.add_argument("--page", type=Path, metavar="FILE", help="also add the page to a file")
    also = "OLD and NEW are revisions: name the files touched beside the data, and the step since the last release"
    parser.add_argument("--contribution", action="store_true", help=also)
