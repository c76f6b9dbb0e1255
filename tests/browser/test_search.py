"""The search finds everything from any page; a page or a row is cited, copied and reported."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from schemas.package import DECLARATION
from tests.browser.conftest import Open


def _found(page: Page, words: str) -> list[str]:
    page.get_by_label("Search everything").fill(words)
    expect(page.locator("#search [role=status]")).to_have_text("1 found" if words else "")
    return list(page.locator("#search li a").all_inner_texts())


@pytest.mark.parametrize("path", ["index.html", "events.html", "actors/norway.html", "acts/holt2021-e01.html"])
def test_an_act_is_found_from_any_page_and_led_to(path: str, small: Path, visit: Open) -> None:
    page = visit(path, site=small)
    page.get_by_role("button", name="Search", exact=True).click()
    assert _found(page, "welders may") == ["Sweden may send welders to Norway"]
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Sweden may send welders to Norway")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("oslo state", "Norway"),
        ("double exports", "We will double our exports,"),
        ("timber timber daily", "Timber, timber"),
        ("1,200 welders count", "1,200 welders"),
        ("first pact", "First pact on timber"),
        ("event_type.COERCE", "Coerce"),
    ],
)
def test_everything_is_found_by_its_words_names_and_aliases(words: str, title: str, small: Path, visit: Open) -> None:
    page = visit("index.html", site=small)
    page.keyboard.press("/")
    page.get_by_label("Search everything").fill(words)
    expect(page.locator("#search li a").first).to_have_text(title)


def test_a_word_may_be_unfinished_or_misspelt_and_the_dialog_closes_with_escape(small: Path, visit: Open) -> None:
    page = visit("index.html", site=small)
    page.keyboard.press("/")
    for words in ("weld swed", "weldars sweden"):
        page.get_by_label("Search everything").fill(words)
        expect(page.locator("#search li a").first).to_have_text("Sweden may send welders to Norway")
    page.keyboard.press("Escape")  # empties the field
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_hidden()
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_visible()


def test_what_the_search_reads_is_not_read_before_it_is_asked_for(small: Path, visit: Open) -> None:
    page = visit("index.html", site=small)
    page.wait_for_timeout(300)
    assert page.evaluate("typeof RECORDS") == "undefined"
    page.keyboard.press("/")
    page.get_by_label("Search everything").fill("timber")
    expect(page.locator("#search li").first).to_be_visible()
    assert page.evaluate("typeof RECORDS") == "object"


def test_a_page_is_cited_in_words_and_as_bibtex(served: str, visit: Open) -> None:
    page = visit("acts/voa2022-e16.html", site=served)
    expect(page.locator("#citation")).to_contain_text("(acts, voa2022-e16).")
    expect(page.locator("#citation")).to_contain_text(f"{served}/acts/voa2022-e16.html")
    page.get_by_text("BibTeX", exact=True).click()
    expect(page.locator("#bibtex")).to_contain_text(f"url = {{{served}/acts/voa2022-e16.html}}")
    expect(page.locator("#bibtex")).to_contain_text("author = {{The contributors to the Russia–DPRK Sanctions Record}}")


def test_the_citation_is_copied(served: str, visit: Open) -> None:
    page = visit("actors/north-korea.html", site=served, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#citation").text_content()


def test_a_row_of_an_article_is_cited_where_it_is_chosen(small: Path, visit: Open) -> None:
    page = visit("articles/holt2021.html", site=small)
    page.get_by_role("link", name="Cite or report holt2021-q02").click()
    expect(page.locator("#citation")).to_contain_text("row holt2021-q02")
    expect(page.locator("#use")).to_be_in_viewport()


def test_no_report_is_offered_while_the_repository_is_not_known(small: Path, visit: Open) -> None:
    known = "\nrepository =" in DECLARATION.read_text(encoding="utf-8")
    expect(visit("acts/holt2021-e01.html", site=small).locator("[data-report]")).to_have_count(int(known))
