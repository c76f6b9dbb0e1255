"""What a validation found and what it looked at, for people: as lines, and as a page of Markdown."""

from collections.abc import Callable
from pathlib import Path

from scripts.checks.report import Report
from scripts.markdown import prose
from scripts.problem import as_json, as_text, counted, sentence
from scripts.report.annotations import as_annotations
from scripts.report.grids import Grid, as_markdown
from scripts.report.markdown import append, fitted, problems_by_file


def as_lines(report: Report) -> str:
    """Return what was looked at, in a few lines."""
    rows = ", ".join(f"{count:,} {name}" for name, count in report.rows.items())
    return "".join(f"{line}\n" for line in (rows, *report.accounts, *report.notes))


def as_summary(report: Report) -> str:
    """Return what was looked at and how it ended, in a few lines."""
    end = counted(len(report.problems), "problem") if report.problems else report.good
    return f"{as_lines(report)}{end}\n"


def _grids(report: Report) -> list[Grid]:
    """Return the rows of the tables, and what was accounted for in each article."""
    accounts = [
        (
            account.source_id,
            f"{account.numbers - len(account.open_numbers):,} of {account.numbers:,}",
            f"{account.marks - len(account.open_marks):,} of {account.marks:,}",
            account.set_aside,
        )
        for account in report.accounts
    ]
    names = ["Article", "Numbers accounted for", "Marks accounted for", "Set aside"]
    return [Grid("Rows", ["Table", "Rows"], list(report.rows.items())), Grid("Accounts", names, accounts)]


def as_page(report: Report) -> str:
    """Return the summary of a pull request: problems by file, rows of the tables, accounts of the articles, notes."""
    files = len({problem.file for problem in report.problems})
    problems = f"{counted(len(report.problems), 'problem')} in {counted(files, 'file')}"
    page = f"## {problems if report.problems else sentence(report.good)}\n"
    if report.problems:
        page += f"\n`python -m scripts {report.command}` shows the same list in your copy.\n"
        page += problems_by_file(report.problems)
    return fitted(page + as_markdown(_grids(report)) + "".join(f"\n{prose(note)}\n" for note in report.notes))


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
