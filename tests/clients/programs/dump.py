"""Print tables as the canonical dump: a line for each cell with its type, and one for each text cut out of its article."""

import datetime as dt
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

Rows = list[dict[str, Any]]
ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def escaped(text: str) -> str:
    return "".join(ESCAPES.get(character, character) for character in text)


def cell(value: Any) -> tuple[str, str]:
    """Return (type, text) of a value, by the type that the client gave it."""
    if value is None:
        return "null", ""
    if isinstance(value, str):
        return "string", escaped(value)
    if isinstance(value, dt.date):
        return "date", value.strftime("%Y-%m-%d")
    if isinstance(value, int) and not isinstance(value, bool):
        return "integer", str(value)
    if isinstance(value, float | Decimal):
        text = format(Decimal(str(value)), "f")
        return "number", text.rstrip("0").rstrip(".") if "." in text else text
    return type(value).__name__, str(value)


def articles(tables: dict[str, Rows]) -> dict[str, str]:
    return {row["source_id"]: Path(row["path"]).read_bytes().decode("utf-8") for row in tables["sources"]}


def cut(tables: dict[str, Rows]) -> dict[str, list[str]]:
    """Return, for each anchored table, the articles' characters at the rows' offsets, in Python's arithmetic."""
    texts = articles(tables)
    return {
        name: [texts[row["source_id"]][row["start"] : row["end"]] for row in rows]
        for name, rows in tables.items()
        if "start" in rows[0]
    }


def dump(tables: dict[str, Rows], slices: dict[str, list[str]]) -> bytes:
    """Return the dump of tables; `slices` holds the text cut out for each row of a table."""
    lines = []
    for name, rows in tables.items():
        for number, row in enumerate(rows, 1):
            cells = [(column, *cell(value)) for column, value in row.items()]
            cells += [("article[start:end]", *cell(slices[name][number - 1]))] if name in slices else []
            lines += ["\t".join([name, str(number), *found]) for found in cells]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def show(tables: dict[str, Rows], slices: dict[str, list[str]]) -> None:
    """Print the dump of tables, in the order in which the program was given their names."""
    sys.stdout.buffer.write(dump({name: tables[name] for name in sys.argv[1:]}, slices))
