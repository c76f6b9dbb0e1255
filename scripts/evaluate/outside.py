"""Gold of others: what lies in a folder says in which form, and each form has its reader."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from scripts.evaluate.drafts import Drafter
from scripts.evaluate.gold import articles, newsquant, plover, polnear
from scripts.evaluate.gold.names import Names
from scripts.evaluate.score import Score
from scripts.problem import CannotRunError, shown

Scores = dict[str, dict[str, Score]]  # by article, by what is scored


@dataclass(frozen=True)
class Form:
    """A form of gold: what lies in its folder, how it is scored, and what others published on it, by measure."""

    files: str
    scores: Callable[[Path, Drafter], Scores]
    published: dict[tuple[str, str], str] = field(default_factory=dict)


def form_of(folder: Path, registered: Names) -> Form:
    """Return the form of the gold in a folder; `registered` are the names of the actors."""
    forms = (
        Form(articles.FILES, partial(articles.scores, registered=registered)),
        Form(plover.FILE, plover.scores),
        Form(newsquant.FILE, newsquant.scores, newsquant.PUBLISHED),
        Form(polnear.FILES, partial(polnear.scores, registered=registered), polnear.PUBLISHED),
    )
    for form in forms:
        if next(folder.glob(form.files), None):
            return form
    known = ", ".join(form.files for form in forms)
    raise CannotRunError(f"{shown(str(folder), 300)} has no gold in a form that is known: {known}")
