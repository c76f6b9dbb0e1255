"""Write the parts of the documents that `build` does not: what tests, scores and clients say. `make documents`."""

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

from scripts.__main__ import main as command
from scripts.package.documents import filled
from tests.clients.table import table
from tests.faults.matrix import as_markdown, read
from tests.transcript import transcript

ROOT = Path(__file__).parent.parent


def _scores(of: str) -> str:
    """Return what `evaluate` says of the drafts or of the two blind codings."""
    with redirect_stdout(io.StringIO()) as said:
        assert command(["evaluate", of, "--format", "markdown", "--root", str(ROOT)]) == 0
    return said.getvalue()


PARTS: dict[tuple[str, str], Callable[[], str]] = {
    ("CONTRIBUTING.md", "transcript"): transcript,
    ("docs/coding.md", "agreement"): lambda: _scores("--agreement"),
    ("docs/drafting.md", "scores"): lambda: _scores("--development"),
    ("docs/guarantees.md", "faults"): lambda: as_markdown(read()),
    ("docs/loading.md", "clients"): table,
}


def as_it_should_be(name: str, part: str) -> str:
    """Return a document with a part as it is worked out now."""
    return filled((ROOT / name).read_text(encoding="utf-8"), part, PARTS[name, part]())


def main() -> int:
    """Write every part that has changed; return 0."""
    for name, part in PARTS:
        text = as_it_should_be(name, part)
        if text != (ROOT / name).read_text(encoding="utf-8"):
            (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {part} in {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
