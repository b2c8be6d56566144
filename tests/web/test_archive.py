"""The two example papers, read from their files, as a visitor meets them."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from typing import Any

import pytest
from tests.web.visitor import Visitor

from onionskin.record.codec import from_json
from onionskin.web.places import extent


@pytest.fixture(scope="module")
def records(archive: Visitor) -> list[dict[str, Any]]:
    rows = archive.ask("/api/records").json()["records"]
    return [archive.ask(f"/api/records/{row['id']}").json() for row in rows]


def test_the_telegram_is_called_as_in_an_edition(archive: Visitor) -> None:
    hits = [each.text for each in archive.page("/search?q=haggle").all("h2") if "ol" in each.inside]
    assert hits == ["Telegram 1359 from the Department of State to USUN New York, November 23, 1962, 9:43 p.m."]


def test_every_value_with_ink_is_lit_at_its_characters(archive: Visitor, records: list[dict[str, Any]]) -> None:
    for record in records:
        text = {page["n"]: page["text"] for page in record["pages"]}
        for name, held in record["fields"].items():
            for i, reading in enumerate(held if isinstance(held, list) else [held]):
                pointer = f"/fields/{name}/{i}" if isinstance(held, list) else f"/fields/{name}"
                page = archive.page(f"/papers/{record['id']}?light={pointer}")
                inks = [e for e in reading["evidence"] if e["kind"] == "ink"]
                assert [mark.text for mark in page.all("mark")] == [text[e["page"]][slice(*e["span"])] for e in inks]
                if inks and inks[0]["page"] == record["pages"][0]["n"]:
                    assert len(before_the_mark(page.html)) == inks[0]["span"][0]


def before_the_mark(html: str) -> str:
    """The characters of the transcription before what is lit."""
    return unescape(
        re.sub(r"<[^>]*>", "", html.partition('<pre class="typed"')[2].partition(">\n")[2].partition("<mark")[0])
    )


def test_a_letter_on_a_shared_page_shows_which_words_are_its_own(
    archive: Visitor, records: list[dict[str, Any]]
) -> None:
    letters = [record for record in records if record["kind"] == "letter"]
    assert len(letters) == 2
    for record in letters:
        page = archive.page(f"/papers/{record['id']}")
        others = [each.text for each in page.all("span", class_="other")]
        own = page.one("pre", class_="typed").text
        for each in others:
            own = own.replace(each, "", 1)
        assert own.strip() == record["text"]["transcription"].strip()
        assert len(page.all("span", id="begins")) == 1


def test_a_paper_that_stands_alone_is_its_whole_page(archive: Visitor, records: list[dict[str, Any]]) -> None:
    (record,) = [record for record in records if record["kind"] == "telegram"]
    assert not archive.page(f"/papers/{record['id']}").all("span", class_="other")


def test_the_papers_of_one_page_do_not_overlap(records: list[dict[str, Any]]) -> None:
    packet = [from_json(record) for record in records if record["source"]["name"].startswith("letters")]
    ordered = sorted(extent(paper)[1] for paper in packet)
    assert len(ordered) == 3
    for one, other in pairwise(ordered):
        assert packet[0].pages[0].text[other.start : one.end].strip() == ""


def test_a_paper_says_what_points_to_it(archive: Visitor, records: list[dict[str, Any]]) -> None:
    """The second letter of the example is enclosed with the first, which says so."""
    letters = [record for record in records if record["kind"] == "letter"]
    (second,) = (each for each in letters if any(same["relation"] == "attachment-of" for same in each["same_as"]))
    (first,) = (each for each in letters if each["id"] != second["id"])
    page = archive.ask(f"/papers/{second['id']}").text
    pointing = page.split("What points to it")[1].split("</ul>")[0]
    assert f"/papers/{first['id']}" in pointing
    assert "encloses it" in pointing
    telegram = next(record for record in records if record["kind"] == "telegram")
    assert "What points to it" not in archive.ask(f"/papers/{telegram['id']}").text
