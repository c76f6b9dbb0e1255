"""Check a package as it lies on disk: files, descriptor, tables, articles, sheets where they are, then frictionless."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from schemas import TABLES, Column
from scripts.checks.accounting import Account
from scripts.checks.csvfile import CsvTable, read_table
from scripts.checks.descriptor import descriptor_problems, read_descriptor
from scripts.checks.drafts import as_lines, published_drafts
from scripts.checks.frames import Place, Sheaf, Sheaves
from scripts.checks.rules import tables_have_rows
from scripts.checks.seeds import Checked, check_seeds
from scripts.checks.tables import table_problems
from scripts.package.descriptor import descriptor
from scripts.package.files import make, stale
from scripts.package.tables import csv_path
from scripts.problem import Problem, in_order
from scripts.sheets.files import inside, read_bytes
from scripts.sheets.read import FOLDER, NAME, read_article
from scripts.sheets.rows import Article

LARGEST_TABLE = 250_000_000
STAGES = ("sheets", "files", "descriptor", "articles", "tables", "frictionless")
Tell = Callable[[str], None]
MEND = "run `make` and commit what it writes"


@dataclass
class Report:
    """What a validation found, and what it looked at."""

    problems: list[Problem] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    accounts: list[Account] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _read_tables(root: Path) -> tuple[dict[str, bytes], dict[str, CsvTable], list[Problem]]:
    """Return the bytes and the cells of the tables that could be read, and what is wrong with the files."""
    data: dict[str, bytes] = {}
    tables: dict[str, CsvTable] = {}
    problems: list[Problem] = []
    for name, table in TABLES.items():
        read, wrong = read_bytes(root, csv_path(name), LARGEST_TABLE)
        problems += wrong
        if read is not None:
            data[name] = read
            found, wrong = read_table(read, table, csv_path(name))
            problems += wrong
            tables |= {name: found} if found is not None else {}
    return data, tables, problems


def _stray(root: Path) -> list[Problem]:
    """Return what lies in data/ without being a table."""
    known = {csv_path(name) for name in TABLES}
    folder = root / "data"
    if not inside(root, folder) or not folder.is_dir():
        return []
    found = sorted(f"data/{path.name}" for path in folder.iterdir())
    hint = "data/ holds the tables' CSV files alone: remove it"
    return [
        Problem(name, 0, "", "stray_file", "is not a table of the package", hint) for name in found if name not in known
    ]


def _stray_articles(root: Path) -> list[Problem]:
    """Return what lies in seeds/ of a package without sheets and is no article."""
    names = sorted(path.name for path in (root / FOLDER).iterdir()) if (root / FOLDER).is_dir() else []
    hint = "a package without coding sheets holds articles alone there: remove it"
    return [
        Problem(f"{FOLDER}/{name}", 0, "", "stray_file", "is not an article", hint)
        for name in names
        if not (name.endswith(".txt") and NAME.fullmatch(name.removesuffix(".txt")))
    ]


def _place(csv_table: CsvTable, sheaf: Sheaf | None) -> Place:
    """Lead each cell to the sheet that it came from, and one that the sheet does not have to the CSV file.

    A cell that a problem of the sheet left blank came from there too.
    """
    if sheaf is None:
        return csv_table.place
    key = sheaf.table.key
    rows = {values: row for row, values in enumerate(sheaf.cells[key].itertuples(index=False, name=None))}

    def place(row: int, column: Column) -> tuple[str, int]:
        origin = rows.get(tuple(csv_table.cells.loc[row, key]))
        if origin is not None:
            here, there = csv_table.cells.at[row, column.name], sheaf.cell(origin, column.name)
            lost = there is None and (origin, column.name) in sheaf.broken
            if lost or (here if isinstance(here, str) else None) == there:
                return sheaf.place(origin, column)
        return csv_table.place(row, column)

    return place


def _sheaves(tables: dict[str, CsvTable], checked: Checked | None) -> Sheaves:
    """Return every table; one that could not be read is empty."""
    found = {}
    for name, table in TABLES.items():
        csv_table = tables.get(name) or CsvTable(csv_path(name), pd.DataFrame(columns=table.names, dtype="object"), [])
        found[name] = Sheaf(table, csv_table.cells, _place(csv_table, checked.sheaves[name] if checked else None))
    return found


def _articles(root: Path, sheaves: Sheaves) -> tuple[dict[str, Article], list[Problem]]:
    """Return the articles that lie beside the tables, by source_id."""
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    column = TABLES["sources"]["path"]
    known = sheaves["sources"].cells[["source_id", "path"]].dropna()
    plain = known["path"].str.fullmatch(str(column.pattern)).astype(bool)
    for source_id, path in known[plain].itertuples(index=False, name=None):
        if os.path.lexists(root / path):
            article, wrong = read_article(root, path)
            problems += wrong
            articles |= {source_id: article} if article else {}
    return articles, problems


def _check_sheets(root: Path, report: Report, with_drafts: bool) -> Checked | None:
    """Check seeds/ where it holds sheets, and whether the files on disk are what they say."""
    if os.path.lexists(root / FOLDER) and (not inside(root, root / FOLDER) or not (root / FOLDER).is_dir()):
        hint = "put the folder of articles in its place, or leave it out"
        report.problems.append(Problem(FOLDER, 0, "", "outside", "is not a folder of the package", hint))
        return None
    if not any((root / FOLDER).glob("*.toml")):
        report.problems += _stray_articles(root)
        report.notes.append("no coding sheets here: accounting and the origin of rows were not checked")
        return None
    checked = check_seeds(root, with_drafts=with_drafts)
    report.problems += checked.problems
    report.accounts = checked.accounts
    report.notes += as_lines(checked.drafts, published=with_drafts)
    if not checked.problems:
        files, problems = make(root, checked.sheaves)
        report.problems += problems
        names = stale(root, files) if not problems else []
        report.problems += [Problem(name, 0, "", "stale", "is not what seeds/ says", MEND) for name in names]
    return checked


def _check_descriptor(root: Path, data: dict[str, bytes], sheaves: Sheaves, report: Report) -> dict[str, object]:
    """Compare the descriptor with the generated one, and return the generated one."""
    right = descriptor(data, sheaves["sources"].cells)
    document, read, problems = read_descriptor(root)
    report.problems += problems
    if document is not None:
        absent = {f"resources/{name}" for name in TABLES if name not in data}
        found = descriptor_problems(document, read, right)
        report.problems += [problem for problem in found if problem.field not in absent]
    return right


def _what(problem: Problem) -> tuple[str, int, str, str]:
    return problem.file, problem.line, problem.field, problem.code


def _peer(root: Path, right: dict[str, object], tables: dict[str, CsvTable], sheaves: Sheaves, report: Report) -> None:
    """Let frictionless look too; keep what it finds where nothing was found yet."""
    from scripts.checks.peer import peer_problems

    if len(tables) < len(TABLES) or any(table.lost for table in tables.values()):
        report.notes.append("frictionless was not run: not every table could be read")
        return
    known = {(problem.file, problem.line) for problem in report.problems}
    whole = {problem.file for problem in report.problems if problem.field in TABLES}  # the file's own form is at fault
    report.problems += [
        problem
        for problem in peer_problems(root, right, sheaves)
        if problem.file not in whole and (problem.file, problem.line) not in known
    ]


def _seen_already(sheaves: Sheaves, checked: Checked | None) -> bool:
    """Return whether the tables are just those that the sheets give, and nothing was found in them there."""
    if checked is None or checked.problems:
        return False
    return all(sheaf.cells.equals(checked.sheaves[name].cells) for name, sheaf in sheaves.items())


def check_package(
    root: Path, *, with_frictionless: bool = True, with_drafts: bool = False, tell: Tell = lambda _: None
) -> Report:
    """Check the package in a folder; nothing in it is executed, and nothing outside it is read.

    Rows of drafts in data/ are a problem unless `with_drafts`. `tell` is called with each of STAGES as it begins.
    """
    report = Report()
    tell("sheets")
    checked = _check_sheets(root, report, with_drafts)
    tell("files")
    data, tables, problems = _read_tables(root)
    report.problems += problems + _stray(root)
    sheaves = _sheaves(tables, checked)
    report.rows = {name: len(sheaf.cells) for name, sheaf in sheaves.items() if name in tables}
    tell("descriptor")
    right = _check_descriptor(root, data, sheaves, report)
    del data  # as large as the files
    tell("articles")
    articles, problems = _articles(root, sheaves)
    tell("tables")
    if not _seen_already(sheaves, checked):
        lacking = {name for name in TABLES if name not in tables or tables[name].lost}
        problems += table_problems(sheaves, articles, lacking)
    problems += published_drafts(sheaves) if not with_drafts else []
    told = {_what(problem) for problem in report.problems}  # of the sheets, in other words
    report.problems += [problem for problem in problems if _what(problem) not in told]
    report.problems += [problem for problem in tables_have_rows(sheaves) if problem.field in tables]
    sources = len(sheaves["sources"].cells)
    report.notes.append(
        f"anchors checked in {len(articles)} of {sources} articles"
        + ("; the others' texts are not here" if len(articles) < sources else "")
    )
    if with_frictionless:
        tell("frictionless")
        _peer(root, right, tables, sheaves, report)
    report.problems = in_order(report.problems)
    return report
