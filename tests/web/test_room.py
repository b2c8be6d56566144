"""The pages say what the record says, light what they are asked to, and bear hostile papers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.web import specimens
from tests.web.visitor import Visitor

from onionskin.record.document import Document
from onionskin.record.reading import ReadingState
from onionskin.scans.source import page_image
from onionskin.web.ink import CONTROLS
from onionskin.workbench import picturing

TELEGRAM, LETTER, SCAN = specimens.everything()


def shown(document: Document, asked: str = "") -> str:
    return f"/papers/{document.id}" + (f"?light={asked}" if asked else "")


def test_the_list_names_papers_by_date_and_counts_its_facets(visitor: Visitor) -> None:
    page = visitor.page("/")
    titles = [each.text for each in page.all("h2") if "ol" in each.inside]
    assert [title.split(" from ")[0].split()[0] for title in titles] == ["Telegram", "Letter", "Memorandum"]
    assert "Department of State to USUN New York, November 23, 1962" in titles[0]
    assert "EYES ONLY" in page.one("section", aria_labelledby="facet-marking").text
    assert page.all("a", href="/?kind=telegram")


def test_a_facet_narrows_the_list_and_can_be_given_up(visitor: Visitor) -> None:
    page = visitor.page("/?kind=letter")
    assert len(page.one("ol").text.split("Letter from")) == 2
    assert page.one("a", class_="chip").attributes["href"] == "/"


def test_a_search_shows_each_hit_in_its_line_and_leads_to_its_place(visitor: Visitor) -> None:
    page = visitor.page("/search?q=haggle")
    assert [each.text for each in page.all("mark")] == ["haggle"]
    (link,) = [each.attributes["href"] for each in page.all("a") if each.attributes["href"].startswith("/papers/")]
    path, _, fragment = link.partition("#")
    assert fragment == "ink"
    assert "haggle" in visitor.page(path).one("mark", id="ink").text


def test_the_search_says_which_words_were_read_tolerantly(visitor: Visitor) -> None:
    page = visitor.page("/search?q=hagglc")
    assert "haggle for hagglc" in page.one("p", class_="tolerant").text
    assert not visitor.page("/search?q=haggle").all("p", class_="tolerant")


def test_the_search_page_explains_its_language_by_queries_that_run(visitor: Visitor) -> None:
    examples = [each.attributes["href"] for each in visitor.page("/search").all("a") if "kbd" not in each.inside]
    queries = [href for href in examples if href.startswith("/search?q=")]
    assert len(queries) >= 8
    for href in queries:
        visitor.page(href)


@pytest.mark.parametrize("document", specimens.everything(), ids=lambda each: each.kind.value)
def test_the_transcription_is_the_raw_text_to_the_character(visitor: Visitor, document: Document) -> None:
    page = visitor.page(f"/papers/{document.id}?view=transcription&light=date")
    # A line feed right after <pre> is the parser's to drop; ours stands there so that the paper's own stays.
    assert [each.text.removeprefix("\n") for each in page.all("pre", class_="typed")] == [
        each.text.translate(CONTROLS) for each in document.pages
    ]


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_without_a_script_the_right_one_of_three_places_is_lit(visitor: Visitor, nth: int) -> None:
    page = visitor.page(shown(TELEGRAM, f"/markings/{nth + 1}"))
    mark = page.one("mark")
    assert (mark.text, mark.attributes["id"]) == ("EYES ONLY", "ink")
    before = page.html[: page.html.index("<mark")]
    assert re.sub(r"<[^>]*>", "", before).count("EYES ONLY") - heads_without_ink(before) == nth - 1


def heads_without_ink(html: str) -> int:
    """How often the words stand on the page before the transcription begins."""
    return re.sub(r"<[^>]*>", "", html[: html.index("<pre")]).count("EYES ONLY")


def test_every_place_link_lights_exactly_the_ink_that_it_names(visitor: Visitor) -> None:
    text = {page.n: page.text for page in TELEGRAM.pages}
    readings = dict(TELEGRAM.readings())
    links = [each.attributes for each in visitor.page(shown(TELEGRAM)).all("a", class_="place")]
    assert {"/stamps/0/date", "/fields/attention/1", "/unclaimed/0", "/acts/2"} <= {
        each["data-light"] for each in links
    }
    for link in links:
        page = visitor.page(f"/papers/{TELEGRAM.id}{link['href'].partition('#')[0]}")
        lit = [mark.text for mark in page.all("mark")]
        assert lit
        if reading := readings.get(link["data-light"]):
            assert lit == [ink.span.of(text[ink.page]) for ink in reading.ink]
        assert page.one("a", class_="place", data_light=link["data-light"]).attributes["aria-current"] == "true"


def test_overlapping_claims_are_all_named_on_the_ink_they_share(visitor: Visitor) -> None:
    pieces = visitor.page(shown(TELEGRAM)).all("span")
    shared = [each.attributes["data-ink"].split() for each in pieces if each.text in {"1338", "DEPTTEL"}]
    assert {"/references/0", "/text/paragraphs/0"} <= set(shared[0])
    assert "/emendations/0" in shared[0]
    assert "/references/0" in shared[-1]


def test_a_scan_has_its_image_and_boxes_where_the_words_stand(visitor: Visitor) -> None:
    page = visitor.page(shown(SCAN, "/text/paragraphs/0"))
    assert page.one("img").attributes["src"] == f"/papers/{SCAN.id}/pages/1/image?width=600"
    assert page.all("a", href=f"/papers/{SCAN.id}/pages/1/image")
    lit = [
        {name: int(each.attributes[name]) for name in ("x", "y", "width", "height")}
        for each in page.all("rect", class_="lit")
    ]
    assert sorted(lit, key=lambda each: each["y"]) == [
        {"x": 100, "y": 220, "width": 100, "height": 30},
        {"x": 100, "y": 260, "width": 80, "height": 30},
    ]
    assert len(page.all("rect", id="ink")) == 1
    assert not page.all("pre", class_="typed")


def test_a_scan_can_be_seen_as_text_too_and_is_lit_in_both(visitor: Visitor) -> None:
    page = visitor.page(f"/papers/{SCAN.id}?view=both&light=from")
    assert page.one("mark").text == "Mr. Pryce"
    assert len(page.all("rect", class_="lit")) == 1
    chosen = page.one("a", aria_current="true", href="?view=both&light=/fields/from#leaf")
    assert chosen.text == "Both"


def test_the_image_of_a_page_is_served_and_can_be_made_smaller(visitor: Visitor) -> None:
    whole = visitor.ask(f"/papers/{SCAN.id}/pages/1/image")
    small = visitor.ask(f"/papers/{SCAN.id}/pages/1/image?width=60")
    assert whole.headers["content-type"] in {"image/png", "image/jpeg"}
    assert 0 < len(small.content) < len(whole.content)
    assert visitor.ask(f"/papers/{SCAN.id}/pages/2/image").status_code == 404
    assert visitor.ask(f"/papers/{TELEGRAM.id}/pages/1/image").status_code == 404
    assert visitor.ask(f"/papers/{SCAN.id}/pages/1/image?width=1").status_code == 400


def test_the_image_of_a_page_is_drawn_once(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int | None] = []
    draw = page_image

    def noted(*given: Any, width: int | None, **named: Any) -> tuple[bytes, str]:
        drawn.append(width)
        return draw(*given, width=width, **named)

    monkeypatch.setattr(picturing, "picture", noted)
    one, two = (visitor.ask(f"/papers/{SCAN.id}/pages/1/image?width=61").content for _ in range(2))
    assert one == two
    assert drawn == [61]


def test_each_state_has_its_word_and_its_own_look(visitor: Visitor) -> None:
    page = visitor.page(shown(TELEGRAM))
    said = {each.attributes["class"]: each.text for each in page.all("span", class_="state")}
    assert {f"state {state.value}": state.value for state in ReadingState} == said


def test_a_field_tells_value_printed_text_place_reader_confidence_and_reason(visitor: Visitor) -> None:
    row = visitor.page(shown(TELEGRAM)).one("tr", data_row="/fields/date").text
    for told in (
        "November 23, 1962, 9:43 p.m.",
        "Nov 23 9 43 PM '62",
        "97%",
        "p. 1, l. 14",
        "characters 146–164",
        "typed",
    ):
        assert told in row
    rule = visitor.page(shown(TELEGRAM)).one("tr", data_row="/fields/direction").text
    assert "The form is the Department's." in rule
    assert "form heading, from OUTGOING TELEGRAM" in " ".join(rule.split())


def test_a_value_without_ink_says_so_when_it_is_chosen(visitor: Visitor) -> None:
    page = visitor.page(shown(TELEGRAM, "series"))
    assert "rests on no ink" in page.one("p", id="lit-note").text
    assert not page.all("mark")


@pytest.mark.parametrize("asked", ["colour", "p1:0-9999999", "p8:1-2", '"><script>'])
def test_a_place_that_the_paper_has_not_is_said_and_nothing_breaks(visitor: Visitor, asked: str) -> None:
    page = visitor.page(shown(TELEGRAM, asked))
    told = page.one("p", id="lit-note").text
    assert told.startswith("This paper has no ")
    assert asked in told


def test_markings_show_as_they_stand_and_as_struck(visitor: Visitor) -> None:
    page = visitor.page(shown(TELEGRAM))
    told = " ".join(page.one("tr", data_row="/markings/0").text.split())
    assert told == "TOP SECRET TOP SECRET struck Light the ink of the marking TOP SECRET: p. 1, l. 10"
    heads = page.one("p", class_="bearing").text.split()
    assert heads == ["TOP", "SECRET", "SENSITIVE", "EYES", "ONLY"]
    assert "TOP SECRET" in [each.text for each in page.all("s") if "p" in each.inside]


def test_a_stamp_tells_its_decisions_and_what_is_only_printed_on_it(visitor: Visitor) -> None:
    stamp = " ".join(visitor.page(shown(TELEGRAM)).one("article", data_row="/stamps/0").text.split())
    assert "☒ declassify classification, decided" in stamp
    assert "☐ deny access, printed, not decided" in stamp
    assert (
        "? downgrade from TOP SECRET to SECRET until OADR classification, cannot be read, cancelled on the stamp"
        in stamp
    )
    assert "FOIA (b)(1) printed B1; EO 12958 1.5(d)" in stamp


def test_the_life_of_the_copy_is_told_in_the_order_of_time(visitor: Visitor) -> None:
    life = visitor.page(shown(TELEGRAM)).one("ol", class_="timeline").text
    assert [life.index(word) for word in ("Drafted", "Declassified", "Reviewed")] == sorted(
        life.index(word) for word in ("Drafted", "Declassified", "Reviewed")
    )


def test_references_lead_to_papers_that_may_be_shown_and_name_no_others(visitor: Visitor) -> None:
    page = visitor.page(shown(TELEGRAM))
    row = page.one("li", data_row="/references/0").text
    assert "Letter from MORRIS, March 9, 1963" in row
    assert "not shown here (os-00000000000000000000)" in row
    assert page.all("a", href=f"/papers/{LETTER.id}")
    assert not page.all("a", href="/papers/os-00000000000000000000")
    assert "no record made" in page.one("li", data_row="/references/1").text


def test_doubts_corrections_and_unclaimed_lines_are_there(visitor: Visitor) -> None:
    said = visitor.page(shown(TELEGRAM)).one("section", id="apparatus").text
    for told in ("Stamp 1, date", "1977-07-12", "NARS did not exist in 1997.", "DEPTTEL", "QXJ 77", "form label"):
        assert told in said


def test_a_hostile_paper_stays_text(visitor: Visitor) -> None:
    for path in (shown(LETTER), "/", "/search?q=letter"):
        page = visitor.page(path)
        assert all(each.attributes["src"].startswith("/static/") and not each.text for each in page.all("script"))
        assert not page.all("b", onmouseover="x")
    page = visitor.page(shown(LETTER))
    assert '<script>alert("paper")</script>' in page.one("pre", class_="typed").text
    assert '<i>harm".txt' in page.words


def test_what_a_visitor_asks_is_escaped_too(visitor: Visitor) -> None:
    for asked in ("<script>alert(1)</script>", "'><b>"):
        page = visitor.page(f"/search?q={asked}")
        boxes = page.all("input", name="q")
        assert boxes
        assert {each.attributes["value"] for each in boxes} == {asked}
        assert all(each.attributes["src"].startswith("/static/") and not each.text for each in page.all("script"))


def test_a_query_that_does_not_parse_stays_in_its_box_to_be_mended(visitor: Visitor) -> None:
    page = visitor.page('/search?q="><script>', status=400)
    assert page.one("input", name="q").attributes["value"] == '"><script>'
    assert "never closed" in page.one("div", role="alert").text
    assert all(each.attributes["src"].startswith("/static/") and not each.text for each in page.all("script"))


def test_a_beginning_of_an_id_leads_to_the_paper(visitor: Visitor) -> None:
    got = visitor.ask(f"/papers/{LETTER.id[:-3]}?light=date")
    assert (got.status_code, got.headers["location"]) == (307, f"/papers/{LETTER.id}?light=date")


@pytest.mark.parametrize(
    "path", ["/papers/os-nothing", "/papers/os-", "/nowhere", "/static/nothing.css", "/static/..%2fapp.py"]
)
def test_what_is_not_there_is_told_with_what_to_do(visitor: Visitor, path: str) -> None:
    page = visitor.page(path, status=404)
    assert "What to do." in page.words


def test_a_question_that_cannot_be_asked_is_told_so(visitor: Visitor) -> None:
    assert "page" in visitor.page("/?page=0", status=400).words
    refused = visitor.ask("/", "POST")
    assert (refused.status_code, "GET" in refused.headers["allow"]) == (405, True)


def test_a_collection_under_review_shows_nothing_and_says_why(under_review: Visitor) -> None:
    assert "under review" in under_review.page("/").words
    assert "Telegram" not in under_review.page("/").one("main").text
    assert "under review" in under_review.page("/search?q=talks").words
    told = under_review.page(shown(TELEGRAM), status=404).words
    assert "under review" in told
    assert "What to do." in told
    assert under_review.ask(f"/papers/{SCAN.id}/pages/1/image").status_code == 404
    assert under_review.ask(f"/api/records/{TELEGRAM.id}").status_code == 404


def test_an_empty_collection_says_how_to_fill_it(empty: Visitor) -> None:
    assert "onionskin read" in empty.page("/").words
