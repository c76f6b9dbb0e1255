"""Three typical mistakes in the example's first sheet, and what the build says of them: the transcript in CONTRIBUTING.md."""

import io
import tempfile
from contextlib import redirect_stderr
from pathlib import Path

from scripts.__main__ import main
from tests.edits import Edit, example

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
