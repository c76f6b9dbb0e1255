"""The site is for everybody: axe-core finds nothing, nothing overflows, nothing moves."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from scripts.__main__ import HERE
from scripts.site.node import FOLDER
from scripts.tables.csv import read
from tests.browser.conftest import Open

AXE = FOLDER / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ["index", "chronology", "events", "acts", "quotes", "figures", "sources", "actors", "aliases", "participants"]
PAGES += ["codebook", "use", "actors/north-korea", "actors/voice-of-america", "acts/voa2022-e08", "acts/rinna2022-e13"]
NEWEST = read(HERE, "sources")["source_id"].iloc[-1]
ARTICLES = dict.fromkeys(f"articles/{name}" for name in ("voa2022", "memri2022", "rinna2022b", NEWEST))
# Of what opens on demand the first ten: filters, columns, and the words of some rows, which are all of one make.
OPEN_SOME = "all => all.filter(one => one.checkVisibility()).slice(0, 10).forEach(one => one.click())"
A_LITTLE = 0.05  # half of what Web Vitals call good: lines that are painted before they are read whole
EVERYWHERE = [f"{name}.html" for name in [*PAGES, *ARTICLES]]


def _found(page: Page) -> list[tuple[str, str, str]]:
    """Return what axe-core finds wrong with a page as it stands: its rule, the element, and what is to be mended."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("tags => axe.run({ runOnly: tags, preload: false })", TAGS)
    assert len(found["passes"]) > 20
    return [(one["id"], node["target"], node["failureSummary"]) for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light")])
@pytest.mark.parametrize("path", EVERYWHERE)
def test_axe_finds_nothing(path: str, width: int, scheme: str, visit: Open) -> None:
    page = visit(path, width=width, color_scheme=scheme, bypass_csp=True)
    page.locator("summary").evaluate_all(OPEN_SOME)
    assert _found(page) == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_in_the_search(width: int, scheme: str, visit: Open) -> None:
    page = visit("acts/voa2022-e08.html", width=width, color_scheme=scheme, bypass_csp=True)
    page.get_by_role("button", name="Search").click()
    page.get_by_label("Search everything").fill("workers")
    page.locator("#search li").first.wait_for()
    assert _found(page) == []


@pytest.mark.parametrize("path", ["acts/voa2022-e08.html", "actors/north-korea.html", "index.html"])
def test_axe_finds_nothing_on_paper(path: str, visit: Open) -> None:
    page = visit(path, width=794, bypass_csp=True)
    page.emulate_media(media="print")
    assert _found(page) == []


@pytest.mark.parametrize(
    "path", ["actors/north-korea.html", "acts/voa2022-e08.html", "chronology.html", "codebook.html"]
)
def test_without_javascript_a_page_can_be_read_and_offers_nothing_that_does_not_work(path: str, visit: Open) -> None:
    page = visit(path, java_script_enabled=False)
    assert page.locator("main a").count() > 5
    assert page.locator("button:visible").count() == 0
    assert "The contributors to the Russia–DPRK Sanctions Record" in page.locator("#citation").inner_text()


@pytest.mark.parametrize("width", [360, 768])
@pytest.mark.parametrize("path", EVERYWHERE)
def test_nothing_is_wider_than_the_screen(path: str, width: int, visit: Open) -> None:
    assert visit(path, width=width).evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", EVERYWHERE)
def test_nothing_moves_while_a_page_comes_up_on_a_slow_machine(path: str, visit: Open, dataset: Path) -> None:
    page = visit("licences.txt")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const one of list.getEntries()) window.moved += one.value; })"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(f"{dataset.as_uri()}/{path}")
    page.wait_for_timeout(900)
    assert page.evaluate("window.moved") < A_LITTLE
