"""A visitor without a browser, who reads what a page says and how it is built."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import httpx
from starlette.types import ASGIApp

VOID = frozenset({"meta", "link", "input", "img", "br", "hr"})


class Visitor:
    """Asks an application one question at a time, without a network."""

    def __init__(self, app: ASGIApp, name: str) -> None:
        self.app = app
        self.name = name
        self.cookies = httpx.Cookies()

    def ask(
        self, path: str, method: str = "GET", headers: Mapping[str, str] | None = None, **sent: Any
    ) -> httpx.Response:
        """The answer; `sent` is what httpx sends: `data` of a form, `json`, `files`, `content`."""

        async def once() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(
                transport=transport, base_url=f"http://{self.name}", cookies=self.cookies
            ) as client:
                got = await client.request(method, path, headers=headers, **sent)
                self.cookies = client.cookies
                return got

        return asyncio.run(once())

    def send(self, path: str, method: str = "POST", **sent: Any) -> httpx.Response:
        """The answer to a question that changes something, with the token that such questions need."""
        return self.ask(path, method, {"X-CSRF-Token": self.ask("/api/visitor").json()["csrf"]}, **sent)

    def page(self, path: str, status: int = 200) -> Page:
        """The page at an address, read."""
        got = self.ask(path)
        assert got.status_code == status, got.text
        assert got.headers["content-type"] == "text/html; charset=utf-8"
        return Page(got.text)


@dataclass
class Element:
    """One element with its attributes, and all the text inside."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    inside: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """The elements of a page in order; refuses what is not nested cleanly."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self._open, [each.tag for each in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, names)
        element = Element(tag, {name: value or "" for name, value in attrs}, inside=[each.tag for each in self._open])
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, tag
        assert self._open.pop().tag == tag, (tag, self.getpos())

    def handle_data(self, data: str) -> None:
        for each in self._open:
            each.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of this name that have these attributes; `class_` asks for one class among several."""
        return [each for each in self.elements if each.tag == tag and _fits(each, attributes)]

    def one(self, tag: str, **attributes: str) -> Element:
        """The only such element."""
        found = self.all(tag, **attributes)
        assert len(found) == 1, (tag, attributes, len(found))
        return found[0]

    @property
    def words(self) -> str:
        """All it says, its white space folded."""
        return " ".join(self.one("body").text.split())


def _fits(element: Element, wanted: Mapping[str, str]) -> bool:
    for name, value in wanted.items():
        held = element.attributes.get(name.rstrip("_").replace("_", "-"))
        if held is None or (value not in held.split() if name == "class_" else held != value):
            return False
    return True
