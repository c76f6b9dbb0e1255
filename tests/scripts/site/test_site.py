"""The pages as text: driven by the descriptor, escaped, masked, and no more of a text than its rights allow."""

import json
import re
import zipfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from schemas.vocabularies import codes
from scripts.problem import CannotRunError
from scripts.site.edition import Edition
from scripts.site.evidence import live
from scripts.site.lists import GROUPS
from scripts.site.load import published, released, under_review
from scripts.site.overview import overview
from scripts.site.pages import pages
from scripts.site.resources import web_address
from scripts.site.times import days
from tests.edits import Edit

NEW = {
    "name": "weather",
    "title": "Weather",
    "description": "How it was.",
    "type": "string",
    "constraints": {"enum": ["sun", "rain"]},
}
SHEET, ARTICLE = "seeds/001_holt2021.toml", "articles/holt2021.html"


@pytest.fixture(scope="module")
def edition(_built_once: Path) -> Edition:
    """The example as the site reads it; a test that wants another makes it of this one."""
    edition, problems = published(_built_once)
    assert problems == []
    assert edition is not None
    return edition


def _with(edition: Edition, table: str, column: str, value: str | None) -> Edition:
    """Return the edition with one value in all rows of a column."""
    return replace(edition, tables=edition.tables | {table: [row | {column: value} for row in edition.tables[table]]})


def _pages(edition: Edition) -> dict[str, str]:
    """Return the pages by path, without pictures."""
    return dict(pages(edition, overview(edition), defaultdict(lambda: {"wide": "", "narrow": ""})))


def _data(edition: Edition, table: str) -> Any:
    """Return what the script of a table page reads."""
    found = re.search('id="data">(.*?)</script>', _pages(edition)[f"{table}.html"], re.DOTALL)
    assert found
    return json.loads(found[1])


def test_a_new_column_appears_everywhere_without_a_change_to_a_page(edition: Edition) -> None:
    descriptor = json.loads(json.dumps(edition.descriptor))
    next(one for one in descriptor["resources"] if one["name"] == "events")["schema"]["fields"].append(NEW)
    edition = replace(_with(edition, "events", "weather", "rain"), descriptor=descriptor)
    made = _pages(edition)
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
    for path, text in _pages(_with(_with(edition, "sources", "title", value), "actors", "name", value)).items():
        assert value not in text or path.endswith(".js"), path  # a script of its own is no markup


def test_contact_data_is_masked_in_texts_and_cells(edition: Edition) -> None:
    edition = replace(_with(edition, "events", "note", "ask jo@example.org"), texts={"holt2021": "jo@example.org"})
    assert edition.tables["events"][0]["note"] == "ask ••@•••••••.•••"
    assert edition.texts["holt2021"] == "••@•••••••.•••"


def test_a_text_without_cleared_rights_is_shown_in_sentences(edition: Edition) -> None:
    headline = "Norway and Sweden seal timber pact</div>"
    assert headline in _pages(edition)[ARTICLE]
    excerpts = _pages(_with(edition, "sources", "rights", None))[ARTICLE]
    assert headline not in excerpts
    assert '<div class="text"><span class="gap" title="Text is left out here">[…]</span> <a' in excerpts
    assert "The rights in this text are not cleared" in excerpts


def test_a_text_that_is_not_in_the_package_leaves_its_page(edition: Edition) -> None:
    assert "The text is not in the package." in _pages(replace(edition, texts={}))[ARTICLE]


def test_a_coder_sees_unfinished_sheets_with_their_problems(built: Path) -> None:
    Edit(SHEET, 'reason = "not_a_quantity"', 'reason = "whim"').apply(built)
    Edit(SHEET, 'speaker_id = "ana-orlo"', 'speaker_id = "orlo"').apply(built)
    page = _pages(under_review(built)[0])[ARTICLE]
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
    made = _pages(under_review(built)[0])
    assert f"{line.partition(' ')[0]}: is missing" in made[ARTICLE]
    assert "None" not in made["index.html"].replace("None so far", "")


def test_one_is_told_in_the_singular_and_an_open_time_as_open(edition: Edition) -> None:
    one = {name: edition.tables[name][:1] for name in ("events", "acts")}
    edition = _with(edition, "sources", "date_earliest", None)
    text = _pages(replace(edition, tables=edition.tables | one))["index.html"]
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
    found = overview(_with(edition, "figures", "value", "29000000000.5"))
    assert found["measures"][0]["figures"][0]["words"] == "29,000,000,000.5"


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
    assert web_address(value) is is_one


def test_the_overview_holds_for_a_package_without_dates_or_figures(edition: Edition) -> None:
    edition = _with(_with(edition, "acts", "date_earliest", None), "acts", "date_latest", None)
    text = _pages(replace(edition, tables=edition.tables | {"figures": []}))["index.html"]
    assert "3 acts without a date" in text


def test_every_actor_and_every_act_has_a_page_with_what_names_it(edition: Edition) -> None:
    made = _pages(edition)
    person = made["actors/ana-orlo.html"]
    for words in ("Orlo</dd>", "What Ana Orlo said", "Acts that Ana Orlo claims", "Figures that Ana Orlo gives"):
        assert words in person
    assert "Persons and bodies of Norway" in made["actors/norway.html"]
    act = made["acts/holt2021-e01.html"]
    for words in (
        "2 reports, 1 independent source",
        "articles/holt2021b.html#at-holt2021b-e01",
        "Is part of",
        "First pact on timber",
    ):
        assert words in act


