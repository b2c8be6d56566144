"""Browsing in a browser: by keys alone, and by the picture."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="the package playwright is not installed")


def test_keys_alone_lead_from_the_calendar_to_a_paper(chromium: Any, gathered_address: str) -> None:
    context = chromium.new_context(base_url=gathered_address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/calendar")
    for selector in ("table.months td a", ".days td a", ".papers h3 a"):
        page.locator(selector).first.focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
    assert "/papers/os-" in page.url
    context.close()


def test_a_column_of_the_picture_leads_to_its_year(chromium: Any, gathered_address: str) -> None:
    context = chromium.new_context(base_url=gathered_address, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto("/coverage")
    column = page.locator('.picture a[href="/calendar/1962"]')
    box = column.locator("rect.hit").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 5)
    page.wait_for_url("**/calendar/1962")
    assert page.inner_text("h1") == "1962"
    context.close()
