"""The pages as text: driven by the descriptor, escaped, masked, and no more of a text than its rights allow."""

from pathlib import Path

import pytest

from schemas.vocabularies import codes
from scripts.explorer.cells import Cells, rows
from scripts.explorer.edition import Edition, under_review
from scripts.explorer.overview import GROUPS, overview
from scripts.explorer.pages import data
from scripts.explorer.render import Pages
from scripts.explorer.resources import web_address
from tests.edits import Edit

NEW = {
    "name": "weather",
    "title": "Weather",
    "description": "How it was.",
    "type": "string",
    "constraints": {"enum": ["sun", "rain"]},
}
UNDRAWN = {
    name: {"wide": "", "narrow": ""}
    for name in (
        "timeline",
        "topics",
        "speakers",
        "measure pact_number ordinal",
        "measure pact_value EUR",
        "measure welders_sent count",
    )
}


def _with(edition: Edition, table: str, column: str, value: str) -> Edition:
    changed = edition.tables[table].assign(**{column: value})
    return Edition(
        edition.descriptor, edition.tables | {table: changed}, edition.texts, edition.whole, edition.accounts
    )


def test_a_new_column_appears_everywhere_without_a_change_to_a_page(edition: Edition) -> None:
    next(one for one in edition.descriptor["resources"] if one["name"] == "events")["schema"]["fields"].append(NEW)
    pages = Pages(_with(edition, "events", "weather", "rain"))
    table = pages.table("events")
    assert '<th scope="col" title="How it was.">Weather</th>' in table
    assert '<select name="weather"><option value="">any</option><option value="rain">rain</option></select>' in table
    assert "rain</dd>" in pages.article(rows(edition.tables["sources"])[0])
    fields = data(pages.edition, pages.cells, pages.edition.resources["events"])["fields"]
    assert [field["title"] for field in fields if not field["hidden"]][-1] == "Weather"


@pytest.mark.parametrize(
    "value", ["</script><script>x()</script>", '"><b onclick="x()">', "'{{ 7 * 7 }}", "<!--", "a&lt;b"]
)
def test_a_value_is_escaped_wherever_it_lands(value: str, edition: Edition) -> None:
    edition = _with(_with(edition, "sources", "title", value), "actors", "name", value)
    pages = Pages(edition)
    for path, text in pages.all(pages.pictures(), UNDRAWN):
        assert value not in text, path


def test_contact_data_is_masked_in_texts_and_cells(edition: Edition) -> None:
    edition = _with(edition, "events", "note", "ask jo@example.org")
    assert set(edition.tables["events"]["note"]) == {"ask ••@•••••••.•••"}


def test_a_text_without_cleared_rights_is_shown_in_sentences(edition: Edition) -> None:
    source = rows(edition.tables["sources"])[0]
    whole = Pages(edition).article(source)
    excerpts = Pages(Edition(edition.descriptor, edition.tables, edition.texts, set(), edition.accounts)).article(
        source
    )
    assert "Norway and Sweden seal timber pact</div>" in whole
    assert "Norway and Sweden seal timber pact</div>" not in excerpts
    assert '<span class="gap" title="Text is left out here">[…]</span>' in excerpts
    assert "The rights in this text are not cleared" in excerpts


def test_a_text_that_is_not_in_the_package_leaves_its_page(edition: Edition) -> None:
    edition.texts = {}
    assert "The text is not in the package." in Pages(edition).article(rows(edition.tables["sources"])[0])


def test_a_coder_sees_unfinished_sheets_with_their_problems(built: Path) -> None:
    sheet = built / "seeds/001_holt2021.toml"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace('reason = "not_a_quantity"', 'reason = "whim"'), encoding="utf-8")
    edition = under_review(built)
    page = Pages(edition).article(rows(edition.tables["sources"])[0])
    assert "Not for publication" in page
    assert "“whim” is not a code of ignored_reason" in page


