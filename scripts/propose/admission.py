"""Let in what is proposed for an article: rows that stand in it word for word and break no rule of the build."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from scripts.checks.scan import Span
from scripts.checks.seeds import check_rows
from scripts.problem import Problem, nearest, problem
from scripts.propose.answer import answer_keys
from scripts.sheets.anchor import find_all
from scripts.sheets.blocks import Block
from scripts.sheets.files import REFUSED
from scripts.sheets.read import REGISTRIES, Seeds
from scripts.sheets.rows import Article, Context, Row, aliases, joined_rows, read_rows

NOT_IN_SHEETS = re.compile(f"{REFUSED.pattern}|[\ud800-\udfff]")  # a half of a character cannot be written at all
MOST_AGAIN = 50  # refused rows that get a second look
IN_FULL = "single"  # what rows are checked as
ACTOR_KEYS = ("speaker_id", "via_id", "claimed_by", "member_of", "actors", "recipients")
OWN_IDS = ("quote_id", "event_id")  # keys that name rows of the answer


def in_whole(values: dict[str, Any], article: str, part: Span) -> dict[str, Any]:
    """Return the values of a row of one part of an article with the `occurrence` that its text has in the whole.

    >>> in_whole({"text": "ox", "occurrence": 1}, "ox and ox", (3, 9))
    {'text': 'ox', 'occurrence': 2}
    """
    text, which = values.get("text"), values.get("occurrence")
    every = find_all(article, text) if isinstance(text, str) and text else []
    here = [at for at in every if part[0] <= at and at + len(values["text"]) <= part[1]]
    if which is None and len(here) == 1 < len(every):
        which = 1
    if not isinstance(which, int) or not 1 <= which <= len(here):
        return values
    return values | {"occurrence": every.index(here[which - 1]) + 1}


@dataclass
class Admission:
    """The rows let in for one article so far; a row is known by its place in an answer, which is the block's file.

    `registries` are the rows of the registries by table, `source` is the block of the article's source. `ids` leads
    from the answers' own ids to those of the sheet; `open` is what the accounting misses.
    """

    article: Article
    registries: dict[str, list[Row]]
    source: Block
    kept: list[Block] = field(default_factory=list)
    open: list[Problem] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)  # where the rows that were looked at last stand in the article
    count: int = 0  # rows numbered so far

    def let_in(self, blocks: list[Block], part: Span) -> dict[str, list[Problem]]:
        """Let in what is sound of the rows of an answer for one part; return why others are not, by their place.

        A row that is at odds with another that is refused itself gets a second look.
        """
        strange = {block.file: odd for block in blocks if (odd := list(_strange_keys(block)))}
        trying = self._in_sheet([block for block in blocks if block.file not in strange], part)
        refused: dict[str, list[Problem]] = {}
        sound = trying
        while sound and (found := self._problems([*self.kept, *sound])):
            every = [one for listed in found.values() for one in listed]
            hit = {block.file for block in sound} & found.keys() or {block.file for block in sound}
            refused |= {place: found.get(place, every) for place in hit}
            sound = [block for block in sound if block.file not in hit]
        for block in trying if 1 < len(refused) <= MOST_AGAIN else ():
            if block.file in refused and not self._problems([*self.kept, *sound, block]):
                sound.append(block)
                del refused[block.file]
        self.kept += sound
        self._problems(self.kept)
        return strange | refused

    def _in_sheet(self, blocks: list[Block], part: Span) -> list[Block]:
        """Return the rows with keys for names, ids of the sheet for their own, and places in the whole article."""
        names = self._names(blocks)
        own = [str(block.values.get("id", "")) for block in blocks]
        numbered: list[dict[str, str]] = []
        for block, name in zip(blocks, own, strict=True):
            self.count += 1
            key = answer_keys(block.name).get("id")
            numbered.append({"id": f"{key.columns[0].letter}{self.count:04}"} if key else {})
            if key and name:
                self.ids[name] = numbered[-1]["id"] if own.count(name) == 1 else name
        made = []
        for block, numbers in zip(blocks, numbered, strict=True):
            values = in_whole(block.values, self.article.text, part)
            values |= {key: _renamed(values[key], names) for key in ACTOR_KEYS if key in values}
            values |= {key: _renamed(values[key], self.ids) for key in OWN_IDS if key in values}
            made.append(replace(block, values=values | numbers))
        return made

    def _names(self, blocks: Iterable[Block]) -> dict[str, str]:
        """Return the actors by the names and aliases that only one of them has."""
        rows = [*self.registries.get("actors", []), *self.registries.get("aliases", [])]
        found = {row.cells.get("name", row.cells.get("alias", "")): row.cells.get("actor_id", "") for row in rows}
        for values in (block.values for block in blocks if block.name == "actors"):
            listed = values.get("aliases")
            for name in (values.get("name"), *(listed if isinstance(listed, list) else [])):
                found.setdefault(str(name), str(values.get("actor_id")))
        return found

    def _problems(self, blocks: list[Block]) -> dict[str, list[Problem]]:
        """Return what the build would say of rows, by place; keep what the accounting misses."""
        coded = [block for block in blocks if block.name not in REGISTRIES]
        values = self.source.values
        rows, wrong = read_rows([self.source, *coded], Context(values["source_id"], IN_FULL, self.article))
        new, more = read_rows([block for block in blocks if block.name in REGISTRIES], Context("", "", None))
        rows[0].cells.pop("publisher_id", None)  # until a coder fills it in, nobody is known to have published it
        rows[0].cells |= {"path": self.article.path, "characters": str(len(self.article.text)), "coding": IN_FULL}
        seeds = Seeds({name: list(known) for name, known in self.registries.items()})
        seeds.articles[values["source_id"]] = self.article
        seeds.add([*rows, *new])
        for row in rows:
            seeds.add(joined_rows(row, sound=True) if row.table == "events" else [])
        for row in new:
            seeds.add(aliases(row) if row.table == "actors" else [])
        self.spans = {
            row.block.file: (int(row.cells["start"]), int(row.cells["end"])) for row in rows if "start" in row.cells
        }
        problems = [*wrong, *more, *check_rows(seeds)[2]]
        self.open = [one for one in problems if one.file == self.article.path]
        found: dict[str, list[Problem]] = {}
        for one in problems:
            for place in dict.fromkeys((one.file, *(other.file for other in one.also))):
                found.setdefault(place, []).append(replace(one, file=place, line=0, also=()))
        return {block.file: found[block.file] for block in blocks if block.file in found}


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """Return a value, or each of a list, under the key that it has; what has none stays."""
    if isinstance(value, list):
        return [_renamed(one, names) for one in value]
    return names.get(value, value) if isinstance(value, str) else value


def _strange_keys(block: Block) -> Iterator[Problem]:
    """Yield a problem for each key that a proposed row must not have, and each character that no sheet may hold."""
    known = answer_keys(block.name)
    for key, value in block.values.items():
        field = f"{block.name}.{key}"
        if key not in known:
            values = {"near": nearest(key, known), "block": block.name, "keys": ", ".join(known)}
            yield problem("unknown_key", block.file, 0, field, **values)
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and (bad := NOT_IN_SHEETS.search(text)):
                code = bad.lastgroup or "control_character"
                yield problem(code, block.file, 0, field, character=f"U+{ord(bad[0]):04X}", more="")
