"""Some hundred random and mutated inputs on every way in; `make fuzz` tries 100,000."""

import pytest

from tests.fuzz.campaign import run
from tests.fuzz.targets import TARGETS

CASES = {"package": 4}


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_crashes_the_program(name: str) -> None:
    result = run(name, CASES.get(name, 100), seed=1)
    assert result.failure == ""
    assert result.cases >= CASES.get(name, 100)
