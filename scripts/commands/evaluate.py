"""Measure drafts of coded articles, by rules or by a model, or how far two blind codings of them agree."""

import argparse
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from scripts.draft.dataset import Dataset, dataset
from scripts.draft.rows import Draft
from scripts.evaluate.agreement import stems
from scripts.evaluate.behaviour import Variant, behaviour
from scripts.evaluate.drafts import DEVELOPMENT, Drafter, by_rules, evaluate_sheet, named_actors
from scripts.evaluate.grids import agreement_grids, behaviour_grid, confusion, published_grid, score_grids
from scripts.evaluate.outside import Scores, form_of
from scripts.evaluate.score import Score
from scripts.problem import CannotRunError, printable
from scripts.propose.endpoint import asked_how, endpoint, register_model
from scripts.propose.prompt import Prompt
from scripts.propose.proposal import Proposer
from scripts.report.grids import Grid, as_drawn, as_markdown
from scripts.sheets.read import FOLDER


def _show(grids: Iterable[Grid], form: str) -> None:
    """Print tables for the terminal, for a page or for programs."""
    grids = list(grids)
    if form == "json":
        rows = {one.title: [dict(zip(one.names, row, strict=True)) for row in one.rows] for one in grids}
        print(json.dumps(rows, indent=2))
    elif form == "markdown":
        print(as_markdown(one._replace(title="") for one in grids).lstrip("\n"), end="")
    else:
        print(as_drawn(grids), end="")


def _show_scores(each: Scores, form: str, published: dict[tuple[str, str], str] | None, *, errors: bool) -> None:
    """Print scores; `published` is what others published on articles of others, which are shown together alone."""
    total: dict[str, Score] = {}
    for scores in each.values():
        for name, found in scores.items():
            total.setdefault(name, Score()).add(found)
    confused = [confusion(found, column) for found in total.values() for column in ("event_type", "status")]
    beside = [] if published is None else [published_grid(total, published)]
    if form == "json":
        data = {stem: {name: found.measures() for name, found in scores.items()} for stem, scores in each.items()}
        print(json.dumps({"all": {name: found.measures() for name, found in total.items()}, "each": data}, indent=2))
    else:
        alone = each.items() if form == "table" and published is None else ()
        own = [grid for stem, scores in alone for grid in score_grids(scores, stem)]
        _show([*own, *score_grids(total, "all articles"), *confused, *beside], form)
    for stem, scores in each.items() if errors else ():
        for name, found in scores.items():
            print("".join(f"{stem}: {name}: {printable(error)}\n" for error in found.errors), end="")


def _sheets(root: Path, *, development: bool) -> list[str]:
    sheets = sorted(path.stem for path in (root / FOLDER).glob("[0-9]*.toml"))
    found = [stem for stem in sheets if stem in DEVELOPMENT] if development else sheets
    if not found:
        raise CannotRunError(f"no coding sheet in {root}/{FOLDER}")
    return found


def _by_model(options: argparse.Namespace, known: Dataset) -> Callable[[Variant], Drafter]:
    """Return what drafts as the options' model proposes, in each variant."""

    def draft_as(variant: Variant) -> Drafter:
        model = replace(endpoint(options), seed=options.seed + variant.seed, renamed=variant.renamed)
        prompt = Prompt(options.root, known.registries, variant.reverse)
        proposer = Proposer(options.model, prompt, model.ask, asked_how(model), options.part)

        def drafted(article: object, said: object, _: object) -> Draft:
            return proposer.propose(article, said).draft  # type: ignore[arg-type]

        return drafted

    return draft_as


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("--agreement", action="store_true", help="compare seeds/blind/a with b instead")
    development = "only the articles that the extractor was developed on"
    parser.add_argument("--development", action="store_true", help=development)
    outside = "gold of others instead of the coded articles: docs/drafting.md says in which forms"
    parser.add_argument("--outside", type=Path, metavar="DIR", help=outside)
    errors = "list what was missed, drafted too much, or read otherwise"
    parser.add_argument("--errors", action="store_true", help=errors)
    parser.add_argument("--format", choices=["table", "markdown", "json"], default="table")
    behaves = "ask the model once more with another seed, and with codes named or ordered otherwise"
    parser.add_argument("--behaviour", action="store_true", help=behaves)
    register_model(parser)


def run(options: argparse.Namespace) -> int:
    """Measure; return the exit code."""
    root = options.root
    if options.agreement:
        articles = stems(root)
        if not articles:
            raise CannotRunError(f"no article in {root}/seeds/blind/a and b")
        _show(agreement_grids(root, articles), options.format)
        return 0
    known = dataset(root)
    sheets = [] if options.outside else _sheets(root, development=options.development)
    if options.behaviour and not options.model:
        raise CannotRunError("--behaviour is of a model: say with --model which")
    if options.model:
        draft_as = _by_model(options, known)
        if options.behaviour:
            _show([behaviour_grid(behaviour(root, sheets, draft_as))], options.format)
            return 0
        drafter = draft_as(Variant("plain"))
    else:
        named = named_actors(root, sheets) if options.development else {one.actor_id for one in known.actors}
        drafter = by_rules([one for one in known.actors if one.actor_id in named])
    if options.outside:
        names = {one.actor_id: {one.name, *one.aliases} for one in known.actors}
        gold = form_of(options.outside, names)
        _show_scores(gold.scores(options.outside, drafter), options.format, gold.published, errors=options.errors)
    else:
        each = {stem: evaluate_sheet(root, stem, drafter) for stem in sheets}
        _show_scores(each, options.format, None, errors=options.errors)
    return 0
