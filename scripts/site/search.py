"""What the search finds beside the entries of the codebook: a record for each row that has a name or words."""

from collections import defaultdict
from collections.abc import Iterator

from scripts.site.edition import Edition
from scripts.site.lists import line
from scripts.site.resources import VIEWS
from scripts.tables.table import Row

Record = list[str]  # kind, title, what is told beside it, address, further words that it is found by


def _more(edition: Edition, table: str, row: Row) -> list[str]:
    """Return the words that a row is found by beside its title: who and what it names, and those of the article."""
    fields = edition.resources[table].fields
    named = [edition.called(field.named_in, value) for field in fields if field.named_in and (value := row[field.name])]
    taking_part = [cell.text for group in edition.taking_part(table, str(row[fields[0].name])) for cell in group]
    own = [row[name] for name in ("author", "symbol", "definition", "counted") if row.get(name)]
    return [*named, *taking_part, *map(str, own)]


def records(edition: Edition) -> Iterator[Record]:
    """Yield the record of every row that is found."""
    further: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in edition.tables["events"]:
        further["acts", str(row["act_id"])] += [
            str(row["event_id"]),
            row["text"] or "",
            edition.called("actors", row["claimed_by"] or ""),
        ]
    for row in edition.tables["aliases"]:
        further["actors", str(row["actor_id"])].append(str(row["alias"]))
    for table, kind in VIEWS["found"].items():
        for key, row in edition.by_key[table].items():
            shown = line(edition, table, row)
            beside = [shown["when"], *(cell.text for cell in shown["facts"])]
            title, told = shown["cell"].text, " · ".join(word for word in beside if word)
            words = " ".join([key, *_more(edition, table, row), *further[table, key]]).split()
            more = dict.fromkeys(word for word in words if word not in f"{title} {told}".split())
            yield [kind, title, told, shown["cell"].href or "", " ".join(more)]
