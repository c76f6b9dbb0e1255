"""Every client arrives at the same tables, and what it cannot do is as docs/loading.md says. Run by `make clients`."""

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from schemas import TABLES
from scripts.checks.seeds import check_seeds
from scripts.commands.build import build
from scripts.commands.release import release
from scripts.release.types import columns
from tests.clients.programs.dump import dump
from tests.clients.running import CLIENTS, HERE, PROGRAMS, ROOT, TIME, Outcome, block, run
from tests.edits import with_documents

LIMITS = [(client, limit) for client, facts in CLIENTS.items() for limit in facts["limits"] if "part" in limit]


def _published(sheets: Path, folder: Path) -> Path:
    """Return a package with its articles and its release in one folder, as a person may have them."""
    shutil.copytree(sheets / "seeds", folder / "seeds", ignore=shutil.ignore_patterns("blind"))
    with_documents(folder)
    assert build(folder) == 0
    assert release(folder, folder / "dist") == 0
    for file in (folder / "dist").iterdir():
        shutil.copy(file, folder / file.name)
    return folder


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The dataset, and a small package of values that are easily misread."""
    sheets = {"dataset": ROOT, "awkward": HERE / "awkward"}
    return {name: _published(path, tmp_path_factory.mktemp(name)) for name, path in sheets.items()}


@pytest.fixture(scope="session")
def awkward(packages: dict[str, Path]) -> Path:
    return packages["awkward"]


@cache
def expected(root: Path) -> str:
    """Return the dump as the coding sheets and the articles give it, without any client."""
    checked = check_seeds(root)
    found = {name: columns(table) for name, table in checked.tables.items()}
    rows = {
        name: [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]
        for name, cells in found.items()
    }
    texts = {source_id: article.text for source_id, article in checked.articles.items()}
    slices = {
        name: [texts[row["source_id"]][row["start"] : row["end"]] for row in table]
        for name, table in rows.items()
        if "start" in table[0]
    }
    assert all([row["text"] for row in rows[name]] == cut for name, cut in slices.items())
    return dump(rows, slices).decode("utf-8")


def loaded(outcome: Outcome) -> str:
    assert outcome.code == 0, outcome.errors
    return outcome.dump.decode("utf-8")


@pytest.mark.parametrize("name", ["dataset", "awkward"])
@pytest.mark.parametrize("client", CLIENTS)
def test_it_arrives_at_the_same_tables(client: str, name: str, packages: dict[str, Path], tmp_path: Path) -> None:
    assert loaded(run(client, block(client), packages[name], tmp_path)) == expected(packages[name])


def test_the_lines_of_the_readme_for_r_load_the_acts_that_happened(packages: dict[str, Path], tmp_path: Path) -> None:
    [code] = re.findall(
        r"```r\n(library\(readr\)\n.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    outcome = run("R with readr", f"{code}\ncat(nrow(happened))\nquit()", packages["dataset"], tmp_path)
    statuses = check_seeds(ROOT).tables["acts"].cells["status"]
    assert int(loaded(outcome)) == statuses.isin(["occurred", "ongoing"]).sum() > 0


@pytest.mark.parametrize(("client", "limit"), LIMITS)
def test_without_the_way_round_values_differ(client: str, limit: dict[str, str], awkward: Path, tmp_path: Path) -> None:
    assert block(client).count(limit["part"]) == 1
    lines = loaded(run(client, block(client).replace(limit["part"], ""), awkward, tmp_path)).splitlines()
    assert limit["turns"] in lines, f"{client} {limit['limit']} no more, and {limit['way']} may go"
    assert limit["turns"] not in expected(awkward).splitlines()


def test_days_are_the_same_in_another_time_zone(awkward: Path, tmp_path: Path) -> None:
    there = run("JavaScript", block("JavaScript"), awkward, tmp_path, TZ="Asia/Seoul")
    assert loaded(there) == expected(awkward)


def test_javascript_gives_the_day_before_as_utc(awkward: Path, tmp_path: Path) -> None:
    code = block("JavaScript") + "console.log(tables.sources[0].date_latest.toISOString());"
    first = loaded(run("JavaScript", code, awkward, tmp_path, TZ="Asia/Seoul")).splitlines()[0]
    assert first == "2020-02-28T15:00:00.000Z"


def test_sqlite_holds_dates_as_text(awkward: Path) -> None:
    with closing(sqlite3.connect(next(awkward.glob("*.sqlite")))) as database:
        kinds = database.execute("SELECT date_latest, typeof(date_latest), date(date_latest) FROM sources").fetchall()
    assert kinds == [("2020-02-29", "text", "2020-02-29")]


def test_sqlite_keeps_references(awkward: Path, tmp_path: Path) -> None:
    copy = shutil.copy(next(awkward.glob("*.sqlite")), tmp_path / "copy.sqlite")
    with closing(sqlite3.connect(copy)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            database.execute("UPDATE figures SET source_id = 'nobody2020'")


def test_a_database_by_frictionless_takes_no_further_row(awkward: Path, tmp_path: Path) -> None:
    code = block("SQL by frictionless") + "database.execute('INSERT INTO actors SELECT * FROM actors')"
    copy = Path(shutil.copytree(awkward, tmp_path / "copy", ignore=shutil.ignore_patterns("record.db")))
    outcome = run("SQL by frictionless", code, copy, tmp_path)
    assert "unknown function: REGEXP" in outcome.errors


@pytest.mark.parametrize("name", ["dataset", "awkward"])
def test_datasette_gets_the_same_tables_with_their_titles_and_descriptions(
    name: str, packages: dict[str, Path], tmp_path: Path
) -> None:
    command = Path(sys.executable).with_name("datapackage-to-datasette")
    database, told = tmp_path / "record.db", tmp_path / "metadata.json"
    subprocess.run([command, database, "datapackage.json", told], cwd=packages[name], check=True, timeout=TIME)
    code = f"import sqlite3\ndatabase = sqlite3.connect({str(database)!r})\n"
    assert loaded(run("SQL by frictionless", code, packages[name], tmp_path)) == expected(packages[name])
    tables = json.loads(told.read_text(encoding="utf-8"))["databases"][str(database)]["tables"]
    assert {key: table["description"] for key, table in tables.items()} == {
        key: table.description for key, table in TABLES.items()
    }
    assert all(table["title"] for table in tables.values())


def test_the_tables_can_be_made_in_postgresql(awkward: Path, tmp_path: Path) -> None:
    code = (PROGRAMS / "postgresql.py").read_text(encoding="utf-8")
    made = loaded(run("SQL by frictionless", code, awkward, tmp_path))
    assert set(re.findall(r"CREATE TABLE (\S+) ", made)) == set(TABLES)
    anchored = sum("end" in table.names for table in TABLES.values())
    assert made.count('\t"end" INTEGER NOT NULL CHECK ("end" >= 1)') == anchored
    columns = [column for table in TABLES.values() for column in table.columns]
    assert made.count("FOREIGN KEY") == sum(column.references is not None for column in columns)
    assert made.count("COMMENT ON COLUMN") == len(columns)


@pytest.mark.parametrize("name", ["dataset", "awkward"])
def test_duckdb_reads_the_parquet_files(name: str, packages: dict[str, Path], tmp_path: Path) -> None:
    tables = "".join(f"CREATE TABLE {table} AS SELECT * FROM '{table}.parquet';" for table in TABLES)
    code = f'import duckdb\nduckdb.sql("{tables}")\n'
    assert loaded(run("DuckDB", code, packages[name], tmp_path)) == expected(packages[name])


@pytest.mark.parametrize("name", ["dataset", "awkward"])
def test_duckdb_reads_the_database(name: str, packages: dict[str, Path], tmp_path: Path) -> None:
    [database] = packages[name].glob("*.sqlite")
    [reader] = Path(sys.prefix).rglob("sqlite_scanner.duckdb_extension")
    tables = "".join(f"CREATE TABLE {table} AS SELECT * FROM record.{table};" for table in TABLES)
    attach = f"LOAD '{reader}'; ATTACH '{database}' AS record (TYPE sqlite, READ_ONLY);"
    code = f'import duckdb\nduckdb.sql("{attach}{tables}")\n'
    assert loaded(run("DuckDB", code, packages[name], tmp_path)) == expected(packages[name])


def test_croissant_gives_bytes(awkward: Path, tmp_path: Path) -> None:
    code = block("Croissant") + "print(tables['quotes'][0]['quotes/text'])"
    assert loaded(run("Croissant", code, awkward, tmp_path)).splitlines()[0] == "b'NA'"


def test_croissant_is_without_errors(packages: dict[str, Path], tmp_path: Path) -> None:
    code = block("Croissant") + "print(list(dataset.metadata.ctx.issues.errors), dataset.metadata.ctx.issues.warnings)"
    said = loaded(run("Croissant", code, packages["dataset"], tmp_path)).splitlines()[0]
    assert re.fullmatch(r"\[\] \{?(set\(\)|'[^']*datePublished[^']*')\}?", said), said


@pytest.fixture
def lost(awkward: Path, tmp_path: Path) -> Path:
    """The package with a reference that leads nowhere, and its descriptor as it should be then."""
    folder = Path(shutil.copytree(awkward, tmp_path / "lost"))
    table = folder / "data/participants.csv"
    table.write_bytes(table.read_bytes().replace(b",none,", b",nobody,"))
    return folder


def test_javascript_follows_references(lost: Path, tmp_path: Path) -> None:
    outcome = run("JavaScript", block("JavaScript"), lost, tmp_path)
    assert outcome.code != 0
    assert "Foreign key" in outcome.errors


def test_frictionless_checks_references(lost: Path, tmp_path: Path) -> None:
    code = 'from frictionless import validate\nprint(validate("datapackage.json").flatten(["type"]))\nraise SystemExit'
    assert "foreign-key" in loaded(run("frictionless", code, lost, tmp_path))
