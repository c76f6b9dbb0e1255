"""Check a package as it lies on disk: files, descriptor, tables, articles, then frictionless; nothing is built."""

import os
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from schemas import TABLES
from scripts.checks.coding import MAY_BE_EMPTY, tables_have_rows
from scripts.checks.derived import derived_problems
from scripts.checks.descriptor import descriptor_problems
from scripts.checks.drafts import published_drafts
from scripts.checks.report import Report
from scripts.checks.tables import table_problems
from scripts.package.descriptor import FILE, descriptor
from scripts.problem import Problem, in_order, problem
from scripts.sheets.files import inside, read_bytes
from scripts.sheets.read import FOLDER, NAME, read_article
from scripts.sheets.rows import Article
from scripts.tables.csv import CsvTable, csv_path, read_table
from scripts.tables.table import Table, Tables

LARGEST_TABLE = 250_000_000
LARGEST_DESCRIPTOR = 5_000_000
FEW_ROWS = 100_000  # up to these frictionless looks too, unless it is told otherwise
STAGES = ("files", "articles", "tables", "frictionless")
OnStage = Callable[[str], None]


def _read_tables(root: Path) -> tuple[dict[str, bytes], dict[str, CsvTable], list[Problem]]:
    """Return the bytes and the cells of the tables that could be read, and what is wrong with the files."""
    data: dict[str, bytes] = {}
    found: dict[str, CsvTable] = {}
    problems: list[Problem] = []
    for name, schema in TABLES.items():
        read, wrong = read_bytes(root, csv_path(name), LARGEST_TABLE)
        problems += wrong
        if read is not None:
            data[name] = read
            table, wrong = read_table(read, schema, csv_path(name))
            problems += wrong
            found |= {name: table} if table is not None else {}
    return data, found, problems


def _stray(root: Path) -> list[Problem]:
    """Return what lies in data/ without being a table."""
    folder, known = root / "data", {csv_path(name) for name in TABLES}
    found = sorted(f"data/{path.name}" for path in folder.iterdir()) if _is_folder(root, folder) else []
    return [problem("not_a_table", name) for name in found if name not in known]


def _is_folder(root: Path, folder: Path) -> bool:
    return inside(root, folder) and folder.is_dir()


def _strange_seeds(root: Path) -> list[Problem]:
    """Return what is wrong with seeds/, which may be left out; without sheets it holds articles alone."""
    folder = root / FOLDER
    if not os.path.lexists(folder):
        return []
    if not _is_folder(root, folder):
        return [problem("seeds_not_a_folder", FOLDER)]
    names = [] if any(folder.glob("*.toml")) else sorted(path.name for path in folder.iterdir())
    strange = [name for name in names if not (name.endswith(".txt") and NAME.fullmatch(name.removesuffix(".txt")))]
    return [problem("not_an_article", f"{FOLDER}/{name}") for name in strange]


def _articles(root: Path, tables: Tables) -> tuple[dict[str, Article], list[Problem]]:
    """Return the articles that lie beside the tables, by source_id."""
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    column = TABLES["sources"]["path"]
    known = tables["sources"].cells[["source_id", "path"]].dropna()
    plain = known["path"].str.fullmatch(str(column.pattern)).astype(bool)
    for source_id, path in known[plain].itertuples(index=False, name=None):
        if os.path.lexists(root / path):
            article, wrong = read_article(root, path)
            problems += wrong
            articles |= {source_id: article} if article else {}
    return articles, problems


def _notes(root: Path, articles: int, sources: int) -> list[str]:
    """Return what was not looked at."""
    beside = any((root / FOLDER).glob("*.toml"))
    checked = "neither data/ nor the accounting was checked against the sheets: build --check does that"
    sheets = checked if beside else "no coding sheets here: accounting was not checked"
    lacking = "; the others' texts are not here" if articles < sources else ""
    return [sheets, f"anchors checked in {articles} of {sources} articles{lacking}"]


def _frictionless(root: Path, right: dict[str, object], tables: Tables, known: list[Problem]) -> list[Problem]:
    """Let frictionless look too; keep what it finds where nothing was found yet."""
    from scripts.checks.frictionless_errors import frictionless_problems

    told = {(problem.file, problem.line) for problem in known}
    whole = {problem.file for problem in known if problem.field in TABLES}  # the file's own form is at fault
    found = frictionless_problems(root, right, tables)
    return [one for one in found if one.file not in whole and (one.file, one.line) not in told]


def check_package(
    root: Path, *, frictionless: str = "auto", with_drafts: bool = False, on_stage: OnStage = lambda _: None
) -> Report:
    """Check the package in a folder; nothing in it is executed, and nothing outside it is read.

    Rows of drafts in data/ are a problem unless `with_drafts`. `frictionless` is always, never, or auto: up to
    FEW_ROWS rows. `on_stage` is called with each of STAGES as it begins.
    """
    on_stage("files")
    data, read, problems = _read_tables(root)
    problems += _stray(root) + _strange_seeds(root)
    blank = {name: pd.DataFrame(columns=schema.names, dtype="object") for name, schema in TABLES.items()}
    found = {name: read.get(name) or CsvTable(csv_path(name), blank[name], []) for name in TABLES}
    tables = {name: Table(schema, found[name].cells, found[name].place) for name, schema in TABLES.items()}
    unread = {name for name in TABLES if name not in read or read[name].lost}
    lacking = unread | {name for name in read if read[name].cells.empty and name not in MAY_BE_EMPTY}
    right = descriptor(data, tables["sources"].cells)
    if len(data) == len(TABLES):
        there, wrong = read_bytes(root, FILE, LARGEST_DESCRIPTOR)
        problems += wrong if there is None else descriptor_problems(there, right)
    del data  # as large as the files
    on_stage("articles")
    articles, wrong = _articles(root, tables)
    problems += wrong
    on_stage("tables")
    problems += table_problems(tables, articles, lacking)
    problems += derived_problems(tables, problems, lacking)
    problems += published_drafts(tables) if not with_drafts else []
    problems += [one for one in tables_have_rows(tables) if one.field not in unread]
    rows = {name: len(read[name].cells) for name in read}
    notes = _notes(root, len(articles), rows.get("sources", 0))
    if lacking:
        notes.append("frictionless was not run: not every table could be read or has rows")
    elif frictionless == "auto" and sum(rows.values()) > FEW_ROWS:
        notes.append(f"frictionless was not run on more than {FEW_ROWS:,} rows; --frictionless always runs it")
    elif frictionless != "never":
        on_stage("frictionless")
        problems += _frictionless(root, right, tables, problems)
    return Report(in_order(problems), rows, [], notes)
