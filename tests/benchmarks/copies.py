"""Copies of the coded articles with their rows or sheets, as many as are wanted, all on the same registries.

A copy is the article and a last line of its own; its sources have ids of their own. Offsets, words and names stay, so
that every anchor is a real one and every rule looks at what it is made for.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import pandas as pd

from schemas import TABLES
from scripts.__main__ import HERE
from scripts.package.descriptor import FILE, as_bytes, descriptor
from scripts.sheets.read import REGISTRIES
from scripts.tables.csv import csv_path, quoted

FIRST = 100  # number of the first article, so that all have three digits or more
OF_REGISTRIES = {
    "actors",
    "aliases",
    "measures",
    "documents",
    "codes",
}  # these have no more rows where there are more copies


class Copies:
    """The coded articles at root, their tables as text, and the sources and articles of each copy."""

    def __init__(self, root: Path = HERE) -> None:
        self.tables = {name: pd.read_csv(root / csv_path(name), dtype="str", keep_default_na=False) for name in TABLES}
        sources = self.tables["sources"]
        self.paths = dict(zip(sources["path"], sources["source_id"], strict=True))
        self.texts = {path: (root / path).read_bytes().decode("utf-8") for path in self.paths}
        self.source_ids = re.compile(r"\b(" + "|".join(sources["source_id"]) + r")\b")
        self.rows = sum(map(len, self.tables.values()))

    def named(self, number: int, text: str) -> str:
        """Return a text with the ids and addresses of sources as the copy of that number has them."""
        text = text.replace("https://www.", f"https://{tag(number)}.")
        return self.source_ids.sub(lambda match: re.sub(r"^[a-z]+", lambda name: name[0] + tag(number), match[0]), text)

    def articles(self, number: int) -> Iterable[tuple[str, str, str]]:
        """Yield the path of each article, that of its copy, and the text of the copy."""
        for at, (path, source_id) in enumerate(self.paths.items()):
            copied = f"seeds/{FIRST + number * len(self.paths) + at:03}_{self.named(number, source_id)}.txt"
            yield (
                path,
                copied,
                f"{self.named(number, self.texts[path])}\n\nThis is the copy {tag(number).capitalize()}.",
            )


def tag(number: int) -> str:
    """Return the name of a copy: three syllables; raise IndexError beyond the last one."""
    syllables = [consonant + vowel for consonant in "bdfgkmnprstvz" for vowel in "aeou"]
    first, rest = divmod(number, len(syllables) ** 2)
    return syllables[first] + syllables[rest // len(syllables)] + syllables[rest % len(syllables)]


def describe(root: Path) -> None:
    """Write the descriptor that belongs to the tables of a package."""
    data = {name: (root / csv_path(name)).read_bytes() for name in TABLES}
    sources = pd.read_csv(root / csv_path("sources"), dtype="str", keep_default_na=False, na_values=[""])
    (root / FILE).write_bytes(as_bytes(descriptor(data, sources)))


def write_package(root: Path, count: int) -> None:
    """Write a valid published package of at least `count` rows, without sheets, into an empty folder."""
    given = Copies()
    (root / "data").mkdir(parents=True)
    (root / "seeds").mkdir()
    with ExitStack() as stack:
        files = {
            name: stack.enter_context((root / csv_path(name)).open("w", encoding="utf-8", newline=""))
            for name in TABLES
        }
        for name, table in TABLES.items():
            files[name].write(",".join(table.names) + "\n")
        written = 0
        for number in range(count):
            made = {}
            for path, copied, text in given.articles(number):
                data = text.encode("utf-8")
                (root / copied).write_bytes(data)
                made[path] = {
                    "path": copied,
                    "sha256": hashlib.sha256(data).hexdigest(),
                    "characters": str(len(text)),
                }
            for name, cells in given.tables.items():
                if number and name in OF_REGISTRIES:
                    continue
                for row in cells.to_dict("records"):
                    own = made[row["path"]] if name == "sources" else {}
                    values = [given.named(number, value) for value in (row | own).values()]
                    files[name].write(",".join(map(quoted, values)) + "\n")
                    written += 1
            if written >= count:
                break
    describe(root)


def write_sheets(root: Path, count: int) -> None:
    """Write `count` articles with their sheets, and the registries, into root/seeds."""
    given = Copies()
    (root / "seeds").mkdir(parents=True)
    for path in REGISTRIES.values():
        shutil.copy(HERE / path, root / path)
    sheets = {path: (HERE / path).with_suffix(".toml").read_text(encoding="utf-8") for path in given.paths}
    for number in range(count // len(given.paths)):
        for path, copied, text in given.articles(number):
            data = text.encode("utf-8")
            (root / copied).write_bytes(data)
            sheet = re.sub(r"(?m)^sha256 = .*", f'sha256 = "{hashlib.sha256(data).hexdigest()}"', sheets[path])
            (root / copied).with_suffix(".toml").write_text(given.named(number, sheet), encoding="utf-8")
