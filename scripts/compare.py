"""Compare two editions of the package: what rows, columns and codes became, and which version step follows.

OLD and NEW are folders, zips or git revisions of this repository (main, v0.1.0, a hash); a folder or zip goes before a
revision of the same name. Nothing in them is executed.
"""

import argparse
import sys
from pathlib import Path

from scripts.build import HERE
from scripts.comparison.changes import compare
from scripts.comparison.edition import Edition, edition_of
from scripts.comparison.outline import Comparison, Release
from scripts.comparison.outside import outside
from scripts.comparison.revision import commit, releases
from scripts.comparison.views import VIEWS
from scripts.package.archive import CannotRunError
from scripts.problems import Problem, as_json, as_text, exact_output, safe_output
from scripts.report.annotations import as_annotations
from scripts.report.markdown import problems_by_file

FAILED = {"text": as_text, "json": as_json, "github": as_annotations, "markdown": problems_by_file}


def last_release(root: Path, old: str, new: Edition) -> tuple[Release | None, list[Problem]]:
    """Return the last release that the revision `old` follows, compared with `new`; problems where it is unreadable."""
    tags = releases(root, commit(root, old))
    if not tags:
        return Release(new.version), []
    version, tag = tags[-1]
    edition, problems = edition_of(tag, root)
    if problems:
        return None, problems
    return Release(".".join(map(str, version)), tag, compare(edition, new)), []


def compared(root: Path, old: str, new: str, *, contribution: bool) -> tuple[Comparison | None, list[Problem]]:
    """Return the comparison of two editions, or None and what keeps them from being compared."""
    before, problems = edition_of(old, root)
    after, wrong = edition_of(new, root)
    problems += wrong
    if problems:
        return None, problems
    found = Comparison(old, new, compare(before, after))
    if contribution:
        found.outside = outside(root, commit(root, old), commit(root, new))
        found.release, problems = last_release(root, old, after)
    return found, problems


def run(options: argparse.Namespace) -> int:
    """Compare and print; return the exit code."""
    found, problems = compared(options.root, options.old, options.new, contribution=options.contribution)
    if problems:
        print(FAILED[options.format](problems), end="")
        return 1
    if found is not None:
        print(VIEWS[options.format](found), end="")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 (compared), 1 (problems in OLD or NEW) or 2 (could not run)."""
    safe_output(sys.stdout, sys.stderr)
    parser = argparse.ArgumentParser(prog="python -m scripts.compare", description=__doc__)
    parser.add_argument("old", metavar="OLD")
    parser.add_argument("new", metavar="NEW")
    form = "for people, programs, the lines of a pull request on GitHub, or its page"
    parser.add_argument("--format", choices=list(VIEWS), default="text", help=form)
    also = "OLD and NEW are revisions: name the files touched beside the data, and the step since the last release"
    parser.add_argument("--contribution", action="store_true", help=also)
    parser.add_argument("--root", type=Path, default=HERE, metavar="DIR", help="another repository for revisions")
    options = parser.parse_args(arguments)
    if options.format != "text":
        exact_output(sys.stdout)
    try:
        return run(options)
    except (CannotRunError, OSError) as error:
        print(f"could not run: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
