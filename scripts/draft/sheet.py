"""Write a drafted article as a coding sheet."""

import json
import re
import textwrap
from decimal import Decimal
from typing import Any

from schemas.fields import SOURCE_ID
from scripts.draft.alike import Known
from scripts.draft.rows import Draft, Values
from scripts.draft.source import Facts
from scripts.draft.words import Span
from scripts.sheets.keys import keys
from scripts.sheets.read import id_of_file
from scripts.sheets.rows import decimal_text
from scripts.sheets.template import template

LETTERS = {"events": "e", "quotes": "q", "figures": "f"}
OTHER_IDS = ("quote_id", "event_id")  # keys that name another row of the sheet
HEAD = """# Proposed by {proposer}{run}: nobody has read it.
# Read each row against the article: keep, correct or strike it, and name yourself in read_by; then set coding anew.
# The keys of every block are explained at the end of this sheet.
"""
UNREGISTERED = (
    "# What the registries in seeds/ do not have: correct the rows, or complete these blocks and add them there:\n"
)
CHECK = "# Not in the text, or not for certain: check, correct or fill in.\n"


def _value(value: Any) -> str:
    return decimal_text(value) if isinstance(value, int | Decimal) else json.dumps(value, ensure_ascii=False)


def source_id(facts: Facts, path: str) -> str:
    """Return the citation key in the name of the article's file.

    Where there is none, it is one to begin with: the author's surname, or a word of the title, and the year.
    """
    own = id_of_file(path)
    if own and re.fullmatch(SOURCE_ID, own):
        return own
    words = re.findall(r"[a-z]+", (facts.author or "").lower()) or re.findall(r"[a-z]{4,}", facts.title.lower())
    word = (words[-1] if facts.author else words[0]) if words else "source"
    return f"{word}{facts.published.year if facts.published else 2000}"


def source_values(facts: Facts, own_id: str, sha256: str, publisher: str | None) -> tuple[Values, Values]:
    """Return the keys of [source] that the text gives, and those that a coder must check or fill in."""
    known: Values = {"source_id": own_id, "sha256": sha256, "title": facts.title or "(no title in the text)"}
    known |= {key: value for key, value in (("author", facts.author), ("url", facts.url)) if value}
    if facts.published:
        known["date"] = facts.published.isoformat()
        known |= {"date_text": facts.date_text} if facts.date_text else {"date_basis": "inferred"}
    unsure: Values = {
        "publisher_id": publisher or "unnamed",
        "language": "en",
        "genre": "news",
        "rights": "http://rightsstatements.org/vocab/CNE/1.0/",
    }
    if not facts.published:
        unsure |= {"date": "2000/2099", "date_basis": "inferred"}
    return known, unsure


def _lines(values: Values, before: str = "") -> str:
    return "".join(f"{before}{key} = {_value(value)}\n" for key, value in values.items())


def _like(found: list[Known]) -> str:
    """Return the comments that name the events of which a row may be a later report."""
    said = ((one.event_id, _bounds(one), " ".join(one.text.split())) for one in found)
    return "".join(
        f"# Perhaps same_as = {_value(key)}{dated}: {textwrap.shorten(words, 100)}\n" for key, dated, words in said
    )


def _bounds(one: Known) -> str:
    """Return the bounds of an event in brackets, nothing where it has none."""
    bounds = f"{one.earliest or '..'}/{one.latest or '..'}"
    return "" if bounds == "../.." else f" ({one.earliest})" if one.earliest == one.latest else f" ({bounds})"


def _rows(draft: Draft, like: dict[Span, list[Known]]) -> str:
    """Return the blocks of the rows, numbered in the order of the text; a row that names another has its number."""
    numbers = dict.fromkeys(LETTERS, 0)
    ids = []
    for row in draft.rows:
        if row.table in LETTERS:
            numbers[row.table] += 1
            ids.append({"id": f"{LETTERS[row.table]}{numbers[row.table]:02d}"})
        else:
            ids.append({})
    now = {row.values["id"]: own["id"] for row, own in zip(draft.rows, ids, strict=True) if "id" in row.values}
    out = []
    for row, own in zip(draft.rows, ids, strict=True):
        named = {key: now.get(row.values[key], row.values[key]) for key in OTHER_IDS if key in row.values}
        values = row.values | named | own | {"proposed_by": draft.proposer}
        order = [key for key in keys(row.table) if key in values]
        hints = _like(like.get(row.span, [])) if row.table == "events" else ""
        out.append(f"\n[[{row.table}]]\n{hints}{_lines({key: values[key] for key in order})}")
    return "".join(out)


def sheet(facts: Facts, own_id: str, sha256: str, draft: Draft, like: dict[Span, list[Known]] | None = None) -> str:
    """Return the text of the coding sheet of a drafted article; `like` has the candidates for same_as of its events."""
    blocks = "".join(f"#\n# [[{name}]]\n{_lines(values, '# ')}" for name, values in draft.registered)
    explained = "".join(f"# {line}\n".replace("#  \n", "#\n") for line in template().splitlines())
    known = f"{UNREGISTERED}{blocks}\n" if blocks else ""
    given, unsure = source_values(facts, own_id, sha256, draft.publisher)
    source = f'[source]\n{_lines(given)}coding = "machine"\n{CHECK}{_lines(unsure)}'
    head = HEAD.format(proposer=draft.proposer, run=draft.run)
    return "".join([head, known, source, _rows(draft, like or {}), "\n# The keys:\n#\n", explained])
