"""Build the package: coding sheets and articles become data/*.csv, the generated documents and datapackage.json."""

import argparse
import sys
from pathlib import Path

from scripts.checks.drafts import lines_of_drafts
from scripts.checks.report import Report
from scripts.checks.seeds import Checked, check_seeds
from scripts.package.files import make, stale_problems, write
from scripts.package.lock import PATIENCE, locked
from scripts.problem import as_text, counted, in_order
from scripts.report.validation import FORMATS, as_lines, show

GOOD = "the sheets are sound, and every generated file is what they say"


def _found(checked: Checked) -> Report:
    """Return what the sheets gave, as a report."""
    rows = {name: len(table.cells) for name, table in checked.tables.items()}
    drafts = lines_of_drafts(checked.drafts, published=checked.with_drafts)
    return Report(list(checked.problems), rows, checked.accounts, drafts, GOOD, "build --check")


def check(root: Path, *, with_drafts: bool = False) -> Report:
    """Return what is wrong with the sheets of root, and where the files on disk are not what they say."""
    checked = check_seeds(root, with_drafts=with_drafts)
    found = _found(checked)
    if not checked.problems:
        files, problems = make(root, checked.tables)
        found.problems.extend(in_order([*problems, *([] if problems else stale_problems(root, files))]))
    return found


def build(root: Path, wait: float = PATIENCE, *, with_drafts: bool = False) -> int:
    """Build root while no other build does; return the exit code.

    What nobody has reviewed is published only `with_drafts`.
    Raises CannotRunError where another build does not end within `wait` seconds.
    """
    with locked(root, wait):
        checked = check_seeds(root, with_drafts=with_drafts)
        files, problems = make(root, checked.tables) if not checked.problems else ({}, checked.problems)
        if problems:
            print(as_text(in_order(problems)), end="", file=sys.stderr)
            print(f"{counted(len(problems), 'problem')}; nothing was written", file=sys.stderr)
            return 1
        written = write(root, files)
    print(as_lines(_found(checked)), end="")
    print(f"wrote {', '.join(written)}" if written else "nothing to write: every file is as it should be")
    return 0


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a generated file is stale")
    drafts = "publish the rows of drafts too (coding machine), which nobody has reviewed"
    parser.add_argument("--with-drafts", action="store_true", help=drafts)
    parser.add_argument("--wait", type=float, default=PATIENCE, metavar="SECONDS", help="how long for another build")
    form = "with --check: for people, programs, the lines of a pull request on GitHub, or its page"
    parser.add_argument("--format", choices=list(FORMATS), default="text", help=form)
    parser.add_argument("--page", type=Path, metavar="FILE", help="with --check: also add the page to a file")


def run(options: argparse.Namespace) -> int:
    """Build, or check; return the exit code."""
    if options.check:
        return show(check(options.root, with_drafts=options.with_drafts), options.format, options.page)
    return build(options.root, options.wait, with_drafts=options.with_drafts)
