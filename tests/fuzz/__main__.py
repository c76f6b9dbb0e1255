"""Fuzz every way in: `make fuzz`, or python -m tests.fuzz --cases 100000 --seed 7 --jobs 2."""

import argparse
import resource
import secrets
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.fuzz.campaign import Result, run
from tests.fuzz.targets import TARGETS

BATCH = 2_500  # cases of one run of hypothesis
MOST_MEMORY = 1_000_000_000  # bytes


def batches(cases: int, seed: int) -> list[tuple[str, int, int]]:
    """Return (target, cases, seed) for every run, by the targets' shares."""
    planned = []
    for name, target in TARGETS.items():
        share = -(-cases * target.share // sum(target.share for target in TARGETS.values()))
        sizes = [BATCH] * (share // BATCH) + ([share % BATCH] if share % BATCH else [])
        planned += [(name, size, seed * 10_000 + number) for number, size in enumerate(sizes)]
    return planned


def report(planned: list[tuple[str, int, int]], results: list[Result], seconds: float) -> None:
    """Print a line for each target, and the totals."""
    for name in TARGETS:
        mine = [result for (target, _, _), result in zip(planned, results, strict=True) if target == name]
        kinds = Counter[str]()
        for result in mine:
            kinds.update(result.found)
        cases, slowest = sum(result.cases for result in mine), max(result.slowest for result in mine)
        print(f"{name:<11}{cases:>9,} cases, slowest {slowest:5.2f} s, {len(kinds):>3} kinds of problem")
    failures = [result.failure for result in results if result.failure]
    print("\n".join(failures), end="")
    print(f"{sum(result.cases for result in results):,} cases in {seconds:,.0f} s, {len(failures)} failures")


def peak() -> int:
    """Return the most memory that one of the worker processes held, in bytes."""
    held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return held if sys.platform == "darwin" else held * 1024


def main() -> int:
    """Run the campaign; return 0 if nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    planned, began = batches(options.cases, options.seed), time.monotonic()
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        results = list(pool.map(run, *zip(*planned, strict=True)))
    report(planned, results, time.monotonic() - began)
    print(f"at most {peak() / 1e6:,.0f} MB in a process")
    return 0 if peak() < MOST_MEMORY and not any(result.failure for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
