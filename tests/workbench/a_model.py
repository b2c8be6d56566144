"""A server on this machine that speaks chat/completions and says what a test has it say."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """What is answered: a status with headers, then a body, or words that a model says; after a while, if wanted."""

    said: object = None
    status: int = 200
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)
    waits: float = 0.0

    def bytes(self) -> bytes:
        if self.body is not None:
            return self.body
        said = self.said if isinstance(self.said, str) else json.dumps(self.said)
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": said}}
        return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


@dataclass
class Served:
    """The address of the server, what it was asked, and what it will answer: the last answer again and again."""

    address: str
    answers: list[Answer]
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def a_model(*answers: Answer) -> Iterator[Served]:
    """A server that gives these answers in turn."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            served.paths.append(self.path)
            served.headers.append(dict(self.headers))
            served.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            answer = served.answers.pop(0) if len(served.answers) > 1 else served.answers[0]
            time.sleep(answer.waits)
            body = answer.bytes()
            self.send_response(answer.status)
            for name, value in {"Content-Type": "application/json", **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library calls it
            del format, args

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """Who hangs up while he is answered does so on purpose."""
            del request, client_address

    server = Server(("127.0.0.1", 0), Handler)
    served = Served(f"http://127.0.0.1:{server.server_port}/v1", list(answers))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
