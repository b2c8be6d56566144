"""A page as a person at it uses it: looks, points, clicks, types. Nothing is asked for but by what stands on it.

Playwright's own clicks and fills put a library into every page that comes, which takes longer than the page does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser

READ = """where => {
  const said = each => each.textContent.trim().replace(/\\s+/g, " ");
  const wrong = document.querySelector(".notice.wrong, .fault, main > .notice[role=alert]");
  return {
    address: location.pathname,
    heading: said(document.querySelector("h1") ?? document.body),
    wrong: wrong ? said(wrong) : "",
    trays: [...document.querySelectorAll("nav.tabs a")].map(a => [a.pathname, said(a.querySelector(".count"))]),
    open: document.querySelector("nav.tabs [aria-current]")?.pathname ?? "",
    rows: [...document.querySelectorAll("table.waiting tbody th a")].map(a => a.pathname),
  };
}"""
POINT = """where => {
  const found = document.querySelector(where);
  if (!found) return null;
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const box = found.getClientRects()[0];
  return [box.x + Math.min(box.width, 40) / 2, box.y + box.height / 2];
}"""
CHOOSE = """([where, value]) => {
  const field = document.querySelector(where);
  if (field.tagName !== "SELECT") { field.focus(); field.select(); return false; }
  field.value = value;
  if (field.value !== value) throw new Error(`${where} has no ${value}`);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}"""


class Window:
    """One person's window upon the room."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._page = browser.new_context(base_url=address).new_page()

    def go(self, path: str) -> None:
        """As by a bookmark."""
        self._page.goto(path, wait_until="domcontentloaded")

    def read(self) -> dict[str, Any]:
        """What stands on the page. RuntimeError where it says that something went wrong."""
        told: dict[str, Any] = self._page.evaluate(READ)
        if told["wrong"]:
            raise RuntimeError(f"{told['address']}: {told['wrong']}")
        return told

    def click(self, where: str) -> None:
        """Click what a selector finds first, and wait for the page that comes. LookupError where there is none."""
        point = self._page.evaluate(POINT, where)
        if point is None:
            raise LookupError(f"{self._page.url} has no {where}")
        with self._page.expect_navigation(wait_until="domcontentloaded"):
            self._page.mouse.click(*point)

    def fill(self, form: str, fields: Mapping[str, str]) -> None:
        """Type into the fields of a form by their names, and choose where there is a choice."""
        for name, words in fields.items():
            if not self._page.evaluate(CHOOSE, [f'{form} [name="{name}"]', words]):
                self._page.keyboard.insert_text(words)
