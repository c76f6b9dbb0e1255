"""Write a drafted article as a coding sheet."""

import json
import re
import textwrap
from decimal import Decimal
from typing import Any

from schemas.fields import SOURCE_ID
from scripts.draft.alike import Known
from scripts.draft.article import Draft
from scripts.draft.source import Facts
from scripts.draft.words import Span
from scripts.sheets.keys import keys
from scripts.sheets.read import id_of_file
from scripts.sheets.rows import decimal_text
from scripts.sheets.template import template

LETTERS = {"events": "e", "quotes": "q", "figures": "f"}
HEAD = """# Drafted by the extractor: nobody has reviewed it. Keep, correct or strike each row; then set coding anew.
# The keys of every block are explained at the end of this sheet.
"""
PROPOSED = "# Actors that seeds/actors.toml does not have: correct the rows, or add them there with the right kind:\n"
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


def _source(facts: Facts, own_id: str, sha256: str, publisher: str | None) -> str:
    values: dict[str, Any] = {
        "source_id": own_id,
        "sha256": sha256,
        "title": facts.title or "(no title in the text)",
    }
    if facts.author:
        values["author"] = facts.author
    if facts.url:
        values["url"] = facts.url
    if facts.published:
        values |= {"date": facts.published.isoformat(), "date_text": facts.date_text}
    known = "".join(f"{key} = {_value(value)}\n" for key, value in values.items())
    open_ = {
        "publisher_id": publisher or "unnamed",
        "language": "en",
        "genre": "news",
        "rights": "http://rightsstatements.org/vocab/CNE/1.0/",
    }
    if not facts.published:
        open_ |= {"date": "2000/2099", "date_basis": "inferred"}
    guessed = "".join(f"{key} = {_value(value)}\n" for key, value in open_.items())
    return f'[source]\n{known}coding = "machine"\n{CHECK}{guessed}'


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
    numbers = dict.fromkeys(LETTERS, 0)
    out = []
    for row in draft.rows:
        values = dict(row.values)
        if row.table in LETTERS:
            numbers[row.table] += 1
            values = {"id": f"{LETTERS[row.table]}{numbers[row.table]:02d}"} | values
        order = [key for key in keys(row.table) if key in values]
        hints = _like(like.get(row.span, [])) if row.table == "events" else ""
        out.append(f"\n[[{row.table}]]\n{hints}" + "".join(f"{key} = {_value(values[key])}\n" for key in order))
    return "".join(out)


def _actor(key: str, name: str, kind: str) -> str:
    return f"# [[actors]]\n# actor_id = {_value(key)}\n# name = {_value(name)}\n# kind = {_value(kind)}\n"


def sheet(facts: Facts, own_id: str, sha256: str, draft: Draft, like: dict[Span, list[Known]] | None = None) -> str:
    """Return the text of the coding sheet of a drafted article; `like` has the candidates for same_as of its events."""
    proposed = "".join(_actor(key, name, kind) for key, (name, kind) in sorted(draft.proposed.items()))
    explained = "".join(f"# {line}\n".replace("#  \n", "#\n") for line in template().splitlines())
    known = PROPOSED + proposed if proposed else ""
    source = _source(facts, own_id, sha256, draft.publisher)
    return "".join([HEAD, known, source, _rows(draft, like or {}), "\n# The keys:\n#\n", explained])
