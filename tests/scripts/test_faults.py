"""The faults that the schemas give: a spread of them is tried here, all of them by `make faults`."""

import re
from pathlib import Path

import pytest

from schemas import TABLES
from scripts.package.prose import filled
from tests.faults.fault import Fault, Grounds, grounds
from tests.faults.matrix import BLOCK, Line, alone, as_csv, as_markdown, read, reasons
from tests.faults.trial import all_faults, problem_of, quick

ROOT = Path(__file__).parent.parent.parent
STEP = 61  # of every so many faults one is tried
MEND = "run `make faults` and commit what it writes"


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Grounds:
    return grounds(tmp_path_factory.mktemp("faults"))


def _line(fault: Fault) -> Line:
    return Line(fault.place, fault.subject, fault.rule, "", "")


def test_the_matrix_is_of_the_faults_that_the_schemas_give_and_a_spread_is_caught_as_it_says(ready: Grounds) -> None:
    faults, matrix = all_faults(ready), read()
    assert len(faults) >= 300
    assert [line.id for line in sorted(matrix)] == [line.id for line in sorted(map(_line, faults))], MEND
    broken = {fault.subject for fault in faults if fault.place == "table"}
    assert {f"{name}.{column}" for name, table in TABLES.items() for column in table.names} <= broken
    codes = {line.id: line.code for line in matrix}
    with quick(ready):
        for fault in faults[::STEP]:
            assert problem_of(ready, fault) == codes[fault.id]


def test_a_fault_that_nothing_finds_is_not_called_caught(ready: Grounds) -> None:
    harmless = Fault(
        "table",
        "actors",
        "none",
        {"data/actors.csv": ready.bytes["data/actors.csv"] + b"\n"},
        "data/actors.csv",
        9,
        "",
        frozenset({"x"}),
    )
    with pytest.raises(AssertionError, match=re.escape("not reported as data/actors.csv:9")):
        problem_of(ready, harmless)


def test_every_rule_between_tables_has_a_fault() -> None:
    found = {line.code for line in read()}
    for module in ("rules", "references", "anchors", "values", "accounting"):
        source = (ROOT / f"scripts/checks/{module}.py").read_text(encoding="utf-8")
        codes = set(
            re.findall(
                r'(?:problem\(\s*row, (?:"\w+"|column|column\.name|name), |, "accounting", |"", 0, name, )"(\w+)"',
                source,
            )
        )
        assert codes, module
        assert codes <= found, module


def test_what_one_engine_alone_sees_has_a_reason() -> None:
    for rule, engine in alone(read()).items():
        assert reasons(engine, rule)


def test_the_readme_and_the_matrix_agree() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme == filled(readme, BLOCK, as_markdown(read())), MEND
    kept = (ROOT / "tests/faults/matrix.csv").read_text(encoding="utf-8")
    assert kept == as_csv(read())
