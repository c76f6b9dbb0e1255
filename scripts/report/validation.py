"""What a validation found and what it looked at, for people: as lines, and as a page of Markdown."""

from scripts.checks.package import Report
from scripts.problem import counted
from scripts.report.grids import Grid, as_markdown
from scripts.report.markdown import fitted, problems_by_file, prose

COMMAND = "python -m scripts validate"


def as_summary(report: Report) -> str:
    """Return what was looked at and how it ended, in a few lines."""
    rows = ", ".join(f"{count:,} {name}" for name, count in report.rows.items())
    lines = [rows, *map(str, report.accounts), *report.notes]
    lines.append(counted(len(report.problems), "problem") if report.problems else "valid")
    return "\n".join(lines) + "\n"


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
    page = f"## {problems if report.problems else 'The package is valid'}\n"
    if report.problems:
        page += f"\n`{COMMAND}` shows the same list in your copy.\n{problems_by_file(report.problems)}"
    return fitted(page + as_markdown(_grids(report)) + "".join(f"\n{prose(note)}\n" for note in report.notes))
