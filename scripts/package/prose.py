"""The generated parts of README.md and CODEBOOK.md, between markers, and the files for citation."""

import json

from schemas import TABLES, Column, TableSchema
from schemas.package import package
from schemas.vocabularies import OWN, vocabularies
from scripts.package.descriptor import as_bytes
from scripts.tables.table import Tables

BEGIN, END = "<!-- generated: {} -->", "<!-- end of {} -->"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _type(column: Column) -> str:
    if column.vocabulary:
        return f"code of {column.vocabulary}"
    if column.references:
        return f"key of {column.references.split('.')[0]}"
    return column.type


def _row(column: Column) -> str:
    blank = "yes" if column.nullable else ""
    name = f"`{column.name}`" + (" (key)" if column.key else "")
    cells = [name, _type(column), blank, column.description, f"`{column.example}`"]
    return "| " + " | ".join(_escaped(cell) for cell in cells) + " |\n"


def _table(table: TableSchema) -> str:
    head = f"### {table.name}\n\n{table.description}\n\n"
    head += "| Column | Type | May be blank | What it holds | Example |\n|---|---|---|---|---|\n"
    return head + "".join(_row(column) for column in table.columns)


def counts(tables: Tables) -> str:
    """Return the list of tables with their numbers of rows, as Markdown."""
    lines = ["| Table | Rows | One row is |\n", "|---|--:|---|\n"]
    for name, table in tables.items():
        lines.append(f"| [{name}](data/{name}.csv) | {len(table.cells):,} | {_escaped(table.schema.description)} |\n")
    return "".join(lines)


def dictionary() -> str:
    """Return the data dictionary of all tables, as Markdown."""
    return "\n".join(_table(table) for table in TABLES.values())


def vocabulary_lists() -> str:
    """Return every vocabulary of the project's own with its definitions, as Markdown."""
    own = OWN.read_text(encoding="utf-8")
    parts = []
    for name, codes in vocabularies().items():
        if f"[{name}]" in own:
            listed = {code: text for code, text in codes.items() if not text.endswith("(ISO 4217).")}
            more = "\nand the currency codes of ISO 4217.\n" if len(listed) < len(codes) else ""
            lines = "".join(f"- `{code}`: {text}\n" for code, text in listed.items())
            parts.append(f"### {name}\n\n{lines}{more}")
    return "\n".join(parts)


def filled(text: str, name: str, block: str) -> str:
    """Return text with the block put between its markers; raise ValueError where there is no such pair."""
    begin, end = BEGIN.format(name), END.format(name)
    if text.count(begin) != 1 or text.count(end) != 1 or text.index(end) < text.index(begin):
        raise ValueError(f"has no pair of markers {begin} and {end}")
    head, rest = text.split(begin)
    return f"{head}{begin}\n{block}{end}{rest.split(end)[1]}"


def citation() -> bytes:
    """Return CITATION.cff (CFF 1.2.0), with every value in the form of JSON, which is YAML too."""
    facts = package()
    values = {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it by these details.",
        "type": "dataset",
        "title": facts["title"],
        "version": facts["version"],
        "abstract": facts["description"],
        "license": facts["licenses"][0]["name"],
        "keywords": facts["keywords"],
        "authors": [{"name": person["title"]} for person in facts["contributors"]],
    }
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()).encode()


def zenodo() -> bytes:
    """Return .zenodo.json, the metadata of a deposit."""
    facts = package()
    return as_bytes(
        {
            "upload_type": "dataset",
            "title": facts["title"],
            "version": facts["version"],
            "description": facts["description"],
            "license": facts["licenses"][0]["name"],
            "keywords": facts["keywords"],
            "creators": [{"name": person["title"]} for person in facts["contributors"]],
        }
    )
