"""Draft coding sheets for new articles, by rules or by what a model proposes: for a person to review."""

import argparse
import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from scripts.draft.alike import like_measures
from scripts.draft.article import draft
from scripts.draft.dataset import Dataset, dataset
from scripts.draft.rows import Draft
from scripts.draft.sheet import like_hint, measure_hint, registered, sheet
from scripts.draft.source import Facts, facts
from scripts.problem import CannotRunError, as_text, shown
from scripts.propose.answer import answer_schema
from scripts.propose.endpoint import AnswerError, asked_how, endpoint, register_model
from scripts.propose.prompt import Message, Prompt
from scripts.propose.prompt import as_text as prompt_text
from scripts.propose.proposal import Proposer
from scripts.sheets.files import LARGEST, read_text
from scripts.sheets.read import FOLDER, REGISTRIES, read_article
from scripts.sheets.rows import Article

CODED = ("events", "quotes", "figures", "ignored")
GIVEN = {"publisher": "publisher_id", "title": "title", "url": "url", "rights": "rights"}  # option -> key of [source]
Outcome = tuple[
    str, bool, dict[tuple[str, str], str]
]  # what is told, whether a sheet was written, what its registries lack
Drafter = Callable[[Article, Facts], tuple[Draft, str]]  # gives the rows of an article, and what is told of them


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


def by_rules(article: Article, said: Facts, known: Dataset) -> tuple[Draft, str]:
    """Return the rows that the rules draft."""
    return draft(article.text, (said.published, said.published), known.actors, said.spans), ""


def by_proposal(article: Article, said: Facts, proposer: Proposer) -> tuple[Draft, str]:
    """Return the rows that a model, or a file of candidates, proposes and the checks let in."""
    found = proposer.propose(article, said)
    return found.draft, f"\n{found}".rstrip()


def draft_sheet(path: Path, known: Dataset, options: argparse.Namespace, drafter: Drafter) -> Outcome:
    """Write the sheet of one article beside it; `options` are those of the command."""
    target = path.with_suffix(".toml")
    if (why := _kept(target, options.redraft)) is not None:
        return f"{target}: {why}", False, {}
    article, problems = read_article(path.parent, path.name)
    if article is None:
        return as_text(problems).rstrip(), False, {}
    said, day = facts(article.text), options.published
    said = replace(said, published=day, date_text=None) if day else said
    try:
        drafted, told = drafter(article, said)
    except AnswerError as error:
        return f"{path}: {error}", False, {}
    own = f"{FOLDER}/{target.name}"
    events, figures = ([row for row in drafted.rows if row.table == name] for name in ("events", "figures"))
    hints = {("events", row.span): like_hint(known.acts.like(row, own)) for row in events}
    hints |= {("figures", row.span): measure_hint(like_measures(row, known.measures)) for row in figures}
    given = {key: getattr(options, name) for name, key in GIVEN.items() if getattr(options, name) is not None}
    new = registered(drafted) if options.register_new else {}
    drafted.registered = [] if options.register_new else drafted.registered
    written = sheet(said, article, drafted, given, hints)
    target.write_text(written, encoding="utf-8", newline="\n")
    counts = {name: sum(row.table == name for row in drafted.rows) for name in CODED}
    return f"{target}: " + ", ".join(f"{count} {name}" for name, count in counts.items()) + told, True, new


def draft_sheets(paths: list[Path], work: Callable[[Path], Outcome], root: Path, *, on_all_cores: bool) -> int:
    """Draft many sheets, each told as it is done; one bad article stops no other. Return the exit code."""
    if not on_all_cores:
        return _show(map(work, paths), len(paths), root)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return _show(pool.map(work, paths, chunksize=4), len(paths), root)


