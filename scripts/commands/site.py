"""Write the explorer, a static site of the package that opens from disk or any web server."""

import argparse
import sys
import tempfile
from pathlib import Path

from scripts.explorer.assets import CannotBundleError, bundle, drawn
from scripts.explorer.edition import Edition, published, under_review
from scripts.problem import CannotRunError, as_text, counted

PUBLISHED, REVIEWED = Path("dist/site"), Path("dist/review")


def write(edition: Edition, folder: Path) -> int:
    """Write the site of an edition into a folder in place of what is there; return its size in bytes.

    The folder is made beside its place and moved, so that a failure leaves the old site as it was.
    """
    from scripts.explorer.render import Pages

    pages = Pages(edition)
    data = pages.pictures()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as made:
        site = Path(made) / "site"
        (site / "articles").mkdir(parents=True)
        bundle(site)
        for path, text in pages.all(data, drawn(data)):
            (site / path).write_text(text, encoding="utf-8")
        if folder.exists():
            folder.replace(Path(made) / "old")
        site.replace(folder)
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def site(root: Path, folder: Path, review: bool) -> int:
    """Write the site of root; return the exit code."""
    edition, problems = (under_review(root), []) if review else published(root)
    if edition is None:
        print(as_text(problems), end="", file=sys.stderr)
        print(f"{counted(len(problems), 'problem')}; nothing was written", file=sys.stderr)
        return 1
    if folder.exists() and not (folder / "index.html").is_file():
        raise CannotRunError(f"{folder} is there and is no site")
    size = write(edition, folder)
    print(f"wrote {folder / 'index.html'} ({size / 1e6:.2f} MB in all)")
    return 0


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("--out", type=Path, metavar="DIR", help=f"where to (default {PUBLISHED})")
    review = f"the coding sheets as they stand, with their problems and every text in full, into {REVIEWED}"
    parser.add_argument("--review", action="store_true", help=review)


def run(options: argparse.Namespace) -> int:
    """Write the site; return the exit code."""
    folder = options.out or options.root / (REVIEWED if options.review else PUBLISHED)
    try:
        return site(options.root, folder, options.review)
    except CannotBundleError as error:
        raise CannotRunError(str(error)) from error
