"""Build from 500, 1,000 and 2,000 coding sheets: processor seconds of every stage, and peak memory.

Run by `make bench-build`. The sheets and articles are copies of the coded ones (copies.py); every size is built by a
process of its own.
"""

import argparse
import contextlib
import json
import resource
import tempfile
import time
import tomllib
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from schemas import TABLES
from scripts.__main__ import HERE
from scripts.checks.seeds import check_seeds
from scripts.package.files import make, write
from scripts.sheets.files import LARGEST
from scripts.sheets.keys import BLOCKS, keys
from scripts.sheets.read import read_seeds
from tests.benchmarks.copies import Copy, Original, articles, original
from tests.benchmarks.validation import measured

SIZES = [500, 1000, 2000]
Values = dict[str, Any]


def _value(copy: Copy, block: str, key: str, value: Any) -> Any:
    """Return the value of a key as the copy has it."""
    if isinstance(value, list):
        column = TABLES["aliases"]["alias"] if key == "aliases" else TABLES["participants"]["actor_id"]
        return [copy.cell(column, item) for item in value]
    columns = keys(block)[key].columns
    if not isinstance(value, str) or key in {"id", "date", "period", "event_id"} or not columns:
        return value
    return copy.cell(next(column for column in columns if column.type == "string"), value)


def _toml(values: Values) -> str:
    lines = (
        f"{key} = {value if isinstance(value, int | Decimal) else json.dumps(value, ensure_ascii=False)}\n"
        for key, value in values.items()
    )
    return "".join(lines)


def _blocks(copy: Copy, document: Values, **more: str) -> str:
    """Return the text of a sheet or registry as the copy has it; `more` are values of [source]."""
    parts = []
    for block, given in document.items():
        for values in given if isinstance(given, list) else [given]:
            changed = {key: _value(copy, block, key, value) for key, value in values.items()}
            head = f"[[{block}]]" if isinstance(given, list) else f"[{block}]"
            parts.append(f"{head}\n{_toml(changed | more if block == 'source' else changed)}")
    return "\n".join(parts)


def _read(path: Path) -> Values:
    document: Values = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    assert set(document) <= set(BLOCKS)
    return document


def write_sheets(root: Path, count: int, given: Original | None = None) -> None:
    """Write `count` articles with their sheets, and the registries, into root/seeds."""
    given = given or original()
    (root / "seeds").mkdir(parents=True)
    sheets = {path: _read((HERE / path).with_suffix(".toml")) for path in given.texts}
    paths = {name: HERE / f"seeds/{name}.toml" for name in ("actors", "measures")}
    registries = {name: _read(path) for name, path in paths.items()}
    most = LARGEST * 7 // 10 // max(path.stat().st_size for path in paths.values())  # copies that fit into one file
    with contextlib.ExitStack() as stack:
        files = {name: stack.enter_context((root / f"seeds/{name}.toml").open("w")) for name in registries}
        for number in range(count // len(given.texts)):
            copy = Copy(number, most)
            for name, document in registries.items() if number < most else ():
                files[name].write(_blocks(copy, document) + "\n")
            for path, article in articles(copy, given).items():
                (root / article.path).write_bytes(article.text.encode("utf-8"))
                text = _blocks(copy, sheets[path], sha256=article.sha256)
                (root / article.path).with_suffix(".toml").write_text(text, encoding="utf-8")


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
