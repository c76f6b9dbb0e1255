"""Answers to the printed prompt for two invented articles, scored against their coding.

The answers are of a language model that was given the prompt and nothing else; coding and answers were made apart.
"""

import shutil
from pathlib import Path

from scripts.draft.dataset import dataset
from scripts.draft.rows import Draft
from scripts.draft.source import Facts
from scripts.evaluate.drafts import Days, Drafter, by_rules, evaluate_sheet
from scripts.evaluate.grids import score_grids
from scripts.evaluate.score import Score
from scripts.propose.prompt import Prompt
from scripts.propose.proposal import Proposal, Proposer
from scripts.report.grids import as_markdown
from scripts.sheets.rows import Article

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
CONTRIBUTION = ROOT / "tests/contribution"
STEMS = ("005_kestrel2026", "006_osprey2025")
REGISTRIES = ("actors", "measures", "documents")


def folder(to: Path) -> Path:
    """Write both articles with their coding and registries into a folder, as the project has its own; return it."""
    seeds = to / "seeds"
    seeds.mkdir(parents=True)
    for suffix in (".txt", ".toml"):
        shutil.copy(CONTRIBUTION / f"kestrel2026{suffix}", seeds / f"005_kestrel2026{suffix}")
        shutil.copy(HERE / f"006_osprey2025{suffix}", seeds)
    for name in REGISTRIES:
        shutil.copy(HERE / f"{name}.toml", seeds)
    return to


def proposer(root: Path, stem: str) -> Proposer:
    """Return who proposes the recorded rows of an article."""
    known = dataset(root)
    answers = iter([(HERE / f"{stem}.json").read_text(encoding="utf-8")])
    return Proposer("recorded", Prompt(ROOT, known.registries), lambda _: next(answers, None), "recorded")


def proposals(root: Path) -> tuple[dict[str, Proposal], Drafter]:
    """Return where proposals will be found by source, and what makes them."""
    found: dict[str, Proposal] = {}

    def drafter(article: Article, said: Facts, _: Days) -> Draft:
        found[article.path] = proposer(root, Path(article.path).stem).propose(article, said)
        return found[article.path].draft

    return found, drafter


def scores(root: Path, drafter: Drafter) -> dict[str, Score]:
    """Return the scores of both articles together."""
    total: dict[str, Score] = {}
    for stem in STEMS:
        for name, one in evaluate_sheet(root, stem, drafter).items():
            total.setdefault(name, Score()).add(one)
    return total


def as_page(root: Path) -> str:
    """Return the scores of the recorded proposals and of the rules, as Markdown."""
    made = {"Proposed": proposals(root)[1], "By rules": by_rules(dataset(root).actors)}
    parts = []
    for name, drafter in made.items():
        grids = (grid._replace(title="") for grid in score_grids(scores(root, drafter), ""))
        parts.append(f"**{name}**\n{as_markdown(grids)}")
    return "\n".join(parts)
