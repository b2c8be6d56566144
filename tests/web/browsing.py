"""A room that is open on this machine, and Debian's browser to walk through it."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn
from tests.web.rooms import lent

from onionskin.settings import Settings
from onionskin.web.gate import GuardedGate
from onionskin.web.serve import HOST, take

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PATIENCE = 60.0
"""Seconds that anything may take on a machine that has much else to do; nothing waits for them to pass."""


@contextmanager
def opened(settings: Settings, gate: GuardedGate | None = None) -> Iterator[str]:
    """A room upon a collection, at the address given, until the block ends."""
    with take(0) as door, lent(settings, gate) as room:
        server = uvicorn.Server(uvicorn.Config(room, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        try:
            eventually(lambda: server.started)
            yield f"http://{HOST}:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def browser() -> Iterator[Any]:
    """Debian's chromium; the test is skipped where it is not, or where the package playwright is not.

    While it runs, this thread has an event loop: a `Visitor` cannot ask anything.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@contextmanager
def paged(chromium: Any, address: str, **how: Any) -> Iterator[Any]:
    """A page upon a room, wide where nothing else is said; complaints of the browser, and questions to other hosts,
    fail the test.
    """
    context = chromium.new_context(base_url=address, **{"viewport": {"width": 1440, "height": 900}, **how})
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(address) else complaints.append(asked.url))
    yield page
    context.close()
    assert complaints == []


def eventually(holds: Callable[[], object]) -> None:
    """Wait until something holds: what a page does after a question, or with its next picture."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.02)


def until(page: Any, expression: str) -> None:
    """Wait until an expression is true on the page. Asked again and again from outside: Playwright's own waiting has
    the page evaluate a string, which the room's policy forbids.
    """
    eventually(lambda: page.evaluate(expression))
