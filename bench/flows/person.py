"""Somebody at the room in Chromium, with a mouse or nothing but a keyboard, and how long the room makes them wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

PATIENCE = 20.0
"""Seconds after which a person gives up."""
FARTHEST = 600
"""Presses of Tab after which nobody looks further."""


_RANGE_OF_LINE = """
(block, line) => {
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1) {
      if (passed === line - 1 && node.data[at].trim()) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range;
      }
      if (node.data[at] === "\\n") passed += 1;
    }
  }
}
"""
_TO_LINE = f"""
(block, line) => ({_RANGE_OF_LINE})(block, line).startContainer.parentElement.scrollIntoView({{ block: 'center' }})
"""
_WORD_OF_LINE = f"""
(block, line) => {{
  const found = ({_RANGE_OF_LINE})(block, line);
  const box = found.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}}
"""


class GaveUpError(Exception):
    """What was looked for was not found, or did not come."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done: the seconds until it could be seen, those of the room's processor, the presses of Tab."""

    what: str
    seconds: float
    spent: float
    tabs: int


@dataclass
class Person:
    """Works one page of a browser; `by_keys` without ever touching the mouse."""

    page: Any
    by_keys: bool
    spent: Callable[[], float]
    """Seconds of the processor that the room took until now."""
    steps: list[Step] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Open a page by its address, as from a bookmark."""
        self._timed(f"open {path}", lambda: self.page.goto(path))

    def press(self, target: str, *, to: str = "", what: str = "") -> None:
        """Click a link or button, or go to it and press Enter; `to` is the address it leads to, as a glob."""
        wanted = self._first(target)
        tabs = self._reach(wanted)

        def act() -> None:
            if self.by_keys:
                self.page.keyboard.press("Enter")
            else:
                wanted.click()
            if to:
                self._arrive(to)

        self._timed(what or f"press {target}", act, tabs)

    def write(self, target: str, words: str, *, then: str = "", to: str = "") -> None:
        """Write into a field, and send it: by Enter where no button is named, or by keys."""
        wanted = self._first(target)
        tabs = self._reach(wanted)
        if not self.by_keys:
            wanted.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)
        if then and not self.by_keys:
            self.press(then, to=to)
        else:
            self._timed(f"write {words!r}", partial(self._keyed, "Enter", to), tabs)

    def put(self, target: str, words: str) -> None:
        """Write into a field, and go on."""
        wanted = self._first(target)
        tabs = self._reach(wanted)
        if not self.by_keys:
            wanted.click()
        self.page.keyboard.press("Control+A")
        self._timed(f"put {words!r}", partial(self.page.keyboard.type, words), tabs)

    def select_line(self, target: str, line: int) -> None:
        """Select the first word of a line of printed text, counted from 1, by a double click."""
        wanted = self._first(target)
        wanted.evaluate(_TO_LINE, line)
        x, y = wanted.evaluate(_WORD_OF_LINE, line)
        self._timed(f"select line {line}", partial(self.page.mouse.dblclick, x, y))

    def tick(self, target: str) -> None:
        """Tick a box."""
        wanted = self._first(target)
        tabs = self._reach(wanted)
        self._timed("tick", (lambda: self.page.keyboard.press("Space")) if self.by_keys else wanted.click, tabs)

    def key(self, name: str, *, to: str = "", instead: str = "") -> None:
        """Press a key of the page; with the mouse the button that stands for it (`instead`)."""
        if not self.by_keys:
            self.press(instead, to=to)
            return
        self._timed(f"key {name}", partial(self._keyed, name, to))

    def see(self, target: str, *, within: float = PATIENCE) -> None:
        """Wait until something stands on the page; GaveUpError where it does not come."""
        try:
            wanted = self.page.locator(target).first
            self._timed(f"see {target}", lambda: wanted.wait_for(timeout=within * 1000))
        except Exception as fault:
            raise GaveUpError(f"{target} does not come: {str(fault).splitlines()[0]}") from fault

    def watch(self, done: Callable[[], bool], what: str) -> float:
        """Watch work that goes on beside the room until it is done; its seconds are told apart."""
        begun = time.perf_counter()
        while not done():
            if time.perf_counter() - begun > 10 * PATIENCE:
                raise GaveUpError(what)
            time.sleep(0.2)
        return time.perf_counter() - begun

    def _keyed(self, name: str, to: str) -> None:
        self.page.keyboard.press(name)
        self._arrive(to)

    def _arrive(self, to: str) -> None:
        if to:
            self.page.wait_for_url(to, wait_until="load", timeout=PATIENCE * 1000)

    def _first(self, target: str) -> Any:  # noqa: ANN401 - Playwright's own type
        found = self.page.locator(target)
        try:
            found.first.wait_for(state="attached", timeout=5000)
        except Exception as fault:
            raise GaveUpError(f"there is no {target}") from fault
        return found.first

    def _reach(self, wanted: Any) -> int:  # noqa: ANN401
        """Tab to an element; how often."""
        if not self.by_keys:
            return 0
        for tabs in range(FARTHEST):
            if wanted.evaluate("(wanted) => document.activeElement === wanted"):
                return tabs
            self.page.keyboard.press("Tab")
        raise GaveUpError(f"no key leads to {wanted}")

    def _timed(self, what: str, act: Callable[[], object], tabs: int = 0) -> None:
        begun, before = time.perf_counter(), self.spent()
        act()
        self.steps.append(Step(what, time.perf_counter() - begun, self.spent() - before, tabs))
