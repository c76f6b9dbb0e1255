"""Which texts may be handed on in full, and how personal contact data in them is masked; declared in rights.toml."""

import re
import tomllib
from pathlib import Path
from typing import Any

DECLARATION: dict[str, Any] = tomllib.loads(Path(__file__).with_name("rights.toml").read_text(encoding="utf-8"))
CONTACT = re.compile("|".join(DECLARATION["contacts"].values()))
MASK = "•"


def in_full(rights: str | None) -> bool:
    """Return whether a text with this URI in `rights` may be handed on in full; without a URI it may not."""
    address = (rights or "").removeprefix("https://").removeprefix("http://")
    return address.startswith(tuple(DECLARATION["may_be_handed_on"]))


def masked(text: str) -> str:
    """Return text with every letter and digit of contact data as a dot, so that all offsets hold."""
    return CONTACT.sub(lambda match: re.sub(r"\w", MASK, match[0]), text)
