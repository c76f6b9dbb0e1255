"""Validate a package: a folder, its datapackage.json or a zip; by default this one."""

import argparse
import sys
from pathlib import Path

from scripts.build import HERE
from scripts.checks.package import Report, check_package
from scripts.package.archive import CannotRunError, opened
from scripts.problems import as_json, as_text, safe_output


def as_summary(report: Report) -> str:
    """Return what was looked at, for people."""
    rows = ", ".join(f"{count:,} {name}" for name, count in report.rows.items())
    lines = [rows, *map(str, report.accounts), *report.notes]
    lines.append(f"{len(report.problems)} problems" if report.problems else "valid")
    return "\n".join(lines) + "\n"


def validate(target: Path, form: str, *, with_frictionless: bool) -> int:
    """Validate the package at target and print the result; return the exit code."""
    with opened(target) as (root, problems):
        report = Report(problems) if problems else check_package(root, with_frictionless=with_frictionless)
    if form == "json":
        print(as_json(report.problems), end="")
    else:
        print(as_text(report.problems), end="")
        print(as_summary(report), end="")
    return 1 if report.problems else 0


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 (valid), 1 (problems) or 2 (could not run)."""
    safe_output(sys.stdout, sys.stderr)
    parser = argparse.ArgumentParser(prog="python -m scripts.validate", description=__doc__)
    parser.add_argument("package", nargs="?", type=Path, default=HERE, metavar="PACKAGE")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--no-frictionless", action="store_true", help="leave out the checks of frictionless")
    options = parser.parse_args(arguments)
    try:
        return validate(options.package, options.format, with_frictionless=not options.no_frictionless)
    except (CannotRunError, OSError) as error:
        print(f"could not run: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
