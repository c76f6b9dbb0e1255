"""Read everything in seeds/: articles, coding sheets and registries become rows."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from schemas.fields import SLUG, SOURCE_ID
from schemas.vocabularies import codes
from scripts.problem import Problem, nearest, problem
from scripts.sheets.blind import blind_problems
from scripts.sheets.blocks import Block, parse
from scripts.sheets.files import as_text, inside, read_bytes, read_text
from scripts.sheets.keys import SHEET_BLOCKS
from scripts.sheets.rows import Article, Context, Row, aliases, joined_rows, read_rows

FOLDER = "seeds"
NAME = re.compile(r"[0-9]{3,5}_[a-z0-9_]{1,80}")
OLD_NAME = re.compile(r"[0-9a-f]{16}")  # the first articles are named after a hash
REGISTRIES = {name: f"{FOLDER}/{name}.toml" for name in ("actors", "measures", "documents")}
OTHER = {*(Path(file).name for file in REGISTRIES.values()), "blind"}
KINDS = {".txt": "an article", ".toml": "a sheet"}


@dataclass
class Seeds:
    """What seeds/ holds: rows by table, articles by source, and problems.

    `incomplete` names the tables, and `unreadable` the sources, that lack rows because a block could not be read;
    `taken` holds the ids of the sources read so far.
    """

    rows: dict[str, list[Row]] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    incomplete: set[str] = field(default_factory=set)
    unreadable: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)

    def add(self, rows: Iterable[Row]) -> None:
        for row in rows:
            self.rows.setdefault(row.table, []).append(row)


def id_of_file(path: str) -> str | None:
    """Return the source_id that the name of an article or a sheet gives, None for the older names.

    >>> id_of_file("seeds/005_kestrel2025.txt")
    'kestrel2025'
    """
    name = PurePosixPath(path).stem.partition("_")[2]
    return None if OLD_NAME.fullmatch(name) else name


def read_article(root: Path, path: str) -> tuple[Article | None, list[Problem]]:
    """Return the article at a path below root, or None and what is wrong with it."""
    data, problems = read_bytes(root, path)
    if data is None:
        return None, problems
    text, problems = as_text(data, path)
    return (Article(path, text, hashlib.sha256(data).hexdigest()) if text is not None else None), problems


def _read_blocks(root: Path, file: str, names: list[str], tables: set[str], seeds: Seeds) -> list[Block]:
    """Return the blocks of a TOML file that may stand there; where some cannot be read, the tables are incomplete."""
    text, problems = read_text(root, file)
    blocks, wrong = parse(text, file) if text is not None else ([], [])
    if text is None or wrong:
        seeds.incomplete |= tables
    misplaced = {block.line: one for block in blocks if (one := _misplaced(block, names))}
    seeds.problems += [*problems, *wrong, *misplaced.values()]
    return [block for block in blocks if block.line not in misplaced]


def _misplaced(block: Block, names: list[str]) -> Problem | None:
    """Return why a block must not stand in its file as it does."""
    if block.name not in names:
        near = nearest(block.name, names)
        return problem("unknown_block", block.file, block.line, block=block.name, near=near, blocks=", ".join(names))
    if block.listed == (block.name == "source"):
        right = "[source]" if block.name == "source" else f"[[{block.name}]]"
        return problem("wrong_brackets", block.file, block.line, block=block.name, right=right)
    return None


def _one_source(blocks: list[Block], file: str, seeds: Seeds) -> Block | None:
    sources = [block for block in blocks if block.name == "source"]
    for extra in sources[1:]:
        seeds.problems.append(problem("second_source", file, extra.line))
    if not sources and not any(one.file == file for one in seeds.problems):
        seeds.problems.append(problem("no_source", file))
    return sources[0] if sources else None


def _text_of(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _usable_id(source: Block, seeds: Seeds) -> str:
    """Return the sheet's source_id, or "" where it is malformed or taken, so that no row is made from it."""
    value = _text_of(source.values, "source_id")
    free = value not in seeds.taken
    seeds.taken.add(value)
    return value if re.fullmatch(SOURCE_ID, value) and free else ""


