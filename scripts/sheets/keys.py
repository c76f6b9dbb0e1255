"""The keys of a coding sheet: the tables' columns, less what the build derives, plus a few that stand for several."""

from dataclasses import dataclass
from functools import cache

from schemas import Column, table
from schemas.vocabularies import vocabularies

BLOCKS = {
    "source": "sources",
    "events": "events",
    "quotes": "quotes",
    "figures": "figures",
    "ignored": "ignored",
    "actors": "actors",
    "measures": "measures",
    "documents": "documents",
}
SHEET_BLOCKS = ["source", "events", "quotes", "figures", "ignored"]


@dataclass(frozen=True)
class Key:
    """One key of a block: its kind (text, number, integer, texts), the columns it gives, and what it is for."""

    name: str
    kind: str
    columns: tuple[Column, ...]
    purpose: str
    required: bool


KINDS = {"string": "text", "integer": "integer", "number": "number", "date": "text"}
DATE_FORM = "a day, month or year, or two with a slash; “..” leaves an end open"
SHARED = {
    "id": "Short id of the row: {letter}01, {letter}02, …; given once, never reused.",
    "text": "The words of the article, exactly.",
    "date": f"When it happened or began: {DATE_FORM}.",
    "period": f"The time that the value is for: {DATE_FORM}.",
}
ROLES = {"actors": "actor", "recipients": "recipient"}
DOCUMENT_RELATIONS, EVENT_RELATIONS = (
    {name: Key(name, "texts", (), f"{whose} {code.definition}", False) for name, code in vocabularies()[listed].items()}
    for listed, whose in (
        ("document_relation", "Keys of seeds/documents.toml. The event:"),
        ("event_relation", "Ids of events, of other sources in full. The event:"),
    )
)
EXTRA = {
    "events": {
        "actors": Key("actors", "texts", (), "Who does it: keys of seeds/actors.toml.", True),
        "recipients": Key("recipients", "texts", (), "With, to or against whom it is done.", False),
        **DOCUMENT_RELATIONS,
        **EVENT_RELATIONS,
        "read": Key("read", "texts", (), "Those of the related events that no words name as such.", False),
    },
    "actors": {"aliases": Key("aliases", "texts", (), "Other names that the articles use for this actor only.", False)},
}
OCCURRENCE = Key(
    "occurrence", "integer", (), "Which one is meant, where the text occurs more than once: 1, 2, ….", False
)


def _key(name: str, columns: tuple[Column, ...]) -> Key:
    first = columns[0]
    purpose = SHARED.get(name, first.description).format(letter=first.letter)
    kind = "text" if name in SHARED else KINDS[first.type]
    required = not any(column.nullable or column.derived for column in columns) and name not in DEFAULTS
    return Key(name, kind, columns, purpose, required)


DEFAULTS = {"qualifier": "exact"}


@cache
def keys(block: str) -> dict[str, Key]:
    """Return the keys of a block by name, in the order of the template."""
    grouped: dict[str, tuple[Column, ...]] = {}
    for column in table(BLOCKS[block]).columns:
        if column.sheet is not None:
            grouped[column.sheet] = (*grouped.get(column.sheet, ()), column)
    found: dict[str, Key] = {}
    for name, columns in grouped.items():
        found[name] = _key(name, columns)
        if name == "text":
            found["occurrence"] = OCCURRENCE
    return found | EXTRA.get(block, {})
