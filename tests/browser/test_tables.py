"""Search, sorting, filters, permanent links and the download of a table."""

import csv
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from scripts.__main__ import HERE
from scripts.show.tables import Question, select
from scripts.tables.csv import read
from tests.browser.conftest import Open


def _downloaded(page: Page, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name="Download these rows as CSV").click()
    started.value.save_as(folder / "rows.csv")
    return folder / "rows.csv"


def _ids(page: Page, folder: Path) -> list[str]:
    with _downloaded(page, folder).open(encoding="utf-8", newline="") as stream:
        return [row[0] for row in csv.reader(stream)][1:]


@pytest.mark.parametrize(
    ("table", "filters", "question"),
    [
        ("events", {"topic": "labour"}, Question({"topic": "labour"})),
        (
            "events",
            {"status": "possible", "event_type": "COOPERATE"},
            Question({"status": "possible", "event_type": "COOPERATE"}),
        ),
        ("events", {"actor": "donetsk-pr"}, Question(actor="donetsk-pr")),
        ("events", {"actor": "russia"}, Question(actor="russia")),
        ("acts", {"actor": "russia"}, Question(actor="russia")),
        ("events", {"source_id": "memri2022"}, Question({"source_id": "memri2022"})),
        ("events", {"since": "2022-07", "until": "2022-07"}, Question(since="2022-07", until="2022-07")),
        ("events", {"until": "2016"}, Question(until="2016")),
        ("events", {"claimed_by": "unnamed"}, Question({"claimed_by": "unnamed"})),
        ("quotes", {"actor": "kcna"}, Question(actor="kcna")),
        ("figures", {"since": "2021"}, Question(since="2021")),
        ("sources", {"until": "2022-08"}, Question(until="2022-08")),
    ],
)
def test_filters_agree_with_the_terminal(
    table: str, filters: dict[str, str], question: Question, visit: Open, tmp_path: Path
) -> None:
    page = visit(f"{table}.html#{urlencode(filters)}")
    rows = select(HERE, table, question)
    assert sorted(_ids(page, tmp_path)) == sorted(rows.iloc[:, 0])
    assert len(rows) > 0
    expect(page.locator("#count")).to_have_text(f"{len(rows):,} of {len(read(HERE, table)):,} rows")


@pytest.mark.parametrize("words", ["June 2022", "2022-13", "2022-06-32", "22", "2022-6"])
@pytest.mark.parametrize("name", ["since", "until"])
def test_a_time_that_cannot_be_read_filters_nothing_and_a_word_says_so(name: str, words: str, visit: Open) -> None:
    page = visit("events.html")
    count = page.locator("#count")
    every = len(read(HERE, "events"))
    expect(count).to_have_text(f"{every:,} of {every:,} rows")
    page.locator(f"[name={name}]").fill(words)
    expect(page.locator("#unread")).to_have_text(
        f"{name.capitalize()} “{words}” is not read: write a year, a month or a day, such as 2022, 2022-06 or 2022-06-14."
    )
    expect(page.locator(f"[name={name}]")).to_have_attribute("aria-invalid", "true")
    expect(count).to_have_text(f"{every:,} of {every:,} rows")
    page.locator(f"[name={name}]").fill("2022-06")
    expect(page.locator("#unread")).to_be_empty()
    expect(page.locator(f"[name={name}]")).to_have_attribute("aria-invalid", "false")
    expect(count).not_to_have_text(f"{every:,} of {every:,} rows")


@pytest.mark.parametrize("address", ["since=June+2022", "actor=nobody", "topik=labour"])
def test_what_an_address_asks_for_and_is_no_filter_is_said(address: str, visit: Open) -> None:
    page = visit(f"events.html#topic=labour&{address}")
    expect(page.locator("#unread")).not_to_be_empty()
    expect(page.locator("[name=topic]")).to_have_value("labour")
    labour = len(select(HERE, "events", Question({"topic": "labour"})))
    expect(page.locator("#count")).to_have_text(f"{labour:,} of {len(read(HERE, 'events')):,} rows")
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.locator("#unread")).to_be_empty()


def test_a_filter_chosen_by_hand_is_in_the_address_and_can_be_cleared(small: Path, visit: Open) -> None:
    page = visit("events.html", site=small)
    page.locator("[name=topic]").select_option("trade")
    page.get_by_role("searchbox").fill("timber 2021")
    expect(page.locator("#count")).to_have_text("2 of 4 rows")
    assert page.url.endswith("events.html#search=timber+2021&topic=trade")
    page.reload()
    expect(page.locator("[name=topic]")).to_have_value("trade")
    expect(page.locator("#count")).to_have_text("2 of 4 rows")
    page.get_by_role("button", name="Clear the filters").click()
    expect(page.locator("#count")).to_have_text("4 of 4 rows")
    assert page.url.endswith("events.html")


