"""Ways into a desk: in this process, by the room's API, by its pages in a browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
from playwright.sync_api import Browser, Page

from onionskin.desk.chancery.acts import DeskAct
from onionskin.workbench.desk import Desk


class Within:
    """In this process."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def counts(self, person: str) -> Mapping[str, int]:
        """How many papers lie in each tray."""
        return self._desk.counts(person)

    def first(self, person: str, tray: str) -> str:
        """The paper that lies uppermost."""
        return self._desk.tray(person, tray, limit=1)[1][0].id

    def do(self, person: str, act: str, paper: str, given: Mapping[str, object]) -> str:
        """An act."""
        return self._desk.perform(person, DeskAct(act), paper, given).paper


class ByApi:
    """As a program asks, on one's own machine."""

    def __init__(self, address: str) -> None:
        self._client = httpx.Client(base_url=address, timeout=60)
        self._client.headers["X-CSRF-Token"] = str(self._asked("/api/visitor")["csrf"])

    def counts(self, person: str) -> Mapping[str, int]:
        """How many papers lie in each tray."""
        held: Mapping[str, int] = self._asked("/api/desk", person)["trays"]
        return held

    def first(self, person: str, tray: str) -> str:
        """The paper that lies uppermost."""
        return str(self._asked(f"/api/desk/trays/{tray}?limit=1", person)["papers"][0]["paper"])

    def do(self, person: str, act: str, paper: str, given: Mapping[str, object]) -> str:
        """An act."""
        body = {"act": act, "paper": paper, "takes": dict(given)}
        got = self._client.post("/api/desk/acts", params={"as": person}, json=body)
        got.raise_for_status()
        return str(got.json()["paper"])

    def _asked(self, path: str, person: str = "") -> Any:  # noqa: ANN401 - of JSON
        got = self._client.get(path, params={"as": person} if person else {})
        got.raise_for_status()
        return got.json()


class InBrowser:
    """A window for each person, who clicks."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address
        self._windows: dict[str, Page] = {}

    def counts(self, person: str) -> Mapping[str, int]:
        """How many papers lie in each tray, as the tabs say."""
        page = self._window(person)
        page.goto("/desk")
        told = page.eval_on_selector_all(
            "nav.tabs a", "links => links.map(a => [a.pathname, a.querySelector('.count').textContent])"
        )
        return {path.rpartition("/")[2]: int(n) for path, n in told}

    def first(self, person: str, tray: str) -> str:
        """The paper that lies uppermost; its page is left open."""
        page = self._window(person)
        page.goto(f"/desk/trays/{tray}")
        page.click("table.waiting tbody tr:first-child a")
        return page.url.rpartition("/")[2]

    def do(self, person: str, act: str, paper: str, given: Mapping[str, object]) -> str:
        """An act, by its form."""
        page = self._window(person)
        if act == "draft":
            return self._drafted(page, given)
        if not page.url.endswith(f"/desk/papers/{paper}"):
            page.goto(f"/desk/papers/{paper}")
        form = page.locator(f"form.act:has(input[name=act][value={act}])").first
        for name, value in given.items():
            field = form.locator(f"[name={name}]").first
            if field.get_attribute("type") == "hidden":
                continue
            if field.evaluate("each => each.tagName") == "SELECT":
                field.select_option(str(value))
            else:
                field.fill(str(value))
        with page.expect_navigation():
            form.locator("button[type=submit]").click()
        if page.locator(".notice.wrong").count():
            raise RuntimeError(page.locator(".notice.wrong").inner_text())
        return paper

    def _drafted(self, page: Page, given: Mapping[str, object]) -> str:
        page.goto("/desk/draft")
        told = given["told"]
        said = {f"told.{name}": value for name, value in told.items()} if isinstance(told, dict) else {}
        fields = {**given, **said}
        for name, value in fields.items():
            if name in {"form", "told"} or not value:
                continue
            words = ", ".join(value) if isinstance(value, list) else str(value)
            field = page.locator(f"form.drafting [name='{name}']").first
            if field.evaluate("each => each.tagName") == "SELECT":
                field.select_option(words)
            else:
                field.fill(words)
        with page.expect_navigation():
            page.click("button[name=do][value=save]")
        return page.url.rpartition("/")[2]

    def _window(self, person: str) -> Page:
        if person not in self._windows:
            context = self._browser.new_context(base_url=self._address)
            page = context.new_page()
            page.goto("/desk")
            page.select_option("select[name=name]", person)
            with page.expect_navigation():
                page.click("form[action='/desk/as'] button")
            self._windows[person] = page
        return self._windows[person]
