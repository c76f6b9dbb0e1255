"""Take the picture of an article's page that README.md shows, of the site as it is built now. `make picture`."""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.__main__ import HERE
from scripts.__main__ import main as command

PICTURE = HERE / "docs/article.png"
ARTICLE, ROW = "voa2022", "voa2022-e06"  # a text that is free of copyright, and what one of its passages became
WIDTH, HEIGHT, ABOVE = 1040, 324, 60  # CSS pixels; what is seen above the row's words


def main() -> int:
    """Write the picture; return the exit code."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        if code := command(["site", "--out", str(site)]):
            return code
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto((site / f"articles/{ARTICLE}.html").as_uri())
        top = page.locator(f"#at-{ROW}").evaluate("words => words.getBoundingClientRect().top + window.scrollY")
        page.screenshot(path=PICTURE, full_page=True, clip={"x": 0, "y": top - ABOVE, "width": WIDTH, "height": HEIGHT})
        browser.close()
    print(f"wrote {PICTURE.relative_to(HERE)} ({PICTURE.stat().st_size / 1000:.0f} kB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
