"""An article with its coded spans marked, the rows beneath, and what is not accounted for."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.checks.seeds import Checked
from scripts.problems import as_text, printable
from scripts.sheets.rows import Article

ANCHORED = ("events", "quotes", "figures")
LEFT_OUT = {"source_id", "start", "end", "text", "coding"}


@dataclass(frozen=True)
class Marked:
    """One coded row: its short id, its span, and what it says in one line."""

    label: str
    start: int
    end: int
    summary: str


def _participants(checked: Checked, event_id: str) -> str:
    rows = checked.sheaves["participants"].cells
    mine = rows[rows["event_id"] == event_id]
    sides = [", ".join(mine.loc[mine["role"] == role, "actor_id"]) for role in ("actor", "recipient")]
    return " → ".join(side for side in sides if side)


def marked(checked: Checked, source_id: str) -> list[Marked]:
    """Return the coded rows of a source in the order of the text."""
    found = []
    for name in ANCHORED:
        table, cells = checked.sheaves[name].table, checked.sheaves[name].cells
        key = table.key[0]
        for _, row in cells[cells["source_id"] == source_id].iterrows():
            said = [
                f"{column}={row[column]}"
                for column in table.names
                if column not in LEFT_OUT | {key} and isinstance(row[column], str)
            ]
            taking_part = [_participants(checked, row[key])] if name == "events" else []
            label = str(row[key]).rpartition("-")[2]
            found.append(Marked(label, int(row["start"]), int(row["end"]), "; ".join([*taking_part, *said])))
    return sorted(found, key=lambda row: (row.start, -row.end))


def _with_marks(text: str, offset: int, rows: list[Marked]) -> str:
    """Return a paragraph with ⟦id before and id⟧ behind every span in it."""
    marks: list[tuple[int, int, int, str]] = []
    for row in rows:
        marks.append((row.start - offset, 1, -row.end, f"⟦{row.label} "))
        marks.append((row.end - offset, 0, -row.start, f" {row.label}⟧"))
    out, at = [], 0
    for position, _, _, mark in sorted(marks):
        inside = min(max(position, 0), len(text))
        out += [text[at:inside], mark]
        at = inside
    return "".join([*out, text[at:]])


def paragraphs(article: Article, rows: list[Marked]) -> Iterator[tuple[int, str, list[Marked]]]:
    """Yield (line, text with marks, rows that begin in it) for every paragraph."""
    offset = 0
    for number, text in enumerate(article.text.split("\n"), 1):
        end = offset + len(text)
        here = [row for row in rows if offset <= row.start <= end]
        if text.strip():
            yield number, printable(_with_marks(text, offset, here)), here
        offset = end + 1


def as_lines(checked: Checked, source_id: str) -> Iterator[str]:
    """Yield the lines of the review of one article: marked text, rows beneath, accounting, problems."""
    article = checked.articles[source_id]
    yield f"{source_id}: {article.path}"
    for number, text, rows in paragraphs(article, marked(checked, source_id)):
        yield f"\n{number:>4}  {text}"
        yield from (f"      {row.label}  {printable(row.summary)}" for row in rows)
    yield ""
    yield from (str(account) for account in checked.accounts if account.source_id == source_id)
    stem = article.path.removesuffix(".txt")
    problems = [problem for problem in checked.problems if problem.file.startswith(stem)]
    yield as_text(problems) or "no problem"
