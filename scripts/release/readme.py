"""The zip's README: what the repository's says to those who use the data, and which articles' texts are here."""

import re
from collections.abc import Container
from pathlib import Path

from scripts.checks.seeds import Checked
from scripts.package.prose import filled
from scripts.problem import CannotRunError
from scripts.release.rights import reasons

ARTICLES = Path(__file__).with_name("articles.md")
KEPT = ("Tables", "Loading", "Questions it answers", "What is guaranteed", "How it was coded", "Data dictionary")
BEHIND = "Tables"  # the section that the articles follow
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
LINK = re.compile(r"\[([^]\n]+)\]\(([^)\s]+)\)")


def _listed(checked: Checked) -> str:
    """Return the list of articles as Markdown: where each text is, or why it is not here."""
    lines = ["| Article | Text | Rights |\n", "|---|---|---|\n"]
    columns = ["source_id", "path", "rights"]
    left_out = reasons(checked)
    for source_id, path, rights in checked.tables["sources"].cells[columns].itertuples(index=False, name=None):
        reason = left_out[source_id]
        lines.append(f"| `{source_id}` | {f'left out: {reason}' if reason else f'[{path}]({path})'} | <{rights}> |\n")
    return "".join(lines)


def _without_dead_links(text: str, files: Container[str]) -> str:
    """Return Markdown with the links that lead to files or headings of the repository's alone as plain text."""
    headings = {"#" + heading.lower().replace(" ", "-") for heading in HEADING.findall(text)}

    def kept(link: re.Match[str]) -> str:
        target = link[2]
        alive = target in headings or "://" in target or target.partition("#")[0] in files
        return link[0] if alive else link[1]

    return LINK.sub(kept, text)


def readme(whole: str, checked: Checked, files: Container[str]) -> str:
    """Return the README for a zip of `files`, from the repository's.

    Raises CannotRunError where a section is missing.
    """
    intro, *parts = whole.split("\n## ")
    sections = {part.partition("\n")[0]: f"## {part.strip()}\n" for part in parts}
    if missing := [name for name in KEPT if name not in sections]:
        raise CannotRunError(f"README.md has no section {', '.join(missing)}")
    articles = filled(ARTICLES.read_text(encoding="utf-8"), "articles", _listed(checked))
    chosen = [intro.strip() + "\n"]
    for name in KEPT:
        chosen += [sections[name], articles] if name == BEHIND else [sections[name]]
    return _without_dead_links("\n".join(chosen), files)
