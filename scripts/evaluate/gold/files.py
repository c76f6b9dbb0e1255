"""Files of others: they are read as untrusted, and what is wrong with one is said with its place."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from scripts.draft.rows import Draft
from scripts.draft.source import facts
from scripts.evaluate.drafts import Drafter
from scripts.evaluate.matching import Span
from scripts.problem import CannotRunError, as_text, shown
from scripts.sheets.files import decoded, read_bytes
from scripts.sheets.rows import Article

Kind = TypeVar("Kind")
KINDS = {str: "a text", int: "a whole number", list: "a list", dict: "an object"}


def text_of(folder: Path, name: str) -> str:
    """Return the text of a file of the folder, every character as it is."""
    data, problems = read_bytes(folder, name)
    text, wrong = decoded(data, name) if data is not None else (None, problems)
    if text is None:
        raise CannotRunError(as_text(wrong).strip())
    return text


def parsed(text: str, kind: type[Kind], place: str) -> Kind:
    """Return what a JSON text holds."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise CannotRunError(f"{place}: cannot be read as JSON: {error}") from error
    except RecursionError as error:
        raise CannotRunError(f"{place}: is nested too deeply") from error
    if not isinstance(found, kind):
        raise CannotRunError(f"{place}: is not {KINDS[kind]}")
    return found


def value(record: Any, key: str, kind: type[Kind], place: str) -> Kind:
    """Return the value that an object has under a key."""
    found = record.get(key) if isinstance(record, dict) else None
    if not isinstance(found, kind) or isinstance(found, bool):
        raise CannotRunError(f"{place}: {shown(key)} is missing or is not {KINDS[kind]}")
    return found


def day_of(words: str, place: str) -> date:
    """Return the day that words such as 2016-09-12 name."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise CannotRunError(f"{place}: {shown(words)} is no day, such as 2016-09-12") from error


def within(span: Span, text: str, place: str) -> Span:
    """Return a span that lies in the text."""
    if not 0 <= span[0] < span[1] <= len(text):
        raise CannotRunError(f"{place}: {span[0]} to {span[1]} is no span of a text of {len(text)} characters")
    return span


def draft_of(name: str, text: str, drafter: Drafter, day: date | None = None) -> Draft:
    """Return the draft of a text that is known by a name and was published on a day."""
    article = Article(name, text, hashlib.sha256(text.encode()).hexdigest())
    return drafter(article, replace(facts(text), published=day, date_text=None), (day, day))
