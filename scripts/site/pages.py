"""Fill the templates, and write the site."""

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.problem import counted, sentence
from scripts.site.act import acts
from scripts.site.actor import actors
from scripts.site.article import article
from scripts.site.chronology import chronology
from scripts.site.codebook import entries, vocabularies
from scripts.site.edition import Edition
from scripts.site.node import bundle, drawn
from scripts.site.overview import overview
from scripts.site.resources import VIEWS, page
from scripts.site.search import records
from scripts.site.table import table
from scripts.site.use import cited, dataset, described, makers, report

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
TEMPLATES = Environment(  # every value is escaped, and one that is missing is an error
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
)
TEMPLATES.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
TEMPLATES.globals |= {"policy": POLICY, "counted": counted, "sentence": sentence}
TEMPLATES.globals |= {"dataset": dataset, "makers": makers, "report": report}

SAFE = re.compile(r"[A-Za-z0-9_-]{1,100}")  # of the keys of unfinished sheets those that can name a file

PICTURED = ("acts", "groups", "timeline", "speakers", "topics", "codes", "measures")  # what the pictures show
About = dict[str, str] | None  # the table and the key of a row, and what the citation calls it
Charts = dict[str, dict[str, str]]  # SVG by the picture's name and its width


def _script(**constants: Any) -> str:
    """Return a script that declares constants, each as JSON."""
    written = {name: json.dumps(value, ensure_ascii=False, separators=(",", ":")) for name, value in constants.items()}
    return "".join(f"const {name} = {text};\n" for name, text in written.items())


def pages(edition: Edition, shown: dict[str, Any], charts: Charts) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of every page; `charts` are the overview's pictures as the drawing script serialised them."""

    def filled(template: str, values: dict[str, Any], here: str = "", up: str = "", about: About = None) -> str:
        """Return a page: `here` is its name in the menu, `up` leads to the root, `about` is what it is of."""
        return TEMPLATES.get_template(template).render(edition=edition, here=here, up=up, about=about, **values)

    yield "index.html", filled("overview.html", shown | {"charts": charts}, here="index")
    listed = vocabularies(edition)
    yield "codebook.html", filled("codebook.html", {"vocabularies": listed}, here="codebook")
    yield (
        "use.html",
        filled(
            "use.html",
            {
                "described": described(edition),
                "paged": {f"data/{name}.csv": name for name in edition.tabled},
                "released": f"{edition.descriptor['name']}.zip" in edition.files,
            },
            here="use",
        ),
    )
    yield "chronology.html", filled("chronology.html", chronology(edition), here="chronology")
    yield "records.js", _script(RECORDS=list(records(edition)))
    yield "entries.js", _script(ENTRIES=entries(edition, listed), CITED=cited(edition))
    for name in edition.tabled:
        about = {"table": name, "key": "", "words": f"Table {name}"}
        yield f"{name}.html", filled("table.html", table(edition, name), here=name, about=about)
    for name, template, made in (
        ("sources", "article.html", (article(edition, row) for row in edition.tables["sources"])),
        ("actors", "actor.html", actors(edition)),
        ("acts", "act.html", acts(edition)),
    ):
        for values in made:
            if SAFE.fullmatch(values["key"]):
                about = {"table": name, "key": values["key"], "words": f"{values['title']} ({name}, {values['key']})"}
                yield str(page(name)).format(values["key"]), filled(template, values, up="../", about=about)


def write(edition: Edition, folder: Path) -> int:
    """Write the site of an edition into a folder in place of what is there; return its size in bytes.

    The folder is made beside its place and moved, so that a failure leaves the old site as it was.
    """
    shown = overview(edition)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as made:
        site = Path(made) / "site"
        for name in VIEWS["pages"].values():
            (site / name).mkdir(parents=True)
        bundle(site)
        for path, text in pages(edition, shown, drawn({name: shown[name] for name in PICTURED})):
            (site / path).write_text(text, encoding="utf-8")
        for path, data in edition.files.items():
            (site / path).parent.mkdir(exist_ok=True)
            (site / path).write_bytes(data)
        if folder.exists():
            folder.replace(Path(made) / "old")
        site.replace(folder)
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
