"""An article with its coded spans marked, the rows beneath, and what is not accounted for."""

from collections.abc import Iterator

from scripts.checks.seeds import Checked
from scripts.problem import as_text, printable
from scripts.review.spans import ANCHORED, Marked, in_order, lines, segments

LEFT_OUT = {"source_id", "start", "end", "text", "coding"}


def _participants(checked: Checked, event_id: str) -> str:
    rows = checked.tables["participants"].cells
    mine = rows[rows["event_id"] == event_id]
    sides = [", ".join(mine.loc[mine["role"] == role, "actor_id"]) for role in ("actor", "recipient")]
    return " → ".join(side for side in sides if side)


def marked(checked: Checked, source_id: str) -> dict[Marked, str]:
    """Return the coded rows of a source in the order of the text, each with what it says in one line."""
    found = {}
    for name in ANCHORED:
        table, cells = checked.tables[name].schema, checked.tables[name].cells
        key = table.key[0]
        for _, row in cells[cells["source_id"] == source_id].iterrows():
            said = [
                f"{column}={row[column]}"
                for column in table.names
                if column not in LEFT_OUT | {key} and isinstance(row[column], str)
            ]
            taking_part = [_participants(checked, row[key])] if name == "events" else []
            span = Marked(name, str(row[key]), int(row["start"]), int(row["end"]))
            found[span] = "; ".join([*taking_part, *said])
    return {row: found[row] for row in in_order(found)}


def _with_marks(text: str, rows: list[Marked], window: tuple[int, int]) -> str:
    """Return a line of the text with ⟦id before and id⟧ behind every span in it."""
    out = []
    for segment in segments(rows, window):
        out += [f"⟦{row.label} " for row in segment.beginning]
        out.append(text[segment.start : segment.end])
        out += [f" {row.label}⟧" for row in segment.ending]
    return printable("".join(out))


def as_lines(checked: Checked, source_id: str) -> Iterator[str]:
    """Yield the lines of the review of one article: marked text, rows beneath, accounting, problems."""
    article = checked.articles[source_id]
    yield f"{source_id}: {article.path}"
    rows = marked(checked, source_id)
    for number, (start, end) in lines(article.text):
        yield f"\n{number:>4}  {_with_marks(article.text, list(rows), (start, end))}"
        yield from (f"      {row.label}  {printable(said)}" for row, said in rows.items() if start <= row.start <= end)
    yield ""
    yield from (str(account) for account in checked.accounts if account.source_id == source_id)
    stem = article.path.removesuffix(".txt")
    problems = [problem for problem in checked.problems if problem.file.startswith(stem)]
    yield as_text(problems) or "no problem"
