"""Ways into a desk: in this process, by the room's API, by its pages in a browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import httpx
from playwright.sync_api import Browser

from bench.exercise.players import Act
from bench.exercise.window import Window
from onionskin.desk.chancery.acts import DeskAct
from onionskin.workbench.desk import Desk


class Within:
    """In this process."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def counts(self, person: str) -> Mapping[str, int]:
        """How many papers lie in each tray."""
        return self._desk.counts(person)

    def lying(self, person: str, tray: str) -> Sequence[str]:
        """The papers of a tray."""
        return [each.id for each in self._desk.tray(person, tray)[1]]

    def do(self, person: str, paper: str, *acts: Act, tray: str = "") -> str:
        """Acts, all of them or none."""
        del tray
        told = [(DeskAct(act), given) for act, given in acts]
        return self._desk.perform_together(person, told, paper)[0].paper


class ByApi:
    """As a program asks, on one's own machine."""

    def __init__(self, address: str) -> None:
        self._client = httpx.Client(base_url=address, timeout=60)
        self._client.headers["X-CSRF-Token"] = str(self._asked("/api/visitor")["csrf"])

    def counts(self, person: str) -> Mapping[str, int]:
        """How many papers lie in each tray."""
        held: Mapping[str, int] = self._asked("/api/desk", person)["trays"]
        return held

    def lying(self, person: str, tray: str) -> Sequence[str]:
        """The papers of a tray."""
        return [each["paper"] for each in self._asked(f"/api/desk/trays/{tray}?limit=50", person)["papers"]]

    def do(self, person: str, paper: str, *acts: Act, tray: str = "") -> str:
        """Acts, one after the other."""
        del tray
        for act, given in acts:
            body = {"act": act, "paper": paper, "takes": dict(given)}
            got = self._client.post("/api/desk/acts", params={"as": person}, json=body)
            got.raise_for_status()
            paper = str(got.json()["paper"])
        return paper

    def _asked(self, path: str, person: str = "") -> Any:  # noqa: ANN401 - of JSON
        got = self._client.get(path, params={"as": person} if person else {})
        got.raise_for_status()
        return got.json()


class InBrowser:
    """A window for each person, who clicks, types and sends forms as the pages offer them."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address
        self._windows: dict[str, Window] = {}

    def counts(self, person: str) -> Mapping[str, int]:
        """How many papers lie in each tray, as the tabs say."""
        window = self._window(person)
        window.go("/desk")
        return {path.rpartition("/")[2]: int(n) for path, n in window.read()["trays"]}

    def lying(self, person: str, tray: str) -> Sequence[str]:
        """The papers of a tray, which is left open."""
        window = self._window(person)
        if window.read()["open"] != f"/desk/trays/{tray}":
            window.click(f"nav.tabs a[href='/desk/trays/{tray}']")
        return [path.rpartition("/")[2] for path in window.read()["rows"]]

    def do(self, person: str, paper: str, *acts: Act, tray: str = "") -> str:
        """Acts, by a button of the tray, or by the form of the paper where its text is to be read."""
        window = self._window(person)
        if not tray:
            return self._drafted(window, dict(acts[0][1]), dict(acts[1][1]))
        if tray in ("receive", "send"):
            window.click(f"form[action='/desk/papers/{paper}/acts'] button")
        else:
            if window.read()["address"] != f"/desk/papers/{paper}":
                window.click(f"table.waiting a[href^='/desk/papers/{paper}']")
            window.click(f"form.act:has(input[name=act][value={acts[0][0]}]) button[type=submit]")
        window.read()
        return paper

    def _drafted(self, window: Window, given: dict[str, object], classified: dict[str, object]) -> str:
        told = given.pop("told")
        said = {f"told.{name}": value for name, value in told.items()} if isinstance(told, dict) else {}
        fields = {**given, **said, **classified}
        del fields["form"]
        words = {
            name: ", ".join(each) if isinstance(each, list) else str(each) for name, each in fields.items() if each
        }
        window.click("nav a[href='/desk/draft']")
        window.fill("form.drafting", words)
        window.click("button[name=do][value=classify]")
        return str(window.read()["address"]).rpartition("/")[2]

    def _window(self, person: str) -> Window:
        if person not in self._windows:
            window = self._windows[person] = Window(self._browser, self._address)
            window.go("/desk")
            window.fill("form[action='/desk/as']", {"name": person})
            window.click("form[action='/desk/as'] button")
        return self._windows[person]
