"""Set aside the numbers and marks of an article that no drafted row accounts for, with the likeliest reason."""

from schemas.marks import marks
from scripts.checks.scan import SpanSet, numbers
from scripts.draft.figures import Aside
from scripts.draft.marks import Marked
from scripts.draft.rows import Draft, Drafted, anchored
from scripts.draft.words import Span

LONGEST = 2000  # characters in marks that are set aside together
MOST = 500  # rows of an article for what is set aside


def left(text: str, draft: Draft, stated: list[Span], asides: list[Aside], unquoted: list[Marked]) -> list[Drafted]:
    """Return rows for what the rows of a draft leave open; of very much, the first.

    `stated` are the spans of dates and facts, `asides` numbers with a reason, `unquoted` marks that quote nobody.
    """
    found = _numbers(text, draft, stated, asides) + _marks(text, draft, unquoted)
    return [row for span, reason in found[:MOST] for row in anchored(text, "ignored", span, {"reason": reason})]


def _numbers(text: str, draft: Draft, stated: list[Span], asides: list[Aside]) -> list[tuple[Span, str]]:
    words = {row.values["date_text"] for row in draft.rows if "date_text" in row.values}
    worded = [one.span for one in draft.dates if text[one.span[0] : one.span[1]] in words]
    covered = SpanSet([*(row.span for row in draft.rows if row.table == "figures"), *stated, *worded])
    reasons = {aside.span: aside.reason for aside in asides}
    return [
        (span, reasons.get(span) or ("date" if text[span[0]].isdigit() else "time_span"))
        for span in numbers(text)
        if span not in covered
    ]


def _marks(text: str, draft: Draft, unquoted: list[Marked]) -> list[tuple[Span, str]]:
    quoted = SpanSet([(row.span[0] - 1, row.span[1] + 1) for row in draft.rows if row.table == "quotes"])
    aside = [pair.outer for pair in unquoted if pair.outer[1] - pair.outer[0] <= LONGEST]
    held = SpanSet(aside)
    single = [(at, at + 1) for at in marks(text)]
    return [(span, "scare_quotes") for span in aside if (span[0], span[0] + 1) not in quoted] + [
        (span, "stray_mark") for span in single if span not in quoted and span not in held
    ]
