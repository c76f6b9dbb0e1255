"""Faults of the articles: a changed character in every anchored text and word, and what no article may hold."""

import hashlib
from collections.abc import Iterator

from schemas import TABLES
from scripts.sheets.blocks import Block, parse
from scripts.sheets.files import LARGEST
from scripts.sheets.keys import BLOCKS
from tests.faults.fault import Fault, Grounds
from tests.faults.sheets import SHEETS
from tests.faults.values import REFUSED


def _misspelt(words: str) -> str:
    """Return words with their second character changed."""
    return words[0] + ("x" if words[1] != "x" else "z") + words[2:]


def _words(sheet: str, article: str, text: str, block: Block) -> Iterator[Fault]:
    """Change each of a block's verbatim words wherever the article has them."""
    table = BLOCKS[block.name]
    for column in TABLES[table].columns if table in TABLES else ():
        words = block.values.get(column.name)
        if column.verbatim and isinstance(words, str):
            data = {article: text.replace(words, _misspelt(words)).encode()}
            subject = f"{article} {block.name} {block.values['id']} {column.name}"
            line, codes = block.lines[column.name], {"not_anchored" if column.name == "text" else "not_verbatim"}
            yield Fault("article", subject, "words", data, sheet, line, f"{table}.{column.name}", codes)


def of_words(ready: Grounds) -> Iterator[Fault]:
    """Change every text and word that a row rests on; the hash tells of each of them besides, of the article."""
    for sheet in SHEETS:
        article = sheet.replace(".toml", ".txt")
        text = ready.text(article)
        for block in parse(ready.text(sheet), sheet)[0]:
            yield from _words(sheet, article, text, block)
        for rule, other in {"added": f"{text}\n", "lost": text[:-1], "changed": f"M{text[1:]}"}.items():
            data = {article: other.encode()}
            yield Fault("article", article, f"character {rule}", data, article, 0, "", {"article_changed"})


def of_characters(ready: Grounds) -> Iterator[Fault]:
    """Put what is refused into an article, and break its bytes."""
    for sheet in SHEETS:
        article = sheet.replace(".toml", ".txt")
        text, data = ready.text(article), ready.bytes[article]
        last = text.count("\n")
        for code, character in REFUSED.items():
            other = text[:-2] + character + text[-2:]
            yield Fault("article", article, f"character {code}", {article: other.encode()}, article, last, "", {code})
        forms: dict[str, tuple[bytes | None, str, int]] = {
            "not_utf8": (data[:-1] + b"\xe9\n", article, last),
            "empty": (b" \n", article, 0),
            "too_large": (data + b"x" * LARGEST, article, 0),
            "unpaired": (None, sheet, 0),
        }
        for code, (changed, file, line) in forms.items():
            yield Fault("article", article, f"bytes {code}", {article: changed}, file, line, "", {code})


def of_accounting(ready: Grounds) -> Iterator[Fault]:
    """Add a number and a mark that no row accounts for, to an article whose sheet knows its new hash."""
    for sheet in SHEETS:
        article = sheet.replace(".toml", ".txt")
        for rule, words in {"number": "Three ships left.", "mark": "A «word."}.items():
            text = f"{ready.text(article)}{words}\n"
            old, new = (hashlib.sha256(one.encode()).hexdigest() for one in (ready.text(article), text))
            files = {article: text.encode(), sheet: ready.text(sheet).replace(old, new).encode()}
            line, codes = text.count("\n"), {f"{rule}_not_accounted"}
            yield Fault("article", article, f"open {rule}", files, article, line, "accounting", codes)
