"""Logging in and sending files, as a person does it: with the mouse, by keys alone, and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.web.axed import faults
from tests.web.browsing import opened

from onionskin.settings import Settings
from onionskin.web.gate import GuardedGate, Role
from onionskin.workbench import Porter, Workshop, open_collection

PASSWORD = "four words of a book"  # noqa: S105 - that is what it is
LETTER = "Reykjavik, November 3, 1962\n\nDear Mr. Halloran:\n\nI enclose the note.\n\nSincerely yours,\n\nAnn Morris\n"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Settings]]:
    """The address of a room that asks for accounts, and its settings."""
    settings = Settings(collection=tmp_path_factory.mktemp("guarded") / "box")
    open_collection(settings, create=True).close()
    with Porter(settings) as porter:
        porter.add("ruth", Role.OWNER, PASSWORD)
        with opened(settings, GuardedGate(porter, secure=False)) as address:
            yield address, settings


@pytest.fixture
def letter(tmp_path: Path) -> str:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, "utf-8")
    return str(path)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_person_logs_in_sends_a_file_sees_it_read_and_logs_out(
    chromium: Any, guarded: tuple[str, Settings], letter: str, scripts: bool
) -> None:
    address, settings = guarded
    context = chromium.new_context(base_url=address, java_script_enabled=scripts)
    page = context.new_page()
    page.goto("/collection")
    assert page.locator("h1").inner_text() == "Log in"
    page.fill("#name", "ruth")
    page.fill("#password", "wrong words of a book")
    with page.expect_navigation():
        page.click("main button")
    assert "No account has this name" in page.inner_text("[role=alert]")
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url(f"{address}/collection")
    page.set_input_files("#files", letter)
    page.click("text=Send and read")
    page.wait_for_url("**/collection/work/*")
    with Workshop(settings) as workshop:
        workshop.run_next()
    page.reload()
    assert "Done." in page.inner_text("main")
    assert "letter.txt" in page.inner_text("main table")
    with page.expect_navigation():
        page.click("text=Log out")
    page.goto("/")
    assert page.locator("h1").inner_text() == "Log in"
    context.close()


def test_the_keyboard_alone_logs_in_and_asks_for_reading_again(chromium: Any, guarded: tuple[str, Settings]) -> None:
    address, _ = guarded
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    page.goto("/collection")
    page.focus("#name")
    page.keyboard.type("ruth")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/collection")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith("Read all again"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/collection/work/*")
    assert "Waiting." in page.inner_text("main")
    context.close()


def test_axe_finds_nothing_where_accounts_are_asked_for_and_kept(chromium: Any, guarded: tuple[str, Settings]) -> None:
    address, _ = guarded
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    assert faults(page, "/login") == []
    page.fill("#name", "ruth")
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url(f"{address}/")
    for path in ("/account", "/accounts", "/collection"):
        assert faults(page, path) == []
        assert page.url == f"{address}{path}"
    context.close()
