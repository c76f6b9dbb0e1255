"""The zip's README: the template beside this file, with the tables, and the articles that are here or left out."""

from pathlib import Path

from scripts.checks.seeds import Checked
from scripts.package.documents import filled
from scripts.package.front import citation, table_list
from scripts.release.rights import reasons

TEMPLATE = Path(__file__).with_name("README.md")


def _articles(checked: Checked) -> str:
    """Return the list of articles as Markdown: where each text is, or why it is not here."""
    lines = ["| Article | Text | Rights |\n", "|---|---|---|\n"]
    columns = ["source_id", "path", "rights"]
    left_out = reasons(checked)
    for source_id, path, rights in checked.tables["sources"].cells[columns].itertuples(index=False, name=None):
        reason = left_out[source_id]
        lines.append(f"| `{source_id}` | {f'left out: {reason}' if reason else f'[{path}]({path})'} | <{rights}> |\n")
    return "".join(lines)


def readme(checked: Checked, data: dict[str, bytes]) -> str:
    """Return the README of a release's zip; `data` has the bytes of the tables' files."""
    text = TEMPLATE.read_text(encoding="utf-8")
    parts = {"tables": table_list(checked.tables, data), "citation": citation(), "articles": _articles(checked)}
    for part, block in parts.items():
        text = filled(text, part, block)
    return text
