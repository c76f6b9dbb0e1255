"""The pages that are generated whole: the data dictionary with its codes, and the list of problems."""

import re
import string

from schemas import TABLES, Column, TableSchema
from schemas.problems import FILE, Kind, kinds
from schemas.vocabularies import OUTSIDE, vocabularies
from scripts.problem import sentence

SECTION = re.compile(r"(?<=\n\n)# (.+)\n(?=\n)")  # of problems.toml: a comment with a blank line on either side
CODE = re.compile(r"^\[(\w+)\]$", re.MULTILINE)
DICTIONARY = """\
# Data dictionary

Generated from `schemas/`: the columns of each table, and below them the [vocabularies](#vocabularies) with what each
code is called and means; the table [codes](#codes) has them too. Columns marked “key” identify a row. A “key of”
another table leads to a row there. A “code of” a vocabulary is one of its codes. Countries are ISO 3166-1 alpha-3
codes, languages BCP 47 codes of two letters.

"""
PROBLEMS = """\
# Problems

Generated from `schemas/problems.toml`: every code that may stand in brackets at the end of a problem, such as
[these](../CONTRIBUTING.md#what-the-checks-say). What a problem says is said of the file, line and column before it.
Words in *italics* stand for what the message names there: a value, a number or a clause. “Since” is the version that
first told the problem.
"""


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _type(column: Column) -> str:
    if column.references:
        table = column.references.split(".")[0]
        return f"key of [{table}](#{table})"
    if column.vocabulary in OUTSIDE:
        return f"code of {column.vocabulary}"
    return f"code of [{column.vocabulary}](#{column.vocabulary})" if column.vocabulary else column.type


def _row(column: Column) -> str:
    blank = "yes" if column.nullable else ""
    name = f"`{column.name}`" + (" (key)" if column.key else "")
    cells = [name, _type(column), blank, column.description, f"`{column.example}`"]
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |\n"


def _table(table: TableSchema) -> str:
    head = f"## {table.name}\n\n{table.description}\n\n"
    head += "| Column | Type | May be blank | What it holds | Example |\n|---|---|---|---|---|\n"
    return head + "".join(_row(column) for column in table.columns)


def _vocabularies() -> str:
    """Return every vocabulary of the project's own with its definitions, as Markdown."""
    parts = []
    for name, codes in vocabularies().items():
        if name not in OUTSIDE:
            listed = {code: entry for code, entry in codes.items() if not entry.definition.endswith("ISO 4217.")}
            more = "\nand the currency codes of ISO 4217.\n" if len(listed) < len(codes) else ""
            lines = "".join(f"- `{code}` ({entry.label}): {entry.definition}\n" for code, entry in listed.items())
            parts.append(f"### {name}\n\n{lines}{more}")
    return "\n".join(parts)


def dictionary() -> str:
    """Return the page of all tables, columns and codes, as Markdown."""
    tables = "\n".join(_table(table) for table in TABLES.values())
    return f"{DICTIONARY}{tables}\n## Vocabularies\n\n{_vocabularies()}"


def _readable(template: str) -> str:
    """Return a template of problems.toml as Markdown, each value as its name in italics.

    >>> _readable("{end} is not after start {start}")
    '*end* is not after start *start*'
    """
    parts = string.Formatter().parse(template)
    return "".join(_escaped(text).replace("*", "\\*") + (f"*{name}*" if name else "") for text, name, _, _ in parts)


def _kind(code: str, kind: Kind) -> str:
    return f"| `{code}` | {_readable(kind.says)} | {sentence(_readable(kind.mend))} | {kind.since} |\n"


def problem_list() -> str:
    """Return the page of every problem by the sections of problems.toml, as Markdown."""
    first, *parts = SECTION.split(FILE.read_text(encoding="utf-8"))
    page = PROBLEMS
    for title, part in [("Other", first), *zip(parts[::2], parts[1::2], strict=True)]:
        if codes := CODE.findall(part):
            head = f"\n## {title}\n\n| Code | What it says | How to mend it | Since |\n|---|---|---|---|\n"
            page += head + "".join(_kind(code, kinds()[code]) for code in codes)
    return page
