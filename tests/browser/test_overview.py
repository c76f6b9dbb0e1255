"""The overview shows what there is, and every picture leads to rows."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.__main__ import HERE
from scripts.show.tables import Question, select
from scripts.tables.csv import read
from tests.browser.conftest import Open, built, edited
from tests.edits import Edit


@pytest.mark.parametrize("table", ["events", "quotes", "figures", "actors"])
def test_counts(table: str, visit: Open) -> None:
    page = visit("index.html")
    expect(page.locator(f'.counts a[href="{table}.html"] b')).to_have_text(f"{len(read(HERE, table)):,}")


def _drawn(page: Page, section: str) -> list[str]:
    links = page.locator(f'section[aria-labelledby="{section}"] .wide a')
    return sorted(links.evaluate_all("links => links.map(link => link.getAttribute('href'))"))


def test_every_distinct_act_is_drawn_once_by_topic_and_its_symbol_leads_to_its_page(visit: Open) -> None:
    page = visit("index.html")
    assert _drawn(page, "topics") == sorted(f"acts/{key}.html" for key in read(HERE, "acts")["act_id"])
    page.locator('section[aria-labelledby="topics"] .wide a[href="acts/voa2022-e06.html"]').click()
    expect(page.locator("h1")).to_have_text("Russia could hire North Korean workers to rebuild the Donbas")


@pytest.mark.parametrize("width", [1280, 360])
def test_every_act_is_drawn_through_time_or_without_a_date_but_for_those_that_are_said_to_be_left_out(
    width: int, visit: Open
) -> None:
    page = visit("index.html", width=width)
    section = page.locator('section[aria-labelledby="timeline"]')
    drawn = section.locator("svg:visible a").count()
    left_out = int(section.get_by_text("not drawn").inner_text().split()[0])
    assert drawn + left_out == len(read(HERE, "acts"))
    legends = section.locator(".legend b").all_inner_texts()
    assert sum(map(int, legends)) == drawn


def test_a_day_is_a_symbol_and_a_longer_time_a_bar_as_long(visit: Open, tmp_path: Path) -> None:
    root = edited(tmp_path, Edit("seeds/001_holt2021.toml", 'date = "2021-05-05"', 'date = "2021-01-01/2021-05-05"'))
    page = visit("index.html", site=built(root, tmp_path))
    timeline = page.locator('section[aria-labelledby="timeline"] .wide')
    day, span = (timeline.locator(f'a[href="acts/holt2021-{key}.html"] > *') for key in ("e01", "e03"))
    assert [mark.evaluate("mark => mark.tagName") for mark in (day, span)] == ["circle", "rect"]
    assert float(str(span.get_attribute("width"))) > 300


def test_the_timeline_tells_what_happened_from_what_is_proposed_by_shape_and_colour(visit: Open) -> None:
    timeline = visit("index.html").locator('section[aria-labelledby="timeline"] .wide')
    marks = [timeline.locator(f'a[href="acts/voa2022-{key}.html"] > *') for key in ("e16", "e05")]
    assert [mark.evaluate("mark => mark.tagName") for mark in marks] == ["circle", "path"]
    groups = [mark.locator("xpath=ancestor::*[@stroke][1]").get_attribute("stroke") for mark in marks]
    assert groups == ["var(--happened)", "var(--ahead)"]


def test_what_is_drawn_is_told_to_the_keyboard_and_to_a_finger(small: Path, visit: Open) -> None:
    page = visit("index.html", site=small)
    picture = page.locator('section[aria-labelledby="timeline"] .wide svg').first
    picture.locator("a[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    told = page.get_by_role("tooltip")
    expect(told).to_contain_text("Norway and Sweden agree to trade timber (Support, Occurred, 3 May 2021)")
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    touched = visit("index.html", site=small, width=360, has_touch=True)
    touched.locator('section[aria-labelledby="topics"] .narrow a[href="acts/holt2021-e02.html"]').tap()
    expect(touched.get_by_role("tooltip")).to_contain_text("Sweden may send welders to Norway")
    touched.get_by_role("link", name="More", exact=True).last.tap()
    expect(touched.locator("h1")).to_have_text("Sweden may send welders to Norway")


def test_the_chronology_has_every_act_in_words_in_time_order(visit: Open) -> None:
    page = visit("chronology.html", java_script_enabled=False)
    links = page.locator("main .acts > li > a:first-of-type")
    found = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert sorted(found) == sorted(f"acts/{key}.html" for key in read(HERE, "acts")["act_id"])
    years = [text for text in page.locator("main h2").all_inner_texts() if text.isdigit()]
    assert years == sorted(years)


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
    told = page.locator(".wide a").evaluate_all("links => links.map(link => link.getAttribute('aria-label'))")
    assert "Norway closes its border (Coerce, Occurred, until 5 May 2021)" in told
    assert not [words for words in told if "null" in words or "undefined" in words]


def test_a_row_s_id_at_the_front_door_leads_to_the_row(visit: Open) -> None:
    page = visit("index.html#memri2022-q03")
    expect(page.locator(".tabulator-row.target a", has_text="memri2022-q03")).to_be_visible()


def test_a_web_server_will_do_too(visit: Open, served: str) -> None:
    page = visit("events.html#topic=labour", site=served)
    found, whole = select(HERE, "events", Question({"topic": "labour"})), read(HERE, "events")
    expect(page.locator("#count")).to_have_text(f"{len(found):,} of {len(whole):,} rows")


def test_the_size_of_it_all_beside_the_files_of_the_package(small: Path) -> None:
    own = [path for path in small.rglob("*") if path.is_file() and path.suffix not in {".csv", ".json"}]
    assert sum(path.stat().st_size for path in own) < 550_000


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
