"""axe finds no fault on any page, by day and by night, on a wide screen and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.page_kinds import FAULTS, addresses

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""All that a dark page can do worse than a light one."""


@pytest.fixture(scope="module")
def page(chromium: Any, gathered_address: str) -> Any:
    """One page for all: a new one for each address would cost more than the looking."""
    context = chromium.new_context(base_url=gathered_address, viewport=WIDE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", [*addresses(), *FAULTS])
def test_axe_finds_nothing_and_no_page_is_wider_than_a_phone(page: Any, address: str) -> None:
    kind = page.request.get(address).headers["content-type"]
    if not kind.startswith("text/html"):
        return
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    page.goto(address)
    assert faults(page) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page, COLOURS) == []
    page.set_viewport_size(PHONE)
    assert faults(page, COLOURS) == []
    page.emulate_media(color_scheme="light")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def faults(page: Any, options: dict[str, Any] | None = None) -> list[str]:
    """What axe complains of, and where."""
    found = axe.Axe().run(page, options={"resultTypes": ["violations"], **(options or {})}).response["violations"]
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]]
