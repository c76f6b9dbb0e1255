"""The kinds of column that tables are declared with: each wraps `pandera.Field` and says what the field is for.

Every function takes a title, a description and an example, and returns a pandera field. Metadata keys:
`type` (Table Schema), `example`, `form` (the pattern in words), `vocabulary`, `references` ("table.column"),
`key` (part of the primary key), `verbatim` (must occur in the article), `one_alphabet` (its letters are of one
alphabet, not of several that look alike), `sheet` (the key of a coding sheet that gives the value: the column's own
name unless said otherwise; None where no key does) and `derived` (the build fills it in where the sheet does not).
"""

from typing import Any

import pandera.pandas as pa

from schemas.vocabularies import codes

SLUG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
SOURCE_ID = r"^[a-z]+[0-9]{4}[a-z]?$"
FIRST_DAY, LAST_DAY = "1900-01-01", "2099-12-31"


def _field(title: str, description: str, example: object, kind: str, extra: dict[str, Any], **rules: Any) -> Any:
    metadata = {"type": kind, "example": example, **extra}
    return pa.Field(title=title, description=description, metadata=metadata, **rules)


def text(
    title: str,
    description: str,
    example: str,
    *,
    longest: int = 300,
    nullable: bool = False,
    unique: bool = False,
    **extra: Any,
) -> Any:
    """Free text of 1 to `longest` characters."""
    length = {"min_value": 1, "max_value": longest}
    return _field(title, description, example, "string", extra, nullable=nullable, unique=unique, str_length=length)


def form(
    title: str,
    description: str,
    example: str,
    *,
    pattern: str,
    words: str,
    nullable: bool = False,
    unique: bool = False,
    **extra: Any,
) -> Any:
    """Text that matches `pattern`; `words` say the pattern for people."""
    extra |= {"form": words}
    return _field(title, description, example, "string", extra, nullable=nullable, unique=unique, str_matches=pattern)


def code(title: str, description: str, example: str, *, vocabulary: str, nullable: bool = False, **extra: Any) -> Any:
    """One code of a vocabulary."""
    extra |= {"vocabulary": vocabulary}
    return _field(title, description, example, "string", extra, nullable=nullable, isin=codes(vocabulary))


def date(title: str, description: str, example: str, *, nullable: bool = True, **extra: Any) -> Any:
    """A day as ISO 8601 (2022-07-14); may be blank unless told otherwise."""
    return _field(title, description, example, "date", extra, nullable=nullable, ge=FIRST_DAY, le=LAST_DAY)


def whole(title: str, description: str, example: int, *, lowest: int, **extra: Any) -> Any:
    """A whole number, `lowest` or more."""
    return _field(title, description, example, "integer", extra, ge=lowest)


def decimal(title: str, description: str, example: float, *, nullable: bool = False, **extra: Any) -> Any:
    """A decimal number between minus and plus ten to the fifteenth, so that a double holds it."""
    return _field(title, description, example, "number", extra, nullable=nullable, ge=-1e15, le=1e15)


def label(**extra: Any) -> Any:
    """Who does what to whom, in the coder's words."""
    return text(
        "Label",
        "Who does what to whom, in one clause of our own words, for a reader who has not seen the article.",
        "North Korea recognises the Donetsk and Luhansk People’s Republics",
        longest=90,
        nullable=True,
        **extra,
    )


def address(title: str, description: str, example: str) -> Any:
    """A web address, each given once; may be blank."""
    pattern, words = r"^https?://[^\s<>\"]{3,500}$", "a full http or https address"
    return form(title, description, example, pattern=pattern, words=words, nullable=True, unique=True)


def row_pattern(letter: str) -> str:
    """Return the pattern of the keys of a coded table."""
    return SOURCE_ID.rstrip("$") + f"-{letter}[0-9]{{2,4}}$"


def slug(title: str, description: str, example: str, **extra: Any) -> Any:
    """The key of a registry: lower-case words joined by hyphens."""
    words = "lower-case letters and digits in words joined by hyphens, a letter first"
    return form(title, description, example, pattern=SLUG, words=words, unique=True, key=True, **extra)


def reference(title: str, description: str, example: str, *, to: str, nullable: bool = False, **extra: Any) -> Any:
    """A key of the row of another table, `to` being "table.column"."""
    extra |= {"references": to}
    length = {"min_value": 1, "max_value": 80}
    return _field(title, description, example, "string", extra, nullable=nullable, str_length=length)


def row_id(title: str, description: str, example: str, *, letter: str) -> Any:
    """The key of a coded row: the source's id, a hyphen, the table's letter and a number of two digits or more."""
    pattern = row_pattern(letter)
    words = f"“{letter}” and two to four digits in the sheet, behind source_id and a hyphen in the table"
    return form(
        title, description, example, pattern=pattern, words=words, unique=True, key=True, sheet="id", letter=letter
    )
