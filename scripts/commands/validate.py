"""Validate a package: a folder, its datapackage.json or a zip; by default this one."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.checks.package import STAGES, Report, Tell, check_package
from scripts.package.archive import opened
from scripts.problem import as_json, as_text
from scripts.report.annotations import as_annotations
from scripts.report.markdown import append
from scripts.report.validation import as_page, as_summary

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": lambda report: as_text(report.problems) + as_summary(report),
    "json": lambda report: as_json(report.problems),
    "github": lambda report: as_annotations(report.problems),
    "markdown": as_page,
}


@contextmanager
def progress() -> Iterator[Tell]:
    """Yield what is told of each stage: on a terminal a bar shows it, elsewhere nothing does."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("checking {task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=len(STAGES))
        yield lambda stage: shown.update(task, description=stage, completed=STAGES.index(stage))


def validate(
    target: Path, form: str, page: Path | None = None, *, with_frictionless: bool, with_drafts: bool = False
) -> int:
    """Validate the package at target, print the result and add it to a page; return the exit code."""
    asked = {"with_frictionless": with_frictionless, "with_drafts": with_drafts}
    with opened(target) as (root, problems), progress() as tell:
        report = Report(problems) if problems else check_package(root, **asked, tell=tell)
    print(FORMATS[form](report), end="")
    if page is not None:
        append(page, as_page(report))
    return 1 if report.problems else 0


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("package", nargs="?", type=Path, metavar="PACKAGE", help="--root if left out")
    form = "for people, programs, the lines of a pull request on GitHub, or its page"
    parser.add_argument("--format", choices=list(FORMATS), default="text", help=form)
    parser.add_argument("--page", type=Path, metavar="FILE", help="also add the page to a file")
    parser.add_argument("--no-frictionless", action="store_true", help="leave out the checks of frictionless")
    drafts = "let rows of drafts pass (coding machine), which nobody has reviewed"
    parser.add_argument("--with-drafts", action="store_true", help=drafts)


def run(options: argparse.Namespace) -> int:
    """Validate; return the exit code."""
    asked = {"with_frictionless": not options.no_frictionless, "with_drafts": options.with_drafts}
    return validate(options.package or options.root, options.format, options.page, **asked)
