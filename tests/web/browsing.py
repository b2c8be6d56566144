"""A room that is open on this machine, and Debian's browser to walk through it."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn

from onionskin.settings import Settings
from onionskin.web.app import create_app
from onionskin.web.serve import HOST, take

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PATIENCE = 10.0
"""Seconds."""


@contextmanager
def opened(settings: Settings) -> Iterator[str]:
    """A room upon a collection, at the address given, until the block ends."""
    with take(0) as door:
        server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://{HOST}:{door.getsockname()[1]}"
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


def until(page: Any, expression: str) -> None:
    """Wait until an expression is true on the page. Asked again and again from outside: Playwright's own waiting has
    the page evaluate a string, which the room's policy forbids.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        time.sleep(0.02)
