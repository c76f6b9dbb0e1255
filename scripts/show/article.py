"""An article with its coded spans marked, the rows beneath, and what is not accounted for."""

from collections.abc import Iterator

from schemas import ANCHORED
from scripts.checks.seeds import Checked
from scripts.problem import Problem, as_text, printable
from scripts.spans import Anchor, Span, anchors, lines, segments
from scripts.tables.table import Row, rows

LEFT_OUT = {"source_id", "start", "end", "text", "label", "coding"}


def _said(anchor: Anchor, participants: list[Row]) -> str:
    """Return what a row says in one line: its label, who takes part, and every column that is not blank."""
    mine = [row for row in participants if row["event_id"] == anchor.key]
    sides = [", ".join(str(row["actor_id"]) for row in mine if row["role"] == role) for role in ("actor", "recipient")]
    taking_part = [" → ".join(side for side in sides if side)] if anchor.table == "events" else []
    label = [value] if (value := anchor.row.get("label")) else []
    columns = list(anchor.row.items())[1:]  # the first is the key
    said = [f"{name}={value}" for name, value in columns if value not in {None, anchor.key} and name not in LEFT_OUT]
    return "; ".join([*label, *taking_part, *said])


def _with_marks(text: str, marked: list[Anchor], window: Span) -> str:
    """Return a line of the text with ⟦id before and id⟧ behind every span in it."""
    out = []
    for segment in segments(marked, window):
        out += [f"⟦{row.label} " for row in segment.beginning]
        out.append(text[segment.start : segment.end])
        out += [f" {row.label}⟧" for row in segment.ending]
    return printable("".join(out))


def as_lines(checked: Checked, source_id: str, problems: list[Problem]) -> Iterator[str]:
    """Yield the lines of the review of one article: marked text, rows beneath, accounting, its problems."""
    article = checked.articles[source_id]
    yield f"{source_id}: {article.path}"
    tables = {name: rows(checked.tables[name].cells) for name in (*ANCHORED, "participants")}
    marked = anchors(tables, source_id)
    for number, (start, end) in lines(article.text):
        yield f"\n{number:>4}  {_with_marks(article.text, marked, (start, end))}"
        for row in marked:
            if start <= row.start < end:
                yield f"      {row.label}  {printable(_said(row, tables['participants']))}"
    yield ""
    yield from (str(account) for account in checked.accounts if account.source_id == source_id)
    yield as_text(problems) or "no problem"
