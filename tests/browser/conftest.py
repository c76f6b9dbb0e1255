"""The site, really built, in Debian's Chromium; every page must keep its console empty and ask nothing of a network."""

import contextlib
import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts.__main__ import HERE, main
from scripts.commands.build import build
from tests.edits import Edit, example

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync", "--disable-quic"]

Open = Callable[..., Page]


def built(root: Path, folder: Path, *arguments: str, code: int = 0) -> Path:
    """Return the folder of the site of a package, made by the command itself."""
    assert main(["site", "--root", str(root), "--out", str(folder / "site"), *arguments]) == code
    return folder / "site"


def edited(folder: Path, *edits: Edit) -> Path:
    """Return the example package, edited and built."""
    root = example(folder)
    for edit in edits:
        edit.apply(root)
    assert build(root) == 0
    return root


@pytest.fixture(scope="session")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the dataset, of which only what holds for any number of articles is tested."""
    return built(HERE, tmp_path_factory.mktemp("dataset"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example: two articles, four events, two quotes and three figures."""
    folder = tmp_path_factory.mktemp("small")
    return built(edited(folder), folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(dataset: Path) -> Iterator[str]:
    """The address at which a plain web server of this machine gives the site."""
    handler = functools.partial(_Silent, directory=os.fspath(dataset))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def visit(browser: Browser, dataset: Path) -> Iterator[Open]:
    """Open a page of a site from disk: visit(path, site=…, width=…, and what else a browser context takes)."""
    contexts: list[BrowserContext] = []
    said: list[str] = []
    asked: list[str] = []

    def opened(path: str, site: Path | str = dataset, width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{site.as_uri() if isinstance(site, Path) else site}/{path}")
        return page

    yield opened
    for context in contexts:
        with contextlib.suppress(Exception):
            context.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:", "http://127.0.0.1:"))] == []
