"""Try many faults in several processes."""

import tempfile
import traceback
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from tests.faults.fault import Fault, Grounds
from tests.faults.matrix import Line
from tests.faults.trial import problem_of


@cache
def _own(ready: Grounds) -> Grounds:
    """Return this process's own copy of the example."""
    return ready.copied(Path(tempfile.mkdtemp(dir=ready.built.parent)))


def attempt(task: tuple[Grounds, Fault]) -> Line | str:
    """Try one fault; return its line of the matrix, or what is wrong."""
    ready, fault = _own(task[0]), task[1]
    try:
        code, _ = problem_of(ready, fault)
    except Exception:  # noqa: BLE001 - a crash is a fault that was not caught
        return f"{fault.id}\n{traceback.format_exc()[-3000:]}"
    return Line(fault.place, fault.subject, fault.rule, code)


def attempts(ready: Grounds, faults: list[Fault], jobs: int) -> list[Line | str]:
    """Try faults in several processes."""
    plain = Grounds(ready.built, ready.published)  # without what it has read
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(attempt, [(plain, fault) for fault in faults], chunksize=10))