def test_search_goes_by_the_names_too_and_says_when_there_is_nothing(small: Path, visit: Open) -> None:
    page = visit("events.html", site=small)
    page.get_by_role("searchbox").fill("ana orlo")
    expect(page.locator("#count")).to_have_text("1 of 4 rows")
    page.get_by_role("searchbox").fill("zzz")
    expect(page.get_by_text("No row meets these filters.")).to_be_visible()


def test_a_filter_from_elsewhere_can_be_removed(small: Path, visit: Open) -> None:
    page = visit("quotes.html#speaker_id=ana-orlo&topic=labour", site=small)
    expect(page.locator("#count")).to_have_text("1 of 2 rows")
    page.get_by_role("button", name="Remove the filter Speaker: Ana Orlo").click()
    expect(page.get_by_role("button", name="Remove the filter")).to_have_count(0)
    expect(page.locator("[name=topic]")).to_have_value("labour")


def test_the_whole_table_downloads_byte_for_byte_as_published(visit: Open, tmp_path: Path) -> None:
    for table in ("events", "sources", "participants"):
        page = visit(f"{table}.html")
        with page.expect_download() as started:
            page.get_by_role("link", name=f"{table} as CSV").click()
        started.value.save_as(tmp_path / "whole.csv")
        assert (tmp_path / "whole.csv").read_bytes() == (HERE / f"data/{table}.csv").read_bytes()


def test_the_rows_that_are_seen_download_as_they_are_seen(small: Path, visit: Open, tmp_path: Path) -> None:
    page = visit("figures.html#source_id=holt2021b", site=small)
    page.get_by_label("Sort by").select_option("Value")
    page.get_by_label("descending").check()
    page.get_by_text("Columns", exact=True).click()
    page.locator("#columns").get_by_label("Counted").uncheck()
    with _downloaded(page, tmp_path).open(encoding="utf-8", newline="") as stream:
        head, *rows = list(csv.reader(stream))
    assert "Counted" not in head
    assert [row[head.index("Value")] for row in rows] == ["1500000", "2"]
    assert [row[head.index("Source")] for row in rows] == ["The Daily Plank (holt2021b)"] * 2
    assert [row[head.index("Article")] for row in rows] == ["Timber, timber"] * 2
    assert rows[0][head.index("Permanent link")].endswith("figures.html#holt2021b-f02")


def test_an_event_is_told_in_words_from_the_first_day_on(small: Path, visit: Open) -> None:
    page = visit("events.html", site=small)
    row = page.locator(".tabulator-row").first
    cells = row.locator(".tabulator-cell:visible").all_inner_texts()
    assert [" ".join(cell.split()) for cell in cells] == [
        "#holt2021-e01",
        "3 May 2021",
        "Norway and Sweden agree to trade timber Words",
        "Norway, Sweden",
        "Occurred",
        "",
        "The Daily Plank (holt2021)",
    ]
    expect(row.locator(".symbol.happened")).to_be_visible()


def test_the_sentence_of_a_row_is_shown_on_demand_and_the_row_can_be_cited(small: Path, visit: Open) -> None:
    page = visit("events.html", site=small)
    row = page.locator(".tabulator-row", has_text="Sweden may send welders")
    expect(row.locator("blockquote")).to_have_count(0)
    row.get_by_text("Words", exact=True).click()
    expect(row.locator("blockquote")).to_have_text("Sweden could send 1,200 welders, according to Orlo.")
    row.get_by_role("link", name="Cite or report this row").click()
    expect(page.locator("#citation")).to_contain_text("Table events, row holt2021-e02.")
    expect(page.locator("#use")).to_be_in_viewport()
    expect(page.locator("#use")).to_be_focused()


def test_headers_sort_by_mouse_and_by_keyboard_with_blanks_last(visit: Open, tmp_path: Path) -> None:
    page = visit("quotes.html")
    said = read(HERE, "quotes").set_index("quote_id")["via_id"].map(read(HERE, "actors").set_index("actor_id")["name"])
    page.get_by_role("button", name="Via").click()
    ids = _ids(page, tmp_path)
    assert said[ids].dropna().tolist() == sorted(said.dropna(), key=str.casefold)
    assert said[ids].isna().tolist() == sorted(said.isna())
    page.get_by_role("button", name="Via").press("Enter")
    ids = _ids(page, tmp_path)
    assert said[ids].dropna().tolist() == sorted(said.dropna(), key=str.casefold, reverse=True)
    assert said[ids].isna().tolist() == sorted(said.isna())


def test_rows_are_sorted_by_the_day_by_which_they_were(visit: Open, tmp_path: Path) -> None:
    events = read(HERE, "events").set_index("event_id")
    day = events["date_latest"].fillna(events["known_by"])
    assert day[_ids(visit("events.html"), tmp_path)].is_monotonic_increasing


