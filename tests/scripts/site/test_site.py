"""The pages as text: driven by the descriptor, escaped, masked, and no more of a text than its rights allow."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from schemas.vocabularies import codes
from scripts.site.edition import Edition
from scripts.site.lists import GROUPS
from scripts.site.load import under_review
from scripts.site.overview import overview
from tests.edits import Edit
from tests.scripts.site.conftest import ARTICLE, page_texts, with_value

NEW = {
    "name": "weather",
    "title": "Weather",
    "description": "How it was.",
    "type": "string",
    "constraints": {"enum": ["sun", "rain"]},
}
SHEET = "seeds/001_holt2021.toml"


def _data(edition: Edition, table: str) -> Any:
    """Return what the script of a table page reads."""
    found = re.search('id="data">(.*?)</script>', page_texts(edition)[f"{table}.html"], re.DOTALL)
    assert found
    return json.loads(found[1])


def test_a_new_column_appears_everywhere_without_a_change_to_a_page(edition: Edition) -> None:
    descriptor = json.loads(json.dumps(edition.descriptor))
    next(one for one in descriptor["resources"] if one["name"] == "events")["schema"]["fields"].append(NEW)
    edition = replace(with_value(edition, "events", "weather", "rain"), descriptor=descriptor)
    made = page_texts(edition)
    assert '<th scope="col" title="How it was.">Weather</th>' in made["events.html"]
    choice = '<select name="weather"><option value="">any</option><option value="rain">rain</option></select>'
    assert choice in made["events.html"]
    assert "rain</dd>" in made[ARTICLE]
    assert '<div id="events.weather"><dt>Weather <code>weather</code></dt><dd>How it was.' in made["codebook.html"]
    assert [column["title"] for column in _data(edition, "events")["columns"] if not column["hidden"]][-1] == "Weather"


@pytest.mark.parametrize(
    "value", ["</script><script>x()</script>", '"><b onclick="x()">', "'{{ 7 * 7 }}", "<!--", "a&lt;b"]
)
def test_a_value_is_escaped_wherever_it_lands(value: str, edition: Edition) -> None:
    for path, text in page_texts(
        with_value(with_value(edition, "sources", "title", value), "actors", "name", value)
    ).items():
        assert value not in text or path.endswith(".js"), path  # a script of its own is no markup


def test_contact_data_is_masked_in_texts_and_cells(edition: Edition) -> None:
    edition = replace(with_value(edition, "events", "note", "ask jo@example.org"), texts={"holt2021": "jo@example.org"})
    assert edition.tables["events"][0]["note"] == "ask ••@•••••••.•••"
    assert edition.texts["holt2021"] == "••@•••••••.•••"


def test_a_text_without_cleared_rights_is_shown_in_sentences(edition: Edition) -> None:
    headline = "Norway and Sweden seal timber pact</div>"
    assert headline in page_texts(edition)[ARTICLE]
    excerpts = page_texts(with_value(edition, "sources", "rights", None))[ARTICLE]
    assert headline not in excerpts
    assert '<div class="text"><span class="gap" title="Text is left out here">[…]</span> <a' in excerpts
    assert "The rights in this text are not cleared" in excerpts


def test_a_text_that_is_not_in_the_package_leaves_its_page(edition: Edition) -> None:
    assert "The text is not in the package." in page_texts(replace(edition, texts={}))[ARTICLE]


def test_a_coder_sees_unfinished_sheets_with_their_problems(built: Path) -> None:
    Edit(SHEET, 'reason = "not_a_quantity"', 'reason = "whim"').apply(built)
    Edit(SHEET, 'speaker_id = "ana-orlo"', 'speaker_id = "orlo"').apply(built)
    page = page_texts(under_review(built)[0])[ARTICLE]
    assert "Not for publication" in page
    assert "“whim” is not a code of ignored_reason" in page
    assert "quotes.speaker_id: “orlo” is not in actors; it is the alias of “ana-orlo”. Correct it, or add" in page


@pytest.mark.parametrize(
    "line",
    [
        'status = "possible"',
        'event_type = "COERCE"',
        'topic = "trade"',
        'speaker_id = "ana-orlo"',
        "value = 1200",
        'unit = "count"',
    ],
)
def test_a_row_that_lacks_something_has_its_card_and_no_place_in_the_pictures(line: str, built: Path) -> None:
    Edit(SHEET, line, "").apply(built)
    made = page_texts(under_review(built)[0])
    assert f"{line.partition(' ')[0]}: is missing" in made[ARTICLE]
    assert "None" not in made["index.html"].replace("None so far", "")


def test_one_is_told_in_the_singular_and_an_open_time_as_open(edition: Edition) -> None:
    one = {name: edition.tables[name][:1] for name in ("events", "acts")}
    edition = with_value(edition, "sources", "date_earliest", None)
    text = page_texts(replace(edition, tables=edition.tables | one))["index.html"]
    for words in (
        "<b>1</b> event<",
        "<b>2</b> articles<",
        "1 distinct act<",
        "1 distinct act by topic",
    ):
        assert words in text
    assert "The Daily Plank, until 7 May 2021. 4 rows marked" in text
    assert "1 acts" not in text


def test_who_takes_part_and_what_names_an_actor_come_from_the_other_tables(edition: Edition) -> None:
    assert _data(edition, "events")["parties"][0] == [["norway", "sweden"]]
    assert _data(edition, "acts")["parties"][0] == [["norway", "sweden"]]
    actors = _data(edition, "actors")
    named = dict(zip((row[0] for row in actors["rows"]), actors["mentions"], strict=True))
    assert named["ana-orlo"] == [
        ["events", 1, "events.html#actor=ana-orlo"],
        ["quotes", 2, "quotes.html#actor=ana-orlo"],
        ["figures", 1, "figures.html#actor=ana-orlo"],
        ["aliases", 1, "aliases.html#actor=ana-orlo"],
    ]


def test_an_act_is_counted_once_and_every_status_has_its_group(edition: Edition) -> None:
    found = overview(edition)
    acts = ["holt2021-e01", "holt2021-e02", "holt2021-e03"]
    assert len(edition.tables["events"]) == 4
    assert [act["act_id"] for act in found["acts"]] == acts
    counts = {group["id"]: sum(act["group"] == group["id"] for act in found["acts"]) for group in found["groups"]}
    assert counts == {"happened": 2, "alleged": 0, "ahead": 1, "denied": 0}
    assert set(GROUPS) == set(codes("status"))
    assert [one["act"].href for one in found["shared"]] == ["acts/holt2021-e01.html"]
    line = found["timeline"]
    assert sorted(act["act_id"] for kind in ("acts", "before", "undated") for act in line[kind]) == acts


def test_a_large_value_is_written_in_full(edition: Edition) -> None:
    found = overview(with_value(edition, "figures", "value", "29000000000.5"))
    assert found["measures"][0]["figures"][0]["words"] == "29,000,000,000.5"


def test_the_overview_holds_for_a_package_without_dates_or_figures(edition: Edition) -> None:
    edition = with_value(with_value(edition, "acts", "date_earliest", None), "acts", "date_latest", None)
    text = page_texts(replace(edition, tables=edition.tables | {"figures": []}))["index.html"]
    assert "3 acts without a date" in text
