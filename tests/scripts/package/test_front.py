"""README shows acts by their status with the right words, and no word of an article becomes markup there."""

from pathlib import Path

import pytest
from inline_snapshot import snapshot

from scripts.checks.seeds import check_seeds
from scripts.package.front import links, three_acts
from scripts.tables.table import Tables


@pytest.fixture
def tables(seeds: Path) -> Tables:
    """Two acts on one topic, of which the second is denied by a third report, and one on another topic."""
    tables = check_seeds(seeds).tables
    acts, events, relations = (tables[name].cells for name in ("acts", "events", "relations"))
    acts.loc[1, ["topic", "status"]] = events.loc[1, ["topic", "status"]] = ["trade", "denied"]
    events.loc[1, "quote_id"] = None
    relations.loc[0, ["event_id", "other_event_id", "relation"]] = ["holt2021-e03", "holt2021-e02", "denies"]
    return tables


def test_an_act_stands_with_who_says_so_the_words_and_what_its_status_means(tables: Tables) -> None:
    assert three_acts(tables) == snapshot("""\
**Occurred:** Norway and Sweden agree to trade timber (2021-05-03)

> Norway and Sweden signed a timber pact
>
> The Daily Plank, row `holt2021-e01`. *Occurred*: The article says in its own voice that it happened.

**Denied by Ana Orlo:** Sweden may send welders to Norway (told by 2021-05-07)

> Norway closed its border
>
> The Daily Plank, row `holt2021-e02`. *Denied*: Said not to have happened or not to be so.
""")


def test_a_claim_stands_with_its_statement(tables: Tables) -> None:
    tables["events"].cells.loc[0, ["claimed_by", "quote_id"]] = ["ana-orlo", "holt2021-q01"]
    assert "\n> We will double our exports,\n" in three_acts(tables)


def test_words_of_an_article_are_shown_and_never_obeyed(tables: Tables) -> None:
    words = "a [link](https://a.example) <img src=x>\n| `code` <!-- end of acts -->"
    tables["events"].cells.loc[0, "text"] = words
    [line] = [line for line in three_acts(tables).splitlines() if line.startswith("> a ")]
    assert set(line[1:]) & set("[]<>|`!\n") == set()


def test_without_any_act_to_show_nothing_is_shown(tables: Tables) -> None:
    tables["acts"].cells["status"] = "possible"
    assert three_acts(tables) == ""


def test_links_lead_to_the_repository_where_it_is_known() -> None:
    assert links("https://forge.example/a/b") == snapshot(
        "[Explore](docs/looking.md#the-explorer) · [Download](https://forge.example/a/b/releases/latest) · [Cite](#how-to-cite) · [Codebook](CODEBOOK.md) · [Correct a row](https://forge.example/a/b/issues/new?template=row.yml)\n"
    )
    assert "//" not in links(None)