def read_sheet(root: Path, file: str, path: str, seeds: Seeds) -> None:
    """Add to seeds what the coding sheet `file` says of the article at `path`, both relative to root."""
    article, problems = read_article(root, path)
    seeds.problems += problems
    blocks = _read_blocks(root, file, SHEET_BLOCKS, {"sources", "events"}, seeds)
    source = _one_source(blocks, file, seeds)
    if source is None:
        seeds.incomplete |= {"sources", "events"}
        return
    source_id = _usable_id(source, seeds)
    if any(one.file == file for one in seeds.problems):
        seeds.unreadable.add(source_id)
    if not source_id:
        seeds.incomplete |= {"sources", "events"}
    coding = _text_of(source.values, "coding")
    context = Context(source_id, coding if coding in codes("coding") else "", article)
    rows, wrong = read_rows([source, *(block for block in blocks if block.name != "source")], context)
    seeds.problems += wrong
    rows[0].cells["path"] = path
    if article is not None:
        rows[0].cells["characters"] = str(len(article.text))
    if article is None or not source_id:
        rows[0].broken |= {"characters", "sha256", "date_text"}
    else:
        seeds.articles[source_id] = article
    seeds.add(rows)
    seeds.add(_joined(rows))


def _joined(rows: list[Row]) -> list[Row]:
    """Return participants, documents and relations of the events among rows; of an id used twice the first counts."""
    found: list[Row] = []
    seen: set[str | None] = set()
    for row in rows:
        if row.table == "events":
            event_id = row.cells.get("event_id")
            found += joined_rows(row, sound=event_id is not None and event_id not in seen)
            seen.add(event_id)
    return found


def _unpaired(root: Path, seeds: Seeds) -> list[str]:
    """Return the stems that have both an article and a sheet; report every other file of seeds/."""
    found: dict[str, set[str]] = {}
    for path in sorted((root / FOLDER).iterdir()):
        if path.name in OTHER:
            continue
        if not NAME.fullmatch(path.stem) or path.suffix not in {".txt", ".toml"} or path.is_dir():
            seeds.problems.append(problem("stray_in_seeds", f"{FOLDER}/{path.name}"))
        else:
            found.setdefault(path.stem, set()).add(path.suffix)
    for stem, suffixes in found.items():
        if len(suffixes) == 1:
            [has], [lacks] = suffixes, KINDS.keys() - suffixes
            named = {"kind": KINDS[has], "other": KINDS[lacks], "file": f"{FOLDER}/{stem}{lacks}"}
            seeds.problems.append(problem("unpaired", f"{FOLDER}/{stem}{has}", **named))
            seeds.incomplete |= {"sources", "events"}
    return [stem for stem, suffixes in found.items() if len(suffixes) == 2]


def _read_registry(root: Path, name: str, seeds: Seeds) -> None:
    blocks = _read_blocks(root, REGISTRIES[name], [name], {name, "aliases"} if name == "actors" else {name}, seeds)
    rows, problems = read_rows(blocks, Context("", "", None))
    seeds.problems += problems
    seeds.add(rows)
    if name == "actors":
        for row in rows:
            seeds.add(aliases(row))
        if not all(re.fullmatch(SLUG, row.cells.get("actor_id", "")) for row in rows):
            seeds.incomplete.add(name)


def read_seeds(root: Path) -> Seeds:
    """Read root/seeds: the registries, then one sheet after another, in the order of publication.

    Nothing is written and nothing raised on bad data.
    """
    seeds = Seeds()
    if not (root / FOLDER).is_dir() or not inside(root, root / FOLDER):
        seeds.problems.append(problem("missing_folder", FOLDER))
        return seeds
    for name in REGISTRIES:
        _read_registry(root, name, seeds)
    seeds.problems += blind_problems(root)
    for stem in _unpaired(root, seeds):
        read_sheet(root, f"{FOLDER}/{stem}.toml", f"{FOLDER}/{stem}.txt", seeds)
    return seeds
