"""What a validation found and what it looked at, for people: as lines, and as a page of Markdown."""

from collections.abc import Callable
from pathlib import Path

from scripts.checks.accounting import Account
from scripts.checks.report import Report
from scripts.problem import as_json, as_text, counted, sentence
from scripts.report.annotations import as_annotations
from scripts.report.markdown import append, fitted, grid, problems_by_file, prose


def as_lines(report: Report) -> str:
    """Return what was looked at, in a few lines."""
    rows = ", ".join(f"{count:,} {name}" for name, count in report.rows.items())
    return "".join(f"{line}\n" for line in (rows, *report.accounts, *report.notes))


def as_summary(report: Report) -> str:
    """Return what was looked at and how it ended, in a few lines."""
    end = counted(len(report.problems), "problem") if report.problems else report.good
    return f"{as_lines(report)}{end}\n"


def _account(account: Account) -> tuple[str, str, str, int]:
    numbers = f"{account.numbers - len(account.open_numbers):,} of {account.numbers:,}"
    marks = f"{account.marks - len(account.open_marks):,} of {account.marks:,}"
    return prose(account.source_id), numbers, marks, account.set_aside


def as_page(report: Report) -> str:
    """Return the summary of a pull request: problems by file, rows of the tables, accounts of the articles, notes."""
    files = len({problem.file for problem in report.problems})
    problems = f"{counted(len(report.problems), 'problem')} in {counted(files, 'file')}"
    page = f"## {problems if report.problems else sentence(report.good)}\n"
    if report.problems:
        page += f"\n`python -m scripts {report.command}` shows the same list in your copy.\n"
        page += problems_by_file(report.problems)
    if report.rows:
        page += f"\n### Rows\n\n{grid(['Table', 'Rows'], report.rows.items())}"
    if report.accounts:
        names = ["Article", "Numbers accounted for", "Marks accounted for", "Set aside"]
        page += f"\n### Accounts\n\n{grid(names, map(_account, report.accounts))}"
    return fitted(page + "".join(f"\n{prose(note)}\n" for note in report.notes))


FORMATS: dict[str, Callable[[Report], str]] = {
    "text": lambda report: as_text(report.problems) + as_summary(report),
    "json": lambda report: as_json(report.problems),
    "github": lambda report: as_annotations(report.problems),
    "markdown": as_page,
}


def show(report: Report, form: str, page: Path | None) -> int:
    """Print a report in one of FORMATS, and add it to a page; return the exit code."""
    print(FORMATS[form](report), end="")
    if page is not None:
        append(page, as_page(report))
    return 1 if report.problems else 0
