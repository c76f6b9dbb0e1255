"""The faults that the schemas give: the first of every maker and code and all zips are tried here, all by `make faults`."""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from inline_snapshot import external_file

from schemas import TABLES
from schemas.model import KNOWN_CHECKS
from tests.faults.fault import Fault, Grounds, grounds
from tests.faults.matrix import as_csv, read
from tests.faults.trial import MAKERS, problem_of

ROOT = Path(__file__).parent.parent.parent
RULES = {  # what faults call the checks of columns
    "isin": "vocabulary",
    "greater_than_or_equal_to": "minimum",
    "less_than_or_equal_to": "maximum",
    "str_matches": "pattern",
    "str_length": "length",
}
TOLD = ROOT / "tests/faults/told"
MEND = "run `make faults` and commit what it writes"


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Grounds:
    return grounds(tmp_path_factory.mktemp("faults"))


@pytest.mark.parametrize(
    "maker", [*chain.from_iterable(MAKERS.values())], ids=lambda maker: f"{maker.__module__}.{maker.__name__}"
)
def test_the_first_fault_of_every_kind_and_code_and_every_zip_is_told_so(
    maker: Callable[[Grounds], Iterator[Fault]], ready: Grounds
) -> None:
    codes = {line.id: line.code for line in read()}
    firsts = {code: name for name, code in reversed(codes.items())}.values()
    told = {}
    for at, fault in enumerate(maker(ready)):
        if at == 0 or fault.id in firsts or fault.place == "zip":
            code, told[fault.id] = problem_of(ready, fault)
            assert code == codes.get(fault.id), MEND
    lines = [f"{name}\n    {line}\n" for name, line in told.items()]
    assert "".join(lines) == external_file(TOLD / f"{maker.__module__.rpartition('.')[2]}.{maker.__name__}.txt")


def test_every_column_and_every_check_of_the_schemas_has_a_fault() -> None:
    lines = [line for line in read() if line.place == "table"]
    columns = [column for table in TABLES.values() for column in table.columns]
    assert {f"{column.table}.{column.name}" for column in columns} <= {line.subject for line in lines}, MEND
    assert set(RULES) == KNOWN_CHECKS
    checks = {f"rule {check.name}" for table in TABLES.values() for check in table.pandera.checks}
    assert checks | set(RULES.values()) | {"required", "unique", "reference"} <= {line.rule for line in lines}, MEND


def test_a_fault_that_nothing_finds_is_not_called_caught(ready: Grounds) -> None:
    harmless = Fault(
        "table",
        "actors",
        "none",
        {"data/actors.csv": ready.bytes["data/actors.csv"] + b"\n"},
        "data/actors.csv",
        9,
        "",
        {"x"},
    )
    with pytest.raises(AssertionError, match=re.escape("not reported as data/actors.csv:9")):
        problem_of(ready, harmless)


def test_the_matrix_is_kept_in_order() -> None:
    kept = (ROOT / "tests/faults/matrix.csv").read_text(encoding="utf-8")
    assert kept == as_csv(read())
