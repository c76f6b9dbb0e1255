"""Try a number of cases on one target, from a seed."""

import faulthandler
import tempfile
import traceback
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded

from tests.fuzz.targets import LONGEST, TARGETS, Grounds


@dataclass(frozen=True)
class Result:
    """How many cases were tried, the longest time for one in seconds, the problems found by code, and what failed."""

    cases: int
    slowest: float
    found: dict[str, int]
    failure: str = ""


def run(name: str, cases: int, seed: int) -> Result:
    """Try `cases` inputs on a target; a failure comes with the smallest input that gives it."""
    target = TARGETS[name]
    with tempfile.TemporaryDirectory() as folder:
        grounds = Grounds(Path(folder))

        @seeded(seed)
        @settings(
            max_examples=cases,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        )
        @given(target.inputs(grounds))
        def trial(case: object) -> None:
            faulthandler.dump_traceback_later(3 * LONGEST, exit=True)  # a hang ends the run and says where
            target.run(grounds, case)

        failure = ""
        try:
            trial()
        except Exception:  # noqa: BLE001 - whatever it is, it is what is sought
            failure = traceback.format_exc()
        faulthandler.cancel_dump_traceback_later()
        return Result(grounds.tried, grounds.slowest, grounds.found, failure)
