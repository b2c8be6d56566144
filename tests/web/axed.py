"""What axe finds on a page, by day and by night, on a wide screen and on a phone."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""All that a dark page can do worse than a light one."""


def faults(page: Any, address: str) -> list[str]:
    """What axe complains of and where, and a page that is wider than a phone."""
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.evaluate(_axe())
    found = _faults(page)
    page.emulate_media(color_scheme="dark")
    found += _faults(page, COLOURS)
    page.set_viewport_size(PHONE)
    found += _faults(page, COLOURS)
    page.emulate_media(color_scheme="light")
    found += _faults(page)
    width = page.evaluate("document.documentElement.scrollWidth")
    return found + [f"{width} pixels wide on a phone"] * (width > PHONE["width"])


@cache
def _axe() -> str:
    """The script, which one page takes in once, however often it is looked at."""
    package = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    script: str = package.Axe().axe_script
    return script


def _faults(page: Any, options: dict[str, Any] | None = None) -> list[str]:
    asked = {"resultTypes": ["violations"], **(options or {})}
    found = page.evaluate("(options) => axe.run(document, options)", asked)["violations"]
    return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]]
