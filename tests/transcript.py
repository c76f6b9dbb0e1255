"""Three typical mistakes in the example's first sheet, and what the build says of them: the transcript in CONTRIBUTING.md.

`python -m tests.transcript` writes it anew.
"""

import io
import tempfile
from contextlib import redirect_stderr
from pathlib import Path

from scripts.__main__ import main
from tests.edits import Edit, example

GUIDE = Path(__file__).parent.parent / "CONTRIBUTING.md"
BEGIN, END = "<!-- transcript -->\n", "<!-- end of transcript -->"
SHEET = "seeds/001_holt2021.toml"
MISTAKES = {
    "A word of a quote is not the article's": Edit(SHEET, "double our exports,", "double our export,"),
    "An actor is not in the registry under that key": Edit(SHEET, 'speaker_id = "ana-orlo"', 'speaker_id = "orlo"'),
    "A mark or a number of the article is in no row and is not set aside": Edit(
        SHEET, '[[ignored]]\ntext = "double"\nreason = "not_a_quantity"\n', ""
    ),
}


def _said(edit: Edit) -> str:
    """Return what the build prints of the example with one edit."""
    with tempfile.TemporaryDirectory() as folder, redirect_stderr(io.StringIO()) as said:
        root = example(Path(folder))
        edit.apply(root)
        assert main(["build", "--root", str(root)]) == 1
    return said.getvalue()


def transcript() -> str:
    """Return the block: each mistake, and the messages as they are printed."""
    return "".join(f"\n{mistake}:\n\n```\n{_said(edit)}```\n" for mistake, edit in MISTAKES.items()) + "\n"


def write() -> None:
    """Write the transcript into the guide."""
    head, rest = GUIDE.read_text(encoding="utf-8").split(BEGIN)
    tail = rest.split(END)[1]
    GUIDE.write_text(f"{head}{BEGIN}{transcript()}{END}{tail}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
