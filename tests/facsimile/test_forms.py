"""The clean form: its text, selected from the PDF, says what the record says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from tests.facsimile import made
from tests.facsimile.forms import pages_in, read_again, told, words_of
from tests.facsimile.test_typeset import sheets
from tests.readers.reading import read_text

from onionskin.errors import UsageError
from onionskin.facsimile.ink import Look
from onionskin.facsimile.marks import CopyMark, Marking, Marks, Struck
from onionskin.facsimile.press.forms import printed
from onionskin.facsimile.restamping import codes_of
from onionskin.facsimile.retyping import sheet_of
from onionskin.facsimile.running_text import EXCISED
from onionskin.facsimile.sheets import CoverSheet, Excised, Letter, Sheet, StruckOut
from onionskin.facsimile.surface import FORM
from onionskin.facsimile.typeset import typeset
from onionskin.record.acts import Act, ActKind
from onionskin.record.document import Document
from onionskin.record.fields import Kind
from onionskin.record.marks import InkState
from onionskin.record.named import Named

Reread = list[tuple[Document, Document]]


@pytest.fixture(scope="module")
def seeds(examples: Path) -> list[Document]:
    return [paper for file in sorted(examples.glob("*.txt")) for paper in read_text(file.read_text("utf-8"))]


@pytest.fixture(scope="module")
def reread(seeds: list[Document]) -> Reread:
    """Each seed paper, and what is read from its form."""
    return [(paper, form_again(paper)) for paper in seeds]


def form_again(document: Document, copy: CopyMark | None = None) -> Document:
    return read_again(printed(sheet_of(document), copy).pdf)


def test_the_seed_papers_printed_and_read_again_are_the_same_field_by_field(reread: Reread) -> None:
    for paper, read in reread:
        first = told(paper)
        if paper.kind is Kind.TELEGRAM:
            # A form has no place for a number that nobody can name.
            first["other_numbers"] = ["5459"]
        assert told(read) == first


def test_the_seed_papers_printed_and_read_again_have_the_same_words(reread: Reread) -> None:
    for paper, read in reread:
        if paper.kind is not Kind.COVER_SHEET:
            assert words_of(read) == words_of(paper)


@pytest.mark.parametrize(
    ("record", "shortened"),
    [
        (
            made.OUTGOING,
            {
                "attention": [("McCrae", None), ("Lark", None)],
                "drafted_by": ("A. Marsh", "EUR/NAN"),
                "signed_by": ("Bowles", None),
            },
        ),
        (made.INCOMING, {"signed_by": ("McCrae", None)}),
        (made.LETTER, {}),
        (made.MEMORANDUM, {}),
    ],
    ids=["outgoing", "incoming", "letter", "memorandum"],
)
def test_a_record_without_ink_printed_and_read_is_the_same_but_for_names_that_forms_shorten(
    record: Document, shortened: dict[str, object]
) -> None:
    again = form_again(record)
    read = told(again)
    assert {name: read[name] for name in told(record)} == {**told(record), **shortened}
    assert [(each.office, each.role) for each in again.distribution] == [
        (each.office, each.role) for each in record.distribution
    ]
    assert [(each.label, each.checked) for each in again.form_boxes] == [
        (each.label, each.checked) for each in record.form_boxes
    ]
    assert set(words_of(record)) <= set(words_of(again))
    assert again.unclaimed == ()


def test_a_value_that_nobody_gave_leaves_its_blank() -> None:
    bare = made.made(Kind.TELEGRAM, ("Report at once.",), {"direction": "outgoing"})
    (page,) = pages_in(printed(sheet_of(bare)).pdf)
    assert page.text.startswith("OUTGOING TELEGRAM Department of State\n")
    assert "ACTION:" in page.text
    assert "None" not in page.text


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_paper_made_at_a_desk_can_be_printed(kind: Kind) -> None:
    (page,) = pages_in(printed(sheet_of(made.made(kind, ("Report at once.",), {}))).pdf)
    assert "Report at once." in page.text


ACTS = [
    ([(ActKind.CLASSIFIED, "1961-05-16", "SECRET")], "SECRET", []),
    (
        [(ActKind.CLASSIFIED, "1961-05-16", "SECRET"), (ActKind.DOWNGRADED, "1970-01-02", "CONFIDENTIAL")],
        "SECRET  CONFIDENTIAL LIMDIS",
        ["SECRET"],
    ),
    (
        [(ActKind.CLASSIFIED, "1961-05-16", "SECRET"), (ActKind.DECLASSIFIED, "1981-03-04", None)],
        "SECRET LIMDIS",
        ["SECRET", "LIMDIS"],
    ),
]


@pytest.mark.parametrize(("done", "line", "struck"), ACTS)
def test_a_marking_is_struck_where_a_later_act_ended_it(
    done: list[tuple[ActKind, str, str | None]], line: str, struck: list[str]
) -> None:
    acts = tuple(Act(kind, date, (made.DEED,), to_level=level) for kind, date, level in done)
    (page,) = pages_in(printed(sheet_of(replace(made.OUTGOING, acts=acts))).pdf)
    rows = [row for row in page.text.splitlines() if row.startswith("SECRET")]
    assert len(rows) == 2
    assert all(" ".join(row.split()).startswith(" ".join(line.split())) for row in rows)
    assert [mark.span.of(page.text) for mark in page.marks or () if mark.span] == struck * 2


def test_an_act_that_ended_a_level_is_stamped_with_its_right_its_hand_and_its_day() -> None:
    lowered = Act(
        ActKind.DOWNGRADED, "1970-01-02", (made.DEED,), "Kessler (S/S)", authority="EO 10964", to_level="SECRET"
    )
    opened = Act(ActKind.DECLASSIFIED, "1981-03-04", (made.DEED,), "Marsh", authority="EO 12065")
    stamps = form_again(replace(made.LETTER, acts=(lowered, opened))).stamps
    assert [(each.form, each.date.value, each.executed_by) for each in stamps] == [
        ("DOWNGRADED TO", "1970-01-02", "Kessler"),
        ("DECLASSIFIED", "1981-03-04", "Marsh"),
    ]
    assert [each.authority.instrument for each in stamps if each.authority] == ["EO 10964", "EO 12065"]


def test_words_that_stand_nowhere_yet_are_typed_as_clerks_type_them_whatever_they_are_called() -> None:
    named = {
        name: replace(held, as_printed=held.value.name)
        for name in ("drafted_by", "signed_by")
        if (held := made.OUTGOING.one(name)) and isinstance(held.value, Named)
    }
    (page,) = pages_in(printed(sheet_of(replace(made.OUTGOING, fields={**made.OUTGOING.fields, **named}))).pdf)
    assert "EUR/NAN:AMarsh:rb 5/16/61" in page.text
    assert "\nBOWLES\n" in page.text


def test_the_seed_papers_printed_and_read_again_have_the_same_levels_all_struck(reread: Reread) -> None:
    for paper, read in reread:
        levels = {(each.level, each.state) for each in read.markings if each.level}
        assert levels == {(each.level, InkState.STRUCK) for each in paper.markings if each.level}


def test_the_seed_papers_printed_and_read_again_have_the_same_stamps(reread: Reread) -> None:
    for pair in reread:
        paper, read = (Counter((each.form, each.date.value, codes_of(each)) for each in of.stamps) for of in pair)
        assert read == paper


def test_a_copy_has_its_own_mark_on_every_page(seeds: list[Document]) -> None:
    (telegram,) = (each for each in seeds if each.kind is Kind.TELEGRAM)
    form = printed(sheet_of(telegram), CopyMark("3", "7", "Vice President", series="A"))
    pages = pages_in(form.pdf)
    assert len(pages) == form.pages == 2
    assert all(page.text.startswith("Copy 3 of 7 copies, Series A\nVice President\n") for page in pages)
    again = read_again(form.pdf)
    assert (again.copy.number, again.copy.holder) == ("3", "Vice President")
    assert words_of(again) == words_of(telegram)


def test_later_pages_of_a_letter_bear_number_and_marking_head_and_foot() -> None:
    paragraphs = ("We should go on as we agreed on Tuesday. " * 12,) * 6
    marking = Marking("SECRET", ("NOFORN",))
    sheet = Letter(
        date="March 2, 1961",
        salutation="Dear Mr. Secretary:",
        paragraphs=paragraphs,
        signature="Ada Marsh",
        marks=Marks(above=(marking,), below=(marking,)),
    )
    first, second, *_ = pages_in(printed(sheet).pdf)
    assert "- 1 -" not in first.text
    assert second.text.splitlines()[:3] == ["SECRET NOFORN", "", "- 2 -"]
    assert second.text.splitlines()[-1] == "SECRET NOFORN"


@given(sheets)
@settings(max_examples=25, deadline=None)
def test_every_letter_that_is_typed_can_be_selected_again(sheet: Sheet) -> None:
    try:
        form = printed(sheet)
    except UsageError:
        return
    for page, selected in zip(typeset(sheet, FORM), pages_in(form.pdf), strict=True):
        letters = list(page.text)
        for ink in page.inks:
            if ink.field.startswith(EXCISED) and ink.look is not Look.STRUCK:
                letters[ink.span.start : ink.span.end] = " " * len(ink.span)
        assert Counter("".join("".join(letters).split())) == Counter("".join(selected.text.split()))


def test_words_that_were_taken_out_are_not_in_the_file() -> None:
    sheet = CoverSheet(
        lines=(("The agent ", Excised(20, "blackout"), " was told by "), ("us ", Excised(9, "whiteout"), "and them"))
    )
    form = printed(sheet)
    (page,) = pages_in(form.pdf)
    assert "x" not in page.text
    with pdfium.PdfDocument(form.pdf) as document:
        pixels = document[0].render(scale=1, grayscale=True).to_numpy()
    assert (pixels < 40).sum() > 20 * 7 * 8


def test_a_struck_word_is_whole_and_struck() -> None:
    (page,) = pages_in(printed(CoverSheet(lines=((StruckOut("SECRET"), " OADR"),))).pdf)
    assert page.text.strip() == "SECRET OADR"
    assert [mark.span.of(page.text) for mark in page.marks or () if mark.span] == ["SECRET"]


def test_a_level_that_was_lowered_stands_behind_the_struck_one() -> None:
    marking = Marking("TOP SECRET", ("SENSITIVE",), Struck.LEVEL, since="SECRET")
    (page,) = pages_in(printed(CoverSheet(lines=("Return to S/S",), marks=Marks(above=(marking,)))).pdf)
    assert page.text.splitlines()[0].split() == ["TOP", "SECRET", "SECRET", "SENSITIVE"]
    assert [mark.span.of(page.text) for mark in page.marks or () if mark.span] == ["TOP SECRET"]


def test_the_same_sheet_is_the_same_file() -> None:
    sheet = CoverSheet(lines=("Return to S/S",))
    assert printed(sheet).pdf == printed(sheet).pdf


def test_letters_without_type_stand_bare_and_other_scripts_are_refused() -> None:
    (page,) = pages_in(printed(CoverSheet(lines=("Mr. Dub\u010dek said: caf\u00e9 \u2014 \u201cno\u201d.",))).pdf)
    assert page.text.strip() == "Mr. Dubcek said: caf\u00e9 \u2014 \u201cno\u201d."
    with pytest.raises(UsageError, match="no type for \u0410"):
        printed(CoverSheet(lines=("\u0410 note",)))


def test_a_word_longer_than_the_sheet_is_wide_goes_on_below_and_makes_no_other_small() -> None:
    (page,) = pages_in(printed(CoverSheet(lines=("x" * 150, "Return to S/S"))).pdf)
    assert page.text.split()[:3] == ["x" * 66, "x" * 66, "x" * 18]
    widths = {round(word.box.width / len(word.span)) for word in page.words}
    assert widths == {30}


def test_accents_stand_on_their_letters_and_ligatures_are_spelt_out() -> None:
    telegram = made.made(
        Kind.TELEGRAM,
        ("The cafe\u0301 is \ufb01ne; see \u2116 5. \u00bd of it stands.",),
        {"direction": "outgoing", "to": (made.post("Bogota\u0301"),)},
    )
    (page,) = pages_in(printed(sheet_of(telegram)).pdf)
    assert "The caf\u00e9 is fine; see No 5. \u00bd of it stands." in page.text
    assert "Bogot\u00e1" in page.text


@pytest.mark.parametrize("lines", [(), ("",), ((" ",),)])
def test_a_paper_without_words_is_not_printed(lines: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="no words to print"):
        printed(CoverSheet(lines=lines))
