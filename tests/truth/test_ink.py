"""Every annotated value is in the ink of its paper, and what the editors' own markup says agrees with it."""

from __future__ import annotations

import copy
import re
from functools import cache

import pypdfium2
import pytest
from bench import truth
from bench.truth import Annotation, values
from bench.truth.choose import TEI, XML_ID, choose, documents, source_note
from lxml import etree
from tests.shared_data import DATA, needs

needs_data = needs("frus", "cables-1970s")
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
RECKONED = {"date", "classification", "document_number", "message_pages", "pages", "subject_sha256", "kind", "entry"}
"""Fields whose value is not printed letter for letter; each is looked at in a test of its own."""


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def words(element: etree._Element | None) -> str:
    assert element is not None
    return re.sub(r"\s+", " ", "".join(str(each) for each in element.itertext())).strip()


@cache
def volume(name: str) -> dict[str, etree._Element]:
    return {str(each.get(XML_ID)): each for each in documents(DATA / "frus" / f"{name}.xml")}


def document(paper: Annotation) -> etree._Element:
    return volume(paper.volume)[paper.document]


def head(paper: Annotation) -> str:
    """The heading without its notes."""
    found = copy.deepcopy(document(paper).find("t:head", TEI))
    assert found is not None
    etree.strip_elements(found, "{*}note", with_tail=False)
    return words(found)


def not_printed(paper: Annotation, text: str, left_out: set[str] = RECKONED) -> list[tuple[str, str]]:
    ink = bare(text)
    given = {name: value for name, value in values(paper).items() if name not in left_out}
    each_alone = [
        (name, str(one)) for name, value in given.items() for one in (value if isinstance(value, tuple) else (value,))
    ]
    return [(name, one) for name, one in each_alone if bare(one) not in ink]


@needs_data
@pytest.mark.parametrize("name", sorted(truth.LISTS))
def test_the_lists_hold_the_papers_that_were_drawn(name: str) -> None:
    assert [(each.volume, each.document) for each in truth.LISTS[name]()] == choose(name, DATA)


@needs_data
def test_every_value_of_a_source_note_is_printed_in_it() -> None:
    wrong = {
        (each.volume, each.document): found
        for each in truth.source_notes()
        if (found := not_printed(each, words(source_note(document(each))), set()))
    }
    assert not wrong


@needs_data
def test_every_value_of_a_calendar_head_is_printed_in_it() -> None:
    wrong = {each.document: found for each in truth.calendar_heads() if (found := not_printed(each, head(each)))}
    assert not wrong


@needs_data
def test_the_kind_level_and_day_of_a_calendar_head_are_printed_in_it() -> None:
    for each in truth.calendar_heads():
        text = head(each)
        assert text.lstrip().startswith(f"{each.entry}.")
        assert re.search(".*".join(map(re.escape, each.kind.split())), text), each
        assert each.classification is None or each.classification in text, each
        for year, month, day in re.findall(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", each.date or ""):
            printed = rf"{MONTHS[int(month) - 1]} (?:\d+–)?{int(day)}" + (
                "(?!, ?19)" if year == "XXXX" else f", {year}"
            )
            assert re.search(printed, text), each


@needs_data
def test_page_counts_of_the_calendar_are_the_editors_own() -> None:
    for each in truth.calendar_heads():
        counted = document(each).find("{*}page-count-according-to-citation")
        assert each.pages is None or (counted is not None and counted.text == str(each.pages)), each


@needs_data
def test_every_value_of_a_heading_is_printed_above_or_before_the_text() -> None:
    for each in truth.headings():
        dateline = document(each).find(".//t:dateline", TEI)
        above = head(each) + ("" if dateline is None else words(dateline))
        assert not not_printed(each, above, {"date", "number"}), each
        assert each.number is None or bare(each.number) in bare(words(document(each))), each


@needs_data
def test_days_of_datelines_are_the_editors_own() -> None:
    for each in truth.headings():
        marked = document(each).find(".//t:dateline//t:date", TEI)
        when = None if marked is None else marked.get("when")
        assert (when or "")[:10] == (each.date or ""), each


def pages(cable: truth.Cable) -> list[str]:
    with pypdfium2.PdfDocument(DATA / cable.volume / cable.document) as opened:
        return [page.get_textpage().get_text_range() for page in opened]


@needs_data
def test_every_value_of_a_telegram_is_printed_on_its_message_pages() -> None:
    for each in truth.cables():
        read = pages(each)
        assert len(read) > each.message_pages
        assert "Message Attributes" in read[each.message_pages]
        message = " ".join(read[: each.message_pages])
        assert not not_printed(each, message), each
        level = bare(each.classification).upper()
        assert level in bare(message), each


@needs_data
def test_document_numbers_of_telegrams_are_the_archives_own() -> None:
    for each in truth.cables():
        found = re.search(r"Document Number:\s*(\S+)", " ".join(pages(each)[each.message_pages :]))
        assert found is not None
        assert found[1] == each.document_number


@needs_data
def test_a_kept_digest_is_that_of_a_subject_printed_on_the_message() -> None:
    for each in truth.cables():
        if each.subject_sha256 is None:
            continue
        lines = re.split(r"\r?\n", "\n".join(pages(each)[: each.message_pages]))
        start = next(place for place, line in enumerate(lines) if re.match(r"SUBJ(?:ECT)?\s*:", line))
        tried = [re.sub(r"^SUBJ(?:ECT)?\s*:+", "", " ".join(lines[start : start + many])) for many in (1, 2, 3)]
        assert each.subject_sha256 in {truth.subject_digest(subject) for subject in tried}, each.document
