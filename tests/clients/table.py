"""The table of clients in docs/loading.md, from clients.toml."""

from tests.clients.running import CLIENTS

HEAD = "| Client | `text` is | References | What it cannot do | The way round |\n|---|---|---|---|---|\n"


def _anchor(client: str) -> str:
    return client.lower().replace(" ", "-")


def table() -> str:
    """Return the table as Markdown."""
    lines = []
    for client, facts in CLIENTS.items():
        limits = [limit["limit"] for limit in facts["limits"]]
        ways = [limit["way"] for limit in facts["limits"]]
        cells = [f"[{client}](#{_anchor(client)})", facts["cut"], facts["references"]]
        lines.append("| " + " | ".join([*cells, "<br>".join(limits), "<br>".join(ways)]) + " |\n")
    return HEAD + "".join(lines)
