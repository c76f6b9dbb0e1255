"""The template of a coding sheet: every block and key, each with what it is for."""

import json

from schemas import Column
from schemas.vocabularies import codes
from scripts.sheets.keys import BLOCKS, DEFAULTS, SHEET_BLOCKS, Key, keys

SHORT_LIST = 20
EXAMPLES = {
    "actors": ["north-korea"],
    "recipients": ["donetsk-pr", "luhansk-pr"],
    "date": "2022-07-14",
    "period": "2021",
    "occurrence": 2,
    "event_id": "e03",
}


def _example(key: Key) -> str:
    own = [column for column in key.columns if column.name == key.name] or list(key.columns)
    value = EXAMPLES.get(key.name, own[0].example if own else "")
    if key.name == "id":
        value = str(value).rpartition("-")[2]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, ensure_ascii=False)


def _values(column: Column) -> str:
    if column.vocabulary is None:
        return ""
    listed = codes(column.vocabulary)
    return f" One of: {', '.join(listed)}." if len(listed) <= SHORT_LIST else ""


def _comment(key: Key) -> str:
    need = "Required" if key.required else "Optional"
    if key.name in DEFAULTS:
        need = f"Optional, {DEFAULTS[key.name]} if left out"
    values = _values(key.columns[0]) if key.columns else ""
    return f"# {need}. {key.purpose}{values}"


def _block(name: str) -> str:
    header = f"[{name}]" if name == "source" else f"[[{name}]]"
    lines = [header]
    for key in keys(name).values():
        lines += [_comment(key), f"{key.name} = {_example(key)}"]
    return "\n".join(lines) + "\n"


def template() -> str:
    """Return the text of a coding sheet that explains every key in a comment."""
    return "\n".join(_block(name) for name in SHEET_BLOCKS if name in BLOCKS)
