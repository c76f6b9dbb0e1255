"""The words of grammar.toml: classes of English words, forms of verbs, and what governs an act."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from scripts.draft.words import any_of

BASE, THIRD, PAST, PARTICIPLE, ING = "base", "third", "past", "participle", "ing"


@cache
def grammar(section: str) -> dict[str, Any]:
    """Return one section of grammar.toml."""
    found: dict[str, dict[str, Any]] = tomllib.loads(
        Path(__file__).with_name("grammar.toml").read_text(encoding="utf-8")
    )
    return found[section]


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """Return one list of grammar.toml as a set."""
    return frozenset(grammar(section)[name])


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    parts = [line.split() for line in grammar("verbs")["irregular"]]
    return {base: (past, (participle or [past])[0]) for base, past, *participle in parts}


def _joined(base: str, ending: str) -> str:
    """Return a verb with an ending that begins with a vowel, spelt as English spells it."""
    if base in listed("verbs", "doubling"):
        return base + base[-1] + ending
    if base.endswith("ie") and ending == "ing":
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + ending
    if base.endswith("y") and base[-2] not in "aeiou" and ending == "ed":
        return base[:-1] + "ied"
    return base + ending


def verb_forms(base: str) -> dict[str, set[str]]:
    """Return the forms of a verb, each with what it can be: base, third person, past, participle, -ing."""
    past, participle = _irregular().get(base, (_joined(base, "ed"),) * 2)
    if re.search(r"[^aeiou]y$", base):
        third = base[:-1] + "ies"
    else:
        third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    forms: dict[str, set[str]] = {}
    if re.search(r"[^aeiou][aeiou]l$", base):  # travelled, traveled
        forms = {base + "led": {PAST, PARTICIPLE}, base + "ling": {ING}}
    for form, kind in (
        (base, BASE),
        ({"have": "has"}.get(base, third), THIRD),
        (past, PAST),
        (participle, PARTICIPLE),
        (_joined(base, "ing"), ING),
    ):
        forms.setdefault(form, set()).add(kind)
    return forms


@cache
def noun_pattern(names: str) -> re.Pattern[str]:
    """Return a pattern of nouns: classes ("@sanctions") and words, divided by “|”."""
    words: set[str] = set()
    for name in names.split("|"):
        words |= set(grammar("nouns")[name[1:]]) if name.startswith("@") else {name}
    return re.compile(rf"(?<![\w-]){any_of(words)}(?![\w])", re.IGNORECASE)