@pytest.mark.parametrize("key", ["voa2022-e07", "rinna2022b-e18", "memri2022-e13"])
def test_a_permanent_link_shows_and_marks_its_row(key: str, visit: Open) -> None:
    page = visit(f"events.html#{key}")
    row = page.locator(".tabulator-row.target")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text(key)
    expect(page.get_by_role("link", name=f"Permanent link to {key}")).to_be_focused()


def test_a_row_has_a_permanent_link_and_it_survives_a_filter(small: Path, visit: Open) -> None:
    page = visit("events.html#topic=labour", site=small)
    page.get_by_role("link", name="Permanent link to holt2021-e02").click()
    assert page.url.endswith("#holt2021-e02")
    expect(page.locator(".tabulator-row.target")).to_contain_text("holt2021-e02")
    expect(page.locator("#count")).to_have_text("4 of 4 rows")


@pytest.mark.parametrize(
    ("row", "link", "there"),
    [
        ("acts.html#holt2021-e01", "2 events", "events.html#act_id=holt2021-e01"),
        ("events.html#holt2021b-e01", "Sweden", "actors/sweden.html"),
        ("events.html#holt2021-e02", "Ana Orlo", "actors/ana-orlo.html"),
        ("figures.html#holt2021-f01", "Welders sent", "measures.html#welders_sent"),
        ("events.html#holt2021-e02", "Sweden may send welders to Norway", "acts/holt2021-e02.html"),
        ("sources.html#holt2021", "The Daily Plank", "actors/daily-plank.html"),
        ("sources.html#holt2021", "holt2021", "articles/holt2021.html"),
        ("actors.html#ana-orlo", "2 quotes", "quotes.html#actor=ana-orlo"),
        ("actors.html#ana-orlo", "1 event", "events.html#actor=ana-orlo"),
        ("actors.html#ana-orlo", "1 alias", "aliases.html#actor=ana-orlo"),
        ("actors.html#daily-plank", "2 sources", "sources.html#actor=daily-plank"),
        ("measures.html#welders_sent", "1 figure", "figures.html#measure_id=welders_sent"),
    ],
)
def test_references_are_links(row: str, link: str, there: str, small: Path, visit: Open) -> None:
    page = visit(row, site=small)
    page.locator(".tabulator-row.target").get_by_role("link", name=link, exact=True).click()
    page.wait_for_url(f"**/{there}")
    expect(page.locator("h1")).to_be_visible()


def test_links_out_are_http_and_tell_nothing_of_the_page(visit: Open) -> None:
    links = visit("sources.html").locator('.tabulator-row a[href^="http"]')
    assert links.count() > 0
    assert set(links.evaluate_all("links => links.map(link => link.rel)")) == {"noopener"}


def test_from_the_table_to_the_span_in_the_article(visit: Open) -> None:
    page = visit("quotes.html#memri2022-q11")
    page.locator(".tabulator-row.target").get_by_role("link", name="memri2022-q11", exact=True).click()
    page.wait_for_url("**/articles/memri2022.html#at-memri2022-q11")
    expect(page.locator("#at-memri2022-q11")).to_be_in_viewport()
    expect(page.locator(".card.chosen")).to_have_id("memri2022-q11")


def test_the_keyboard_alone_reaches_filters_sorting_rows_and_links(visit: Open) -> None:
    page = visit("events.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    seen = set()
    for _ in range(70):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "document.activeElement.getAttribute('aria-label') || document.activeElement.name || document.activeElement.textContent.trim()"
            )
        )
    assert {"search", "actor", "topic", "since", "More filters", "Columns", "Download these rows as CSV"} <= seen
    assert {
        "Status",
        "Label",
        "Permanent link to memri2022-e06",
        "memri2022-e06",
        "Words of memri2022-e06",
        "Japan",
    } <= seen


def test_on_a_narrow_screen_a_row_is_a_card_and_can_be_sorted(visit: Open) -> None:
    page = visit("events.html", width=360)
    first = page.locator(".tabulator-row").first
    expect(first.locator("dt").first).to_have_text("Label")
    expect(first.get_by_role("link", name="Japan", exact=True)).to_be_visible()
    page.get_by_label("Sort by").select_option("Status")
    expect(page.locator(".tabulator-row").first).to_contain_text("Alleged")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_javascript_the_whole_table_is_there(visit: Open) -> None:
    page = visit("events.html#memri2022-e13", java_script_enabled=False)
    expect(page.locator("noscript tbody tr")).to_have_count(len(read(HERE, "events")))
    expect(page.locator("#memri2022-e13")).to_be_in_viewport()
    expect(page.locator("#filters")).to_be_hidden()
