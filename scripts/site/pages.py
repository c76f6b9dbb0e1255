"""Fill the templates, and write the site."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.problem import counted, sentence
from scripts.site.article import article
from scripts.site.codebook import entries, vocabularies
from scripts.site.edition import Edition
from scripts.site.node import bundle, drawn
from scripts.site.overview import overview
from scripts.site.table import table

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
    "object-src 'none'"
)
TEMPLATES = Environment(  # every value is escaped, and one that is missing is an error
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
)
TEMPLATES.globals |= {"policy": POLICY, "counted": counted, "sentence": sentence}

Charts = dict[str, dict[str, str]]  # SVG by the picture's name and its width


def pages(edition: Edition, shown: dict[str, Any], charts: Charts) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every page; `charts` are the overview's pictures as the drawing script serialised them."""

    def filled(template: str, values: dict[str, Any], here: str = "", up: str = "") -> str:
        """Return a page; `here` is its name in the menu, `up` leads from it to the site's root."""
        return TEMPLATES.get_template(template).render(edition=edition, here=here, up=up, **values)

    yield "index.html", filled("overview.html", shown | {"charts": charts}, here="index")
    yield "codebook.html", filled("codebook.html", {"vocabularies": vocabularies(edition)}, here="codebook")
    yield "entries.js", f"const ENTRIES = {json.dumps(entries(edition), ensure_ascii=False)};\n"
    for name in edition.resources:
        yield f"{name}.html", filled("table.html", table(edition, name), here=name)
    for source in edition.tables["sources"]:
        yield f"articles/{source['source_id']}.html", filled("article.html", article(edition, source), up="../")


def write(edition: Edition, folder: Path) -> int:
    """Write the site of an edition into a folder in place of what is there; return its size in bytes.

    The folder is made beside its place and moved, so that a failure leaves the old site as it was.
    """
    shown = overview(edition)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as made:
        site = Path(made) / "site"
        (site / "articles").mkdir(parents=True)
        bundle(site)
        for path, text in pages(edition, shown, drawn(shown)):
            (site / path).write_text(text, encoding="utf-8")
        if folder.exists():
            folder.replace(Path(made) / "old")
        site.replace(folder)
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
