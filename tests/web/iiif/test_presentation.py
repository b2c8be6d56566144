"""Every paper is a manifest that a viewer can open, and its annotations lie on the ink."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given as given_
from hypothesis import strategies as st
from lxml import etree
from tests.web import specimens
from tests.web.iiif.structure import PATCH, check
from tests.web.visitor import Visitor

from onionskin.record.page import PageNumber, PageText
from onionskin.record.span import Span
from onionskin.web.iiif.typed import typed
from onionskin.web.iiif.words import said

TELEGRAM, LETTER, SCAN = specimens.everything()
PAPER = f"/iiif/papers/{SCAN.id}"


def given(visitor: Visitor, path: str) -> dict[str, Any]:
    got = visitor.ask(path)
    assert got.status_code == 200, got.text
    told: dict[str, Any] = got.json()
    assert told["id"] == f"http://room.test{path}"
    check(told)
    return told


@pytest.mark.parametrize("document", [TELEGRAM, LETTER, SCAN], ids=lambda each: str(each.kind))
def test_every_paper_is_a_manifest_as_the_standard_requires(visitor: Visitor, document: Any) -> None:
    told = given(visitor, f"/iiif/papers/{document.id}/manifest.json")
    assert [canvas["label"]["en"][0][:6] for canvas in told["items"]] == [f"Page {page.n}" for page in document.pages]
    for canvas in told["items"]:
        for page in canvas["annotations"]:
            given(visitor, page["id"].removeprefix("http://room.test"))


def test_the_image_of_a_canvas_is_served_by_the_service_it_names(visitor: Visitor) -> None:
    (canvas,) = given(visitor, f"{PAPER}/manifest.json")["items"]
    body = canvas["items"][0]["items"][0]["body"]
    assert (canvas["width"], canvas["height"]) == (body["width"], body["height"]) == (600, 800)
    service = body["service"][0]["id"].removeprefix("http://room.test")
    assert visitor.ask(f"{service}/info.json").json()["id"] == body["service"][0]["id"]
    for image in (body["id"], canvas["thumbnail"][0]["id"]):
        assert visitor.ask(image.removeprefix("http://room.test")).headers["content-type"] == "image/jpeg"


def test_what_the_manifest_leads_to_is_there(visitor: Visitor) -> None:
    told = given(visitor, f"{PAPER}/manifest.json")
    for link in (*told["homepage"], *told["seeAlso"], *told["partOf"], *told["provider"]):
        assert visitor.ask(link["id"].removeprefix("http://room.test")).status_code == 200


def test_fields_are_in_words_with_their_states(visitor: Visitor) -> None:
    told = given(visitor, f"/iiif/papers/{TELEGRAM.id}/manifest.json")
    pairs = {pair["label"]["en"][0]: pair["value"] for pair in told["metadata"]}
    assert pairs["Date"] == {"en": ["November 23, 1962, 9:43 p.m."]}
    assert pairs["Drafted by"] == {"none": ["Harwood (doubtful)"]}
    assert pairs["Direction"] == {"none": ["outgoing (inferred)"]}
    assert pairs["Approved by"] == {"none": ["Withheld"]}
    assert pairs["Attention"] == {"none": ["Halloran", "Brandov"]}
    assert "Received" not in pairs


def test_each_line_lies_on_its_words(visitor: Visitor) -> None:
    lines = given(visitor, f"{PAPER}/canvas/1/lines.json")["items"]
    assert {line["motivation"] for line in lines} == {"supplementing"}
    assert [line["body"]["value"] for line in lines] == [
        line.strip() for line in SCAN.pages[0].text.splitlines() if line.strip()
    ]
    first = SCAN.pages[0].words[0].box
    assert lines[0]["target"].endswith(f"canvas/1#xywh={first.left},{first.top},{first.width},{first.height}")
    assert all(PATCH.search(line["target"]) for line in lines)


def test_marks_are_said_in_words(visitor: Visitor) -> None:
    notes = given(visitor, f"/iiif/papers/{TELEGRAM.id}/canvas/1/marks.json")["items"]
    assert {note["motivation"] for note in notes} == {"commenting"}
    told = [note["body"]["value"] for note in notes]
    assert "Level: TOP SECRET, struck" in told
    assert any(each.startswith("Declassification stamp") or "stamp: " in each for each in told)
    assert any(each.startswith("Form box: COLLECT") for each in told)


def test_a_page_of_text_is_a_sheet_that_says_so_and_its_lines_lie_on_it(visitor: Visitor) -> None:
    canvas = given(visitor, f"/iiif/papers/{TELEGRAM.id}/manifest.json")["items"][0]
    assert "no image is held" in canvas["label"]["en"][0]
    body = canvas["items"][0]["items"][0]["body"]
    got = visitor.ask(body["id"].removeprefix("http://room.test"))
    assert got.headers["content-type"].startswith(body["format"])
    drawn = etree.fromstring(got.content)
    assert (int(drawn.attrib["width"]), int(drawn.attrib["height"])) == (canvas["width"], canvas["height"])
    texts = [each.text or "" for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert "No image" in texts[0]
    assert [text.strip() for text in texts[1:]] == [
        line.strip() for line in TELEGRAM.pages[0].text.splitlines() if line.strip()
    ]
    lines = given(visitor, f"/iiif/papers/{TELEGRAM.id}/canvas/1/lines.json")["items"]
    assert all(PATCH.search(line["target"]) for line in lines)


@given_(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\f"), max_size=400))
def test_whatever_stands_on_a_page_can_be_set_and_found_on_its_sheet(text: str) -> None:
    sheet = typed(PageText(PageNumber(1), text))
    etree.fromstring(sheet.svg())
    assert all(text[row.start : row.start + len(row.text)] == row.text for row in sheet.rows)
    held = "".join(row.text for row in sheet.rows)
    assert [each for each in held if not each.isspace()] == [each for each in text if not each.isspace()]
    for at, each in enumerate(text):
        box = sheet.box(Span(at, at + 1))
        if not each.isspace():
            assert box is not None
            assert 0 < box.left < box.right < sheet.width
            assert 0 < box.top < box.bottom < sheet.height


def test_numbered_paragraphs_are_the_outline(visitor: Visitor) -> None:
    (outline,) = given(visitor, f"/iiif/papers/{TELEGRAM.id}/manifest.json")["structures"]
    assert [part["label"]["none"][0].split()[0] for part in outline["items"]] == [
        paragraph.label for paragraph in TELEGRAM.text.paragraphs if paragraph.label
    ]
    assert "structures" not in given(visitor, f"{PAPER}/manifest.json")


def test_the_collection_lists_every_paper_once(visitor: Visitor) -> None:
    told = given(visitor, "/iiif/collection.json")
    papers: list[str] = []
    for page in told["items"]:
        held = given(visitor, page["id"].removeprefix("http://room.test"))
        papers += [paper["id"] for paper in held["items"]]
    assert sorted(papers) == sorted(
        f"http://room.test/iiif/papers/{each.id}/manifest.json" for each in (TELEGRAM, LETTER, SCAN)
    )


def test_an_empty_collection_is_told_as_one(empty: Visitor) -> None:
    told = given(empty, "/iiif/collection.json")
    assert [each["label"] for each in told["items"]] == [{"en": ["No papers"]}]


def test_a_beginning_of_an_id_leads_to_the_manifest(visitor: Visitor) -> None:
    told = visitor.ask(f"/iiif/papers/{SCAN.id[:12]}/manifest.json").json()
    assert told["id"] == f"http://room.test{PAPER}/manifest.json"


@pytest.mark.parametrize(
    "path", [f"{PAPER}/canvas/2/lines.json", f"{PAPER}/canvas/1/words.json", "/iiif/papers/os-x/manifest.json"]
)
def test_what_is_not_there_is_a_problem_with_advice(visitor: Visitor, path: str) -> None:
    got = visitor.ask(path)
    assert got.status_code in {400, 404}
    assert got.json()["advice"]


def test_words_that_look_like_html_are_no_html() -> None:
    assert said("<b>TOP</b>", "a > b") == {"en": ["<b>TOP</b> ", "a > b"]}
