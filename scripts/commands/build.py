"""Build the package: coding sheets and articles become data/*.csv, the generated prose and datapackage.json."""

import argparse
import sys
from pathlib import Path

from scripts.checks.drafts import as_lines
from scripts.checks.seeds import Checked, check_seeds
from scripts.package.files import Files, difference, make, stale, write
from scripts.package.lock import PATIENCE, locked
from scripts.problem import as_text, counted, in_order, printable

MEND = "run `make` (or python -m scripts build) and commit what it writes"


def summary(checked: Checked) -> str:
    """Return the tables' numbers of rows, the accounts and the drafts, for people."""
    rows = ", ".join(f"{len(sheaf.cells):,} {name}" for name, sheaf in checked.sheaves.items())
    lines = [rows, *map(str, checked.accounts), *as_lines(checked.drafts, published=checked.with_drafts)]
    return "".join(f"{line}\n" for line in lines)


def check(root: Path, files: Files) -> int:
    """Show how the files on disk differ from what the sheets say; return the exit code."""
    names = stale(root, files)
    for name in names:
        print(printable_lines(difference(root, files, name)))
    if names:
        print(f"\nnot what seeds/ says: {', '.join(names)}\n{MEND}")
    else:
        print("every generated file is what seeds/ says")
    return 1 if names else 0


def printable_lines(text: str) -> str:
    """Return text of several lines safe to print."""
    return "\n".join(map(printable, text.split("\n")))


def build(root: Path, check_only: bool, wait: float = PATIENCE, *, with_drafts: bool = False) -> int:
    """Build root while no other build does, or only compare; return the exit code.

    What nobody has reviewed is published only `with_drafts`.
    Raises CannotRunError where another build does not end within `wait` seconds.
    """
    if check_only:
        return build_alone(root, check_only, with_drafts)
    with locked(root, wait):
        return build_alone(root, check_only, with_drafts)


def build_alone(root: Path, check_only: bool, with_drafts: bool) -> int:
    """Build root, or only compare, without a look at other builds; return the exit code."""
    checked = check_seeds(root, with_drafts=with_drafts)
    files, problems = make(root, checked.sheaves) if not checked.problems else ({}, checked.problems)
    if problems:
        print(as_text(in_order(problems)), end="", file=sys.stderr)
        print(f"{counted(len(problems), 'problem')}; nothing was written", file=sys.stderr)
        return 1
    if check_only:
        return check(root, files)
    written = write(root, files)
    print(summary(checked), end="")
    print(f"wrote {', '.join(written)}" if written else "nothing to write: every file is as it should be")
    return 0


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a generated file is stale")
    drafts = "publish the rows of drafts too (coding machine), which nobody has reviewed"
    parser.add_argument("--with-drafts", action="store_true", help=drafts)
    parser.add_argument("--wait", type=float, default=PATIENCE, metavar="SECONDS", help="how long for another build")


def run(options: argparse.Namespace) -> int:
    """Build; return the exit code."""
    return build(options.root, options.check, options.wait, with_drafts=options.with_drafts)
