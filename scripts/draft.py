"""Draft coding sheets for new articles: quotes, figures and what is set aside, for a person to review."""

import argparse
import os
import sys
import tomllib
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from scripts.build import HERE
from scripts.extract.actors import Actor
from scripts.extract.article import draft
from scripts.extract.sheet import sheet
from scripts.extract.source import facts
from scripts.problems import as_text, safe_output
from scripts.sheets.read import read_article, read_seeds

Outcome = tuple[str, bool]  # a line for people, and whether a sheet was written


def actors(root: Path) -> list[Actor]:
    """Return the registered actors of root/seeds."""
    seeds = read_seeds(root)
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


def draft_sheet(path: Path, known: list[Actor], redraft: bool) -> Outcome:
    """Write the sheet of one article beside it."""
    target = path.with_suffix(".toml")
    if (why := _kept(target, redraft)) is not None:
        return f"{target}: {why}", False
    article, problems = read_article(path.parent, path.name)
    if article is None:
        return as_text(problems).rstrip(), False
    said = facts(article.text)
    drafted = draft(article.text, (said.published, said.published), known, said.spans)
    target.write_text(sheet(said, article.sha256, drafted), encoding="utf-8")
    counts = {name: sum(row.table == name for row in drafted.rows) for name in ("quotes", "figures", "ignored")}
    return f"{target}: " + ", ".join(f"{count} {name}" for name, count in counts.items()), True


def run(paths: list[Path], known: list[Actor], redraft: bool) -> int:
    """Draft many sheets, in parallel where there are many; one bad article stops no other."""
    work = partial(draft_sheet, known=known, redraft=redraft)
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


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 (all drafted), 1 (some were not) or 2 (could not run)."""
    safe_output(sys.stdout, sys.stderr)
    parser = argparse.ArgumentParser(prog="python -m scripts.draft", description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path, metavar="ARTICLE.txt")
    parser.add_argument("--redraft", action="store_true", help="replace sheets that the extractor drafted")
    parser.add_argument("--root", type=Path, default=HERE, metavar="DIR", help="where seeds/actors.toml is")
    options = parser.parse_args(arguments)
    wrong = [path for path in options.articles if path.suffix != ".txt"]
    if wrong:
        parser.error(f"not an article (.txt): {', '.join(map(str, wrong))}")
    return run(options.articles, actors(options.root), options.redraft)


if __name__ == "__main__":
    sys.exit(main())
