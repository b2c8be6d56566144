"""What a person sees and does in a browser. Skipped without Debian's chromium and the package playwright."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.web import specimens
from tests.web.browsing import eventually, paged, until

TELEGRAM, _, SCAN = specimens.everything()
PAPER = f"/papers/{TELEGRAM.id}"


@pytest.fixture
def desk(chromium: Any, address: str) -> Iterator[Any]:
    """A page on a wide screen."""
    with paged(chromium, address) as page:
        yield page


@pytest.fixture
def phone(chromium: Any, address: str) -> Iterator[Any]:
    """A page on a phone that is touched."""
    with paged(chromium, address, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        yield page


@pytest.fixture
def scriptless(chromium: Any, address: str) -> Iterator[Any]:
    """A page without JavaScript."""
    with paged(chromium, address, java_script_enabled=False) as page:
        yield page


def lit(page: Any) -> list[str]:
    """The ink that is lit for the eye, by script or by the server."""
    texts: list[str] = page.locator("#leaf span.lit, #leaf mark:not(.out)").all_inner_texts()
    return texts


def link(page: Any, pointer: str) -> Any:
    return page.locator(f'a[data-light="{pointer}"]')


def in_sight(page: Any, selector: str) -> bool:
    """Whether the first such element lies in the window, and in the leaf where it is part of it."""
    held: bool = page.locator(selector).first.evaluate(
        """(piece) => {
            const place = piece.getBoundingClientRect();
            const frame = piece.closest(".sheets")?.getBoundingClientRect() || { top: 0, bottom: innerHeight };
            return place.top >= Math.max(frame.top, 0) && place.bottom <= Math.min(frame.bottom, innerHeight);
        }"""
    )
    return held


def test_hovering_a_row_lights_its_ink_and_leaving_puts_it_out(desk: Any) -> None:
    desk.goto(PAPER)
    desk.hover('tr[data-row="/fields/date"]')
    assert lit(desk) == ["Nov 23 9 43 PM '62"]
    desk.hover("h1")
    assert lit(desk) == []


def test_the_right_one_of_three_is_lit(desk: Any) -> None:
    desk.goto(PAPER)
    tops = []
    for n in (2, 3, 4):
        desk.hover(f'tr[data-row="/markings/{n}"]')
        assert lit(desk) == ["EYES ONLY"]
        tops.append(
            desk.locator("#leaf span.lit").evaluate(
                "(piece) => [...document.querySelectorAll('#leaf span')].indexOf(piece)"
            )
        )
    assert tops == sorted(set(tops))


def test_a_click_pins_the_light_without_asking_the_server_and_the_address_remembers_it(desk: Any) -> None:
    desk.goto(PAPER)
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    link(desk, "/fields/signed_by").click()
    desk.mouse.move(5, 5)
    assert lit(desk) == ["HARWOOD"]
    eventually(lambda: in_sight(desk, "#leaf span.lit"))
    assert [url for url in asked if "/static/" not in url] == []
    assert desk.url.endswith(f"{PAPER}?light=/fields/signed_by")
    desk.reload()
    assert lit(desk) == ["HARWOOD"]


def test_the_keyboard_alone_reaches_lights_and_puts_out(desk: Any) -> None:
    desk.goto(PAPER)
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.textContent") == "Skip to the content"
    desk.keyboard.press("Enter")
    for _ in range(40):
        if desk.evaluate("document.activeElement.dataset.light"):
            break
        desk.keyboard.press("Tab")
    first = desk.evaluate("document.activeElement.dataset.light")
    desk.keyboard.press("j")
    second = desk.evaluate("document.activeElement.dataset.light")
    assert second != first
    desk.keyboard.press("Enter")
    assert link(desk, second).get_attribute("aria-current") == "true"
    assert "Lit:" in desk.inner_text("#lit-note")
    desk.keyboard.press("k")
    assert desk.evaluate("document.activeElement.dataset.light") == first
    desk.keyboard.press("Escape")
    assert "light=" not in desk.url
    assert desk.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_letters_typed_into_the_search_box_stay_letters(desk: Any) -> None:
    desk.goto(PAPER)
    desk.fill("#q", "")
    desk.type("#q", "jack")
    assert desk.input_value("#q") == "jack"


def test_the_ink_leads_back_to_what_was_read_from_it(desk: Any) -> None:
    desk.goto(PAPER)
    desk.locator('#leaf span[data-ink~="/fields/subject"]').first.click()
    assert link(desk, "/fields/subject").get_attribute("aria-current") == "true"
    eventually(lambda: in_sight(desk, 'tr[data-row="/fields/subject"]'))


def test_a_shared_address_shows_ink_and_row_at_once(desk: Any) -> None:
    desk.goto(f"{PAPER}?light=/stamps/0/date#ink")
    desk.wait_for_load_state("load")
    assert lit(desk) == ["7/12/97"]
    assert in_sight(desk, "#ink")
    assert in_sight(desk, '[data-row="/stamps/0/date"]')


def test_without_a_script_a_link_lights_the_same_ink_and_goes_there(scriptless: Any) -> None:
    scriptless.goto(PAPER)
    with scriptless.expect_navigation():
        link(scriptless, "/fields/signed_by").click()
    assert scriptless.locator("#leaf mark").all_inner_texts() == ["HARWOOD"]
    assert in_sight(scriptless, "#ink")


def test_a_tap_on_a_phone_lights_the_ink_in_sight_above(phone: Any) -> None:
    phone.goto(PAPER)
    link(phone, "/fields/signed_by").scroll_into_view_if_needed()
    link(phone, "/fields/signed_by").tap()
    assert lit(phone) == ["HARWOOD"]
    eventually(lambda: in_sight(phone, "#leaf span.lit"))
    assert in_sight(phone, 'a[data-light="/fields/signed_by"]')


@pytest.mark.parametrize("path", ["/", "/search?q=talks", PAPER, f"/papers/{SCAN.id}?view=both", "/nowhere"])
def test_no_page_is_wider_than_a_phone(chromium: Any, address: str, path: str) -> None:
    context = chromium.new_context(base_url=address, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_a_scan_is_lit_by_a_box_over_the_words(desk: Any) -> None:
    desk.goto(f"/papers/{SCAN.id}")
    desk.hover('tr[data-row="/fields/from"]')
    assert desk.locator("rect.lit").count() == 1
    picture = desk.locator("#leaf img").bounding_box()
    box = desk.locator("rect.lit").bounding_box()
    scale = picture["width"] / 600
    assert abs(box["x"] - picture["x"] - 160 * scale) < 3
    assert abs(box["y"] - picture["y"] - 180 * scale) < 3


def words_lit(page: Any) -> list[str]:
    """The single words that are lit, in the transcription and the reading text, once the words have been fetched."""
    until(page, "CSS.highlights.get('word')?.size || document.querySelector('rect.word')")
    texts: list[str] = page.evaluate("[...CSS.highlights.get('word')].map((range) => range.toString())")
    return texts


def point_at(page: Any, selector: str, word: str) -> None:
    """The mouse comes to rest upon a word of an element; what it lights waits for the words to be fetched."""
    x, y = page.locator(selector).first.evaluate(
        """(element, word) => {
            const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                const at = node.data.indexOf(word);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + word.length);
                const { left, top, width, height } = range.getBoundingClientRect();
                return [left + width / 2, top + height / 2];
            }
        }""",
        word,
    )
    page.mouse.move(x, y)


def test_a_word_of_the_reading_text_is_lit_where_it_was_typed(desk: Any) -> None:
    desk.goto(PAPER)
    point_at(desk, ".said", "haggle")
    assert words_lit(desk) == ["haggle;", "haggle;"]
    desk.mouse.move(5, 5)
    until(desk, "!CSS.highlights.get('word').size")


def test_a_word_of_the_reading_text_is_lit_on_the_image(desk: Any) -> None:
    desk.goto(f"/papers/{SCAN.id}")
    point_at(desk, ".said", "resumed.")
    assert words_lit(desk) == ["resumed."]
    word = SCAN.pages[0].words[-1].box
    box = desk.locator("rect.word").evaluate("(box) => ['x', 'y'].map((name) => Number(box.getAttribute(name)))")
    assert box == [word.left, word.top]


def test_a_word_on_the_image_is_lit_in_the_transcription_and_the_reading_text(desk: Any) -> None:
    desk.goto(f"/papers/{SCAN.id}?view=both")
    word = SCAN.pages[0].words[-1].box
    frame = desk.locator("svg.patches").bounding_box()
    scale = frame["width"] / 600
    desk.mouse.move(frame["x"] + (word.left + 5) * scale, frame["y"] + (word.top + 5) * scale)
    assert words_lit(desk) == ["resumed.", "resumed."]


def test_the_arrow_keys_go_from_word_to_word_and_say_where_it_stands(desk: Any) -> None:
    desk.goto(PAPER)
    desk.focus(".prose")
    for _ in range(3):
        desk.keyboard.press("ArrowRight")
    until(desk, "document.getElementById('word-said').textContent.startsWith('see,')")
    desk.keyboard.press("ArrowLeft")
    assert desk.inner_text("#word-said") == "should, page 1, line 24"
    desk.keyboard.press("Escape")
    assert desk.evaluate("CSS.highlights.get('word').size") == 0


def test_a_tap_lights_a_word(phone: Any) -> None:
    phone.goto(PAPER)
    phone.locator(".said").first.scroll_into_view_if_needed()
    phone.locator(".said").first.tap(position={"x": 20, "y": 10})
    assert words_lit(phone) == ["You", "You"]


def test_a_selection_can_be_linked_to_and_the_link_lights_it(desk: Any) -> None:
    desk.goto(PAPER)
    desk.evaluate(
        """() => {
            const text = document.querySelector(".said").firstChild;
            getSelection().setBaseAndExtent(text, text.data.indexOf("REPEAT"), text, text.data.indexOf(" want"));
        }"""
    )
    with desk.expect_navigation():
        desk.get_by_text("Link to this passage").click()
    assert lit(desk) == ["REPEAT not"]
    assert in_sight(desk, "#ink")


def test_a_paragraph_has_a_link_of_its_own(desk: Any) -> None:
    desk.goto(PAPER)
    desk.locator(".permalink").nth(1).focus()
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**{PAPER}#p2")
    assert desk.locator(".said:target").inner_text().startswith("Report soonest.")


def test_what_a_value_rests_on_is_shown_while_the_mouse_or_the_keys_are_on_its_row(desk: Any) -> None:
    desk.goto(PAPER)
    ground = desk.locator('tr[data-row="/fields/drafted_by"] .ground')
    assert not ground.is_visible()
    desk.hover('tr[data-row="/fields/drafted_by"] th')
    assert ground.is_visible()
    desk.mouse.move(5, 5)
    assert not ground.is_visible()
    link(desk, "/fields/drafted_by").focus()
    assert "By hand" in ground.inner_text()


def test_a_citation_is_copied(desk: Any) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.goto(PAPER)
    desk.get_by_role("button", name="Copy: Note", exact=True).click()
    desk.get_by_text("Copied", exact=True).wait_for()
    assert desk.evaluate("navigator.clipboard.readText()").startswith("Telegram 1359 from the Department of State")


def test_in_print_a_paper_is_an_edition(desk: Any) -> None:
    desk.goto(PAPER)
    desk.emulate_media(media="print")
    for gone in (".masthead", ".sections", "#leaf", ".permalink", "#apparatus"):
        assert not desk.locator(gone).first.is_visible()
    for kept in ("h1", ".said", "#fields", "#marks", ".lifeline", "#cite"):
        assert desk.locator(kept).first.is_visible()
