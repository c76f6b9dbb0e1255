"""An article shows its spans and its rows, each leading to the other; what may not be shown is not there."""

from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import expect

from schemas import ANCHORED
from schemas.rights import CONTACT, in_full
from scripts.__main__ import HERE
from scripts.draft.sentences import sentences
from scripts.site.evidence import hidden
from scripts.tables.csv import read
from tests.browser.conftest import Open

SOURCES = read(HERE, "sources").set_index("source_id")
ARTICLES = list(SOURCES.index)


def _rows(table: str, source_id: str) -> pd.DataFrame:
    rows = read(HERE, table)
    return rows[rows["source_id"] == source_id]


@pytest.mark.parametrize("source_id", ARTICLES)
def test_every_row_s_characters_are_marked(source_id: str, visit: Open) -> None:
    page = visit(f"articles/{source_id}.html")
    marked: dict[str, str] = page.evaluate(
        """() => { const found = {};
        for (const piece of document.querySelectorAll('.piece')) {
          const words = [...piece.childNodes].map(node => node.textContent).join('');
          for (const key of piece.dataset.rows.split(' ')) found[key] = (found[key] ?? '') + words;
        } return found; }"""
    )
    article = (HERE / SOURCES["path"][source_id]).read_text(encoding="utf-8")
    left_out = {at for span in hidden(article) for at in range(*span)}
    expected: dict[str, str] = {}
    for table in ANCHORED:
        rows = _rows(table, source_id)
        for key, start, end in zip(rows.iloc[:, 0], rows["start"].astype(int), rows["end"].astype(int), strict=True):
            expected[key] = "".join(article[at] for at in range(start, end) if at not in left_out)
    assert {key: text.replace("\n", "") for key, text in expected.items()} == marked


@pytest.mark.parametrize("javascript", [True, False])
def test_a_span_leads_to_its_row_and_back(javascript: bool, visit: Open) -> None:
    page = visit("articles/voa2022.html", java_script_enabled=javascript)
    page.locator("#at-voa2022-e16").click()
    assert page.url.endswith("#voa2022-e16")
    card = page.locator("#voa2022-e16")
    expect(card).to_be_in_viewport()
    card.get_by_role("link", name="Show voa2022-e16 in the text").click()
    assert page.url.endswith("#at-voa2022-e16")
    expect(page.locator("#at-voa2022-e16")).to_be_in_viewport()


def test_a_press_anywhere_in_nested_spans_goes_from_the_innermost_outwards(visit: Open) -> None:
    page = visit("articles/voa2022.html")
    figure = page.locator('.piece[data-rows~="voa2022-f01"]')
    expect(figure).to_have_attribute("data-rows", "voa2022-e03 voa2022-f01")
    figure.click()
    expect(page.locator(".card.chosen")).to_have_id("voa2022-f01")
    figure.click()
    expect(page.locator(".card.chosen")).to_have_id("voa2022-e03")
    assert page.locator(".piece.chosen").all_text_contents() == [
        "the U.S. targeted ",
        "70 entities",
        ", many of them in Russia’s defense industry",
    ]


def test_kinds_are_told_apart_by_line_and_not_by_colour_alone(visit: Open) -> None:
    page = visit("articles/voa2022.html")
    styles = {
        kind: page.locator(f".piece .mark.{kind}").first.evaluate(
            "mark => { const s = getComputedStyle(mark); return [s.textDecorationStyle, s.textDecorationLine, s.outlineStyle].join(' ') }"
        )
        for kind in ANCHORED
    }
    assert styles == {
        "events": "solid underline none",
        "quotes": "dotted underline none",
        "figures": "solid none dashed",
    }


def test_a_kind_can_be_hidden(visit: Open) -> None:
    page = visit("articles/voa2022.html")
    page.get_by_role("checkbox", name="events").uncheck()
    expect(page.locator("#at-voa2022-e01")).to_be_hidden()
    expect(page.locator("#voa2022-e01")).to_be_hidden()
    expect(page.locator("#at-voa2022-q01")).to_be_visible()


@pytest.mark.parametrize("source_id", ARTICLES)
def test_only_what_rights_allow_is_on_the_page(source_id: str, visit: Open) -> None:
    words = " ".join(visit(f"articles/{source_id}.html").locator("article").inner_text().split())
    whole = in_full(SOURCES["rights"][source_id])
    text = (HERE / SOURCES["path"][source_id]).read_text(encoding="utf-8")
    spans = [_rows(table, source_id)[["start", "end"]].astype(int) for table in ANCHORED]
    coded = [span for rows in spans for span in rows.itertuples(index=False, name=None)]
    apart = [text[a:b] for a, b in sentences(text) if not any(start < b and a < end for start, end in coded)]
    title = SOURCES["title"][source_id]
    long = [" ".join(sentence.split()) for sentence in apart if len(sentence) > 80 and title not in sentence]
    assert long or source_id not in {"voa2022", "rinna2024"}
    assert [sentence for sentence in long if (sentence in words) is not whole and not CONTACT.search(sentence)] == []
    assert ("The rights in this text are not cleared" in words) is not whole


def test_no_contact_data_is_anywhere_on_the_site(dataset: Path) -> None:
    for path in dataset.rglob("*.html"):
        assert CONTACT.search(path.read_text(encoding="utf-8")) is None, path


def test_text_that_is_left_out_is_marked_to_the_end(visit: Open) -> None:
    last = visit("articles/rinna2022b.html").locator(".text").last
    assert last.inner_text().endswith(". […]")
    expect(visit("articles/voa2022.html").locator(".gap")).to_have_count(0)


def test_the_accounting_is_told(visit: Open) -> None:
    page = visit("articles/memri2022.html")
    expect(page.locator(".account")).to_contain_text("39 of 39 numbers and 47 of 47 quotation marks")


def test_where_the_full_text_is_not_shown_a_link_leads_to_it(visit: Open) -> None:
    link = visit("articles/rinna2024.html").get_by_role("link", name="Read the article where it was published")
    assert str(link.get_attribute("href")).startswith("https://www.themoscowtimes.com/2024/06/20/")
    assert link.get_attribute("rel") == "noopener"


def test_on_paper_the_text_stands_beside_its_rows_and_nothing_is_to_be_pressed(visit: Open) -> None:
    page = visit("articles/rinna2022.html", width=794)
    page.emulate_media(media="print")
    expect(page.locator("nav")).to_be_hidden()
    expect(page.locator(".key input").first).to_be_hidden()
    expect(page.locator("#rinna2022-e05")).to_be_visible()
    text, card = page.locator("#at-rinna2022-e05").bounding_box(), page.locator("#rinna2022-e05").bounding_box()
    assert text is not None
    assert card is not None
    assert card["x"] > text["x"] + text["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 794
