"""From a value back to the ink."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.workbench.box import fill_with_sheets, opened

from onionskin.errors import NotFoundError, OnionskinError
from onionskin.record.document import Document
from onionskin.workbench import Collection, explain, listing, page_image, read, show


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Collection, dict[str, Document]]]:
    """A collection that holds every layout, and its papers by the name of their file."""
    place = tmp_path_factory.mktemp("showing")
    fill_with_sheets(place / "box")
    with opened(place / "c") as collection:
        outcomes = list(read(collection, [place / "box"]))
        yield collection, {outcome.source.removesuffix(".txt"): outcome.documents[0] for outcome in outcomes}


Shelf = tuple[Collection, dict[str, Document]]


def test_a_field_leads_to_page_characters_and_line(shelf: Shelf) -> None:
    collection, papers = shelf
    paper = papers["incoming 1962"]
    (told,) = explain(collection, paper.id, "date")
    assert told.pointer == "/fields/date"
    assert told.value == "1962-11-17T19:00:00+03:00"
    assert (told.state, told.page, told.reader) == ("inferred", 1, "timing")
    assert told.as_printed == "November 17, 7 p.m."
    assert told.span is not None
    assert told.span.of(paper.pages[0].text) == told.as_printed
    assert told.line == "NO:    1587, November 17, 7 p.m."
    assert "year" in told.reason


def test_a_list_gives_every_value(shelf: Shelf) -> None:
    collection, papers = shelf
    told = explain(collection, papers["outgoing 1961"].id, "info")
    assert [each.pointer for each in told] == ["/fields/info/0", "/fields/info/1"]
    assert [each.as_printed for each in told] == ["Amembassy PARIS", "Amembassy LONDON"]


def test_a_pointer_leads_to_one_value_or_to_a_whole_part(shelf: Shelf) -> None:
    collection, papers = shelf
    name = papers["outgoing 1961"].id
    (one,) = explain(collection, name, "/fields/info/1")
    assert one.as_printed == "Amembassy LONDON"
    (marking,) = explain(collection, name, "/markings/0")
    assert marking.as_printed == "SECRET"
    assert [each.pointer for each in explain(collection, name, "markings")] == ["/markings/0", "/markings/1"]


def test_every_pointer_of_every_paper_can_be_explained(shelf: Shelf) -> None:
    collection, papers = shelf
    for paper in papers.values():
        for pointer, reading in paper.readings():
            (told,) = explain(collection, paper.id, pointer)
            assert told.as_printed == reading.as_printed
            assert told.confidence == reading.confidence
            assert told.page or told.reason or reading.value is None


def test_what_is_absent_is_said_to_be_absent(shelf: Shelf) -> None:
    collection, papers = shelf
    (told,) = explain(collection, papers["incoming 1962"].id, "subject")
    assert (told.state, told.value, told.page) == ("absent", None, None)
    assert explain(collection, papers["incoming 1962"].id, "info") == ()


@pytest.mark.parametrize("field", ["colour", "/fields/colour", "/stamps/9", "/fields/date/0", "", "/"])
def test_what_the_paper_has_not_is_not_found_and_its_fields_are_named(shelf: Shelf, field: str) -> None:
    collection, papers = shelf
    with pytest.raises(NotFoundError, match="drafted_by"):
        explain(collection, papers["incoming 1962"].id, field)


def test_a_paper_may_be_called_by_the_beginning_of_its_id(shelf: Shelf) -> None:
    collection, papers = shelf
    name = papers["memorandum"].id
    assert show(collection, name[:12]).document.id == name
    assert show(collection, name).policy == "public"
    with pytest.raises(NotFoundError, match="several"):
        show(collection, "os-")


@pytest.mark.parametrize("name", ["", "os-00000000000000000000", "x", "%", "os-_", "'; --", "🕊"])
def test_a_name_that_is_none_is_not_found(shelf: Shelf, name: str) -> None:
    with pytest.raises(NotFoundError):
        show(shelf[0], name)


def test_a_text_has_no_page_image_and_a_page_must_be_the_papers(shelf: Shelf) -> None:
    collection, papers = shelf
    name = papers["memorandum"].id
    with pytest.raises(NotFoundError):
        page_image(collection, name, 1)
    with pytest.raises(OnionskinError) as refused:
        page_image(collection, name, 2)
    assert refused.value.page == 2


def test_the_list_names_each_paper(shelf: Shelf) -> None:
    collection, papers = shelf
    rows = {row.id: row for row in listing(collection, limit=100).rows}
    row = rows[papers["outgoing 1961"].id]
    assert (row.kind, row.number, row.subject) == ("telegram", "812", "Airlift of Foodstuffs")
    assert row.date.startswith("1961-02-09")
