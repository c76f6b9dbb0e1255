"""Validate a package: a folder, its datapackage.json or a zip; by default this one."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.checks.package import STAGES, OnStage, check_package
from scripts.checks.report import Report
from scripts.package.archive import opened
from scripts.report.validation import FORMATS, show


@contextmanager
def progress() -> Iterator[OnStage]:
    """Yield what is called with each stage: on a terminal a bar shows it, elsewhere nothing does."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("checking {task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=len(STAGES))
        yield lambda stage: shown.update(task, description=stage, completed=STAGES.index(stage))


def validate(target: Path, *, frictionless: str = "auto", with_drafts: bool = False) -> Report:
    """Return what is wrong with the package at target, which is a folder, its datapackage.json or a zip."""
    with opened(target) as (root, problems), progress() as on_stage:
        if problems:
            return Report(problems, {}, [], [])
        return check_package(root, frictionless=frictionless, with_drafts=with_drafts, on_stage=on_stage)


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("package", nargs="?", type=Path, metavar="PACKAGE", help="--root if left out")
    form = "for people, programs, the lines of a pull request on GitHub, or its page"
    parser.add_argument("--format", choices=list(FORMATS), default="text", help=form)
    parser.add_argument("--page", type=Path, metavar="FILE", help="also add the page to a file")
    outside = "whether frictionless looks too; auto: at packages of up to 100,000 rows"
    parser.add_argument("--frictionless", choices=["always", "never", "auto"], default="auto", help=outside)
    drafts = "let rows of drafts pass (coding machine), which nobody has reviewed"
    parser.add_argument("--with-drafts", action="store_true", help=drafts)


def run(options: argparse.Namespace) -> int:
    """Validate; return the exit code."""
    target = options.package or options.root
    report = validate(target, frictionless=options.frictionless, with_drafts=options.with_drafts)
    return show(report, options.format, options.page)
