"""The articles as BibTeX, by their citation keys."""

from typing import Any

from pybtex.database import BibliographyData, Entry, Person

from schemas.package import package
from scripts.tables.table import Tables


def _year(earliest: object, latest: object) -> str:
    """Return the year of publication, or the first and the last that it can be."""
    years = [str(day)[:4] for day in (earliest, latest) if isinstance(day, str)]
    return "--".join(dict.fromkeys(years))


def _entry(source: dict[str, Any], names: dict[str, str]) -> Entry:
    """Return one article; a title is in braces, so that no style changes its capitals."""
    fields = {
        "title": f"{{{source['title']}}}",
        "howpublished": names[source["publisher_id"]],
        "year": _year(source["date_earliest"], source["date_latest"]),
        "url": source["url"],
        "language": source["language"],
    }
    if isinstance(source["original_publisher_id"], str):
        fields["note"] = f"First published by {names[source['original_publisher_id']]}"
    given = {name: value for name, value in fields.items() if isinstance(value, str) and value}
    persons = {"author": [Person(name) for name in source["author"].split(" and ")]} if source["author"] else {}
    return Entry("misc", given, persons)


def _text(entries: dict[str, Entry]) -> str:
    return str(BibliographyData(entries).to_string("bibtex"))


def bibtex(tables: Tables) -> bytes:
    """Return the BibTeX file of the sources."""
    actors, sources = tables["actors"].cells, tables["sources"].cells
    names = dict(actors[["actor_id", "name"]].itertuples(index=False, name=None))
    plain = sources.astype(object).where(sources.notna(), None).to_dict("records")
    entries = {row["source_id"]: _entry({str(name): value for name, value in row.items()}, names) for row in plain}
    return _text(entries).encode("utf-8")


def citation(published: str | None) -> str:
    """Return the BibTeX entry of the dataset itself."""
    facts = {"title": f"{{{package()['title']}}}", "version": package()["version"], "year": _year(published, None)}
    makers = [Person(last=f"{{{person['title']}}}") for person in package()["contributors"]]
    entry = Entry("misc", {name: value for name, value in facts.items() if value}, {"author": makers})
    return _text({package()["name"]: entry}).strip()