def test_a_problem_is_told_in_sentences(built: Path) -> None:
    Edit("seeds/001_holt2021.toml", 'speaker_id = "ana-orlo"', 'speaker_id = "orlo"').apply(built)
    edition = under_review(built)
    page = Pages(edition).article(rows(edition.tables["sources"])[0])
    assert "quotes.speaker_id: “orlo” is not in actors; it is the alias of “ana-orlo”. Correct it, or add" in page


def test_one_is_told_in_the_singular_and_an_open_time_as_open(edition: Edition) -> None:
    one = edition.tables["events"].head(1)
    dated = edition.tables["sources"].assign(date_earliest=None)
    pages = Pages(
        Edition(
            edition.descriptor,
            edition.tables | {"events": one, "sources": dated},
            edition.texts,
            edition.whole,
            edition.accounts,
        )
    )
    text = pages.index(pages.pictures(), UNDRAWN)
    for words in (
        "<b>1</b> event<",
        "<b>2</b> articles<",
        "1 distinct act<",
        "1 distinct act by topic",
        "1 dated act,",
    ):
        assert words in text
    assert "The Daily Plank, … to 2021-05-07. 4 rows marked" in text
    assert "1 acts" not in text


def test_who_takes_part_and_what_names_an_actor_come_from_the_other_tables(edition: Edition) -> None:
    cells = Cells(edition)
    events = data(edition, cells, edition.resources["events"])
    assert events["join"]["title"] == "Participants"
    assert events["join"]["rows"][0] == [["norway", "sweden"]]
    actors = data(edition, cells, edition.resources["actors"])
    named = dict(zip((row[0] for row in actors["rows"]), actors["mentions"], strict=True))
    assert named["ana-orlo"] == [
        ["events", 1, "events.html#actor=ana-orlo"],
        ["quotes", 2, "quotes.html#actor=ana-orlo"],
        ["figures", 1, "figures.html#actor=ana-orlo"],
        ["aliases", 1, "aliases.html#actor=ana-orlo"],
    ]


def test_an_act_is_counted_once_and_every_status_has_its_group(edition: Edition) -> None:
    found = overview(edition, Cells(edition))
    assert len(edition.tables["events"]) == 4
    assert [act["id"] for act in found["acts"]] == ["holt2021-e01", "holt2021-e02", "holt2021-e03"]
    assert {group["id"]: group["count"] for group in found["groups"]} == {
        "happened": 2,
        "alleged": 0,
        "ahead": 1,
        "denied": 0,
    }
    assert set(GROUPS) == set(codes("status"))
    assert [one["act"]["id"] for one in found["shared"]] == ["holt2021-e01"]
    line = found["timeline"]
    assert sorted(act["id"] for kind in ("acts", "before", "open", "undated") for act in line[kind]) == [
        "holt2021-e01",
        "holt2021-e02",
        "holt2021-e03",
    ]


def test_a_large_value_is_written_in_full(edition: Edition) -> None:
    edition = _with(edition, "figures", "value", "29000000000.5")
    assert overview(edition, Cells(edition))["measures"][0]["figures"][0]["words"] == "29,000,000,000.5"


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        ("https://a.example/b?c=d", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("https:a", False),
        ("http://[", False),
        (" javascript://a.example/%0aalert(1)", False),
    ],
)
def test_only_http_and_https_are_linked(value: str, is_one: bool) -> None:
    assert (web_address(value) == value) is is_one


def test_the_overview_holds_for_a_package_without_dates_or_figures(edition: Edition) -> None:
    bare = edition.tables["events"].assign(date_earliest=None, date_latest=None)
    tables = edition.tables | {"events": bare, "figures": edition.tables["figures"].head(0)}
    pages = Pages(Edition(edition.descriptor, tables, edition.texts, edition.whole, edition.accounts))
    text = pages.index(pages.pictures(), UNDRAWN)
    assert "3 acts without a date" in text
