"""Every code says what it means, to a mouse, the keyboard and a finger, and leads to its entry in the codebook."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from schemas.vocabularies import codes, vocabularies
from tests.browser.conftest import Open

ENTRY = re.compile(r"/codebook\.html#status\.possible$")
MEANING = vocabularies()["status"]["possible"].definition


def _code(page: Page) -> Locator:
    return page.locator("#holt2021-e02 a.code", has_text="Possible")


def test_every_code_of_the_project_has_its_entry_with_its_meaning(visit: Open) -> None:
    page = visit("codebook.html", java_script_enabled=False)
    for name in ("status", "event_type", "topic", "ignored_reason"):
        for code in codes(name):
            expect(page.locator(f'[id="{name}.{code}"]')).to_contain_text(vocabularies()[name][code].definition)


def test_an_example_of_a_code_leads_to_a_row_that_has_it(small: Path, visit: Open) -> None:
    page = visit("codebook.html", site=small)
    page.locator('[id="status.possible"]').get_by_role("link", name="Sweden may send welders to Norway").click()
    expect(page.locator("#holt2021-e02")).to_be_in_viewport()
    expect(page.locator("main .act").get_by_role("link", name="Possible")).to_be_visible()


def test_a_mouse_over_a_code_is_told_what_it_means_and_a_press_leads_to_the_entry(small: Path, visit: Open) -> None:
    page = visit("articles/holt2021.html", site=small)
    _code(page).hover()
    expect(page.get_by_role("tooltip")).to_contain_text(MEANING)
    page.get_by_role("tooltip").hover()
    page.wait_for_timeout(400)
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    _code(page).click()
    expect(page.locator('[id="status.possible"]')).to_be_in_viewport()


def test_the_keyboard_is_told_too(small: Path, visit: Open) -> None:
    page = visit("articles/holt2021.html", site=small)
    page.keyboard.press("Tab")
    _code(page).focus()
    expect(page.get_by_role("tooltip")).to_contain_text(MEANING)
    expect(_code(page)).to_have_attribute("aria-describedby", "meaning")
    page.keyboard.press("Enter")
    expect(page).to_have_url(ENTRY)


def test_a_finger_is_told_first_and_then_led(small: Path, visit: Open) -> None:
    page = visit("articles/holt2021.html", site=small, width=360, has_touch=True)
    _code(page).tap()
    expect(page.get_by_role("tooltip")).to_contain_text(MEANING)
    page.get_by_role("tooltip").get_by_role("link", name="More").tap()
    expect(page).to_have_url(ENTRY)


@pytest.mark.parametrize("path", ["events.html", "quotes.html", "actors.html", "articles/voa2022.html"])
def test_no_code_is_without_its_meaning(path: str, visit: Open) -> None:
    page = visit(path)
    page.locator("a.code").first.wait_for()
    unknown = "[...document.querySelectorAll('a.code')].filter(one => !ENTRIES[one.hash.slice(1)]).map(one => one.href)"
    assert page.evaluate(unknown) == []


def test_a_column_says_what_it_holds(small: Path, visit: Open) -> None:
    page = visit("events.html", site=small)
    page.get_by_role("button", name="Status", exact=True).hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Whether it happened, by the words of the article.")