def _show(outcomes: Iterable[Outcome], total: int, root: Path) -> int:
    """Tell what became of each article, and add what the registries lack; return the exit code."""
    if total > 1 and sys.stderr.isatty():
        from rich.progress import track

        outcomes = track(outcomes, "drafting", total=total)
    every_one, added = True, set()
    for line, written, new in outcomes:
        print(line, flush=True)
        every_one &= written
        for at, block in new.items():
            path = root / REGISTRIES[at[0]]
            if at not in added:
                known = path.read_text(encoding="utf-8").rstrip()
                path.write_text(f"{known}\n{block}", encoding="utf-8", newline="\n")
                print(f"{path}: {at[1]} is added, to be completed")
            added.add(at)
    return 0 if every_one else 1


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise CannotRunError(f"{shown(words)} is not a day, such as 2022-07-26") from error


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("articles", nargs="*", type=Path, metavar="ARTICLE.txt")
    parser.add_argument("--published", type=_day, metavar="DAY", help="when, if the text does not say it: 2022-07-26")
    parser.add_argument("--publisher", metavar="KEY", help="who published it: a key of seeds/actors.toml")
    parser.add_argument("--title", metavar="WORDS", help="its title, if the text does not begin with it")
    parser.add_argument("--url", metavar="URL", help="its address")
    parser.add_argument("--rights", metavar="URI", help="what is known of the rights in it")
    add = "add actors and measures that the registries lack there, as blocks to complete"
    parser.add_argument("--register", dest="register_new", action="store_true", help=add)
    parser.add_argument("--redraft", action="store_true", help="replace sheets that nobody has reviewed")
    parser.add_argument("--print-prompt", action="store_true", help="print what a model is asked; no network is used")
    parser.add_argument(
        "--candidates", type=Path, metavar="FILE", help="the answer to that prompt, for the one article"
    )
    parser.add_argument("--candidate-schema", action="store_true", help="print the JSON Schema of an answer")
    register_model(parser, model="ask this model, or say with --candidates who answered")


def _proposer(options: argparse.Namespace, prompt: Prompt) -> Proposer:
    """Return who proposes rows: a file of candidates, which cannot be asked again, or a model."""
    if options.candidates:
        text, problems = read_text(options.candidates.parent, options.candidates.name)
        if text is None:
            raise CannotRunError(as_text(problems).strip())
        answers = iter([text])
        how = f"from {options.candidates.name}"
        return Proposer(options.model, prompt, lambda _: next(answers, None), how, longest=LARGEST)
    model = endpoint(options)
    return Proposer(model.model, prompt, model.ask, asked_how(model), options.part)


def _asked(path: Path, prompt: Prompt, published: date | None) -> list[Message]:
    article, problems = read_article(path.parent, path.name)
    if article is None:
        raise CannotRunError(as_text(problems).strip())
    return prompt.messages(article, published or facts(article.text).published, (0, len(article.text)), "1 of 1")


def run(options: argparse.Namespace) -> int:
    """Draft; return the exit code."""
    if options.candidate_schema:
        print(json.dumps(answer_schema(), ensure_ascii=False, indent=2))
        return 0
    one = options.candidates or options.print_prompt
    if not options.articles or (one and len(options.articles) > 1):
        raise CannotRunError("give an article; candidates and a prompt go with one article")
    if wrong := [path for path in options.articles if path.suffix != ".txt"]:
        raise CannotRunError(f"not an article (.txt): {', '.join(map(str, wrong))}")
    if options.candidates and not options.model:
        raise CannotRunError("say with --model who answered: each row is marked with it")
    known = dataset(options.root)
    prompt = Prompt(options.root, known.registries)
    if options.print_prompt:
        print(prompt_text(_asked(options.articles[0], prompt, options.published)), end="")
        return 0
    drafter: Drafter = partial(by_rules, known=known)
    if options.model:
        drafter = partial(by_proposal, proposer=_proposer(options, prompt))
    work = partial(
        draft_sheet,
        known=known,
        options=options,
        drafter=drafter,
    )
    return draft_sheets(
        options.articles, work, options.root, on_all_cores=not options.model and len(options.articles) >= 8
    )
