"""A record typed anew says what the record says: read again, it gives the same main fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.readers.reading import read_text
from tests.readers.test_cable import INCOMING, OUTGOING

from onionskin.facsimile.paper.pages import photographed
from onionskin.facsimile.paper.truth import MarkKind
from onionskin.facsimile.retyping import sheet_of
from onionskin.facsimile.sheets import CoverSheet, ElectronicTelegram, Excised, Letter, Sheet
from onionskin.facsimile.stamps import DeclassifiedStamp
from onionskin.facsimile.surface import PLAIN
from onionskin.facsimile.typeset import typeset
from onionskin.record.document import Document
from onionskin.record.evidence import Ink
from onionskin.record.fields import Kind
from onionskin.record.marks import Excision, ExcisionKind, ExcisionPurpose, Extent
from onionskin.record.named import Named
from onionskin.record.page import PageNumber
from onionskin.record.span import Span
from onionskin.scans.engine import PageImage
from onionskin.scans.limits import Limits
from onionskin.scans.registry import open_engine

TELEGRAM = (
    *("number", "to", "precedence", "classification", "subject", "date", "attention", "pass_to"),
    *("drafted_by", "approved_by", "cleared_by", "signed_by"),
)
LETTER = ("date", "salutation", "to", "signed_by", "classification", "copies_to")
CABLE = (
    *("number", "from", "to", "info", "precedence", "classification", "date", "executive_order", "tags"),
    *("subject", "signed_by", "drafted_by", "approved_by", "captions"),
)


def typed_again(sheet: Sheet) -> Document:
    """The paper that readers find in what was typed."""
    (paper,) = read_text("\f".join(page.text for page in typeset(sheet, PLAIN)))
    return paper


def values(document: Document, names: Sequence[str]) -> dict[str, object]:
    """The fields' values; of names what a form keeps of them."""

    def plain(value: object) -> object:
        return (value.surname or value.name, value.office) if isinstance(value, Named) else value

    return {
        name: [plain(each.value) for each in document.many(name)]
        or ((held := document.one(name)) and plain(held.value))
        for name in names
    }


@pytest.fixture(scope="module")
def seeds(examples: Path) -> list[Document]:
    return [paper for file in sorted(examples.glob("*.txt")) for paper in read_text(file.read_text("utf-8"))]


def test_the_seed_telegram_typed_anew_is_read_as_it_was(seeds: list[Document]) -> None:
    (telegram,) = (each for each in seeds if each.kind is Kind.TELEGRAM)
    assert values(typed_again(sheet_of(telegram)), TELEGRAM) == values(telegram, TELEGRAM)


def test_the_seed_letters_typed_anew_are_read_as_they_were(seeds: list[Document]) -> None:
    letters = [each for each in seeds if each.kind is Kind.LETTER]
    assert len(letters) == 2
    for letter in letters:
        assert values(typed_again(sheet_of(letter)), LETTER) == values(letter, LETTER)


@pytest.mark.parametrize("typed", [OUTGOING, INCOMING])
def test_an_electronic_telegram_typed_anew_is_read_as_it_was(typed: str) -> None:
    cable = read_text(typed)[0]
    sheet = sheet_of(cable)
    assert isinstance(sheet, ElectronicTelegram)
    again = typed_again(sheet)
    assert again.subkind == "electronic"
    assert values(again, CABLE) == values(cable, CABLE)


def test_a_stamp_keeps_authority_hand_and_date(seeds: list[Document]) -> None:
    (telegram,) = (each for each in seeds if each.kind is Kind.TELEGRAM)
    (stamp,) = sheet_of(telegram).marks.stamps()
    assert isinstance(stamp, DeclassifiedStamp)
    assert (stamp.heading, stamp.office, stamp.date) == ("DECLASSIFIED", "NARS", "7/12/97")


def test_a_paper_without_a_form_is_typed_as_it_stands_with_its_strikes(seeds: list[Document]) -> None:
    (cover,) = (each for each in seeds if each.kind is Kind.COVER_SHEET)
    sheet = sheet_of(cover)
    assert isinstance(sheet, CoverSheet)
    text = "\n".join(page.text for page in typeset(sheet, PLAIN))
    assert "~~" not in text
    struck = [ink.text for page in typeset(sheet, PLAIN) for ink in page.inks if ink.look == "struck"]
    assert "SECRET" in struck


def test_what_was_blacked_out_is_black_and_what_was_struck_is_struck() -> None:
    sheet = CoverSheet(lines=(("The agent ", Excised(20, "blackout"), " was told."), ("and ", Excised(5, "struck"))))
    (scan,) = photographed(sheet)
    (black,) = scan.truth.of(MarkKind.BLACKOUT)
    patch = scan.pixels[black.box.top + 6 : black.box.bottom - 6, black.box.left + 6 : black.box.right - 6]
    assert patch.max() < 60
    assert len(scan.truth.of(MarkKind.RULED)) == 1


def test_words_taken_out_leave_one_gap_however_often_the_words_before_it_stand(seeds: list[Document]) -> None:
    letter = next(each for each in seeds if each.kind is Kind.LETTER)
    page = replace(letter.pages[0], text="the [blank]", words=())
    ink = Ink(page.n, Span(4, 11), "excisions")
    gone = Excision(ExcisionKind.BLACKOUT, ExcisionPurpose.UNKNOWN, Extent(9, "characters"), (), "[blank]", (ink,))
    sheet = sheet_of(replace(letter, pages=(page,), excisions=(gone,)))
    assert isinstance(sheet, Letter)
    assert sum("the" in str(each) for each in sheet.paragraphs) > 1
    assert [part for each in sheet.paragraphs for part in each if isinstance(part, Excised)] == [Excised(9, "blackout")]


def test_pages_are_the_same_for_one_seed_and_aged_where_asked() -> None:
    sheet = CoverSheet(lines=("Return to S/S",))
    (one,), (again,), (worn,) = (photographed(sheet, dpi=100, seed=3, aged=aged) for aged in (False, False, True))
    assert np.array_equal(one.pixels, again.pixels)
    assert not np.array_equal(one.pixels, worn.pixels)


@pytest.mark.slow
def test_the_seed_telegram_on_paper_is_read_again_by_an_engine(seeds: list[Document]) -> None:
    (telegram,) = (each for each in seeds if each.kind is Kind.TELEGRAM)
    first = photographed(sheet_of(telegram), dpi=150)[0]
    read = open_engine("fast", Limits()).read(PageImage(PageNumber(1), first.pixels, 150, "telegram"))
    names = ("number", "to", "classification", "subject", "date", "drafted_by", "approved_by")
    assert values(read_text(read.text)[0], names) == values(telegram, names)
