"""The tables of the valid example, checked once: a table that a test leaves as it is, is not checked by itself again."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from scripts.checks.cells import typed
from scripts.checks.frames import Sheaf
from scripts.checks.models import model_problems
from scripts.checks.seeds import check_seeds
from scripts.problem import Problem


@dataclass(frozen=True)
class Sound:
    """A table that nothing is wrong with: its cells as text, and as pandera gets them."""

    cells: pd.DataFrame
    frame: pd.DataFrame

    def same(self, sheaf: Sheaf) -> bool:
        """Return whether a table under check has these cells and nothing was found in them."""
        return not sheaf.broken and sheaf.cells.equals(self.cells)


def sound_tables(root: Path) -> dict[str, Sound]:
    """Check root, which must be valid, and return its tables."""
    checked = check_seeds(root)
    assert checked.problems == []
    return {name: Sound(sheaf.cells, typed(sheaf)[0]) for name, sheaf in checked.sheaves.items()}


@contextlib.contextmanager
def checked_once(sound: Mapping[str, Sound]) -> Iterator[None]:
    """Pass over the cells and the pandera schema of tables that are known to be sound; all else is checked."""

    def of_cells(sheaf: Sheaf) -> tuple[pd.DataFrame, list[Problem]]:
        known = sound.get(sheaf.table.name)
        return (known.frame.copy(), []) if known and known.same(sheaf) else typed(sheaf)

    def of_model(sheaf: Sheaf, frame: pd.DataFrame) -> list[Problem]:
        known = sound.get(sheaf.table.name)
        return [] if known and known.same(sheaf) else model_problems(sheaf, frame)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scripts.checks.tables.typed", of_cells)
        patch.setattr("scripts.checks.tables.model_problems", of_model)
        yield
