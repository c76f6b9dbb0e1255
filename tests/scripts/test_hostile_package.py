"""A package that tries to run code, to reach out and to read what is not its own: validated under watch."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.edits import EXAMPLE, Edit

# Watches validate by Python's audit events: whatever opens, imports, executes, connects or starts is written down.
WATCH = """
import os, sys
import scripts.commands.validate
from scripts.__main__ import main
package, secret = sys.argv[1], sys.argv[2]
seen = set()
def watch(event, arguments):
    first = str(arguments[0]) if arguments else ""
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "ctypes.dlopen")):
        seen.add(event)
    elif event == "open" and (first.startswith(secret) or (len(arguments) > 1 and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+") and first.startswith(package))):
        seen.add(f"open {first}")
    elif event == "import" and any(str(path or "").startswith(package) for path in [arguments[1], *sys.path]):
        seen.add(f"import {first}")
    elif event == "exec" and str(arguments[0].co_filename).startswith(package):
        seen.add(f"exec {arguments[0].co_filename}")
sys.addaudithook(watch)
code = main(["validate", package])
print("SEEN", sorted(seen))
sys.exit(code)
"""
MINE = ["frictionless.py", "pandas.py", "sitecustomize.py", "conftest.py", "schemas/__init__.py", "scripts/validate.py"]


@pytest.fixture
def listener() -> Iterator[tuple[str, list[object]]]:
    """An address on loopback, and who connected to it."""
    callers: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def listen() -> None:
            while True:
                try:
                    caller, name = server.accept()
                    caller.close()
                    callers.append(name)
                except OSError:
                    return

        threading.Thread(target=listen, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/x.json", callers
        if sys.platform == "linux":  # wakes the thread
            server.shutdown(socket.SHUT_RDWR)


def _everywhere(value: object, address: str) -> object:
    """Return a document in which every text is an address, and which names one wherever a client would follow it."""
    if isinstance(value, dict):
        followed = {
            name: address for name in ("$ref", "dialect", "schema", "profile", "jsonschema") if name not in value
        }
        return {name: _everywhere(inner, address) for name, inner in value.items()} | followed
    if isinstance(value, list):
        return [*(_everywhere(inner, address) for inner in value), {"path": address, "name": "x"}]
    return address if isinstance(value, str) else value


def _led_astray(package: Path, address: str) -> None:
    """Put an address wherever the descriptor can hold one."""
    path = package / "datapackage.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(_everywhere(document, address), indent=2), encoding="utf-8")


def _watched(package: Path, secret: Path, watch: str = WATCH) -> subprocess.CompletedProcess[str]:
    root = EXAMPLE.parent.parent
    surroundings = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", watch, str(package), str(secret)]
    return subprocess.run(command, cwd=root, env=surroundings, capture_output=True, text=True, check=False)


def test_nothing_is_run_fetched_or_read_from_outside(
    built: Path, tmp_path: Path, listener: tuple[str, list[object]]
) -> None:
    address, callers = listener
    secret = tmp_path / "secret.csv"
    secret.write_text("a secret", encoding="utf-8")
    for name in MINE:
        (built / name).parent.mkdir(exist_ok=True)
        (built / name).write_text("raise SystemExit('this must not run')\n", encoding="utf-8")
    Edit("seeds/001_holt2021.toml", "language", f'url = "{address}"\nlanguage').apply(built)
    (built / "data/quotes.csv").unlink()
    (built / "data/quotes.csv").symlink_to(secret)
    (built / "seeds/003_x2021.txt").symlink_to(secret)
    _led_astray(built, address)
    done = _watched(built, secret)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith("SEEN []\n")
    assert "a secret" not in done.stdout
    assert callers == []


def test_addresses_in_data_and_descriptor_are_not_fetched_where_frictionless_looks_too(
    published: Path, listener: tuple[str, list[object]]
) -> None:
    address, callers = listener
    Edit("data/sources.csv", "daily-plank,,,,,en", f"daily-plank,,,,{address},en").apply(published)
    _led_astray(published, address)
    done = _watched(published, published / "none")
    assert done.stdout.endswith("SEEN []\n")
    assert "frictionless was not run" not in done.stdout
    assert callers == []


def test_the_watch_sees_what_it_watches_for(published: Path, listener: tuple[str, list[object]]) -> None:
    address, callers = listener
    secret = published / "data/actors.csv"
    deeds = f"import urllib.request; urllib.request.urlopen({address!r}.replace('x.json', ''), timeout=0.1)"
    watch = WATCH.replace("code = main", f"try: {deeds}\nexcept OSError: pass\ncode = main")
    seen = _watched(published, secret, watch).stdout.splitlines()[-1]
    assert f"'open {secret}'" in seen
    assert "socket.connect" in seen
    assert len(callers) == 1
