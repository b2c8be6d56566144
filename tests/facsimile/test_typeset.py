"""Whatever sheet is typed, on whatever surface: the truth points at the type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onionskin.facsimile.marks import CopyMark, Marking, Marks, Note, Overlay, Place, ReleaseHeader, Struck
from onionskin.facsimile.pages import bound
from onionskin.facsimile.review_forms import REVIEW_FORMS, BoxOf
from onionskin.facsimile.sheets import (
    AddressAt,
    Addressee,
    CoverSheet,
    Drafting,
    ElectronicTelegram,
    Excised,
    IncomingForm,
    IncomingTelegram,
    Insertion,
    Letter,
    Memorandum,
    MemorandumOfConversation,
    Officer,
    OutgoingForm,
    OutgoingTelegram,
    Sheet,
    XedOut,
)
from onionskin.facsimile.stamps import DeclassifiedStamp, DowngradingStamp, ReceivedStamp, ReleasedStamp, ReviewStamp
from onionskin.facsimile.surface import MARKDOWN, PLAIN, Surface
from onionskin.facsimile.typeset import typeset

words = (
    st.text("abcdefghij KLMNO,.'-/0123456789", min_size=1, max_size=40).map(lambda t: " ".join(t.split())).filter(bool)
)
some = st.lists(words, max_size=3).map(tuple)
sentence = st.lists(
    st.sampled_from(["negotiations", "the", "Soviets", "quarantine", "understanding", "of"]), min_size=1
)
paragraph = st.one_of(
    sentence.map(" ".join),
    st.tuples(sentence.map(lambda w: " ".join(w) + " "), words.map(Insertion), sentence.map(" ".join)),
    st.tuples(sentence.map(" ".join), st.integers(1, 30).map(XedOut), sentence.map(" ".join)),
    st.tuples(sentence.map(" ".join), st.builds(Excised, st.integers(1, 150), st.sampled_from(["blackout", "struck"]))),
)
paragraphs = st.lists(paragraph, min_size=1, max_size=6).map(tuple)
officers = st.lists(st.builds(Officer, words, words), max_size=3).map(tuple)
addressees = st.lists(st.builds(Addressee, words, some, words), min_size=1, max_size=3).map(tuple)
drafting = st.none() | st.builds(Drafting, words, words, words, words, words, st.booleans())
markings = st.builds(Marking, st.sampled_from(["SECRET", "TOP SECRET"]), some, st.sampled_from(Struck), st.just(" - "))


@st.composite
def review_stamps(draw: st.DrawFn) -> ReviewStamp:
    form = draw(st.sampled_from(REVIEW_FORMS))
    verbs = [cell.verb for row in form.rows for cell in row if isinstance(cell, BoxOf)]
    return ReviewStamp(
        form=form,
        ticked=draw(st.frozensets(st.sampled_from(verbs))),
        filled=draw(st.dictionaries(st.sampled_from(["reviewer", "date", "exemptions"]), words)),
    )


stamps = st.one_of(
    review_stamps(),
    st.builds(
        DeclassifiedStamp,
        order=words,
        authority=words,
        case=words,
        by=words,
        office=words,
        date=words,
        run_on=st.booleans(),
    ),
    st.builds(ReleasedStamp, words=words, exemptions=some),
    st.builds(ReceivedStamp, office=words, date=words, time=words),
    st.builds(DowngradingStamp, lines=some),
)
contents = st.one_of(
    markings, stamps, st.builds(CopyMark, words, words, words, words), st.builds(Note, some, by_hand=st.booleans())
)
marks = st.builds(
    Marks,
    overlays=st.lists(st.builds(Overlay, st.sampled_from(Place), contents), max_size=4).map(tuple),
    above=st.lists(markings | st.builds(ReleaseHeader, words, words), max_size=1).map(tuple),
    below=st.lists(markings, max_size=1).map(tuple),
)

sheets: st.SearchStrategy[Sheet] = st.one_of(
    st.builds(
        OutgoingTelegram,
        form=st.sampled_from(OutgoingForm),
        number=words,
        action=addressees,
        info=addressees,
        paragraphs=paragraphs,
        signature=words,
        marking=markings,
        precedence=some,
        control=words,
        sent=words,
        attention=some,
        captions=some,
        subject=words,
        pass_to=some,
        drafting=drafting,
        approved_by=st.none() | st.builds(Officer, words, words),
        clearances=officers,
        distribution=some,
        file_number=words,
        catchwords=st.booleans(),
        number_first=st.booleans(),
        marks=marks,
    ),
    st.builds(
        IncomingTelegram,
        form=st.sampled_from(IncomingForm),
        origin=words,
        number=words,
        sent=words,
        paragraphs=paragraphs,
        signature=words,
        marking=markings,
        control=words,
        received_on=words,
        received_at=words,
        precedence=some,
        sent_to=addressees,
        attention=some,
        action=some,
        info=some,
        file_number=words,
        marks=marks,
    ),
    st.builds(
        ElectronicTelegram,
        post=words,
        number=words,
        level=st.sampled_from(["SECRET", "UNCLASSIFIED"]),
        sent=words,
        sender=words,
        to=addressees,
        paragraphs=paragraphs,
        signature=words,
        received=words,
        action=some,
        info_offices=some,
        drafted_by=words,
        clearances=some,
        info=addressees,
        captions=some,
        tags=some,
        subject=words,
        references=words,
        numbered=st.booleans(),
        marks=marks,
    ),
    st.builds(
        Letter,
        date=words,
        salutation=words,
        paragraphs=paragraphs,
        signature=words,
        letterhead=some,
        address=some,
        address_at=st.sampled_from(AddressAt),
        title=words,
        enclosures=some,
        copies_to=some,
        symbol=drafting,
        clearances=officers,
        marks=marks,
    ),
    st.builds(
        Memorandum,
        date=words,
        to=some,
        sender=words,
        subject=words,
        paragraphs=paragraphs,
        heading_addresses=st.booleans(),
        through=some,
        enclosures=some,
        copies_to=some,
        drafting=drafting,
        clearances=officers,
        numbered=st.booleans(),
        marks=marks,
    ),
    st.builds(
        MemorandumOfConversation,
        date=words,
        time=words,
        participants=some,
        paragraphs=paragraphs,
        subject=words,
        place=words,
        copies_to=some,
        drafting=drafting,
        marks=marks,
    ),
    st.builds(CoverSheet, lines=some, marks=marks),
)
surfaces = st.builds(
    replace,
    st.sampled_from([PLAIN, MARKDOWN]),
    columns=st.integers(24, 80),
    depth=st.integers(10, 60),
    loose=st.booleans(),
    hyphens=st.booleans(),
)


@given(sheets, surfaces)
@settings(max_examples=150)
def test_every_value_stands_where_its_ink_says(sheet: Sheet, surface: Surface) -> None:
    pages = typeset(sheet, surface)
    assert [page.n for page in pages] == list(range(1, len(pages) + 1))
    for page in (*pages, bound(pages)):
        assert "\f" not in page.text
        assert all(ink.span.of(page.text) == ink.text and ink.text for ink in page.inks)
        assert [ink.span for ink in page.inks] == sorted(ink.span for ink in page.inks)
        ends = [ink.span.end for ink in page.inks]
        starts = [ink.span.start for ink in page.inks]
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@given(sheets, surfaces)
@settings(max_examples=80)
def test_nothing_of_the_text_is_lost_or_added_on_the_way(sheet: Sheet, surface: Surface) -> None:
    if isinstance(sheet, CoverSheet):
        return
    typed = "".join(
        ink.text
        for page in typeset(sheet, replace(surface, hyphens=False))
        for ink in page.inks
        if ink.field == "paragraph"
    )
    meant = "".join(
        part
        for each in sheet.paragraphs
        for part in ((each,) if isinstance(each, str) else each)
        if isinstance(part, str)
    )
    # An electronic telegram knows capitals alone.
    assert "".join(typed.split()).upper() == "".join(meant.split()).upper()


@given(sheets)
@settings(max_examples=60)
def test_a_plain_surface_shows_nothing_that_a_pen_did(sheet: Sheet) -> None:
    assert not any(sign in page.text for page in typeset(sheet, PLAIN) for sign in ("~~", "*", "☐", "☒"))


@given(sheets, surfaces)
@settings(max_examples=80)
def test_every_stamp_is_printed_whatever_its_place(sheet: Sheet, surface: Surface) -> None:
    printed = {ink.item for page in typeset(sheet, surface) for ink in page.inks if ink.field.startswith("stamp.")}
    filled = [item for item, stamp in enumerate(sheet.marks.stamps()) if stamp != DowngradingStamp(lines=())]
    assert printed == set(filled)


@pytest.mark.parametrize("surface", [PLAIN, MARKDOWN])
def test_every_value_of_a_sheet_is_printed(surface: Surface) -> None:
    sheet = OutgoingTelegram(
        form=OutgoingForm.DS_322,
        number="1359",
        action=(Addressee("USUN New York", ("PRIORITY",), "1359"),),
        info=(Addressee("Amembassy MOSCOW", (), "1211"),),
        paragraphs=("You should see him promptly.",),
        signature="RUSK",
        marking=Marking("TOP SECRET", ("SENSITIVE",), Struck.LEVEL),
        sent="Nov 23 9 43 PM '62",
        attention=("STEVENSON", "McCLOY"),
        subject="Next Steps",
        pass_to=("EXCOM",),
        drafting=Drafting("GBall", typist="ck", date="11/23/62", colons=False),
        approved_by=Officer("George W. Ball", "U"),
        clearances=(Officer("Mr. Johnson", "G"), Officer("Mr. Breisky", "S/S")),
    )
    (page,) = typeset(sheet, surface)
    printed = {(ink.field, ink.item): ink.text for ink in page.inks}
    assert printed[("to", 0)] == "USUN New York"
    assert printed[("number", 0)] == "1359"
    assert printed[("info", 0)] == "Amembassy MOSCOW"
    assert printed[("attention", 1)] == "McCLOY"
    assert printed[("typed_by", 0)] == "ck"
    assert printed[("cleared_by", 1)] == "S/S - Mr. Breisky"
    assert printed[("signed_by", 0)] == "RUSK"
