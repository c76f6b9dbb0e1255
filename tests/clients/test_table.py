"""docs/loading.md says of the clients what their tests show."""

import subprocess
import sys
from pathlib import Path

from tests.clients.running import CLIENTS, block, page


def test_every_client_of_the_page_is_run() -> None:
    headings = [line.removeprefix("## ") for line in page().splitlines() if line.startswith("## ")]
    assert headings == [*CLIENTS, "In a spreadsheet", "How this page is tested"]
    assert all(block(client) for client in CLIENTS)


def test_where_the_database_is_missing_no_empty_one_is_left(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", block("SQLite")], cwd=tmp_path, capture_output=True, check=False)
    assert b"unable to open database file" in done.stderr
    assert list(tmp_path.iterdir()) == []
