"""Write the files of a release into dist/, or check that a version may be released.

It is made of what `make` has built: the package as a zip, SQLite and Parquet, BibTeX, metadata for catalogues, hashes.
"""

import argparse
import sys
from pathlib import Path

from scripts.checks.seeds import Checked, check_seeds
from scripts.package.files import make, stale_problems, write
from scripts.problem import Problem, as_text, counted, in_order, problem
from scripts.release.changelog import newest
from scripts.release.rights import contact_problems, reasons
from scripts.release.version import version_problems


def _not_built(root: Path, checked: Checked) -> list[Problem]:
    """Return what is wrong with the package, or not what its sheets say."""
    if checked.problems:
        return checked.problems
    files, problems = make(root, checked.tables)
    return problems or stale_problems(root, files)


def _strangers(folder: Path, names: set[str]) -> list[Problem]:
    """Return what lies in the release's folder without being a part of it: SHA256SUMS would not cover it."""
    found = sorted(path.name for path in folder.iterdir() if path.name not in names) if folder.is_dir() else []
    return [problem("stray_in_release", f"{folder.name}/{name}") for name in found]


def _report(problems: list[Problem]) -> int:
    print(as_text(in_order(problems)), end="", file=sys.stderr)
    print(f"{counted(len(problems), 'problem')}; nothing was written", file=sys.stderr)
    return 1


def release(root: Path, out: Path) -> int:
    """Write the release of root into out; return the exit code."""
    from scripts.release.bundle import missing_documents
    from scripts.release.files import make_release

    checked = check_seeds(root)
    section, problems = newest(root)
    problems += missing_documents(root) + _not_built(root, checked) + contact_problems(checked.tables)
    if problems or section is None:
        return _report(problems)
    files = make_release(root, checked, section)
    if problems := _strangers(out, set(files)):
        return _report(problems)
    write(out, files)
    for name, data in files.items():
        print(f"{len(data):>10,} {name}")
    for source_id, reason in reasons(checked).items():
        print(f"{source_id}: {f'text left out: {reason}' if reason else 'with its text'}")
    return 0


def check_version(root: Path, tag: str | None) -> int:
    """Say whether the version may be released as it stands; return the exit code."""
    problems = version_problems(root, tag)
    print(as_text(problems), end="")
    return 1 if problems else 0


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the files go; dist/ in the package if left out")
    parser.add_argument("--check-version", action="store_true", help="write nothing; check version and changelog")
    parser.add_argument("--tag", help="with --check-version: the tag that is to be released, such as v0.2.0")


def run(options: argparse.Namespace) -> int:
    """Release, or check the version; return the exit code."""
    if options.check_version:
        return check_version(options.root, options.tag)
    return release(options.root, options.out or options.root / "dist")
