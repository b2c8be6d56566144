"""The Image API as a viewer meets it."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image
from tests.web import specimens
from tests.web.visitor import Visitor

TELEGRAM, _, SCAN = specimens.everything()
SERVICE = f"/iiif/3/{SCAN.id}/1"
NEIGHBOUR = "http://localhost:9000"


def picture(visitor: Visitor, address: str) -> Image.Image:
    got = visitor.ask(f"{SERVICE}/{address}")
    assert got.status_code == 200, got.text
    image = Image.open(io.BytesIO(got.content))
    image.load()
    assert got.headers["content-type"] == f"image/{(image.format or '').lower()}"
    return image


def test_the_description_says_what_the_page_is_and_can(visitor: Visitor) -> None:
    got = visitor.ask(f"{SERVICE}/info.json")
    told = got.json()
    assert told["id"] == f"http://room.test{SERVICE}"
    assert (told["type"], told["profile"], told["protocol"]) == ("ImageService3", "level2", "http://iiif.io/api/image")
    assert (told["width"], told["height"]) == (600, 800)
    assert told["tiles"] == [{"width": 512, "height": 512, "scaleFactors": [1, 2]}]
    assert told["sizes"][-1] == {"width": 600, "height": 800}
    assert got.headers["content-type"] == "application/json"


def test_who_asks_for_linked_data_gets_it_by_its_name(visitor: Visitor) -> None:
    got = visitor.ask(f"{SERVICE}/info.json", headers={"Accept": "application/ld+json"})
    context = got.json()["@context"]
    assert got.headers["content-type"] == f'application/ld+json;profile="{context}"'
    assert "Accept" in got.headers["vary"]


def test_the_address_without_an_end_leads_to_the_description(visitor: Visitor) -> None:
    got = visitor.ask(SERVICE)
    assert (got.status_code, got.headers["location"]) == (303, f"http://room.test{SERVICE}/info.json")


def test_every_size_and_tile_of_the_description_is_served(visitor: Visitor) -> None:
    told = visitor.ask(f"{SERVICE}/info.json").json()
    for size in told["sizes"]:
        wanted = (size["width"], size["height"])
        assert picture(visitor, f"full/{wanted[0]},{wanted[1]}/0/default.jpg").size == wanted
    assert picture(visitor, "512,512,88,288/88,288/0/default.jpg").size == (88, 288)
    assert picture(visitor, "0,0,600,800/300,400/0/default.jpg").size == (300, 400)


def test_a_word_is_where_its_box_says(visitor: Visitor) -> None:
    """The one thing that makes a picture evidence: pixels of the record are pixels of the image."""
    box = SCAN.pages[0].words[0].box
    cut = picture(visitor, f"{box.left},{box.top},{box.width},{box.height}/max/0/gray.png")
    above = picture(visitor, f"{box.left},0,{box.width},{box.top}/max/0/gray.png")
    assert cut.size == (box.width, box.height)
    assert np.asarray(cut).min() < 60
    assert np.asarray(above).min() == 240


def test_turned_and_mirrored(visitor: Visitor) -> None:
    assert picture(visitor, "full/150,/90/default.jpg").size == (200, 150)
    assert picture(visitor, "full/150,/!0/bitonal.png").mode == "1"


def test_pieces_are_cached_by_content_and_name_their_canonical_address(visitor: Visitor) -> None:
    got = visitor.ask(f"{SERVICE}/pct:0,0,50,50/150,/0/default.jpg")
    assert f'<http://room.test{SERVICE}/0,0,300,400/150,200/0/default.jpg>;rel="canonical"' in got.headers["link"]
    assert 'level2.json>;rel="profile"' in got.headers["link"]
    again = visitor.ask(f"{SERVICE}/0,0,300,400/150,200/0/default.jpg", headers={"If-None-Match": got.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{SERVICE}/full/601,/0/default.jpg", 400),
        (f"{SERVICE}/full/max/3/default.jpg", 501),
        (f"/iiif/3/{SCAN.id}/2/info.json", 404),
        (f"/iiif/3/{SCAN.id}/0/info.json", 400),
        (f"/iiif/3/{TELEGRAM.id}/1/info.json", 404),
        ("/iiif/3/os-nothing/1/full/max/0/default.jpg", 404),
        (f"{SERVICE}/full/max/0", 404),
        ("/iiif/nowhere", 404),
    ],
)
def test_faults_are_problems_with_advice_that_a_neighbour_can_read(visitor: Visitor, path: str, status: int) -> None:
    got = visitor.ask(path, headers={"Origin": NEIGHBOUR})
    assert (got.status_code, got.headers["content-type"]) == (status, "application/problem+json")
    assert got.json()["advice"]
    assert got.headers["access-control-allow-origin"] == NEIGHBOUR


def test_a_paper_of_text_says_that_it_has_no_image(visitor: Visitor) -> None:
    assert "read from text" in visitor.ask(f"/iiif/3/{TELEGRAM.id}/1/info.json").json()["detail"]


def test_nothing_is_shown_under_review(under_review: Visitor) -> None:
    paper = f"/iiif/papers/{SCAN.id}"
    for path in (
        *(SERVICE, f"{SERVICE}/info.json", f"{SERVICE}/full/max/0/default.jpg"),
        *(f"{paper}/manifest.json", f"{paper}/canvas/1/lines.json", f"{paper}/canvas/1/marks.json"),
    ):
        got = under_review.ask(path)
        assert got.status_code == 404
        assert "under review" in got.json()["detail"]
    assert under_review.ask("/iiif/collection.json?page=1").json()["items"] == []
