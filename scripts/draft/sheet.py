"""Write a drafted article as a coding sheet."""

import json
import re
import textwrap
from decimal import Decimal
from typing import Any

from schemas import ANCHORED, TABLES
from schemas.fields import SOURCE_ID
from scripts.draft.alike import Known
from scripts.draft.rows import Draft, Values
from scripts.draft.sentences import context, sentences
from scripts.draft.source import Facts
from scripts.draft.words import Span
from scripts.problem import printable
from scripts.sheets.keys import keys
from scripts.sheets.read import id_of_file
from scripts.sheets.rows import Article, decimal_text

LETTERS = {name: TABLES[name][TABLES[name].key[0]].letter for name in ANCHORED}
LONGEST_CONTEXT = 300  # characters of the sentence that is shown above a row
Hints = dict[tuple[str, Span], str]  # comments for rows, by table and place
OTHER_IDS = ("quote_id", "event_id")  # keys that name another row of the sheet
HEAD = """#:schema ../docs/sheet.schema.json
# Proposed by {proposer}{run}: nobody has read it.
# Read each row against the article: keep, correct or strike it, and name yourself in read_by; then set coding anew.
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


def source_values(facts: Facts, own_id: str, sha256: str, given: Values) -> tuple[Values, Values]:
    """Return the keys of [source] that are known, from the text or `given`, and those that a coder must check."""
    known: Values = {"source_id": own_id, "sha256": sha256, "title": facts.title or "(no title in the text)"}
    known |= {key: value for key, value in (("author", facts.author), ("url", facts.url)) if value}
    if facts.published:
        known["date"] = facts.published.isoformat()
        known |= {"date_text": facts.date_text} if facts.date_text else {"date_basis": "inferred"}
    known |= given
    unsure: Values = {
        "publisher_id": "unnamed",
        "language": "en",
        "genre": "news",
        "rights": "http://rightsstatements.org/vocab/CNE/1.0/",
    }
    if not facts.published:
        unsure |= {"date": "2000/2099", "date_basis": "inferred"}
    return known, {key: value for key, value in unsure.items() if key not in known}


def _lines(values: Values, before: str = "") -> str:
    return "".join(f"{before}{key} = {_value(value)}\n" for key, value in values.items())


def like_hint(found: list[Known]) -> str:
    """Return the comments that name the events of which a row may be a later report."""
    said = ((one.event_id, _bounds(one), " ".join(one.text.split())) for one in found)
    return "".join(
        f"# Perhaps same_as = {_value(key)}{dated}: {textwrap.shorten(words, 100)}\n" for key, dated, words in said
    )


def measure_hint(measures: list[str]) -> str:
    """Return the comment that names the measures which a figure may be of."""
    return f"# Perhaps measure_id = {' or '.join(map(_value, measures))}\n" if measures else ""


def _bounds(one: Known) -> str:
    """Return the bounds of an event in brackets, nothing where it has none."""
    bounds = f"{one.earliest or '..'}/{one.latest or '..'}"
    return "" if bounds == "../.." else f" ({one.earliest})" if one.earliest == one.latest else f" ({bounds})"


def _rows(draft: Draft, text: str, hints: Hints) -> str:
    """Return the blocks of the rows, numbered in the order of the text; a row that names another has its number."""
    numbers = dict.fromkeys(LETTERS, 0)
    ids: list[Values] = []
    for row in draft.rows:
        if row.table in LETTERS:
            numbers[row.table] += 1
        ids.append({"id": f"{LETTERS[row.table]}{numbers[row.table]:02d}"} if row.table in LETTERS else {})
    now = {row.values["id"]: own["id"] for row, own in zip(draft.rows, ids, strict=True) if "id" in row.values}
    spans, out = sentences(text), []
    for row, own in zip(draft.rows, ids, strict=True):
        named = {key: now.get(row.values[key], row.values[key]) for key in OTHER_IDS if key in row.values}
        values = row.values | named | own | {"proposed_by": draft.proposer}
        line = text.count("\n", 0, row.span[0]) + 1
        around = f"# Line {line}: {textwrap.shorten(context(text, spans, row.span), LONGEST_CONTEXT)}\n"
        order = {key: values[key] for key in keys(row.table) if key in values}
        out.append(f"\n{around}[[{row.table}]]\n{hints.get((row.table, row.span), '')}{_lines(order)}")
    return "".join(out)


def sheet(facts: Facts, article: Article, draft: Draft, given: Values, hints: Hints) -> str:
    """Return the text of the coding sheet of a drafted article.

    `given` are keys of [source] that the person who drafts knows; `hints` stand above the keys of a row.
    """
    blocks = "".join(f"#\n# [[{name}]]\n{_lines(values, '# ')}" for name, values in draft.registered)
    unregistered = f"{UNREGISTERED}{blocks}\n" if blocks else ""
    publisher = {"publisher_id": draft.publisher} if draft.publisher else {}
    known, unsure = source_values(facts, source_id(facts, article.path), article.sha256, publisher | given)
    source = f'[source]\n{_lines(known)}coding = "machine"\n{CHECK}{_lines(unsure)}'
    head = HEAD.format(proposer=printable(draft.proposer), run=printable(draft.run))
    return "".join([head, unregistered, source, _rows(draft, article.text, hints)])


def registered(draft: Draft) -> dict[tuple[str, str], str]:
    """Return the blocks for what the registries do not have, by registry and key."""
    return {
        (name, str(values[f"{name.removesuffix('s')}_id"])): f"\n[[{name}]]\n{_lines(values)}"
        for name, values in draft.registered
    }
