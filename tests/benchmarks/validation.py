"""Validate packages of 12,000, 120,000 and 1.2 million rows: frictionless-py, and ours with and without it.

Run by `make bench-validate`. The packages are copies of the coded articles (tests/benchmarks/copies.py), once valid and
once with 100 faults. The commands run one after another, in turn; for each it prints wall and processor time in seconds
(the quickest of the rounds), peak memory in MB, and how many of the faults it names at their row.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from scripts.__main__ import HERE

FAULTS = 100
SIZES = [12_000, 120_000, 1_200_000]
PEER = """
import json, sys
from frictionless import Package
report = Package(sys.argv[1] + "/datapackage.json").validate()
found = [(task.name, getattr(error, "row_number", 0)) for task in report.tasks for error in task.errors]
print(json.dumps(found))
"""
OURS = ["-m", "scripts", "validate", "--format", "json"]
COMMANDS = {
    "frictionless": ["-c", PEER],
    "ours, with frictionless": [*OURS, "--frictionless", "always"],
    "ours": [*OURS, "--frictionless", "never"],
}


@dataclass
class Run:
    """What one command took."""

    wall: float
    processor: float
    memory: int
    output: str


def measured(arguments: list[str]) -> Run:
    """Run Python with arguments in a process of its own. This one must be small: a child's peak begins with it."""
    ready = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        begin = time.perf_counter()
        child = subprocess.Popen([sys.executable, *arguments], cwd=HERE, env=ready, stdout=out)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        assert child.returncode in {0, 1}, arguments
        out.seek(0)
        return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, out.read())


def found(command: str, output: str, faults: list[dict[str, object]]) -> tuple[int, int]:
    """Return how many of the faults are reported at their row, and how many problems there are in all."""
    if command == "frictionless":
        rows = {(table, row) for table, row in json.loads(output)}
        return sum((fault["table"], int(str(fault["row"])) + 2) in rows for fault in faults), len(json.loads(output))
    problems = json.loads(output)["problems"]
    said = {(problem["file"], problem["line"]) for problem in problems}
    return sum((f"data/{fault['table']}.csv", fault["line"]) in said for fault in faults), len(problems)


def compare(root: Path, label: str, faults: list[dict[str, object]], rounds: int) -> None:
    """Print a line for each command."""
    runs: dict[str, list[Run]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, arguments in COMMANDS.items():
            runs[name].append(measured([*arguments, str(root)]))
    quickest = {name: min(of_one, key=lambda run: run.processor) for name, of_one in runs.items()}
    peer = quickest["frictionless"]
    for name, run in quickest.items():
        seen, problems = found(name, run.output, faults)
        times = f"{run.wall:8.2f} {run.processor:8.2f} {run.memory:6}"
        ratio = f"{peer.wall / run.wall:6.1f} {peer.processor / run.processor:6.1f}"
        print(f"{label:18} {name:24} {times} {ratio} {seen:5} {problems:6}", flush=True)


def make(folder: Path, size: int) -> None:
    """Write a valid package of a size, and one with faults, below folder."""
    from tests.benchmarks.copies import write_package
    from tests.benchmarks.faulted import as_json, break_package

    write_package(folder / "valid", size)
    shutil.copytree(folder / "valid", folder / "faulty")
    (folder / "faults.json").write_text(as_json(break_package(folder / "faulty", FAULTS)), encoding="utf-8")


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.validation", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="ROWS")
    parser.add_argument("--rounds", type=int, default=1, help="the quickest of so many runs counts")
    parser.add_argument("--make", type=Path, metavar="DIR", help="only write the packages of the first size")
    options = parser.parse_args()
    if options.make:
        make(options.make, options.sizes[0])
        return
    head = f"{'wall s':>8} {'cpu s':>8} {'MB':>6} {'x wall':>6} {'x cpu':>6} {'found':>5} {'all':>6}"
    print(f"{'package':18} {'command':24} {head}", flush=True)
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            measured(["-m", "tests.benchmarks.validation", "--sizes", str(size), "--make", name])
            faults = json.loads((Path(name) / "faults.json").read_text(encoding="utf-8"))
            compare(Path(name) / "valid", f"{size:,} valid", [], options.rounds)
            compare(Path(name) / "faulty", f"{size:,} faulty", faults, options.rounds)


if __name__ == "__main__":
    main()