def test_an_act_shows_its_words_within_their_sentence(edition: Edition) -> None:
    act = _pages(edition)["acts/holt2021-e02.html"]
    assert "<blockquote><mark>Sweden could send 1,200 welders</mark>, according to Orlo.</blockquote>" in act
    assert "Claimed in:" in act


def test_a_key_that_can_name_no_file_gets_no_page(edition: Edition) -> None:
    made = _pages(_with(edition, "actors", "actor_id", "../../out"))
    assert not [path for path in made if ".." in path]


def test_a_row_is_reported_where_the_repository_is_known(edition: Edition) -> None:
    assert "data-report" not in _pages(edition)["acts/holt2021-e02.html"]
    known = replace(edition, descriptor=edition.descriptor | {"homepage": "https://example.org/a/b"})
    address = "https://example.org/a/b/issues/new?template=row.yml&amp;title=Row%3A+holt2021-e02&amp;table=acts&amp;key=holt2021-e02"
    assert address in _pages(known)["acts/holt2021-e02.html"]
    wrong = replace(edition, descriptor=edition.descriptor | {"homepage": "javascript:alert(1)"})
    assert "data-report" not in _pages(wrong)["acts/holt2021-e02.html"]


def test_every_page_can_be_cited_and_says_what_is_not_to_be_concluded(edition: Edition) -> None:
    for path, text in _pages(edition).items():
        if path.endswith(".html"):
            assert '<p id="citation">The contributors to the Russia–DPRK Sanctions Record: ' in text, path
            assert "the articles are no sample" in text, path


def test_search_engines_read_what_the_dataset_is(edition: Edition) -> None:
    found = re.search('<script type="application/ld[+]json">(.*?)</script>', _pages(edition)["use.html"])
    assert found
    dataset = json.loads(found[1])
    assert [one["contentUrl"] for one in dataset["distribution"]] == list(edition.files)
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_marks_of_links_are_no_words_of_an_article(edition: Edition) -> None:
    text = edition.texts["holt2021"].replace("seal timber pact", "seal [pact](#)", 1)
    page = _pages(replace(edition, texts=edition.texts | {"holt2021": text}))[ARTICLE]
    assert "Norway and Sweden seal pact</div>" in page


def test_words_lead_to_the_place_where_they_were_published(edition: Edition) -> None:
    made = _pages(_with(edition, "sources", "url", "https://example.org/x"))
    assert "https://example.org/x#:~:text=Sweden%20could%20send%201%2C200%20welders" in made["acts/holt2021-e02.html"]
    assert "https://example.org/x#:~:text=" in made[ARTICLE]


def test_the_files_of_a_release_are_offered_where_they_are_of_these_tables(edition: Edition, tmp_path: Path) -> None:
    name = edition.descriptor["name"]
    with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
        for path, data in edition.files.items():
            archive.writestr(path, data)
    (tmp_path / "events.parquet").write_bytes(b"PAR1")
    (tmp_path / "notes.txt").write_bytes(b"nothing of a release")
    assert set(released(tmp_path, edition)) == {f"{name}.zip", "events.parquet"}
    files = edition.files | {"data/events.csv": b"other"}
    with pytest.raises(CannotRunError, match="a release of other tables"):
        released(tmp_path, replace(edition, files=files))
    with pytest.raises(CannotRunError, match="holds no release: run `make release` first"):
        released(tmp_path / "nowhere", edition)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2022-07-14", "2022-07-14", "14 July 2022"),
        ("2022-07-01", "2022-07-31", "July 2022"),
        ("2022-03-01", "2022-05-31", "March to May 2022"),
        ("2021-11-01", "2022-02-28", "November 2021 to February 2022"),
        ("2020-01-01", "2020-12-31", "2020"),
        ("2016-01-01", "2017-12-31", "2016 to 2017"),
        ("2022-07-26", "2022-07-31", "26 to 31 July 2022"),
        ("2022-01-01", "2022-08-15", "1 January to 15 August 2022"),
        ("2017-01-01", "2022-08-15", "1 January 2017 to 15 August 2022"),
        (None, "2017-12-31", "until 31 December 2017"),
        ("2022-08-09", None, "from 9 August 2022"),
        ("summer", "2022-08-09", "summer to 2022-08-09"),
        (None, None, None),
    ],
)
def test_a_time_is_told_in_words(first: str | None, last: str | None, words: str | None) -> None:
    assert days(first, last) == words


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("well-known", "well%2Dknown"),
        ("1,200 & more", "1%2C200%20%26%20more"),
        ("of the [sanctions](#) regime", "of%20the%20sanctions%20regime"),
        (
            "one two three four five six seven eight nine ten\neleven",
            "one%20two%20three%20four,eight%20nine%20ten%20eleven",
        ),
    ],
)
def test_a_text_fragment_holds_the_words_or_both_their_ends(text: str, fragment: str) -> None:
    assert live("https://a.example/b", text) == f"https://a.example/b#:~:text={fragment}"
    assert live("https://a.example/b#c", text) == f"https://a.example/b#c:~:text={fragment}"
