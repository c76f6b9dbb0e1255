"""The matrix: for every fault the code that it was reported under."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("matrix.csv")
PLACES = {
    "table": "a CSV file",
    "sheet": "a coding sheet or registry",
    "article": "an article",
    "descriptor": "datapackage.json",
    "zip": "a zip of the package",
}


@dataclass(frozen=True, order=True)
class Line:
    """One fault as it was found."""

    place: str
    subject: str
    rule: str
    code: str

    @property
    def id(self) -> str:
        """The name of the fault."""
        return f"{self.place} {self.subject} {self.rule}"


def as_csv(lines: Iterable[Line]) -> str:
    """Return the matrix as it is kept."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Line.__dataclass_fields__)
    writer.writerows([line.place, line.subject, line.rule, line.code] for line in sorted(lines))
    return out.getvalue()


def read() -> list[Line]:
    """Return the matrix that is kept."""
    with FILE.open(encoding="utf-8", newline="") as stream:
        return [Line(**row) for row in csv.DictReader(stream)]


def as_markdown(lines: list[Line]) -> str:
    """Return the totals as docs/guarantees.md shows them."""
    places = Counter(line.place for line in lines)
    text = "| Fault in | Tried | Caught, at its file, line and field |\n|---|--:|--:|\n"
    text += "".join(f"| {PLACES[place]} | {places[place]:,} | {places[place]:,} |\n" for place in PLACES)
    text += f"| all | {len(lines):,} | {len(lines):,} |\n"
    return text
