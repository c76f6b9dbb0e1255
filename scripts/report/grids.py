"""Tables for people, drawn in a terminal or written as Markdown, without the columns that are blank in all rows."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from scripts.markdown import code, prose
from scripts.problem import printable, shortened

LONGEST = 160  # characters of one cell
DECIMAL = re.compile(r"[0-9]+\.[0-9]+|–")  # a measure, or that there is none


class Grid(NamedTuple):
    """A titled table of texts and numbers; `literal` names the columns of keys, paths and other values as they are."""

    title: str
    names: Sequence[str]
    rows: Sequence[Sequence[str | int]]
    literal: Collection[str] = ()


def _columns(grid: Grid) -> list[tuple[str, bool, list[str]]]:
    """Return (name, is of numbers, cells of a length that can be shown) of each column that is not blank."""
    found = []
    for name, *cells in zip(grid.names, *grid.rows, strict=True):
        texts = [f"{cell:,}" if isinstance(cell, int) else shortened(cell, LONGEST) for cell in cells]
        if any(texts):
            found.append((name, all(isinstance(cell, int) or DECIMAL.fullmatch(cell) for cell in cells), texts))
    return found


def as_drawn(grids: Iterable[Grid]) -> str:
    """Return tables for a terminal, as wide as it is; those without a row are left out."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(emoji=False, highlight=False)
    with console.capture() as captured:
        for grid in grids:
            columns = _columns(grid)
            table = Table(title=Text(printable(grid.title), "bold"), title_justify="left")
            for name, is_number, _ in columns:
                table.add_column(name, overflow="fold", justify="right" if is_number else "left")
            for row in zip(*(cells for *_, cells in columns), strict=True):
                table.add_row(*map(Text, row))
            if columns:
                console.print(table)
    return captured.get()


def as_markdown(grids: Iterable[Grid]) -> str:
    """Return tables as Markdown, each below its title if it has one; those without a row are left out."""
    parts = []
    for grid in grids:
        if not (columns := _columns(grid)):
            continue
        names = [name for name, *_ in columns]
        marks = ["--:" if is_number else "---" for _, is_number, _ in columns]
        cells = [map(code if name in grid.literal else prose, texts) for name, _, texts in columns]
        heading = f"### {prose(grid.title)}\n\n" if grid.title else ""
        lines = [f"| {' | '.join(row)} |\n" for row in [names, marks, *zip(*cells, strict=True)]]
        parts.append(f"\n{heading}{''.join(lines)}")
    return "".join(parts)
