"""What became of rows, cells, columns, codes and definitions, and the version step that follows."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.compare.changes import Cell, Changes, Rows, compare
from scripts.compare.edition import edition_of
from scripts.compare.version import following, reasons, step, version_problems
from tests.edits import Edit

SAME = Rows(1, 1, {}, {}, [])


@pytest.fixture
def changed(built: Path, tmp_path: Path) -> Callable[[], Changes]:
    """Compare the example as it was with what a test made of it."""
    before = Path(shutil.copytree(built, tmp_path / "before"))

    def run() -> Changes:
        (old, wrong), (new, more) = edition_of(str(before), before), edition_of(str(built), built)
        assert [*wrong, *more] == []
        return compare(old, new)

    return run


def test_the_same_package_has_no_changes(changed: Callable[[], Changes]) -> None:
    found = changed()
    assert (step(found), reasons(found)) == ("none", [])
    assert found.tables["events"] == Rows(4, 4, {}, {}, [])


def test_rows_that_were_added_removed_and_mended(built: Path, changed: Callable[[], Changes]) -> None:
    """A participant has no id: another one mends the event. A line break in a key moves no cell."""
    Edit("data/actors.csv", "Daily Plank,media,SWE", "Weekly Plank,media,NOR").apply(built)
    Edit("data/actors.csv", "\nnorway,", "\niceland,Iceland,state,ISL,,,\nnorway,").apply(built)
    Edit("data/aliases.csv", "Orlo,ana-orlo", '"Or\nlo",ana-orlo').apply(built)
    Edit("data/participants.csv", "holt2021-e03,norway", "holt2021-e03,sweden").apply(built)
    quotes = built / "data/quotes.csv"
    quotes.write_text("".join(quotes.read_text(encoding="utf-8").splitlines(keepends=True)[:2]), encoding="utf-8")
    found = changed()
    names = Cell(("daily-plank",), "name", "The Daily Plank", "The Weekly Plank")
    countries = Cell(("daily-plank",), "country", "SWE", "NOR")
    assert found.tables["actors"] == Rows(4, 5, {("iceland",): "state, ISL, Iceland"}, {}, [names, countries])
    assert found.tables["aliases"] == Rows(2, 2, {("Or\nlo",): "ana-orlo"}, {("Orlo",): "ana-orlo"}, [])
    assert found.tables["quotes"].removed == {
        ("holt2021-q02",): "indirect, labour, single, Sweden could send 1,200 welders"
    }
    assert [f"{made}: {reason}" for made, reason in reasons(found)] == [
        "major: 1 row of aliases removed",
        "major: 1 row of quotes removed",
        "minor: 1 row of actors added",
        "minor: 1 row of aliases added",
        "minor: 1 row of participants added",
        "patch: 1 row of actors mended",
        "patch: 1 row of participants removed",
    ]


def _declare(root: Path, edit: Callable[[dict[str, Any], dict[str, Any]], None]) -> None:
    """Edit the descriptor, which is given with its fields by table and column."""
    path = root / "datapackage.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    tables = {resource["name"]: resource["schema"] for resource in document["resources"]}
    edit(document, {f"{name}.{one['name']}": one for name, schema in tables.items() for one in schema["fields"]})
    path.write_text(json.dumps(document), encoding="utf-8")


def test_columns_codes_types_and_definitions(built: Path, changed: Callable[[], Changes]) -> None:
    def edit(document: dict[str, Any], fields: dict[str, Any]) -> None:
        document["licenses"][0]["name"] = "CC0-1.0"
        codes = fields["events.status"]["constraints"]["enum"]
        codes[codes.index("denied")] = "rumoured"
        fields["events.start"]["type"] = "number"
        fields["actors.name"]["description"] = "Another."
        fields["aliases.alias"]["name"] = "nickname"
        [aliases] = [one["schema"] for one in document["resources"] if one["name"] == "aliases"]
        aliases["primaryKey"] = ["nickname"]

    _declare(built, edit)
    Edit("data/aliases.csv", "alias,", "nickname,").apply(built)
    found = changed()
    assert found.declaration.added == {("events.status: rumoured",): "", ("aliases.nickname",): '"Alias"'}
    assert found.declaration.removed == {("events.status: denied",): "", ("aliases.alias",): '"Alias"'}
    license_of_old, *cells = found.declaration.cells
    assert license_of_old[:2] == (("package",), "licenses")
    assert cells == [
        Cell(("actors.name",), "description", '"The actor\'s usual name in English."', '"Another."'),
        Cell(("aliases",), "primaryKey", '["alias"]', '["nickname"]'),
        Cell(("events.start",), "type", '"integer"', '"number"'),
    ]
    assert [f"{made}: {reason}" for made, reason in reasons(found)] == [
        "major: the column aliases.alias removed",
        "major: events.status: denied removed",
        "major: the key of aliases changed: no row can be told to be the same",
        "major: the type of events.start changed",
        "major: 2 rows of aliases removed",
        "minor: the column aliases.nickname added",
        "minor: events.status: rumoured added",
        "minor: 2 rows of aliases added",
        "patch: 2 definitions changed",
    ]


def test_tables_come_and_go(built: Path, changed: Callable[[], Changes]) -> None:
    def edit(document: dict[str, Any], _fields: dict[str, Any]) -> None:
        [measures] = [one for one in document["resources"] if one["name"] == "measures"]
        measures |= {"name": "scales", "path": "data/scales.csv"}

    _declare(built, edit)
    (built / "data/measures.csv").rename(built / "data/scales.csv")
    assert [f"{made}: {reason}" for made, reason in reasons(changed())] == [
        "major: the table measures removed",
        "major: 3 rows of measures removed",
        "minor: the table scales added",
        "minor: 3 rows of scales added",
    ]


@pytest.mark.parametrize(
    ("made", "version"), [("none", "1.2.3"), ("patch", "1.2.4"), ("minor", "1.3.0"), ("major", "2.0.0")]
)
def test_the_version_that_follows(made: str, version: str) -> None:
    assert following("1.2.3", made) == version


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ("1.3.0", []),
        ("2.0.0", []),
        ("1.2.4", ["“1.2.4” does not follow “1.2.3” by a step that is minor: 1 row of actors added"]),
        ("1.2.3", ["“1.2.3” does not follow “1.2.3” by a step that is minor: 1 row of actors added"]),
    ],
)
def test_a_release_takes_at_least_the_step(new: str, says: list[str]) -> None:
    changes = Changes(SAME, {"actors": Rows(1, 2, {("x",): "X"}, {}, [])})
    assert [problem.message for problem in version_problems("1.2.3", new, changes)] == says


def test_a_release_has_a_version_of_three_numbers() -> None:
    [problem] = version_problems("1.2.3", "1.3", Changes(SAME, {}))
    assert (problem.code, problem.message) == ("not_a_version", "“1.3” is not a version of three numbers")


def test_a_release_of_nothing_is_refused() -> None:
    [problem] = version_problems("1.2.3", "1.2.3", Changes(SAME, {}))
    assert problem.code == "nothing_to_release"
    assert problem.message == "“1.2.3” does not follow “1.2.3” by a step that is none: nothing changed"
    assert version_problems("1.2.3", "1.2.4", Changes(SAME, {})) == []
