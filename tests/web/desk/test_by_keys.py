"""The desk by the keyboard alone, and on paper. Skipped without Debian's chromium and the package playwright."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest
from tests.web import browsing
from tests.web.conftest import furnished
from tests.web.desk.staffed import ANSWERED, ARRIVED, ASKED, BEGUN, CASE, ME, kept_at_desk

from onionskin.workbench.desk_exercise import plan_to_begin_with

HELD = "[document.activeElement.tagName, document.activeElement.id, document.activeElement.className].join(' ')"
SEEN = """() => {
    const held = document.activeElement, style = getComputedStyle(held), place = held.getBoundingClientRect();
    const ringed = style.outlineStyle !== "none" || held.type === "date";
    return ringed && place.height > 0 && place.top < innerHeight && place.bottom > 0;
}"""
MOST = 160
"""Stops of the longest page of the desk."""
PAGES = (
    "",
    "/draft",
    f"/papers/{BEGUN}?tray=draft",
    "/cases",
    f"/cases/{CASE}/papers/{ASKED}",
    "/unentered",
    "/mail",
    "/persons",
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A room upon a desk with papers at several stages, and with cases."""
    settings = furnished(tmp_path_factory.mktemp("keys") / "collection", ())
    kept_at_desk(settings)
    with browsing.opened(settings) as opened:
        yield opened


@pytest.fixture
def page(chromium: Any, address: str) -> Iterator[Any]:
    context = chromium.new_context(base_url=address)
    yield context.new_page()
    context.close()


def to(page: Any, selector: str) -> None:
    """By the Tab key to an element."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
    raise AssertionError(selector)


@pytest.mark.parametrize("width", [1440, 390])
def test_every_stop_of_the_keys_is_seen_and_none_is_a_trap(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        page.goto(f"/desk{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
        stops = 1
        while page.evaluate("document.activeElement.className") != "skip" or stops == 1:
            assert page.evaluate(SEEN), (path, page.evaluate(HELD))
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            stops += 1
            assert stops < MOST, path


def test_after_an_act_one_stands_where_it_is_told_and_goes_on_from_there(page: Any) -> None:
    page.goto("/desk/draft")
    to(page, "#text")
    page.keyboard.type("You should wait for the answer.")
    to(page, "button[value=save]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "done"
    assert page.inner_text(".done").startswith("Done: draft.")
    to(page, ".act button")
    assert page.evaluate("document.activeElement.closest('.may') !== null")


def test_who_is_refused_stands_before_the_rule_and_finds_the_way_back(page: Any) -> None:
    page.goto(f"/desk/cases/{CASE}")
    to(page, "#add-paper")
    page.keyboard.type("os-nothing")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    to(page, "main a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith(f"/desk/cases/{CASE}")


def test_a_decision_that_is_out_of_form_is_told_where_one_stands_and_nothing_typed_is_lost(page: Any) -> None:
    page.goto(f"/desk/cases/{CASE}/papers/{ASKED}")
    to(page, "#remarks")
    page.keyboard.type("of no interest")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    assert page.input_value("#remarks") == "of no interest"


def sheets(page: Any, path: str) -> list[str]:
    """What stands on each sheet of a page that is printed."""
    page.goto(path)
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    return [each.get_textpage().get_text_range() for each in document]


def test_on_paper_a_telegram_has_its_level_on_every_sheet_and_nothing_to_press(page: Any) -> None:
    printed = sheets(page, f"/desk/papers/{ARRIVED}")
    assert len(printed) > 1
    assert all(each.count("TOP SECRET") >= 2 for each in printed)
    whole = "\n".join(printed)
    assert "cleared by johnson" in whole
    assert [word for word in ("What you may do now", "On a day", "Look", "As PDF", "its form") if word in whole] == []


def test_on_paper_a_case_has_what_came_of_it_and_its_life(page: Any) -> None:
    (printed,) = sheets(page, f"/desk/cases/{ANSWERED}")
    assert all(word in printed for word in ("What came of it", "Withheld", "Its life", "answer by"))
    (review,) = sheets(page, f"/desk/cases/{CASE}/papers/{ASKED}")
    assert "Burn it." in review
    assert "Exemptions of the ticked lines" not in review


def test_on_paper_a_list_is_a_table_without_buttons(page: Any) -> None:
    (printed,) = sheets(page, "/desk/papers")
    assert "Precedence" in printed
    assert "Search" not in printed


def test_a_teacher_begins_an_exercise_at_an_empty_desk_by_the_plan_that_stands_there(
    chromium: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings = furnished(tmp_path_factory.mktemp("exercise") / "collection", ())
    with browsing.opened(settings) as empty:
        page = chromium.new_page(base_url=empty)
        page.goto("/desk")
        to(page, "#plan")
        assert page.input_value("#plan").strip() == plan_to_begin_with(ME).strip()
        page.keyboard.press("Tab")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.inner_text("h1") == "A weekend in October"
        to(page, "#leap")
        page.keyboard.type("1962-10-27T10:00-04:00")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.inner_text("#coming + ol").count("to Department of State") == 2
        assert page.url.endswith("#leading")
        page.close()
