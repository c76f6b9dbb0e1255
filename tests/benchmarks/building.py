"""Build from 500, 1,000 and 2,000 coding sheets: processor seconds of every stage, and peak memory.

Run by `make bench-build`. The sheets and articles are copies of the coded ones (copies.py); every size is built by a
process of its own.
"""

import argparse
import resource
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from scripts.checks.seeds import check_seeds
from scripts.package.files import make, write
from scripts.sheets.read import read_seeds
from tests.benchmarks.copies import write_sheets
from tests.benchmarks.validation import measured

SIZES = [500, 1000, 2000]


def stages(root: Path) -> None:
    """Build root and print the processor seconds of the stages and the peak memory in MB."""
    took = []

    def at() -> None:
        took.append(time.process_time())

    at()
    read_seeds(root)
    at()
    checked = check_seeds(root)
    assert not checked.problems, checked.problems[:3]
    at()
    files, problems = make(root, checked.tables)
    assert not problems
    at()
    write(root, files)
    at()
    reading, checking, making, writing = (b - a for a, b in pairwise(took))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{reading:8.2f} {checking - reading:8.2f} {making:8.2f} {writing:8.2f} {peak:6}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.building", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="SHEETS")
    parser.add_argument("--stages", type=Path, metavar="DIR", help="only build this folder")
    options = parser.parse_args()
    if options.stages:
        stages(options.stages)
        return
    print(f"{'sheets':>6} {'read':>8} {'check':>8} {'make':>8} {'write':>8} {'MB':>6} {'command s':>9}", flush=True)
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            root = Path(name) / "package"
            write_sheets(root, size)
            parts = measured(["-m", "tests.benchmarks.building", "--stages", str(root)]).output.rstrip()
            whole = measured(["-m", "scripts", "build", "--root", str(root)])
            print(f"{size:>6} {parts} {whole.processor:9.2f}", flush=True)


if __name__ == "__main__":
    main()
