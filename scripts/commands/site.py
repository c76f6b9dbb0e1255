"""Write the site: static pages of the package that open from disk or any web server."""

import argparse
import sys
from pathlib import Path

from scripts.problem import CannotRunError, as_text, counted
from scripts.site.load import published, released, under_review
from scripts.site.pages import write

PUBLISHED, REVIEWED = Path("dist/site"), Path("dist/review")


def register(parser: argparse.ArgumentParser) -> None:
    """Add the options of the verb."""
    parser.add_argument("--out", type=Path, metavar="DIR", help=f"where to (default {PUBLISHED})")
    review = f"the coding sheets as they stand, with their problems and every text in full, into {REVIEWED}"
    release = "a folder of a release of these tables (make release), whose files can be downloaded too"
    parser.add_argument("--release", type=Path, metavar="DIR", help=release)
    parser.add_argument("--review", action="store_true", help=review)


def run(options: argparse.Namespace) -> int:
    """Write the site; return the exit code."""
    folder = options.out or options.root / (REVIEWED if options.review else PUBLISHED)
    edition, problems = (under_review if options.review else published)(options.root)
    if folder.exists() and not (folder / "index.html").is_file():
        raise CannotRunError(f"{folder} is there and is no site")
    print(as_text(problems), end="", file=sys.stderr)
    if edition is None:
        print(f"{counted(len(problems), 'problem')}; nothing was written", file=sys.stderr)
        return 1
    if options.release:
        edition.files |= released(options.release, edition)
    size = write(edition, folder)
    print(f"wrote {folder / 'index.html'} ({size / 1e6:.2f} MB in all)")
    return 1 if problems else 0
