"""The queue asks of unread ink and of page turns with their images, and what is answered takes effect at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.web import browsing, specimens
from tests.web.axed import faults
from tests.web.conftest import furnished
from tests.web.rooms import Enter
from tests.web.visitor import Visitor

from onionskin.record.boundaries import Boundary, BoundaryState
from onionskin.record.document import Document
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber, Unread, UnreadKind
from onionskin.settings import Settings
from onionskin.workbench import link_again, open_collection

UNREAD = Unread(UnreadKind.LINE, Box(100, 700, 400, 730))
WORDS = "NO DISTRIBUTION OUTSIDE DEPARTMENT"


def with_unread_ink() -> Document:
    """The scanned memorandum with a line below its text that nobody read."""
    scan = specimens.scan()
    return replace(scan, pages=(replace(scan.pages[0], unread=(UNREAD,)),))


def with_a_doubtful_turn() -> Document:
    """The telegram of two pages of which nobody is sure whether the second goes on."""
    telegram = specimens.telegram()
    first = Boundary(PageNumber(1), 1, 0, begins=True, confidence=1.0, state=BoundaryState.FOUND, reasons=())
    turn = replace(first, page=PageNumber(2), begins=False, confidence=0.6, state=BoundaryState.QUESTION)
    return replace(telegram, boundaries=(first, replace(turn, reasons=("nothing speaks for a new paper",))))


SCAN, TELEGRAM = with_unread_ink(), with_a_doubtful_turn()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A linked collection of its own."""
    made = furnished(tmp_path / "collection", [SCAN, TELEGRAM])
    with open_collection(made) as collection:
        link_again(collection)
    return made


@pytest.fixture
def room(settings: Settings, enter: Enter) -> Visitor:
    """Somebody who asks that room."""
    return enter(settings)


@pytest.fixture
def desk(chromium: Any, settings: Settings) -> Iterator[Any]:
    """A page in a browser."""
    with browsing.opened(settings) as address:
        context = chromium.new_context(base_url=address, viewport={"width": 1440, "height": 900})
        context.set_default_timeout(browsing.PATIENCE * 1000)
        yield context.new_page()
        context.close()


def asked(room: Visitor, kind: str) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = room.ask(f"/api/queue?kind={kind}").json()["questions"]
    return held


def record(room: Visitor) -> dict[str, Any]:
    held: dict[str, Any] = room.ask(f"/api/records/{SCAN.id}").json()
    return held


def test_unread_ink_is_asked_typed_found_by_search_and_asked_again_when_it_is_taken_back(room: Visitor) -> None:
    (question,) = asked(room, "ink")
    assert (question["pointer"], question["box"], question["sheet"]) == (
        "/pages/0/unread/0",
        [100, 700, 400, 730],
        [0, 0, 600, 800],
    )
    told = {"verb": "correct", "about": question["pointer"], "to": WORDS, "seen": question["seen"]}
    (decided,) = room.send(f"/api/records/{SCAN.id}/decisions", json=told).json()["decided"]
    assert decided["decision"]["patch"] == {"page": 1, "kind": "unread-line", "box": [100, 700, 400, 730]}
    assert record(room)["text"]["corrected"].rstrip().endswith(WORDS)
    assert asked(room, "ink") == []
    assert [hit["record"] for hit in room.ask("/api/search?q=distribution").json()["hits"]] == [SCAN.id]
    assert WORDS in room.page(f"/papers/{SCAN.id}").words
    room.send(f"/api/decisions/{decided['decision']['entry']}", "DELETE")
    assert [each["pointer"] for each in asked(room, "ink")] == [question["pointer"]]
    assert "corrections" not in record(room)


def test_the_same_answer_twice_is_one_and_an_old_one_is_refused(room: Visitor) -> None:
    (question,) = asked(room, "ink")
    told = {"verb": "reject", "about": question["pointer"]}
    first, second = (
        room.send(f"/api/records/{SCAN.id}/decisions", json=told).json()["decided"][0]["new"] for _ in range(2)
    )
    assert (first, second) == (True, False)
    stale = room.send(f"/api/records/{SCAN.id}/decisions", json={**told, "seen": question["seen"]})
    assert stale.status_code == 409


def test_ink_is_meant_by_its_place_as_well(room: Visitor) -> None:
    told = {"verb": "correct", "about": "ink", "at": "1", "box": [110, 705, 390, 728], "to": WORDS}
    assert room.send(f"/api/records/{SCAN.id}/decisions", json=told).status_code == 200
    assert record(room)["decisions"][0]["pointer"] == "/pages/0/unread/0"
    for box in ([0, 0, 5, 5], [390, 705, 110, 728]):
        assert room.send(f"/api/records/{SCAN.id}/decisions", json={**told, "box": box}).status_code == 400


def test_a_page_turn_is_asked_with_what_stands_on_either_side_of_it(room: Visitor) -> None:
    (question,) = asked(room, "boundary")
    assert (question["record"], question["page"]) == (TELEGRAM.id, 2)
    above = question["above"]
    assert (above["record"], above["page"]) == (TELEGRAM.id, 1)
    first = TELEGRAM.pages[0].text
    assert first.rstrip().endswith(above["text"].rstrip())
    told = {"verb": "accept", "about": "boundary", "at": "2", "seen": question["seen"]}
    assert room.send(f"/api/records/{TELEGRAM.id}/decisions", json=told).status_code == 200
    assert asked(room, "boundary") == []


def test_by_keys_alone_what_the_ink_says_is_typed_and_enter_sends_it(desk: Any) -> None:
    desk.goto("/queue?kind=ink")
    assert desk.locator(".question .picture img").count() == 1
    desk.keyboard.press("e")
    desk.keyboard.type(WORDS)
    desk.keyboard.press("Enter")
    desk.wait_for_url("**done=*")
    assert WORDS in desk.locator(".done p").inner_text()
    assert desk.locator("[data-question]").count() == 0
    desk.keyboard.press("u")
    desk.locator("[data-question]").wait_for()


def test_enter_with_nothing_written_decides_nothing(desk: Any) -> None:
    desk.goto("/queue?kind=ink")
    desk.keyboard.press("e")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/decisions")
    assert "Write it" in desk.locator("main").inner_text()
    assert desk.request.get("/api/history").json()["total"] == 0


def test_with_the_mouse_it_is_said_that_there_is_nothing_to_read(desk: Any) -> None:
    desk.goto("/queue?kind=ink")
    desk.locator("button", has_text="Nothing to read").click()
    desk.wait_for_url("**done=*")
    assert desk.request.get("/api/queue?kind=ink").json()["total"] == 0


def test_axe_finds_nothing_where_ink_and_page_turns_are_asked_of(desk: Any) -> None:
    for kind in ("ink", "boundary"):
        assert faults(desk, f"/queue?kind={kind}") == []
        assert desk.locator(".question").count() == 1
