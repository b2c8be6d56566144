"""A division of a volume as a record."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from lxml import etree
from tests.editions.volumes import ENTRY, FOOTER, HEADER, TELEGRAM, WITH_ATTACHMENT, volume
from tests.published import schema_faults

from onionskin.editions.documents import Edition, document_of
from onionskin.editions.volume import divisions, survey
from onionskin.errors import DamagedSourceError, SourceError, UnknownFormatError
from onionskin.record.document import Document, Imprint
from onionskin.record.evidence import Ink
from onionskin.record.ids import source_sha256
from onionskin.record.reading import ReadingState


@pytest.fixture
def documents(tmp_path: Path) -> list[Document]:
    path = volume(tmp_path, TELEGRAM, ENTRY)
    edition = Edition(path.name, source_sha256(path.read_bytes()), survey(path))
    return [document_of(division, edition) for division in divisions(path)]


def values(document: Document, name: str) -> list[object]:
    return [getattr(reading.value, "name", reading.value) for reading in document.many(name)]


def value(document: Document, name: str) -> object:
    reading = document.one(name)
    return getattr(reading.value, "name", reading.value) if reading else None


def test_every_record_is_good_and_its_ink_says_what_it_says(documents: list[Document]) -> None:
    assert [document.ink_faults() for document in documents] == [[], []]
    assert [schema_faults(document) for document in documents] == [[], []]


def test_each_record_says_in_which_volume_it_is_printed_and_under_which_number(documents: list[Document]) -> None:
    first, second = (document.source.edition for document in documents)
    assert first == Imprint(
        series="Foreign Relations of the United States",
        subseries="1961–1963",
        volume="Volume XCIX",
        title="Ruritania and Graustark",
        editors=("A. B. Able", "C. Baker"),
        place="Washington",
        publisher="United States Government Printing Office",
        year="1996",
        entry="1",
    )
    assert second is not None
    assert second.entry == "2"


def test_heading_dateline_and_source_note_become_fields(documents: list[Document]) -> None:
    paper = documents[0]
    assert paper.kind == "telegram"
    assert paper.source.source_ids == ("frus1961-63v99/d1",)
    assert [value(paper, name) for name in ("number", "from", "place", "date", "classification", "file_number")] == [
        "1181",
        "Embassy in Ruritania",
        "Washington",
        "1962-10-26T18:56:00-04:00",
        "SECRET",
        "737.00/10-2662",
    ]
    assert [values(paper, name) for name in ("to", "precedence", "info")] == [
        ["Department of State"],
        ["NIACT"],
        ["Paris", "London"],
    ]
    assert value(paper, "direction") == "incoming"
    assert value(paper, "signed_by") == "Rusk"
    assert [act.agent for act in paper.acts if act.act == "drafted"] == ["Able", "Baker"]


def test_a_time_of_receipt_takes_its_day_from_the_paper_and_says_so(documents: list[Document]) -> None:
    received = documents[0].one("received")
    assert received is not None
    assert (received.value, received.state) == ("1962-10-26T22:32:00-04:00", ReadingState.INFERRED)
    assert received.reason


def test_notes_and_page_breaks_are_transcribed_and_not_read(documents: list[Document]) -> None:
    paper = documents[0]
    assert paper.text.reading.splitlines()[0] == (
        "1181. Eyes only for Able. See Document 2 and another. The paper goes on "
        "[2-1/2 lines of source text not declassified]."
    )
    assert "[2] Not printed." in paper.text.transcription
    assert "[Page 35]" in paper.text.transcription
    assert {each.rule for each in paper.furniture} >= {"page-break", "note-mark", "footnote", "source-note"}


def test_the_words_of_a_paragraph_are_those_of_its_ink(documents: list[Document]) -> None:
    text = documents[0].pages[0].text
    for paragraph in documents[0].text.paragraphs:
        ink = " ".join(" ".join(each.span.of(text) for each in paragraph.evidence).split())
        assert ink == paragraph.text


def test_references_persons_and_brackets_are_kept(documents: list[Document]) -> None:
    paper, entry = documents
    inside, outside = paper.references
    assert (inside.resolved.state, inside.resolved.record) == ("linked", entry.id)
    assert (outside.resolved.state, outside.series, outside.number) == ("cited-not-held", "frus1961-63v98", "d7")
    assert [mention.entity for mention in paper.mentions if mention.entity] == ["frus1961-63v99#p_AB1"]
    (bracket,) = paper.excisions
    assert bracket.extent is not None
    assert (bracket.extent.amount, bracket.extent.unit) == (2.5, "lines")


def test_names_without_a_mark_are_found_and_no_place_is_named_twice(documents: list[Document]) -> None:
    spans = [ink.span for mention in documents[0].mentions for ink in mention.evidence if isinstance(ink, Ink)]
    assert any(mention.entity is None for mention in documents[0].mentions)
    assert not any(a.overlaps(b) for at, a in enumerate(spans) for b in spans[at + 1 :])


def test_a_calendar_entry_is_a_record_without_text(documents: list[Document]) -> None:
    entry = documents[1]
    assert entry.text.reading == ""
    assert entry.text.paragraphs == ()
    date = entry.one("date")
    assert date is not None
    assert (date.value, date.state) == ("1962-10-27", ReadingState.INFERRED)
    assert value(entry, "page_count") == 4
    assert value(entry, "subject") == "Missiles in Ruritania"


def read_one(folder: Path, division: str) -> Document:
    path = volume(folder, division)
    edition = Edition(path.name, source_sha256(path.read_bytes()), survey(path))
    (paper,) = [document_of(each, edition) for each in divisions(path)]
    return paper


def test_a_telegram_cites_those_it_names_and_not_itself(tmp_path: Path) -> None:
    paper = read_one(tmp_path, TELEGRAM.replace("1181. Eyes only", "Secto 14. Secto 12. Eyes only"))
    assert (value(paper, "series"), value(paper, "number")) == ("SECTO", "14")
    assert [each.number for each in paper.references if each.series == "SECTO"] == ["12"]


def test_an_attachment_is_part_of_the_text_and_lends_the_paper_nothing_of_its_own(tmp_path: Path) -> None:
    paper = read_one(tmp_path, WITH_ATTACHMENT)
    assert paper.ink_faults() == []
    assert schema_faults(paper) == []
    assert [value(paper, name) for name in ("place", "classification", "repository", "signed_by", "file_number")] == [
        "Strelsau",
        "SECRET",
        "Department of State",
        "Able",
        "737.00/6-1262",
    ]
    assert values(paper, "enclosures") == ["Attachment", "Tab B"]
    assert paper.text.reading.endswith("Able\n\nAttachment\n\nWhat was said.\n\nBaker\n\nTab B\n\nMore of it.")


def test_an_undated_paper_has_the_month_in_which_the_edition_places_it(tmp_path: Path) -> None:
    date = read_one(tmp_path, WITH_ATTACHMENT).one("date")
    assert date is not None
    assert (date.value, date.state, date.as_printed) == ("1962-06", ReadingState.INFERRED, "")
    assert date.reason == "the edition places it from 1962-06-01 to 1962-06-30"


@pytest.mark.parametrize(
    ("first", "last", "read"),
    [
        ("1962-06-12T00:00:00-05:00", "1962-06-12T23:59:59-05:00", "1962-06-12"),
        ("1962-06-12T23:30:00-05:00", "1962-06-12T23:30:00-05:00", "1962-06-12"),
        ("1961-06-12T00:00:00-05:00", "1961-11-02T23:59:59-05:00", "1961"),
        ("1961-06-12T00:00:00-05:00", "1962-11-02T23:59:59-05:00", None),
        ("1961-02-30", "1961-02-30", None),
        ("soon", "later", None),
    ],
)
def test_the_span_of_the_attributes_gives_what_both_ends_share_and_no_clock_time(
    tmp_path: Path, first: str, last: str, read: str | None
) -> None:
    division = WITH_ATTACHMENT.replace("1962-06-01T00:00:00-05:00", first).replace("1962-06-30T23:59:59-05:00", last)
    assert value(read_one(tmp_path, division), "date") == read


def test_a_printed_day_is_not_asked_of_the_attributes(tmp_path: Path) -> None:
    date = read_one(tmp_path, WITH_ATTACHMENT.replace("undated", "June 12, 1962")).one("date")
    assert date is not None
    assert (date.value, date.state) == ("1962-06-12", ReadingState.FOUND)


def test_a_volume_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.xml"):
        survey(tmp_path / "gone.xml")


def test_what_is_no_volume_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError, match=r"frus1961-63v99\.xml"):
        survey(volume(tmp_path))
    broken = tmp_path / "broken.xml"
    broken.write_text(HEADER, encoding="utf-8")
    with pytest.raises(DamagedSourceError, match=r"broken\.xml"):
        survey(broken)


def test_entities_are_neither_opened_nor_multiplied(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    declared = f'<!DOCTYPE TEI [<!ENTITY out SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = tmp_path / "frus1961-63v99.xml"
    body = TELEGRAM.replace("Eyes only", "Eyes &out;&b; only")
    head = HEADER.replace("<TEI ", f"{declared}\n<TEI ", 1)
    path.write_text(head + body + FOOTER, encoding="utf-8")
    edition = Edition(path.name, "0" * 64, survey(path))
    (paper,) = [document_of(division, edition) for division in divisions(path)]
    assert "secret" not in paper.text.transcription.lower().replace("secret;", "")
    assert "aaaa" not in paper.text.transcription


@pytest.mark.skipif(sys.platform == "win32", reason="no such measure there")
def test_a_division_is_forgotten_before_the_next_is_read(tmp_path: Path) -> None:
    path = volume(tmp_path, *(TELEGRAM.replace("d1", f"d{n}").replace("pg_", f"pg_{n}") for n in range(1, 4)))
    seen: list[etree._Element] = []
    for division in divisions(path):
        assert all(len(each) == 0 for each in seen)
        seen.append(division.element)
    assert len(seen) == 3
