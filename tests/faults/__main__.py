"""Try every fault, print how it is told, and keep the matrix: `make faults`."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.faults.fault import grounds
from tests.faults.matrix import FILE, Line, as_csv
from tests.faults.pool import attempts
from tests.faults.trial import all_faults


def main() -> int:
    """Run; return 0 if every fault is caught."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", metavar="WORDS", help="faults whose name begins so; nothing is kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ready = grounds(Path(folder))
        faults = [fault for fault in all_faults(ready) if fault.id.startswith(options.only)]
        results = attempts(ready, faults, options.jobs)
    lines = [result for result in results if isinstance(result, Line)]
    missed = [result for result in results if isinstance(result, str)]
    print(as_csv(lines))
    for wrong in missed:
        print(wrong, file=sys.stderr)
    if not missed and not options.only:
        FILE.write_text(as_csv(lines), encoding="utf-8", newline="")
    print(f"{len(lines):,} of {len(results):,} faults caught")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
