"""axe finds no fault on any page, by day and by night, on a wide screen and on a phone."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.axed import faults
from tests.web.page_kinds import FAULTS, addresses


@pytest.fixture(scope="module")
def page(chromium: Any, gathered_address: str) -> Any:
    """One page for all: a new one for each address would cost more than the looking."""
    context = chromium.new_context(base_url=gathered_address)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", [*addresses(), *FAULTS])
def test_axe_finds_nothing_and_no_page_is_wider_than_a_phone(page: Any, address: str) -> None:
    if page.request.get(address).headers["content-type"].startswith("text/html"):
        assert faults(page, address) == []


def test_what_is_wrong_with_a_page_is_seen(page: Any) -> None:
    told = faults(
        page, "data:text/html,<img src='a.png'><p style='width: 500px; color: %23ddd; background: white'>faint"
    )
    assert {each.split(":")[0] for each in told} >= {"image-alt", "color-contrast", "document-title"}
    assert told[-1].endswith("pixels wide on a phone")
