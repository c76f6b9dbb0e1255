"""What help costs: 20,000 rows with misspelt keys beside 10,000 actors, and as many with a misspelt code.

Run by `make bench-validate`. Seconds of the checks of references and of codes in this process, the quickest of three.
"""

import time
from collections.abc import Callable

import pandas as pd

from schemas import TABLES
from scripts.checks.cells import typed
from scripts.checks.models import model_problems
from scripts.checks.references import reference_problems
from scripts.tables.table import Table, Tables

ROWS, ACTORS, ROUNDS = 20_000, 10_000, 3


def _table(name: str, rows: int, values: Callable[[int], dict[str, str]]) -> Table:
    """Return a table in which only some columns have a value."""
    cells = pd.DataFrame([values(row) for row in range(rows)], columns=TABLES[name].names, dtype="object")
    return Table(TABLES[name], cells.where(cells.notna(), None), lambda row, _: (f"data/{name}.csv", row + 2))


def tables(different: int) -> Tables:
    """Return tables whose participants have misspelt actors and roles, so many different ones."""
    found = {name: _table(name, 0, lambda _: {}) for name in TABLES}
    found["actors"] = _table("actors", ACTORS, lambda row: {"actor_id": f"actor-{row:05}"})
    found["events"] = _table("events", ROWS, lambda row: {"event_id": f"plank2021-e{row:05}"})
    found["participants"] = _table(
        "participants",
        ROWS,
        lambda row: {
            "event_id": f"plank2021-e{row:05}",
            "actor_id": f"actr-{row % different:05}",
            "role": f"actr{row % different}",
        },
    )
    return found


def _seconds(different: int, work: Callable[[Tables], int]) -> tuple[float, int]:
    """Return the time of the quickest of some rounds, and the number of problems."""
    took, count = [], 0
    for _ in range(ROUNDS):
        given = tables(different)
        begin = time.perf_counter()
        count = work(given)
        took.append(time.perf_counter() - begin)
    return min(took), count


def _codes(given: Tables) -> int:
    table = given["participants"]
    frame, wrong = typed(table)
    return len(wrong) + sum(problem.code == "unknown_code" for problem in model_problems(table, frame))


def main() -> None:
    """Print a line for each kind of mistake and number of different ones."""
    print(f"{ROWS:,} rows with a mistake, {ACTORS:,} actors: seconds, problems")
    for different in (1, ROWS):
        for label, work in {
            "keys": lambda given: len(reference_problems(given, set())),
            "codes": _codes,
        }.items():
            seconds, count = _seconds(different, work)
            print(f"{different:>7,} different {label:6} {seconds:8.2f} {count:8,}", flush=True)


if __name__ == "__main__":
    main()
