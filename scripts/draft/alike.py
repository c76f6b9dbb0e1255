"""Find which events of the dataset may be the act that a drafted row tells: candidates for `same_as`, never set."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scripts.draft.rows import Drafted
from scripts.sheets.dates import bounds
from scripts.sheets.rows import Row

LIKEST = 3  # candidates of one row
LEAST = 55  # of 100: how alike the words must be


@dataclass(frozen=True)
class Known:
    """An event of the dataset: its key, codes, parties (actor ids), bounds (ISO dates or blank) and words."""

    event_id: str
    event_type: str
    status: str
    parties: frozenset[str]
    earliest: str
    latest: str
    text: str
    file: str  # its sheet


@dataclass
class Acts:
    """The events of the dataset by type, status and party, so that a row is compared with few of them."""

    blocks: dict[tuple[str, str, str], list[Known]] = field(default_factory=dict)

    def add(self, one: Known) -> None:
        """Enter an event under each of its parties."""
        for party in one.parties:
            self.blocks.setdefault((one.event_type, one.status, party), []).append(one)

    def like(self, row: Drafted, own: str = "") -> list[Known]:
        """Return the events that may be a drafted row's act, the likest first; those of the sheet `own` left out.

        They have the same type and status, a shared party, dates that do not contradict each other, and similar words.
        """
        values = row.values
        earliest, latest = bounds(values["date"]) if "date" in values else ("", "")
        parties = [*values["actors"], *values.get("recipients", [])]
        near = {
            one.event_id: one
            for party in parties
            for one in self.blocks.get((values["event_type"], values["status"], party), [])
            if one.file != own and _agree(one, earliest, latest)
        }
        if not near:
            return []
        from rapidfuzz import fuzz, process

        words = {key: one.text for key, one in near.items()}
        found = process.extract(values["text"], words, scorer=fuzz.token_set_ratio, limit=LIKEST, score_cutoff=LEAST)
        return [near[key] for _, _, key in found]


def like_measures(row: Drafted, measures: Mapping[str, str]) -> list[str]:
    """Return the keys of the measures whose names are most like a drafted figure's words, the likest first."""
    from rapidfuzz import fuzz, process

    if "measure_id" in row.values:
        return []
    words = f"{row.values['text']} {row.values['counted']}"
    found = process.extract(
        words, measures, scorer=fuzz.token_set_ratio, processor=str.lower, limit=LIKEST, score_cutoff=LEAST
    )
    return [key for *_, key in found]


def _agree(one: Known, earliest: str, latest: str) -> bool:
    """Return whether bounds overlap; ISO dates compare as text, a blank leaves an end open."""
    return not ((latest and one.earliest > latest) or (one.latest and earliest and earliest > one.latest))


def acts(events: Iterable[Row], participants: Iterable[Row]) -> Acts:
    """Return the distinct events of the dataset, ready to be compared with."""
    parties: dict[str, set[str]] = {}
    for row in participants:
        parties.setdefault(row.cells["event_id"], set()).add(row.cells["actor_id"])
    found = Acts()
    for row in events:
        cells, file = row.cells, row.block.file
        if "same_as" not in cells:
            who = frozenset(parties.get(cells["event_id"], ()))
            when = (cells.get("date_earliest", ""), cells.get("date_latest", ""))
            codes = (cells["event_id"], cells["event_type"], cells["status"])
            found.add(Known(*codes, who, *when, cells["text"], file))
    return found
