"""The README says of the clients what their tests show."""

from tests.clients.running import CLIENTS, block, section
from tests.clients.table import table


def test_the_readme_has_the_table() -> None:
    there = section().split("<!-- clients -->\n")[1].split("<!-- end of clients -->")[0]
    assert there == table(), "put in what python -m tests.clients.table prints"


def test_every_client_of_the_readme_is_run() -> None:
    headings = [line.removeprefix("### ") for line in section().splitlines() if line.startswith("### ")]
    assert headings == list(CLIENTS)
    assert all(block(client) for client in CLIENTS)
