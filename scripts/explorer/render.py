"""Fill the templates: every page of the site as text, by its path."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from schemas import TABLES
from scripts.explorer.articles import UP, Articles, Card
from scripts.explorer.cells import Cells, Row, rows
from scripts.explorer.edition import Edition
from scripts.explorer.overview import GROUPS, overview
from scripts.explorer.pages import page
from scripts.explorer.resources import web_address
from scripts.problem import counted, sentence

TEMPLATES = Path(__file__).resolve().parents[2] / "site/templates"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
    "object-src 'none'"
)
SHOWN_OF_SOURCE = {"source_id", "title", "path", "sha256"}  # on the page already, or of no use to a reader

LETTERS = {table[key].letter: name for name, table in TABLES.items() for key in table.key if table[key].letter}

Charts = dict[str, dict[str, str]]


def _environment(edition: Edition) -> Environment:
    """Return the templates' environment: every value is escaped, and one that is missing is an error."""
    found = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    found.globals |= {
        "package": edition.descriptor,
        "licence": edition.descriptor["licenses"][0],
        "resources": edition.resources,
        "open": edition.open,
        "policy": POLICY,
        "counted": counted,
        "sentence": sentence,
        "up": "",
    }
    return found


class Pages:
    """Renders the pages of one edition."""

    def __init__(self, edition: Edition) -> None:
        self.edition, self.cells = edition, Cells(edition)
        self.articles = Articles(edition, self.cells)
        self.environment = _environment(edition)

    def pictures(self) -> dict[str, Any]:
        """Return the data of the overview's pictures."""
        return overview(self.edition, self.cells)

    def _listed(self) -> list[dict[str, Any]]:
        """Return the articles as the overview lists them, by date."""
        found = []
        for source in sorted(rows(self.edition.tables["sources"]), key=lambda row: row["date_earliest"] or ""):
            first, last = source["date_earliest"], source["date_latest"]
            between = first if first == last else f"{first or '…'} to {last or '…'}"
            counted = [self.edition.tables[name] for name, one in self.edition.resources.items() if one.anchored]
            found.append(
                source
                | {
                    "publisher": self.cells.called("actors", source["publisher_id"] or "no publisher"),
                    "date": between or "no date",
                    "rows": sum(int((table["source_id"] == source["source_id"]).sum()) for table in counted),
                    "whole": source["source_id"] in self.edition.whole,
                }
            )
        return found

    def index(self, data: dict[str, Any], charts: Charts) -> str:
        """Return the overview; `charts` are SVG as the drawing script serialised it."""
        drawn = {name: {size: Markup(svg) for size, svg in sizes.items()} for name, sizes in charts.items()}  # noqa: S704
        return self.environment.get_template("overview.html").render(
            here="index",
            overview=data,
            groups=data["groups"],
            counts=data["counts"],
            charts=drawn,
            articles=self._listed(),
            letters=LETTERS,
        )

    def table(self, name: str) -> str:
        """Return the page of a table."""
        values = page(self.edition, self.cells, self.edition.resources[name])
        return self.environment.get_template("table.html").render(here=name, **values)

    def _card(self, card: Card) -> dict[str, Any]:
        """Return a card as the template needs it: who takes part, or else the first link, leads."""
        facts = {fact.column: fact for fact in card.facts}
        lead = next((name for name, fact in facts.items() if not card.taking_part and fact.cell.href), None)
        taken = facts.pop(lead).cell if lead else None
        status = facts["status"].cell.text if "status" in facts else None
        groups = [[(key, self.cells.called("actors", key)) for key in group] for group in card.taking_part]
        return {
            "row": card.row,
            "taking_part": groups,
            "lead": taken,
            "group": GROUPS[status]["id"] if status in GROUPS else None,
            "facts": list(facts.values()),
        }

    def article(self, source: Row) -> str:
        """Return the page of an article."""
        source_id = source["source_id"]
        fields = [field for field in self.edition.resources["sources"].fields if field.name not in SHOWN_OF_SOURCE]
        facts = [(field.title, self.cells.cell(field, source, UP)) for field in fields if source[field.name]]
        stem = str(source["path"]).removesuffix(".txt")
        return self.environment.get_template("article.html").render(
            here="",
            up=UP,
            source_id=source_id,
            title=source["title"] or source_id,
            source=facts,
            account=self.edition.accounts.get(source_id),
            problems=[problem for problem in self.edition.problems if problem.file.startswith(stem)],
            whole=source_id in self.edition.whole,
            address=web_address(source["url"] or ""),
            paragraphs=[
                {
                    "gap": one.gap,
                    "cut": one.cut,
                    "pieces": one.pieces,
                    "cards": [self._card(card) for card in one.cards],
                }
                for one in (list(self.articles.paragraphs(source_id)) if source_id in self.edition.texts else ())
            ],
        )

    def all(self, data: dict[str, Any], charts: Charts) -> Iterator[tuple[str, str]]:
        """Yield (path, text) of every page."""
        yield "index.html", self.index(data, charts)
        for name in self.edition.resources:
            yield f"{name}.html", self.table(name)
        for source in rows(self.edition.tables["sources"]):
            yield f"articles/{source['source_id']}.html", self.article(source)
