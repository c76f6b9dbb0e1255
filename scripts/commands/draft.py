"""Draft coding sheets for new articles: events, quotes, figures and what is set aside, for a person to review."""

import argparse
import json
import os
import sys
import tomllib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scripts.draft.actors import Actor
from scripts.draft.alike import Acts, acts
from scripts.draft.article import Drafted, draft
from scripts.draft.candidates import candidate_schema, read_candidates
from scripts.draft.sheet import sheet, source_id
from scripts.draft.source import facts
from scripts.problem import CannotRunError, Problem, as_text, counted
from scripts.sheets.files import read_text
from scripts.sheets.read import FOLDER, Seeds, read_article, read_seeds
from scripts.sheets.rows import Article, Row

EVENT = {"event_id", "event_type", "status", "text"}
PARTY = {"event_id", "actor_id"}
Outcome = tuple[str, bool]  # a line for people, and whether a sheet was written


@dataclass(frozen=True)
class Dataset:
    """What a draft takes from the dataset: the registered actors, and the events that a row may repeat."""

    actors: list[Actor]
    acts: Acts


def dataset(root: Path) -> Dataset:
    """Return what root/seeds has of actors and of events."""
    seeds = read_seeds(root)
    rows = {name: seeds.rows.get(name, []) for name in ("events", "participants")}
    return Dataset(_actors(seeds), acts(_whole(rows["events"], EVENT), _whole(rows["participants"], PARTY)))


def actors(root: Path) -> list[Actor]:
    """Return the registered actors of root/seeds."""
    return _actors(read_seeds(root))


def _whole(rows: list[Row], names: set[str]) -> list[Row]:
    """Return the rows that have what is compared; a sheet may be unfinished."""
    return [row for row in rows if names <= row.cells.keys()]


def _actors(seeds: Seeds) -> list[Actor]:
    aliases: dict[str, list[str]] = {}
    for row in seeds.rows.get("aliases", []):
        aliases.setdefault(row.cells.get("actor_id", ""), []).append(row.cells["alias"])
    return [
        Actor(key, cells.get("name", key), cells.get("kind", ""), cells.get("country"), tuple(aliases.get(key, ())))
        for row in seeds.rows.get("actors", [])
        if (cells := row.cells) and (key := cells.get("actor_id"))
    ]


def _kept(path: Path, redraft: bool) -> str | None:
    """Return why an existing sheet must not be replaced, None where it may."""
    if not path.exists():
        return None
    if not redraft:
        return "there already; --redraft replaces a machine's draft"
    try:
        coding = tomllib.loads(path.read_text(encoding="utf-8"))["source"]["coding"]
    except (ValueError, KeyError, TypeError, RecursionError):
        coding = None
    return None if coding == "machine" else 'not replaced: its coding is not "machine"'


def draft_sheet(path: Path, known: Dataset, redraft: bool, proposed: Path | None = None) -> Outcome:
    """Write the sheet of one article beside it; `proposed` is a file of candidates for it."""
    target = path.with_suffix(".toml")
    if (why := _kept(target, redraft)) is not None:
        return f"{target}: {why}", False
    article, problems = read_article(path.parent, path.name)
    if article is None:
        return as_text(problems).rstrip(), False
    said = facts(article.text)
    taken, refused = _candidates(proposed, article) if proposed else ([], [])
    drafted = draft(article.text, (said.published, said.published), known.actors, said.spans, taken)
    own = f"{FOLDER}/{target.name}"
    like = {row.span: known.acts.like(row, own) for row in drafted.rows if row.table == "events"}
    written = sheet(said, source_id(said, path.name), article.sha256, drafted, like)
    target.write_text(written, encoding="utf-8", newline="\n")
    counts = {
        name: sum(row.table == name for row in drafted.rows) for name in ("events", "quotes", "figures", "ignored")
    }
    line = f"{target}: " + ", ".join(f"{count} {name}" for name, count in counts.items())
    if proposed:
        let_in = counted(len(taken), "candidate")
        line += f"\n{as_text(refused)}{let_in} let in, {len({one.line for one in refused})} refused"
    return line, True


def _candidates(path: Path, article: Article) -> tuple[list[Drafted], list[Problem]]:
    """Return the candidates of a file that are let in, and why others are refused."""
    text, problems = read_text(path.parent, path.name)
    return read_candidates(text, path.name, article) if text is not None else ([], problems)


def draft_sheets(paths: list[Path], known: Dataset, redraft: bool, proposed: Path | None = None) -> int:
    """Draft many sheets, in parallel where there are many; one bad article stops no other."""
    work = partial(draft_sheet, known=known, redraft=redraft, proposed=proposed)
    if len(paths) < 8:
        outcomes = list(map(work, paths))
    else:
        from rich.progress import track

        with ProcessPoolExecutor(os.cpu_count()) as pool:
            found = pool.map(work, paths, chunksize=4)
            outcomes = list(track(found, "drafting", total=len(paths), disable=not sys.stderr.isatty()))
    for line, _ in outcomes:
        print(line)
    return 0 if all(written for _, written in outcomes) else 1


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLE.txt")
    parser.add_argument("--candidates", type=Path, metavar="FILE.jsonl", help="rows proposed for the one article")
    parser.add_argument("--candidate-schema", action="store_true", help="print the JSON Schema of a candidate")
    parser.add_argument("--redraft", action="store_true", help="replace sheets that the extractor drafted")


def run(options: argparse.Namespace) -> int:
    """Draft; return the exit code."""
    if options.candidate_schema:
        print(json.dumps(candidate_schema(), ensure_ascii=False, indent=2))
        return 0
    if not options.articles or (options.candidates and len(options.articles) > 1):
        raise CannotRunError("give an article; candidates go with one article")
    if wrong := [path for path in options.articles if path.suffix != ".txt"]:
        raise CannotRunError(f"not an article (.txt): {', '.join(map(str, wrong))}")
    return draft_sheets(options.articles, dataset(options.root), options.redraft, options.candidates)
