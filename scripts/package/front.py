"""What README shows of the package: where to go, three acts as people read them, the tables, and how to cite."""

import pandas as pd

from schemas import ANCHORED
from schemas.package import package
from schemas.vocabularies import vocabularies
from scripts.markdown import prose
from scripts.problem import shortened
from scripts.tables.csv import csv_path
from scripts.tables.table import Row, Tables, rows

TOLD_APART = ("occurred", "alleged", "denied")  # the statuses that a reader must know first
MAIN = ("acts", *ANCHORED)
LONGEST = 300  # characters of the words shown


def links(address: str | None) -> str:
    """Return where to go, as Markdown; without the repository's `address` to this folder's own pages."""
    there = {
        "Explore": "docs/looking.md#the-explorer",
        "Download": f"{address}/releases/latest" if address else "#which-file-for-whom",
        "Cite": "#how-to-cite",
        "Codebook": "CODEBOOK.md",
        "Correct a row": f"{address}/issues/new?template=row.yml" if address else "#to-correct-or-to-add",
    }
    return " · ".join(f"[{name}]({target})" for name, target in there.items()) + "\n"


def _acts(acts: pd.DataFrame) -> list[Row]:
    """Return the first act of each status, on the one topic that has most of them."""
    acts = acts[acts["status"].isin(TOLD_APART)]
    topics = acts.groupby("topic")["status"].agg(["nunique", "size"]).sort_values(["nunique", "size"], kind="stable")
    first = acts[acts["topic"].isin(topics.index[-1:])].drop_duplicates("status")
    return sorted(rows(first), key=lambda act: TOLD_APART.index(str(act["status"])))


def _day(act: Row) -> str:
    first, last = act["date_earliest"], act["date_latest"]
    if first is None and last is None:
        return f"told by {act['known_by']}"
    return str(first) if first == last else f"{first or '…'} to {last or '…'}"


def _row(tables: Tables, name: str, **sought: str | None) -> Row:
    """Return the first row of a table that has the values that are sought, an empty one where none has."""
    cells = tables[name].cells
    chosen = (cells[list(sought)] == pd.Series(sought)).all(axis="columns")
    return next(iter(rows(cells[chosen])), {})


def _words(tables: Tables, event: Row) -> str:
    """Return the words that a reader wants of an event: of a denied one the denial's, of a claim the statement's."""
    if event["status"] == "denied":
        denial = _row(tables, "relations", other_event_id=event["event_id"], relation="denies")
        event = _row(tables, "events", event_id=denial.get("event_id")) or event
    return " ".join(str((_row(tables, "quotes", quote_id=event["quote_id"]) or event)["text"]).split())


def _act(act: Row, tables: Tables) -> str:
    event = _row(tables, "events", event_id=act["act_id"])
    source = _row(tables, "sources", source_id=event["source_id"])
    publisher, claimant = (
        _row(tables, "actors", actor_id=key).get("name") for key in (source["publisher_id"], event["claimed_by"])
    )
    status = vocabularies()["status"][str(act["status"])]
    head = f"{status.label} by {prose(claimant)}" if claimant else status.label
    return (
        f"**{head}:** {prose(act['label'] or _words(tables, event))} ({_day(act)})\n\n"
        f"> {prose(shortened(_words(tables, event), LONGEST))}\n>\n"
        f"> {prose(str(publisher))}, row `{act['act_id']}`. *{status.label}*: {status.definition}\n"
    )


def three_acts(tables: Tables) -> str:
    """Return an act that occurred, one that is alleged and one that is denied, as Markdown."""
    return "\n".join(_act(act, tables) for act in _acts(tables["acts"].cells))


def _listed(name: str, tables: Tables, data: dict[str, bytes]) -> str:
    described, file = tables[name].schema.description, f"[{name}]({csv_path(name)})"
    held = described if name in MAIN else f"{described.partition(':')[0].rstrip('.')}."
    rows, size = f"{len(tables[name].cells):,}", f"{len(data[name]) / 1000:,.1f} kB"
    return f"| {f'**{file}**' if name in MAIN else file} | {rows} | {size} | {held} |\n"


def table_list(tables: Tables, data: dict[str, bytes]) -> str:
    """Return the list of tables with rows and sizes, the main ones first; `data` has the bytes of their files."""
    head = "| Table | Rows | Size | What it holds |\n|---|--:|--:|---|\n"
    return head + "".join(_listed(name, tables, data) for name in dict.fromkeys([*MAIN, *tables]))


def citation() -> str:
    """Return how the dataset is cited in a text, and a row of it."""
    facts = package()
    cited = f"{facts['contributors'][0]['title']}: *{facts['title']}*, version {facts['version']}."
    return f"> {cited}\n\nOf a row: the same, then the table and the key of the row, as in “acts, voa2022-e08”.\n"
