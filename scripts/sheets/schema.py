"""The JSON Schema of the files that people edit in seeds/, for editors: completion, and errors as one types."""

import json
import re
from typing import Any

from scripts.sheets.keys import BLOCKS, Key, keys

MOST_CODES = 60  # a longer list, such as that of the countries, is given as a pattern
ISO = re.compile(r"[A-Z]{3}")


def value_schema(key: Key) -> dict[str, Any]:
    """Return the JSON Schema of the value of one key."""
    shape: dict[str, Any] = {"type": {"text": "string", "texts": "array"}.get(key.kind, key.kind)}
    codes = next((list(column.codes or ()) for column in key.columns if column.name == key.name), [])
    if key.kind == "texts":
        shape["items"] = {"type": "string"}
    elif len(codes) > MOST_CODES:
        own = [code for code in codes if not ISO.fullmatch(code)]
        shape["pattern"] = f"^({'|'.join([*own, ISO.pattern] if len(own) <= MOST_CODES else ['[a-z]{2}'])})$"
    elif codes:
        shape["enum"] = codes
    return shape


def _block(name: str) -> dict[str, Any]:
    listed = keys(name)
    return {
        "type": "object",
        "properties": {key.name: value_schema(key) | {"description": key.purpose} for key in listed.values()},
        "required": [key.name for key in listed.values() if key.required],
        "additionalProperties": False,
    }


def sheet_schema() -> str:
    """Return the schema of coding sheets and registries, as JSON text."""
    blocks = {name: _block(name) for name in BLOCKS}
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A coding sheet or a registry of seeds/",
        "description": "Generated from schemas/, for editors. The checks of the build say more.",
        "type": "object",
        "properties": {
            name: block if name == "source" else {"type": "array", "items": block} for name, block in blocks.items()
        },
        "additionalProperties": False,
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
