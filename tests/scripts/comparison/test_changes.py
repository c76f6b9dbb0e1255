"""What became of rows, cells, columns, codes and definitions, and the version step that follows."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.comparison.changes import Cell, Changes, Definition, Rows, compare
from scripts.comparison.edition import edition_of
from scripts.comparison.version import following, reasons, step, version_problems
from tests.edits import Edit


@pytest.fixture
def changed(built: Path, tmp_path: Path) -> Callable[[], Changes]:
    """Compare the example as it was with what a test made of it."""
    before = Path(shutil.copytree(built, tmp_path / "before"))

    def run() -> Changes:
        (old, wrong), (new, more) = edition_of(str(before), before), edition_of(str(built), built)
        assert [*wrong, *more] == []
        return compare(old, new)

    return run


def _declare(root: Path, edit: Callable[[dict[str, dict]], None]) -> None:  # type: ignore[type-arg]
    path = root / "datapackage.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    edit({resource["name"]: resource for resource in document["resources"]} | {"package": document})
    path.write_text(json.dumps(document), encoding="utf-8")


def _field(tables: dict[str, dict], table: str, name: str) -> dict:  # type: ignore[type-arg]
    return next(one for one in tables[table]["schema"]["fields"] if one["name"] == name)


def test_the_same_package_has_no_changes(changed: Callable[[], Changes]) -> None:
    found = changed()
    assert (step(found), reasons(found)) == ("none", [])
    assert found.tables["events"] == Rows(4, 4)


def test_a_row_added_is_minor(built: Path, changed: Callable[[], Changes]) -> None:
    Edit("data/actors.csv", "norway,", "iceland,Iceland,state,ISL,\nnorway,").apply(built)
    found = changed()
    assert found.tables["actors"] == Rows(4, 5, {("iceland",): "state, ISL, Iceland"})
    assert reasons(found) == [("minor", "1 row of actors added")]


def test_a_row_with_an_id_removed_is_major(built: Path, changed: Callable[[], Changes]) -> None:
    path = built / "data/quotes.csv"
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:2]), encoding="utf-8")
    found = changed()
    assert found.tables["quotes"].removed == {
        ("holt2021-q02",): "indirect, labour, single, Sweden could send 1,200 welders"
    }
    assert reasons(found) == [("major", "1 row of quotes removed")]


def test_a_cell_mended_is_a_patch(built: Path, changed: Callable[[], Changes]) -> None:
    Edit("data/actors.csv", "Daily Plank,media,SWE", "Weekly Plank,media,NOR").apply(built)
    found = changed()
    assert found.tables["actors"].cells == [
        Cell(("daily-plank",), "name", "The Daily Plank", "The Weekly Plank"),
        Cell(("daily-plank",), "country", "SWE", "NOR"),
    ]
    assert reasons(found) == [("patch", "1 row of actors mended")]


def test_another_participant_of_an_event_mends_the_event(built: Path, changed: Callable[[], Changes]) -> None:
    Edit("data/participants.csv", "holt2021-e03,norway", "holt2021-e03,sweden").apply(built)
    assert reasons(changed()) == [
        ("minor", "1 row of participants added"),
        ("patch", "1 row of participants removed"),
    ]


def test_a_line_break_in_a_key_does_not_move_cells(built: Path, changed: Callable[[], Changes]) -> None:
    Edit("data/aliases.csv", "Orlo,ana-orlo", '"Or\nlo",ana-orlo').apply(built)
    found = changed().tables["aliases"]
    assert (found.added, found.removed) == ({("Or\nlo",): "ana-orlo"}, {("Orlo",): "ana-orlo"})


def test_columns_codes_types_and_definitions(built: Path, changed: Callable[[], Changes]) -> None:
    def edit(tables: dict[str, dict]) -> None:  # type: ignore[type-arg]
        _field(tables, "events", "status")["constraints"]["enum"].remove("denied")
        _field(tables, "events", "status")["constraints"]["enum"].append("rumoured")
        _field(tables, "events", "start")["type"] = "number"
        _field(tables, "actors", "name")["description"] = "Another."
        _field(tables, "aliases", "alias")["name"] = "nickname"
        tables["aliases"]["schema"]["primaryKey"] = ["nickname"]
        tables["package"]["licenses"][0]["name"] = "CC0-1.0"

    _declare(built, edit)
    Edit("data/aliases.csv", "alias,", "nickname,").apply(built)
    found = changed()
    assert (found.columns_added, found.columns_removed) == (["aliases.nickname"], ["aliases.alias"])
    assert (found.codes_added, found.codes_removed) == ({"events.status": ["rumoured"]}, {"events.status": ["denied"]})
    assert (found.types_changed, found.keys_changed) == (["events.start"], ["aliases"])
    assert [(one.place, one.name) for one in found.definitions] == [
        ("package", "licenses"),
        ("actors.name", "description"),
        ("events.start", "type"),
    ]
    assert found.definitions[1] == Definition(
        "actors.name", "description", '"The actor\'s usual name in English."', '"Another."'
    )
    assert [reason for made, reason in reasons(found) if made == "major"] == [
        "the column aliases.alias removed",
        "the key of aliases changed",
        "the type of events.start changed",
        "events.status: denied removed",
        "2 rows of aliases removed",
    ]


def test_tables_come_and_go(built: Path, changed: Callable[[], Changes]) -> None:
    def edit(tables: dict[str, dict]) -> None:  # type: ignore[type-arg]
        tables["measures"] |= {"name": "scales", "path": "data/scales.csv"}

    _declare(built, edit)
    (built / "data/measures.csv").rename(built / "data/scales.csv")
    found = changed()
    assert (found.tables_added, found.tables_removed) == (["scales"], ["measures"])
    assert (len(found.tables["scales"].added), len(found.tables["measures"].removed)) == (3, 3)
    assert step(found) == "major"


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
        ("1.3", ["“1.3” is not a version of three numbers"]),
    ],
)
def test_a_release_takes_at_least_the_step(new: str, says: list[str]) -> None:
    changes = Changes({"actors": Rows(1, 2, {("x",): "X"})}, frozenset({"actors"}))
    assert [problem.message for problem in version_problems("1.2.3", new, changes)] == says


def test_a_release_of_nothing_is_refused() -> None:
    [problem] = version_problems("1.2.3", "1.2.3", Changes())
    assert problem.message == "“1.2.3” does not follow “1.2.3” by a step that is none: nothing changed"
    assert version_problems("1.2.3", "1.2.4", Changes()) == []
