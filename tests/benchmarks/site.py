"""How large the site is and how quickly it comes up, scrolls and filters, with the coded articles and with 10,000 events.

    python -m tests.benchmarks.site

Times are milliseconds in headless Chromium on this machine, the median of five visits from disk.
"""

import statistics
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.__main__ import HERE
from scripts.site.edition import Edition
from scripts.site.load import published
from scripts.site.pages import write
from scripts.tables.table import Row
from tests.browser.conftest import CHROMIUM, QUIET

ROWS, VISITS, STEPS = 10_000, 5, 120
PAINTED = """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
  .observe({ type: 'largest-contentful-paint', buffered: true }))"""
READY = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
SCROLL = """steps => new Promise(done => {
  const pane = document.querySelector('.tabulator-tableholder'), times = []; let last = performance.now();
  const step = () => { const now = performance.now(); times.push(now - last); last = now; pane.scrollTop += 400;
    if (times.length < steps) requestAnimationFrame(step); else done(times.slice(1)); };
  requestAnimationFrame(step); })"""
FILTER = """() => { const search = document.querySelector('[name=search]'), start = performance.now();
  search.value = 'workers'; search.dispatchEvent(new Event('input', { bubbles: true })); return performance.now() - start; }"""
SORT = """() => { const start = performance.now(); document.querySelectorAll('.sort')[2].click(); return performance.now() - start; }"""


def enlarged(edition: Edition) -> Edition:
    """Return the edition with its events and acts repeated, under new ids, to ROWS events or a few more."""
    copies = range(-(-ROWS // len(edition.tables["events"])))

    def many(table: str) -> list[Row]:
        keys = {"event_id", "act_id"}
        return [
            {name: f"{value}{n:03}" if name in keys else value for name, value in row.items()}
            for n in copies
            for row in edition.tables[table]
        ]

    tables = {name: many(name) for name in ("acts", "events", "participants")}
    return replace(edition, tables=edition.tables | tables, texts={})


def _median(browser: Browser, url: str, script: str) -> float:
    times: list[float] = []
    for _ in range(VISITS):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(url)
        times.append(page.evaluate(script))
        page.close()
    return statistics.median(times)


def _large(page: Page) -> str:
    frames = sorted(page.evaluate(SCROLL, STEPS))
    slow = sum(frame > 50 for frame in frames)
    return (
        f"scrolling: {statistics.median(frames):.0f} ms a frame, 95 % within {frames[int(len(frames) * 0.95)]:.0f} ms, "
        f"{slow} of {len(frames)} over 50 ms; search {page.evaluate(FILTER):.0f} ms; sort {page.evaluate(SORT):.0f} ms"
    )


def main() -> None:
    """Print sizes and times."""
    edition, problems = published(HERE)
    if edition is None:
        raise SystemExit(f"{len(problems)} problems in the package: run `make`")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        few, many = Path(folder) / "few", Path(folder) / "many"
        print(f"{len(edition.tables['sources'])} articles: {write(edition, few) / 1e6:.2f} MB in all")
        for path in ("index.html", "events.html", "articles/memri2022.html"):
            url = f"{few.as_uri()}/{path}"
            print(
                f"{path}: painted after {_median(browser, url, PAINTED):.0f} ms, ready after {_median(browser, url, READY):.0f} ms"
            )
        write(enlarged(edition), many)
        page = f"{many.as_uri()}/events.html"
        size = (many / "events.html").stat().st_size / 1e6
        print(f"{ROWS:,} events: page of {size:.1f} MB, ready after {_median(browser, page, READY):.0f} ms")
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.goto(page)
        print(_large(tab))
        browser.close()


if __name__ == "__main__":
    main()
