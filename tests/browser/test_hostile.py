"""Values that want to be markup, script or links go through the real build and stay words."""

import hashlib
import html
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, built, edited
from tests.edits import EXAMPLE, Edit

SCRIPT = "</script></noscript></table><script>window.broken=1</script>"
IMAGE = "\"'><img src=x onerror=window.broken=1>"
HANDLER = "x' onmouseover='window.broken=1' y=\" onfocus=window.broken=1 {{7*7}}{% raw %}<!--"
ALIAS = "<svg/onload=window.broken=true> </p>"
CODED = f"Norway and Sweden {ALIAS} & signed a timber pact"
ADDRESS = "https://evil.example/'onclick='window.broken=1'/</script>".replace("<", "%3C").replace(">", "%3E")
HOSTILE = [SCRIPT, IMAGE, HANDLER, CODED]
SHEET, ARTICLE = "seeds/001_holt2021.toml", "seeds/001_holt2021.txt"
CLEAN = "Norway and Sweden signed a timber pact"


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _edits() -> list[Edit]:
    text = (EXAMPLE / ARTICLE).read_text(encoding="utf-8").replace(CLEAN, CODED)
    old, new = (hashlib.sha256(data).hexdigest() for data in ((EXAMPLE / ARTICLE).read_bytes(), text.encode()))
    return [
        Edit(ARTICLE, None, text),
        Edit(SHEET, old, new),
        Edit(SHEET, _quoted(CLEAN), _quoted(CODED)),
        Edit(SHEET, _quoted("Norway and Sweden seal timber pact"), _quoted(SCRIPT)),
        Edit(SHEET, 'language = "en"', f'language = "en"\nauthor = {_quoted(HANDLER)}\nurl = {_quoted(ADDRESS)}'),
        Edit(
            SHEET, 'claimed_by = "ana-orlo"', f'claimed_by = "ana-orlo"\nissue = "conflict"\nnote = {_quoted(HANDLER)}'
        ),
        Edit(SHEET, _quoted("Norway closes its border"), _quoted(f"{IMAGE} closes its border")),
        Edit("seeds/actors.toml", _quoted("Norway"), _quoted(IMAGE)),
        Edit("seeds/documents.toml", _quoted("First pact on timber"), _quoted(SCRIPT)),
        Edit("seeds/actors.toml", _quoted("Ana Orlo"), _quoted(SCRIPT)),
        Edit("seeds/actors.toml", _quoted("Oslo"), _quoted(ALIAS)),
        Edit("seeds/measures.toml", 'definition = "', f"definition = {_quoted(SCRIPT + IMAGE)[:-1]} "),
    ]


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    return built(edited(folder, *_edits()), folder)


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("javascript", [True, False])
def test_no_value_becomes_markup_or_script(hostile: Path, width: int, javascript: bool, visit: Open) -> None:
    for path in sorted(hostile.rglob("*.html")):
        page = visit(path.relative_to(hostile).as_posix(), site=hostile, width=width, java_script_enabled=javascript)
        page.wait_for_timeout(50)
        for element in page.locator("main a, main .piece, main summary").all()[:30]:
            element.hover(force=True, timeout=2000) if element.is_visible() else None
        assert (
            page.locator(
                "img, script:not([src]):not([type='application/json']):not([type='application/ld+json']), svg[onload]"
            ).count()
            == 0
        ), path
        handlers = "[...document.querySelectorAll('*')].filter(one => [...one.attributes].some(a => a.name.startsWith('on'))).length"
        assert page.evaluate(handlers) == 0, path
        if javascript:
            assert page.evaluate("window.broken") is None, path
        page.context.close()


def test_every_value_is_there_as_words(hostile: Path, visit: Open) -> None:
    page = visit("articles/holt2021.html", site=hostile)
    expect(page.locator("h1")).to_have_text(SCRIPT)
    expect(page.locator("#holt2021-e02")).to_contain_text(HANDLER)
    expect(page.locator("#holt2021-e01")).to_contain_text(IMAGE)
    assert CODED in page.locator(".text").all_inner_texts()[1].replace("e01", "")
    actors = visit("actors.html", site=hostile)
    expect(actors.locator(".tabulator-row", has_text="norway").first).to_contain_text(IMAGE)
    for name in (SCRIPT, IMAGE):
        assert name in actors.locator(".tabulator-table").inner_text()
    overview = visit("index.html", site=hostile)
    assert SCRIPT in overview.locator(".articles").inner_text()
    titles = overview.locator(".wide a").evaluate_all("links => links.map(link => link.getAttribute('aria-label'))")
    assert any(IMAGE in title for title in titles)
    assert SCRIPT in overview.locator('section[aria-labelledby="speakers"]').inner_text() or any(
        SCRIPT in one for one in titles
    )


def test_the_filter_in_the_address_stays_words(hostile: Path, visit: Open) -> None:
    page = visit(
        "events.html#search=%3Cimg%20src%3Dx%20onerror%3Dwindow.broken%3D1%3E&claimed_by=%3Cscript%3E", site=hostile
    )
    expect(page.get_by_text("Claimed by: <script> ✕")).to_be_visible()
    expect(page.locator("#count")).to_contain_text("0 of")
    for key in ("%E0%A4%A", "__proto__=1", "constructor=1", "%00", "a=b=c&&&="):
        page.goto(f"{hostile.as_uri()}/events.html#{key}")
        page.reload()
        expect(page.locator("#count")).to_contain_text("4 of 4 rows")


@pytest.mark.parametrize(
    "address", ["javascript:window.broken=1", "data:text/html,<script>1</script>", " javascript:1", "//x.example/"]
)
def test_only_web_addresses_become_links(address: str, visit: Open, tmp_path: Path) -> None:
    root = edited(tmp_path)
    Edit(SHEET, 'language = "en"', f'language = "en"\nurl = {_quoted(address)}').apply(root)
    site = built(root, tmp_path, "--review", code=1)  # the published site is refused: the address breaks a rule
    for path in ("sources.html", "articles/holt2021.html"):
        for javascript in (True, False):
            page = visit(path, site=site, java_script_enabled=javascript)
            assert javascript or html.escape(address.strip(), quote=False) in page.content()
            links = page.locator("a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
            assert not [href for href in links if address.strip() in str(href)]


def test_the_policy_stops_what_would_get_through(visit: Open, dataset: Path) -> None:
    policy = visit("index.html").locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for path in dataset.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert text.index("Content-Security-Policy") < text.index("<title>"), path
        assert 'style="' not in text, path


def test_a_package_with_problems_gives_no_site_and_leaves_the_old_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from scripts.__main__ import main

    root = edited(tmp_path)
    old = built(root, tmp_path)
    before = {path: path.read_bytes() for path in old.rglob("*") if path.is_file()}
    (root / "data/events.csv").write_text("no table\n", encoding="utf-8")
    assert main(["site", "--root", str(root), "--out", str(old)]) == 1
    assert "data/events.csv" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in old.rglob("*") if path.is_file()} == before
