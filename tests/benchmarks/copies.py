"""Copies of the coded articles with their rows, as many as are wanted: every copy has its own words, names and ids.

A copy's words are the articles' own with the letters exchanged, one for another throughout the copy. Lengths, offsets,
marks, digits, blanks, addresses and codes stay, so that anchors, accounts and dates hold as they do in the articles;
words for numbers and dates stay too.
"""

import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pandas as pd

from schemas import TABLES, Column
from scripts.__main__ import HERE
from scripts.checks.scan import WORDS
from scripts.sheets.rows import Article
from scripts.tables.csv import csv_path

CONSONANTS, VOWELS = "bcdfghjklmnpqrstvwxz", "aeiouy"
PLAIN = "bdfgkmnprstvz"  # letters of tags: none looks like another
LATIN = re.compile(r"https?://[^\s<>\"]+|[A-Za-z]+")
FIRST = 100  # number of the first article, so that all have three digits or more
Cells = dict[str, str | None]


@cache
def kept() -> frozenset[str]:
    """Return the words that stay, in lower case: numbers, months and what stands before years."""
    return frozenset(part for kind in WORDS.values() for words in kind for part in LATIN.findall(words.lower()))


def tag(number: int) -> str:
    """Return the name of a copy: two syllables; raise IndexError beyond the last one."""
    syllables = [consonant + vowel for consonant in PLAIN for vowel in "aeou"]
    return syllables[number // len(syllables)] + syllables[number % len(syllables)]


@dataclass
class Copy:
    """One copy: `text` exchanges the letters of a text, `cell` changes the value of a column.

    `registries` is the number of copies that bring actors and measures of their own; later ones name those of earlier.
    """

    number: int
    registries: int = 1_000_000
    words: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rng = random.Random(self.number)
        exchanged = "".join("".join(rng.sample(letters, len(letters))) for letters in (CONSONANTS, VOWELS))
        plain = CONSONANTS + VOWELS
        self.letters = str.maketrans(plain + plain.upper(), exchanged + exchanged.upper())

    @property
    def tag(self) -> str:
        return tag(self.number)

    def _word(self, match: re.Match[str]) -> str:
        word = match[0]
        if word not in self.words:
            other = word.translate(self.letters)
            stays = "://" in word or {word.lower(), other.lower()} & kept()
            self.words[word] = word if stays else other
        return self.words[word]

    def text(self, text: str) -> str:
        """Return a text with its letters exchanged."""
        return LATIN.sub(self._word, text)

    def source_id(self, value: str) -> str:
        """Return the id of a source, or one that begins with it, as the copy has it."""
        return re.sub(r"^[a-z]+", lambda match: match[0] + self.tag, value)

    def cell(self, column: Column, value: str) -> str:
        """Return the value that the copy has in a column for that of the original."""
        owner = column.references or f"{column.table}.{column.name}" * column.key
        if owner == "actors.actor_id" and value == "unnamed":  # there is one
            return value
        kinds = {
            "actors.actor_id": f"{value}-{tag(self.number % self.registries)}",
            "measures.measure_id": f"{value}_{tag(self.number % self.registries)}",
            "sources.source_id": self.source_id(value),
            "events.event_id": self.source_id(value),
        }
        if owner in kinds:
            return kinds[owner]
        if column.letter:
            return self.source_id(value)
        if column.unique or owner:  # names and aliases
            return f"{self.text(value)} {self.tag.capitalize()}"
        if column.type != "string" or column.codes or column.pattern:
            return value
        return self.text(value)


@dataclass(frozen=True)
class Original:
    """The coded articles and their tables, every cell as text, None where blank."""

    tables: dict[str, list[Cells]]
    texts: dict[str, str]  # by path

    @property
    def rows(self) -> int:
        return sum(map(len, self.tables.values()))


def original(root: Path = HERE) -> Original:
    """Return the package at root."""
    tables: dict[str, list[Cells]] = {}
    for name in TABLES:
        read = pd.read_csv(root / csv_path(name), dtype="str", keep_default_na=False, na_values=[""])
        records = read.astype(object).where(read.notna(), None).to_dict("records")
        tables[name] = [{str(column): value for column, value in record.items()} for record in records]
    texts = {str(row["path"]): (root / str(row["path"])).read_bytes().decode("utf-8") for row in tables["sources"]}
    return Original(tables, texts)


def article_path(copy: Copy, number: int, of_each: int) -> str:
    """Return where the copy of an article lies."""
    return f"seeds/{FIRST + copy.number * of_each + number:03}_{copy.tag}.txt"


def articles(copy: Copy, given: Original) -> dict[str, Article]:
    """Return the articles of a copy by the path of the original."""
    made = {}
    for number, (path, text) in enumerate(given.texts.items()):
        words = copy.text(text)
        sha256 = hashlib.sha256(words.encode("utf-8")).hexdigest()
        made[path] = Article(article_path(copy, number, len(given.texts)), words, sha256)
    return made


def rows(copy: Copy, given: Original, made: dict[str, Article]) -> Iterator[tuple[str, list[str]]]:
    """Yield (table, cells) of every row of a copy, "" where blank."""
    for name, table in TABLES.items():
        for row in given.tables[name]:
            if name == "actors" and row["actor_id"] == "unnamed" and copy.number:
                continue
            cells = {
                column.name: copy.cell(column, value) if (value := row[column.name]) is not None else ""
                for column in table.columns
            }
            if name == "sources":
                article = made[str(row["path"])]
                cells |= {"path": article.path, "sha256": article.sha256}
            yield name, [cells[column] for column in table.names]
