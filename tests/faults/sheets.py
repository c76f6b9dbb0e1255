"""Faults of the coding sheets and registries: every key of every block, and the form of the files."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from schemas import Column, table
from scripts.checks.accounting import MOST_ASIDE
from scripts.sheets.blocks import DEEPEST, MOST_BLOCKS, Block, parse
from scripts.sheets.files import LARGEST
from scripts.sheets.keys import BLOCKS, Key, keys
from tests.faults.fault import Fault, Grounds
from tests.faults.values import REFUSED, broken_values, known

SHEETS = ["seeds/001_holt2021.toml", "seeds/002_holt2021b.toml"]
FILES = [*SHEETS, "seeds/actors.toml", "seeds/measures.toml"]
WRONG_TYPES = {"text": "5", "integer": '"1"', "number": '"1"', "texts": '"x"'}
ODD_NUMBERS = ["nan", "inf", "true", "1e400", "0x" + "f" * 5000]
BAD_DATES = ["2021-02-30", "2021-5-03", "2021/2021/2021", "3 May 2021", "../.."]


def quoted(value: str) -> str:
    """Return a text as TOML has it, with an escape for everything but letters, digits and plain marks."""
    plain = "".join(c if c.isalnum() or c in " .,:/-_()#%<!" else f"\\U{ord(c):08x}" for c in value)
    return f'"{plain}"'


@dataclass(frozen=True)
class At:
    """A block of a file of the example, whose keys are to be broken."""

    file: str
    text: str
    block: Block

    def having(self, key: str, value: str | None) -> tuple[bytes, int]:
        """Return the file with a key of the block set to TOML (None: struck), and the line of it or of the header."""
        lines = self.text.split("\n")
        if key in self.block.lines:
            at = self.block.lines[key]
            lines[at - 1 : at] = [] if value is None else [f"{key} = {value}"]
            return "\n".join(lines).encode("utf-8"), self.block.line if value is None else at
        lines.insert(self.block.line, f"{key} = {value}")
        return "\n".join(lines).encode("utf-8"), self.block.line + 1

    def fault(self, key: str, rule: str, value: str | None, field: str, codes: set[str]) -> Fault:
        """Return the fault of a key that has another value, or none."""
        data, line = self.having(key, value)
        subject = f"{self.block.name}.{key}"
        return Fault("sheet", subject, rule, {self.file: data}, self.file, line, field, codes)


def _blocks(ready: Grounds) -> Iterator[At]:
    """Yield the last block of each name in the files of the example."""
    last: dict[str, At] = {}
    for file in FILES:
        text = ready.text(file)
        last |= {block.name: At(file, text, block) for block in parse(text, file)[0]}
    yield from last.values()


def _of_form(at: At, key: Key) -> Iterator[Fault]:
    """Break the form of a key."""
    field = f"{BLOCKS[at.block.name]}.{key.name}"
    yield at.fault(key.name, "type", WRONG_TYPES[key.kind], field, {f"{key.kind}_expected"})
    yield at.fault(f"{key.name}x", "unknown key", '"x"', f"{field}x", {"unknown_key"})
    yield at.fault(key.name, "no value", "", "", {"not_toml"})
    if key.kind == "text":
        yield at.fault(key.name, "empty", '""', field, {"empty_text"})
        yield at.fault(key.name, "unclosed", '"x', "", {"not_closed"})
    if key.kind in {"number", "integer"}:
        for odd in ODD_NUMBERS:
            codes = {f"{key.kind}_expected", "not_a_number", "no_such_occurrence"}
            yield at.fault(key.name, f"number {odd[:6]}", odd, field, codes)
    if key.name in at.block.lines:
        data, line = at.having(key.name, f"1\n{key.name} = 1")
        subject = f"{at.block.name}.{key.name}"
        yield Fault("sheet", subject, "key twice", {at.file: data}, at.file, line + 1, "", {"repeated_key"})


def _instead(key: Key, rule: str) -> set[str]:
    """Return what is said first of a key whose value is looked for, or put behind the source's id."""
    if key.name == "text":
        return {"not_anchored"}
    return {"wrong_form", "not_in_events"} if rule == "formula" and key.name in {"id", "event_id"} else set()


def _of_column(ready: Grounds, at: At, key: Key, column: Column, number: int) -> Iterator[Fault]:
    """Break every rule that the column declares, through the key that gives it."""
    given = at.block.values.get(key.name)
    value = str(given) if isinstance(given, str | int) else str(column.example)
    if column.letter:
        value = str(next(v for v in ready.cells[column.table][column.name][::-1] if v.endswith(value)))
    field = f"{column.table}.{column.name}"
    there = known(ready.cells, column) if column.references else set()
    for rule, wrong, codes in broken_values(table(column.table), column, value, there, number):
        if rule == "required":
            if key.required and key.name in at.block.lines:
                yield at.fault(key.name, rule, None, field, {"no_text"} if key.name == "text" else set(codes))
        elif column.type == "string":
            yield at.fault(key.name, rule, quoted(str(wrong)), field, {*codes, *_instead(key, rule)})
        elif rule in {"minimum", "maximum"} and column.type == "number":
            yield at.fault(key.name, f"{rule} {column.name}", str(wrong), field, set(codes))
        elif rule in {"minimum", "maximum"} and column.type == "date":
            yield at.fault(key.name, f"{rule} {column.name}", f'"{wrong}"', field, set(codes))


