"""Deep zoom as a person uses it, and a viewer of nobody's making upon another port. Skipped without OpenSeadragon."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.web import specimens
from tests.web.browsing import browser, eventually, opened, paged, until

from onionskin.settings import Settings
from onionskin.web import borrowed

if borrowed.viewer() is None:
    pytest.skip("OpenSeadragon was not fetched: ./run install", allow_module_level=True)

_, _, SCAN = specimens.everything()
PAPER = f"/papers/{SCAN.id}?view=image"
FOREIGN = """<!doctype html><meta charset="utf-8"><title>A viewer</title>
<div id="page" style="width: 600px; height: 800px"></div><ol id="notes"></ol>
<script src="openseadragon.min.js"></script>
<script>
  const json = async (address) => (await fetch(address)).json();
  (async () => {
    const manifest = await json(new URLSearchParams(location.search).get("manifest"));
    document.title = manifest.label.en[0];
    const [canvas] = manifest.items;
    const { service: [service] } = canvas.items[0].items[0].body;
    const viewer = OpenSeadragon({ id: "page", tileSources: `${service.id}/info.json`, showNavigationControl: false });
    viewer.addHandler("tile-loaded", () => document.body.dataset.shown = "yes");
    for (const page of canvas.annotations) {
      for (const note of (await json(page.id)).items) {
        document.getElementById("notes").append(Object.assign(document.createElement("li"), {
          textContent: note.body.value, title: note.target,
        }));
      }
    }
    document.body.dataset.noted = "yes";
  })();
</script>"""


@pytest.fixture(scope="module")
def address(settings: Settings) -> Iterator[str]:
    with opened(settings) as at:
        yield at


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as started:
        yield started


@pytest.fixture
def desk(chromium: Any, address: str) -> Iterator[Any]:
    """A page on a wide screen without motion."""
    with paged(chromium, address, reduced_motion="reduce") as page:
        yield page


def zoomed(desk: Any) -> None:
    """Into the page by the keyboard alone."""
    desk.goto(PAPER)
    desk.locator(".zoom-open").focus()
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".zoom.ready")


def within(frame: Any, lit: Any) -> bool:
    """Whether a patch lies in the window, by its left and right and its top."""
    beside = frame["x"] <= lit["x"] and lit["x"] + lit["width"] <= frame["x"] + frame["width"]
    return bool(beside and frame["y"] <= lit["y"] <= frame["y"] + frame["height"])


def patch(desk: Any) -> Any:
    return desk.locator(".zoom rect.lit").bounding_box()


def test_the_keyboard_alone_zooms_turns_and_comes_back(desk: Any) -> None:
    zoomed(desk)
    desk.locator('tr[data-row="/fields/from"]').hover()
    first = patch(desk)
    desk.keyboard.press("+")
    eventually(lambda: patch(desk)["width"] == pytest.approx(1.6 * first["width"], rel=0.03))
    desk.keyboard.press("0")
    desk.keyboard.press("r")
    eventually(lambda: patch(desk)["height"] > patch(desk)["width"])
    desk.keyboard.press("0")
    eventually(lambda: patch(desk)["width"] == pytest.approx(first["width"], rel=0.03))
    desk.keyboard.press("Escape")
    assert desk.locator(".zoom").count() == 0
    assert desk.evaluate("document.activeElement.className") == "zoom-open"


def test_what_is_lit_lies_on_its_word_however_far_one_zoomed(desk: Any) -> None:
    zoomed(desk)
    for _ in range(6):
        desk.keyboard.press("+")
    desk.locator('tr[data-row="/fields/from"]').hover()
    eventually(lambda: within(desk.locator(".zoom-page").bounding_box(), patch(desk)))


def test_a_click_on_a_word_leads_to_what_was_read_from_it(desk: Any) -> None:
    zoomed(desk)
    desk.locator('tr[data-row="/fields/from"]').hover()
    lit = patch(desk)
    desk.mouse.click(lit["x"] + lit["width"] / 2, lit["y"] + lit["height"] / 2)
    until(desk, "new URL(location.href).searchParams.get('light') === '/fields/from'")


def test_pointing_at_a_word_in_the_window_lights_it(desk: Any) -> None:
    zoomed(desk)
    for _ in range(3):
        desk.keyboard.press("+")
    desk.locator('tr[data-row="/fields/from"]').hover()
    eventually(lambda: within(desk.locator(".zoom-page").bounding_box(), patch(desk)))
    lit = patch(desk)
    desk.mouse.move(lit["x"] + lit["width"] * 0.8, lit["y"] + lit["height"] / 2)
    word = desk.wait_for_selector(".zoom rect.word", state="attached").bounding_box()
    assert lit["x"] < word["x"]
    assert word["x"] + word["width"] == pytest.approx(lit["x"] + lit["width"], abs=2)


def test_a_double_click_zooms_to_where_it_was(desk: Any) -> None:
    desk.goto(PAPER)
    box = desk.locator("#leaf img").bounding_box()
    desk.mouse.dblclick(box["x"] + 0.9 * box["width"], box["y"] + 0.3 * box["height"])
    desk.wait_for_selector(".zoom.ready")
    assert desk.locator("#leaf img").is_hidden()


def test_without_the_library_the_image_is_as_it_was(desk: Any) -> None:
    desk.route("**/openseadragon.min.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    desk.goto(PAPER)
    desk.locator(".zoom-open").click()
    until(desk, "!document.querySelector('.zoom-open')")
    assert desk.locator("#leaf img").is_visible()


def test_a_viewer_upon_another_port_shows_page_and_annotations(chromium: Any, address: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(FOREIGN)
    (tmp_path / borrowed.VIEWER).write_bytes(borrowed.viewer() or b"")
    handler = partial(_Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as elsewhere:
        threading.Thread(target=elsewhere.serve_forever, daemon=True).start()
        context = chromium.new_context()
        page = context.new_page()
        for host in ("127.0.0.1", "localhost"):
            manifest = f"{address}/iiif/papers/{SCAN.id}/manifest.json"
            page.goto(f"http://{host}:{elsewhere.server_port}/?manifest={manifest}")
            page.wait_for_selector("body[data-noted]")
            page.wait_for_selector("body[data-shown]")
            assert page.title().startswith("Memorandum")
            assert "TALKS" in " ".join(page.locator("#notes li").all_inner_texts()).upper()
        context.close()
        elsewhere.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the parent's name for it
        """Says nothing."""
