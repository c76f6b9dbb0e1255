"""Compare two editions of the package: what rows, columns and codes became, and which version step follows.

OLD and NEW are folders, zips or git revisions of this repository (main, v0.1.0, a hash); a folder or zip goes before a
revision of the same name. Nothing in them is executed.
"""

import argparse
from dataclasses import replace
from pathlib import Path

from scripts.comparison.changes import compare
from scripts.comparison.edition import Edition, edition_of
from scripts.comparison.outline import Comparison, Release
from scripts.comparison.outside import outside
from scripts.comparison.revision import commit, releases
from scripts.comparison.views import VIEWS
from scripts.problem import CannotRunError, Problem, as_json, as_text
from scripts.report.annotations import as_annotations
from scripts.report.markdown import append, problems_by_file

FAILED = {"text": as_text, "json": as_json, "github": as_annotations, "markdown": problems_by_file}


def last_release(root: Path, old: str, new: Edition) -> tuple[Release | None, list[Problem]]:
    """Return the last release that the commit `old` follows, compared with `new`; problems where it is unreadable."""
    tags = releases(root, old)
    if not tags:
        return Release(new.version), []
    version, tag = tags[-1]
    edition, problems = edition_of(tag, root)
    if problems:
        return None, problems
    return Release(".".join(map(str, version)), tag, compare(edition, new)), []


def contributed(root: Path, old: str, new: str) -> tuple[Comparison | None, list[Problem]]:
    """Return the comparison of two revisions with the files beside the data and the step since the last release.

    Where it cannot be made, the problems end with those files.
    """
    try:
        before, after = commit(root, old), commit(root, new)
    except CannotRunError as error:
        raise CannotRunError(f"--contribution takes two git revisions: {error}") from error
    beside = outside(root, before, after)
    found, problems = compared(root, before, after)
    if found is None:
        return None, problems + beside
    release, problems = last_release(root, before, found.after)
    return replace(found, old=old, new=new, release=release, outside=beside), problems


def compared(root: Path, old: str, new: str) -> tuple[Comparison | None, list[Problem]]:
    """Return the comparison of two editions, or None and what keeps them from being compared."""
    before, problems = edition_of(old, root)
    after, wrong = edition_of(new, root)
    if problems or wrong:
        return None, problems + wrong
    return Comparison(old, new, after, compare(before, after)), []


def run(options: argparse.Namespace) -> int:
    """Compare, print, and add it to a page; return the exit code."""
    look = contributed if options.contribution else compared
    found, problems = look(options.root, options.old, options.new)

    def view(form: str) -> str:
        return VIEWS[form](found) if found is not None and not problems else FAILED[form](problems)

    print(view(options.format), end="")
    if options.page is not None:
        append(options.page, view("markdown"))
    return 1 if problems else 0


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("old", metavar="OLD")
    parser.add_argument("new", metavar="NEW")
    form = "for people, programs, the lines of a pull request on GitHub, or its page"
    parser.add_argument("--format", choices=list(VIEWS), default="text", help=form)
    parser.add_argument("--page", type=Path, metavar="FILE", help="also add the page to a file")
    also = "OLD and NEW are revisions: name the files touched beside the data, and the step since the last release"
    parser.add_argument("--contribution", action="store_true", help=also)