def _of_lists(at: At, key: Key) -> Iterator[Fault]:
    """Break the lists, each text of which becomes a row of another table."""
    if key.name in {"actors", "recipients"}:
        field = "participants.actor_id"
        yield at.fault(key.name, "reference", '["norwaya"]', field, {"not_in_actors"})
        yield at.fault(key.name, "alike", '["daily-plank", "daily-plank"]', field, {"takes_part_twice"})
        yield at.fault(key.name, "padding", '["norway "]', field, {"padding"})
    if key.name == "actors":
        struck = at.fault(key.name, "required", None, "events.event_id", {"no_actor"})
        line = at.block.lines["id"]
        yield Fault("sheet", struck.subject, "required", struck.files, at.file, line, struck.field, struck.codes)
    if key.name == "aliases":
        own = {"name_twice": "Norway", "look_alike": "0rlo", "mixed_scripts": "Оslo", "padding": "x ", "formula": "=x"}
        own |= {"refused_character": "a\x00a", "invisible": "a\u200ba"}
        for code, alias in own.items():
            yield at.fault(key.name, code, f"[{quoted(alias)}]", "aliases.alias", {code})


def of_keys(ready: Grounds) -> Iterator[Fault]:
    """Break every key of every block."""
    numbers = count()
    for at in _blocks(ready):
        for key in keys(at.block.name).values():
            yield from _of_form(at, key)
            yield from _of_lists(at, key)
            for column in key.columns:
                if key.name != "text" or column.name == "text":
                    yield from _of_column(ready, at, key, column, next(numbers))
            if key.name in {"date", "period"}:
                for bad in BAD_DATES:
                    field = f"{BLOCKS[at.block.name]}.{key.name}"
                    yield at.fault(key.name, f"date {bad}", f'"{bad}"', field, {"bad_date"})


def _form(ready: Grounds, file: str) -> Iterator[Fault]:
    text = ready.text(file)
    lines = text.count("\n")
    first = text.split("\n", 1)[0]
    other = f"[{first}]" if first == "[source]" else first[1:-1]
    added: dict[str, tuple[str, int]] = {
        "no_header": (f"x = 1\n{text}", 1),
        "unknown_block": (f"{text}\n[[stuff]]\n", lines + 2),
        "dotted_key": (f"{text}a.b = 1\n", lines + 1),
        "inline_table": (f"{text}a = {{b = 1}}\n", lines + 1),
        "too_deep": (f"{text}a = {'[' * (DEEPEST + 1)}\n", lines + 1),
        "too_many_blocks": (text + "[[x]]\n" * MOST_BLOCKS, 0),
        "too_large": (text + "#" * LARGEST, 0),
    }
    added |= {code: (f"{text}# {character}\n", lines + 1) for code, character in REFUSED.items()}
    for code, (changed, line) in added.items():
        yield Fault("sheet", file, f"form {code}", {file: changed.encode()}, file, line, "", {code})
    brackets = {file: (other + text[len(first) :]).encode()}
    yield Fault("sheet", file, "form brackets", brackets, file, 1, "", {"wrong_brackets"})
    bytes_ = {file: ready.bytes[file] + b"\xff"}
    yield Fault("sheet", file, "form not_utf8", bytes_, file, lines + 1, "", {"not_utf8"})
    yield Fault("sheet", file, "form empty", {file: b"\n"}, file, 0, "", {"empty"})


def of_files(ready: Grounds) -> Iterator[Fault]:
    """Break the form of every file that is edited, and of the folder."""
    for file in FILES:
        yield from _form(ready, file)
    for file in FILES[2:]:
        yield Fault("sheet", file, "missing", {file: None}, file, 0, "", {"missing_file"})
    for file in SHEETS:
        text, article = ready.text(file), file.replace(".toml", ".txt")
        twice = {file: f"{text}\n[source]\n".encode()}
        yield Fault("sheet", file, "second source", twice, file, text.count("\n") + 2, "", {"second_source"})
        rest = text[text.index("[[events]]") :].encode()
        yield Fault("sheet", file, "no source", {file: rest}, file, 0, "", {"no_source"})
        yield Fault("sheet", file, "missing", {file: None}, article, 0, "", {"unpaired"})
    stray = "seeds/notes.md"
    yield Fault("sheet", "seeds", "stray file", {stray: b"x"}, stray, 0, "", {"stray_in_seeds"})


def of_accounting(ready: Grounds) -> Iterator[Fault]:
    """Set aside too little, too much and nothing."""
    file = SHEETS[0]
    text = ready.text(file)
    begin = text.index("[[ignored]]")
    end = text.index("[[", begin + 2)
    line = text.count("\n") + 3
    struck = {file: (text[:begin] + text[end:]).encode()}
    codes = {"number_not_accounted", "mark_not_accounted"}
    article = file.replace(".toml", ".txt")
    # The number stands inside a quote, which does not account for it.
    yield Fault("sheet", "ignored", "struck", struck, article, 3, "accounting", codes)
    idle = {file: f'{text}\n[[ignored]]\ntext = "exports"\nreason = "title"\n'.encode()}
    yield Fault("sheet", "ignored", "idle", idle, file, line, "ignored.text", {"idle_ignored"})
    whole = (
        text[: text.index("[[events]]")]
        + f"[[ignored]]\ntext = '''{ready.text(article).strip()}'''\nreason = \"title\"\n"
    )
    assert MOST_ASIDE < 5
    at = whole.split("\n").index("[[ignored]]") + 2
    greedy = {file: whole.encode()}
    yield Fault("sheet", "ignored", "greedy", greedy, file, at, "ignored.text", {"greedy_ignored"})
