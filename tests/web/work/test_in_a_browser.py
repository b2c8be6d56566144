"""Deciding as a person does it: with the mouse, with the keyboard alone, and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.web import browsing, specimens
from tests.web.conftest import furnished

from onionskin.record.boundaries import Boundary, BoundaryState
from onionskin.record.page import PageNumber
from onionskin.workbench import link_again, open_collection

FIRST = Boundary(PageNumber(1), 1, 0, begins=True, confidence=1.0, state=BoundaryState.FOUND, reasons=())
PAPER, LETTER = replace(specimens.telegram(), boundaries=(FIRST,)), specimens.letter()
HERE = f"/papers/{PAPER.id}"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A room of its own for each test: what one decides, no other finds decided."""
    settings = furnished(tmp_path / "collection", [PAPER, LETTER])
    with open_collection(settings) as collection:
        link_again(collection)
    with browsing.opened(settings) as opened:
        yield opened


@pytest.fixture
def desk(chromium: Any, address: str) -> Iterator[Any]:
    """A page on a wide screen."""
    with browsing.paged(chromium, address) as page:
        yield page


@pytest.fixture
def scriptless(chromium: Any, address: str) -> Iterator[Any]:
    """A page without JavaScript."""
    with browsing.paged(chromium, address, java_script_enabled=False) as page:
        yield page


def part(page: Any, key: str) -> Any:
    """The first part of this key of the record, as the API tells it."""
    return page.request.get(f"/api/records/{PAPER.id}").json()[key][0]


def done(page: Any) -> str:
    words: str = page.locator(".done p").inner_text()
    return words


def test_with_the_mouse_a_proposal_is_accepted_where_it_stands_and_undone(desk: Any) -> None:
    desk.goto(HERE)
    with desk.expect_navigation():
        desk.locator("#desk button", has_text="It should be “DEPTEL”").click()
    assert done(desk).startswith("Accept emendation")
    assert part(desk, "emendations")["state"] == "accepted"
    with desk.expect_navigation():
        desk.locator(".done .undo button").click()
    assert done(desk).startswith("Took back entry")
    assert part(desk, "emendations")["state"] == "proposed"


def test_with_the_keyboard_alone_the_queue_is_worked_off(desk: Any) -> None:
    desk.goto("/queue")
    before = desk.locator("[data-question]").count()
    second = desk.locator("[data-question] h3").nth(1).inner_text()
    desk.keyboard.press("n")
    assert desk.evaluate("document.activeElement.id") == "q-2"
    desk.keyboard.press("r")
    desk.wait_for_url("**/queue?done=*")
    assert desk.locator("[data-question]").count() == before - 1
    assert second not in desk.locator("[data-question] h3").all_inner_texts()
    assert desk.evaluate("document.activeElement.id") == "q-2"
    with desk.expect_navigation():
        desk.keyboard.press("u")
    assert desk.locator("[data-question]").count() == before
    desk.keyboard.press("p")
    assert desk.evaluate("document.activeElement.id") == "q-1"


def test_the_likeliest_answer_has_a_key_and_another_can_be_written_by_keys(desk: Any) -> None:
    desk.goto("/queue?kind=emendation")
    desk.keyboard.press("e")
    assert desk.evaluate("document.activeElement.name") == "to"
    desk.keyboard.type("rap DEPCIRTEL")
    assert desk.input_value("[data-other]") == "rap DEPCIRTEL"
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**done=*")
    assert "rap DEPCIRTEL" in done(desk)
    desk.goto("/queue?kind=stamp")
    likeliest = desk.locator("[data-question] [data-key=a]").first.get_attribute("value")
    desk.keyboard.press("a")
    desk.wait_for_url("**done=*")
    doubts = desk.request.get(f"/api/records/{PAPER.id}").json()["doubts"]
    assert [f"accept {each['value']}" for each in doubts if each.get("state") == "settled"] == [likeliest]


def select(page: Any, word: str) -> None:
    """As a pointer does that is drawn over a word of the transcription."""
    page.evaluate(
        """(word) => {
            const walk = document.createTreeWalker(document.querySelector('#leaf pre'), NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const at = node.data.indexOf(word);
                if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + word.length);
            }
        }""",
        word,
    )


@pytest.mark.parametrize("by_key", [True, False])
def test_where_a_paper_begins_is_pointed_at_and_its_page_and_line_are_written_down(desk: Any, by_key: bool) -> None:
    desk.goto(HERE)
    select(desk, "haggle")
    if by_key:
        desk.keyboard.press("b")
    else:
        desk.locator(".begin-here").click()
    line = PAPER.pages[0].text.split("haggle")[0].count("\n") + 1
    assert desk.input_value("#desk form.begins input[name=to]") == f"1:{line}"
    assert desk.evaluate("document.activeElement.value") == "other begin"


def test_a_word_that_is_selected_is_corrected_by_a_key(desk: Any) -> None:
    desk.goto(HERE)
    select(desk, "haggle")
    desk.keyboard.press("c")
    desk.wait_for_url("**/correct?*")
    assert desk.locator(".strip b").inner_text() == "haggle"
    assert desk.evaluate("document.activeElement.id") == "to"
    desk.keyboard.press("Control+A")
    desk.keyboard.type("quarrel")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**done=*")
    assert part(desk, "corrections")["to"] == "quarrel"
    assert "quarrel" in desk.locator("#reading").inner_text()


def test_without_a_script_a_word_is_corrected_and_the_history_takes_it_back(scriptless: Any) -> None:
    scriptless.goto(HERE)
    scriptless.fill("#desk .row input[name=words]", "haggle")
    with scriptless.expect_navigation():
        scriptless.locator("#desk .row button", has_text="Correct").click()
    scriptless.fill("#to", "quarrel")
    with scriptless.expect_navigation():
        scriptless.locator("button", has_text="The machine misread the ink").click()
    assert part(scriptless, "corrections")["to"] == "quarrel"
    scriptless.goto("/history")
    with scriptless.expect_navigation():
        scriptless.locator(".past .undo button").click()
    assert scriptless.locator(".past .undone").count() == 1
    assert "corrections" not in scriptless.request.get(f"/api/records/{PAPER.id}").json()


def test_no_key_is_taken_from_who_writes(desk: Any) -> None:
    desk.goto("/queue")
    desk.fill("#q", "")
    desk.type("#q", "nearpuce")
    assert desk.input_value("#q") == "nearpuce"
    assert desk.url.endswith("/queue")
