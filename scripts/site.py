"""Write the explorer, a static site of the package that opens from disk or any web server."""

import argparse
import sys
import tempfile
from pathlib import Path

from scripts.build import HERE
from scripts.explorer.assets import CannotBundleError, bundle, drawn
from scripts.explorer.edition import Edition, published, under_review
from scripts.problems import as_text, counted, safe_output

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
        print(f"could not run: {folder} is there and is no site", file=sys.stderr)
        return 2
    size = write(edition, folder)
    print(f"wrote {folder / 'index.html'} ({size / 1e6:.2f} MB in all)")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 0 (done), 1 (problems in the package) or 2 (could not run)."""
    safe_output(sys.stdout, sys.stderr)
    parser = argparse.ArgumentParser(prog="python -m scripts.site", description=__doc__)
    parser.add_argument("--root", type=Path, default=HERE, metavar="DIR", help="another copy of the package")
    parser.add_argument("--out", type=Path, metavar="DIR", help=f"where to (default {PUBLISHED})")
    parser.add_argument(
        "--review",
        action="store_true",
        help=f"the coding sheets as they stand, with their problems and every text in full, into {REVIEWED}",
    )
    options = parser.parse_args(arguments)
    folder = options.out or options.root / (REVIEWED if options.review else PUBLISHED)
    try:
        return site(options.root, folder, options.review)
    except (CannotBundleError, OSError) as error:
        print(f"could not run: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
