"""A server on loopback that speaks the protocol of model endpoints, and says what a test has written down for it."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Say = Callable[[BaseHTTPRequestHandler], None]


def completion(content: str | None, reason: str = "stop") -> Say:
    """Answer as a model does."""
    message = {"role": "assistant", "content": content, "refusal": None}
    choice = {"index": 0, "finish_reason": reason, "message": message}
    given = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    return body(json.dumps(given))


def rows(**tables: list[dict[str, Any]]) -> Say:
    """Answer with rows by table."""
    return completion(json.dumps(tables, ensure_ascii=False))


def body(text: str, status: int = 200, kind: str = "application/json", length: int | None = None) -> Say:
    """Answer with a body; `length` is what is promised, where less is sent."""

    def say(request: BaseHTTPRequestHandler) -> None:
        data = text.encode()
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(data) if length is None else length))
        request.end_headers()
        request.wfile.write(data)

    return say


class Model:
    """What the server was asked, and what it says next; the last saying is said again and again."""

    def __init__(self, *sayings: Say) -> None:
        self.sayings = list(sayings)
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.address = ""

    def next(self, request: BaseHTTPRequestHandler) -> None:
        self.keys.append(request.headers["Authorization"])
        self.asked.append(json.loads(request.rfile.read(int(request.headers["Content-Length"]))))
        say = self.sayings.pop(0) if len(self.sayings) > 1 else self.sayings[0]
        say(request)

    def last_words(self, number: int) -> str:
        """Return the last message of a request."""
        return str(self.asked[number]["messages"][-1]["content"])


@contextmanager
def serving(model: Model) -> Iterator[Model]:
    """Let a model be asked at its address on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            model.next(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    model.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
