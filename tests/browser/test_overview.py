"""The overview shows what there is, and every picture leads to rows."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from scripts.__main__ import HERE
from scripts.show.tables import Question, select
from scripts.tables.csv import read
from tests.browser.conftest import Open, built, edited
from tests.edits import Edit


@pytest.mark.parametrize("table", ["events", "quotes", "figures", "actors"])
def test_counts(table: str, visit: Open) -> None:
    page = visit("index.html")
    expect(page.locator(f'.counts a[href="{table}.html"] b')).to_have_text(f"{len(read(HERE, table)):,}")


def test_every_distinct_act_is_drawn_once_by_topic_and_its_symbol_leads_to_its_row(visit: Open) -> None:
    page = visit("index.html")
    events = read(HERE, "events")
    distinct = set(events[events["act_id"] == events["event_id"]]["event_id"])
    section = page.locator('section[aria-labelledby="topics"] .wide')
    drawn = section.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert sorted(drawn) == sorted(f"events.html#{key}" for key in distinct)
    section.locator('a[href="events.html#voa2022-e06"]').click()
    expect(page.locator(".tabulator-row.target")).to_contain_text("Moscow could hire North Korean workers")


def test_the_timeline_tells_what_happened_from_what_is_possible_by_shape_and_colour(visit: Open) -> None:
    page = visit("index.html")
    timeline = page.locator('section[aria-labelledby="timeline"] .wide')
    occurred = timeline.locator('a[href="events.html#voa2022-e16"] > *')
    possible = timeline.locator('a[href="events.html#voa2022-e06"] > *')
    assert [mark.evaluate("mark => mark.tagName") for mark in (occurred, possible)] == ["circle", "path"]
    groups = [occurred.locator("xpath=ancestor::*[@stroke][1]"), possible.locator("xpath=ancestor::*[@stroke][1]")]
    assert [group.get_attribute("stroke") for group in groups] == ["var(--happened)", "var(--ahead)"]
    assert "recognises the independence" in str(occurred.text_content())


def test_all_acts_are_in_the_timeline_or_its_lists(visit: Open) -> None:
    page = visit("index.html")
    events = read(HERE, "events")
    listed = page.locator('section[aria-labelledby="timeline"] details a')
    found = set(listed.evaluate_all("links => links.map(link => link.textContent)"))
    assert found == set(events[events["act_id"] == events["event_id"]]["event_id"])


def test_a_speaker_and_a_topic_lead_to_the_statements(small: Path, visit: Open) -> None:
    page = visit("index.html", site=small)
    page.locator(
        'section[aria-labelledby="speakers"] .wide a[href="quotes.html#speaker_id=ana-orlo&topic=labour"]'
    ).click()
    expect(page.locator("#count")).to_have_text("1 of 2 rows")


def test_figures_of_one_measure_stand_side_by_side_with_date_and_claimant(visit: Open) -> None:
    charts = visit("index.html").locator('section[aria-labelledby="measures"]')
    words = charts.locator('h3:has([href="measures.html#dprk_workers_in_russia"]) + .wide text').all_text_contents()
    assert "about 30,000" in words
    assert "until 31 December 2017 · United States" in words
    assert "until 31 March 2020 · Russia" in words


def test_acts_that_more_than_one_article_reports(small: Path, visit: Open) -> None:
    page = visit("index.html", site=small)
    row = page.locator("table.shared tr", has_text="Norway and Sweden agree to trade timber")
    assert row.locator("td a").all_text_contents() == ["e01", "e01"]
    row.get_by_role("link", name="e01").last.click()
    expect(page.locator("#at-holt2021b-e01")).to_be_in_viewport()


def test_a_time_that_is_open_at_one_end_is_told_without_null(visit: Open, tmp_path: Path) -> None:
    root = edited(tmp_path, Edit("seeds/001_holt2021.toml", 'date = "2021-05-05"', 'date = "../2021-05-05"'))
    page = visit("index.html", site=built(root, tmp_path))
    titles = page.locator(".wide title").evaluate_all("titles => titles.map(title => title.textContent)")
    assert "holt2021-e03: Norway closes its border (COERCE, occurred, until 5 May 2021)" in titles
    assert not [title for title in titles if "null" in title or "undefined" in title]


def test_a_row_s_id_at_the_front_door_leads_to_the_row(visit: Open) -> None:
    page = visit("index.html#memri2022-q03")
    expect(page.locator(".tabulator-row.target a", has_text="memri2022-q03")).to_be_visible()


def test_a_web_server_will_do_too(visit: Open, served: str) -> None:
    page = visit("events.html#topic=labour", site=served)
    found, whole = select(HERE, "events", Question({"topic": "labour"})), read(HERE, "events")
    expect(page.locator("#count")).to_have_text(f"{len(found):,} of {len(whole):,} rows")


def test_the_size_of_it_all(small: Path) -> None:
    assert sum(path.stat().st_size for path in small.rglob("*") if path.is_file()) < 700_000


def test_every_link_of_the_site_leads_somewhere(visit: Open, dataset: Path) -> None:
    for path in sorted(dataset.rglob("*.html")):
        page = visit(path.relative_to(dataset).as_posix(), java_script_enabled=False)
        for href in page.locator("a").evaluate_all(
            "links => links.map(link => new URL(link.getAttribute('href'), document.baseURI).href)"
        ):
            if href.startswith("file:"):
                there, _, key = href.removeprefix("file://").partition("#")
                assert Path(there).is_file(), href
                assert not key or "=" in key or f'id="{key}"' in Path(there).read_text(encoding="utf-8"), href
        page.context.close()
