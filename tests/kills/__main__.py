"""Kill builds, half of them before a step on files and half after a random time: `make kills`. Not on Windows."""

import argparse
import random
import secrets
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.kills.trial import Stage, killed_after, killed_at_step, look, silent_build, stage

GOLDEN = (5**0.5 - 1) / 2  # its multiples spread evenly over the steps, however few are taken


def duration(ready: Stage, folder: Path) -> float:
    """Return how long an undisturbed build takes, in seconds."""
    root = ready.fresh(folder / "timed")
    began = time.monotonic()
    silent_build(root)
    return time.monotonic() - began


def kill(ready: Stage, folder: Path, kills: int, chance: random.Random) -> Counter[str]:
    """Kill so many builds, look at each, and return what they left."""
    found = Counter[str]()
    longest = duration(ready, folder)
    while found.total() < kills:
        number = found.total()
        root = ready.fresh(folder / "killed")
        if number % 2:
            died = killed_after(root, chance.uniform(0, longest))
        else:
            died = killed_at_step(root, 1 + int(number / 2 * GOLDEN % 1 * ready.steps))
        if died:
            found[look(ready, root)] += 1
    return found


def main() -> int:
    """Kill and report; raises AssertionError with what a kill left that it must not."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=120)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ready = stage(folder)
        found = kill(ready, folder, options.kills, random.Random(options.seed))
    left = ", ".join(f"{count} left the files {kind}" for kind, count in sorted(found.items()))
    print(f"seed {options.seed}: {found.total()} builds killed at {ready.steps} steps and random times: {left}")
    print("every file whole, every set told, every next build mended it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
