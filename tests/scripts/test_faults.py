"""The faults that the schemas give: one of every kind that no other test shows is tried here, all by `make faults`."""

import re
from pathlib import Path

import pytest

from schemas import TABLES
from schemas.model import KNOWN_CHECKS
from scripts.package.prose import filled
from tests.faults.fault import Fault, Grounds, grounds
from tests.faults.matrix import BLOCK, Line, as_csv, as_markdown, read
from tests.faults.sample import one_of_each_kind
from tests.faults.trial import MAKERS, faults_of, problem_of
from tests.scripts.checks.cases import CASES as PACKAGES
from tests.scripts.checks.meaning import CASES as MEANING
from tests.scripts.sheets.cases import CASES as SHEETS

ROOT = Path(__file__).parent.parent.parent
RULES = {  # what faults call the checks of columns
    "isin": "vocabulary",
    "greater_than_or_equal_to": "minimum",
    "less_than_or_equal_to": "maximum",
    "str_matches": "pattern",
    "str_length": "length",
}
SHOWN = {code for case in [*SHEETS, *PACKAGES] for line in case.problems for code in re.findall(r"\[(\w+)\]$", line)}
SHOWN |= {case["code"] for case in MEANING}  # by a test with its exact message
MEND = "run `make faults` and commit what it writes"


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Grounds:
    return grounds(tmp_path_factory.mktemp("faults"))


def _line(fault: Fault) -> Line:
    return Line(fault.place, fault.subject, fault.rule, "")


@pytest.mark.parametrize("place", MAKERS)
def test_the_matrix_is_of_the_faults_that_the_schemas_give_and_what_no_other_test_shows_is_caught_as_it_says(
    place: str, ready: Grounds
) -> None:
    faults, matrix = faults_of(ready, place), [line for line in read() if line.place == place]
    assert [line.id for line in sorted(matrix)] == [line.id for line in sorted(map(_line, faults))], MEND
    codes = {line.id: line.code for line in matrix}
    tried = [fault for fault in one_of_each_kind(faults, codes) if codes[fault.id] not in SHOWN]
    assert {fault.id: problem_of(ready, fault) for fault in tried} == {fault.id: codes[fault.id] for fault in tried}


def test_every_column_and_every_check_of_the_schemas_has_a_fault() -> None:
    lines = [line for line in read() if line.place == "table"]
    columns = [column for table in TABLES.values() for column in table.columns]
    assert {f"{column.table}.{column.name}" for column in columns} <= {line.subject for line in lines}
    assert set(RULES) == KNOWN_CHECKS
    checks = {f"rule {check.name}" for table in TABLES.values() for check in table.pandera.checks}
    assert checks | set(RULES.values()) | {"required", "unique", "reference"} <= {line.rule for line in lines}


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


def test_the_readme_and_the_matrix_agree() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme == filled(readme, BLOCK, as_markdown(read())), MEND
    kept = (ROOT / "tests/faults/matrix.csv").read_text(encoding="utf-8")
    assert kept == as_csv(read())
