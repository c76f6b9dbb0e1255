"""The matrix: for every fault the code that it was reported under, and for tables the engines that find it alone."""

import csv
import io
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("matrix.csv")
WHY = FILE.with_name("alone.toml")
BLOCK = "faults"
ENGINES = ["bytes", "cells", "pandera", "references and anchors", "frictionless"]
PLACES = {
    "table": "a CSV file",
    "sheet": "a coding sheet or registry",
    "article": "an article",
    "descriptor": "datapackage.json",
    "zip": "a zip of the package",
}


@dataclass(frozen=True, order=True)
class Line:
    """One fault as it was found; `engines` is empty where only one program reads the file at all."""

    place: str
    subject: str
    rule: str
    code: str
    engines: str

    @property
    def id(self) -> str:
        """The name of the fault."""
        return f"{self.place} {self.subject} {self.rule}"


def as_csv(lines: Iterable[Line]) -> str:
    """Return the matrix as it is kept."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Line.__dataclass_fields__)
    writer.writerows([line.place, line.subject, line.rule, line.code, line.engines] for line in sorted(lines))
    return out.getvalue()


def read() -> list[Line]:
    """Return the matrix that is kept."""
    with FILE.open(encoding="utf-8", newline="") as stream:
        return [Line(**row) for row in csv.DictReader(stream)]


def _finders(line: Line) -> list[str]:
    return line.engines.split("+") if line.engines else []


def alone(lines: Iterable[Line]) -> dict[str, str]:
    """Return the engine by rule, for those rules of which every fault of a table is found by it only."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        if line.place == "table":
            found[line.rule] |= set(_finders(line))
    return {rule: next(iter(engines)) for rule, engines in sorted(found.items()) if len(engines) == 1}


def reasons(engine: str, rule: str) -> str:
    """Return why only one engine sees the faults of a rule; raises KeyError where alone.toml does not say."""
    known = tomllib.loads(WHY.read_text(encoding="utf-8"))[engine]
    return str(known.get(rule) or known["all"])


def as_markdown(lines: list[Line]) -> str:
    """Return the totals as the README shows them."""
    places = Counter(line.place for line in lines)
    text = "| Fault in | Tried | Caught, at its file, line and field |\n|---|--:|--:|\n"
    text += "".join(f"| {PLACES[place]} | {places[place]:,} | {places[place]:,} |\n" for place in PLACES)
    text += f"| all | {len(lines):,} | {len(lines):,} |\n\n"
    tables = [line for line in lines if line.place == "table"]
    text += f"| Of the {len(tables):,} in CSV files | found by it | by no other |\n|---|--:|--:|\n"
    for engine in ENGINES:
        finds = [line for line in tables if engine in _finders(line)]
        only = sum(len(_finders(line)) == 1 for line in finds)
        text += f"| {engine} | {len(finds):,} | {only:,} |\n"
    return text
