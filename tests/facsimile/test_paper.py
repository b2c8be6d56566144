"""The page on paper: every stroke lies in the box that the truth gives it, and ageing takes the boxes along."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from onionskin.facsimile.ink import Ink, Look, TextPage
from onionskin.facsimile.marks import Marking, Marks, Note, Overlay, Place, Struck
from onionskin.facsimile.paper.additions import Additions, Excision, Impression, Underlining
from onionskin.facsimile.paper.ageing import CLEAN, Ageing, scanned
from onionskin.facsimile.paper.desk import Desk
from onionskin.facsimile.paper.faces import StandardFace, typewritten
from onionskin.facsimile.paper.truth import STRUCK, How, MarkKind, PageTruth
from onionskin.facsimile.paper.typescript import TypedPage, typed
from onionskin.facsimile.paper.typewriter import Typewriter
from onionskin.facsimile.review_forms import A_CDC_MR, IS_FPC_CDR
from onionskin.facsimile.sheets import Letter, OutgoingForm, OutgoingTelegram, XedOut
from onionskin.facsimile.stamps import DeclassifiedStamp, ReviewStamp
from onionskin.facsimile.surface import PAPER
from onionskin.facsimile.typeset import typeset
from onionskin.record.span import Span

DESK = Desk(
    machine=Typewriter(face=StandardFace("Courier"), heavier=1.0, worn=0.4),
    stamps=StandardFace("Helvetica-Bold"),
    hand=StandardFace("Times-Italic"),
)
REVIEW = ReviewStamp(
    form=A_CDC_MR,
    ticked=frozenset({"release", "declassify"}),
    filled={"reviewer": "Moskowitz", "date": "4-6-88", "exemptions": "B1A5"},
)
DECLASSIFIED = DeclassifiedStamp(authority="NND 949539", by="RSW", office="NARA", date="11/18/92")

text = st.text("abcdefgh KLMNO,.'-/0123456789", min_size=1, max_size=30).filter(str.strip)


def a_letter() -> TextPage:
    letter = Letter(
        date="November 17, 1962",
        salutation="Dear Jack:",
        paragraphs=("I have your note of Tuesday.", ("We wait for ", XedOut(9), " Kuznetsov on the 18th.")),
        signature="Dean Rusk",
        marks=Marks(
            overlays=(Overlay(Place.HEAD, Note(("Mr. Ball saw",))),),
            above=(Marking("TOP SECRET", struck=Struck.ALL),),
        ),
    )
    return typeset(letter, PAPER)[0]


def boxed(truth: PageTruth) -> NDArray[np.bool_]:
    """Where the truth has anything."""
    inside = np.zeros((truth.height, truth.width), np.bool_)
    for box in (*(word.box for word in truth.words), *(mark.box for mark in truth.marks)):
        inside[box.top : box.bottom, box.left : box.right] = True
    return inside


def assert_all_in_boxes(page: TypedPage) -> None:
    ink = page.leaf.ink
    assert ink[~boxed(page.truth)].max() == 0
    for word in page.truth.words:
        if word.owed:
            part = page.leaf.type[word.box.top : word.box.bottom, word.box.left : word.box.right]
            assert part[0].any()
            assert part[-1].any()
            assert part[:, 0].any()
            assert part[:, -1].any()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(text, min_size=1, max_size=5),
    look=st.sampled_from(Look),
    struck=st.sampled_from(sorted(STRUCK)),
    seed=st.integers(0, 99),
)
def test_all_ink_lies_in_the_boxes_and_each_box_fits_its_word(
    rows: list[str], look: Look, struck: MarkKind, seed: int
) -> None:
    words = "\n".join(rows)
    inks = (Ink("note", 0, Span(0, len(rows[0])), rows[0], look),)
    assert_all_in_boxes(typed(TextPage(1, words, inks), DESK, Additions(struck=struck), seed=seed))


@pytest.mark.parametrize("kind", [MarkKind.BLACKOUT, MarkKind.WHITEOUT, MarkKind.BRACKET])
def test_an_excision_lies_in_its_box_and_tells_what_it_takes(kind: MarkKind) -> None:
    page = a_letter()
    start = page.text.index("have your")
    taken = Span(start, page.text.index("Tuesday") + 7)
    done = typed(page, DESK, Additions(excisions=(Excision(kind, taken, "1"),)))
    assert_all_in_boxes(done)
    (mark,) = done.truth.of(kind)
    assert (mark.rows, mark.words) == (1, 5)
    hidden = {word.text for word in done.truth.words if word.covered}
    assert ("note" in hidden) == (kind is not MarkKind.BRACKET)


@pytest.mark.parametrize("angle", [0.0, -17.5, 90.0])
@pytest.mark.parametrize("squares", [True, False])
def test_a_stamp_at_any_angle_keeps_its_words_and_boxes_in_theirs(angle: float, squares: bool) -> None:
    stamp = Impression(REVIEW, angle=angle, squares=squares)
    done = typed(a_letter(), DESK, Additions(impressions=(stamp,)))
    assert_all_in_boxes(done)
    (mark,) = done.truth.of(MarkKind.STAMP)
    assert mark.angle == angle
    assert mark.says["office"] == "A/CDC/MR"
    assert mark.says["decisions"] == "declassify,release"
    assert mark.says["date"] == "4-6-88"
    boxes = {each.text: each.checked for each in done.truth.of(MarkKind.CHECK_BOX)}
    assert boxes == {
        "RELEASE": True,
        "DECLASSIFY": True,
        "EXCISE": False,
        "DECLASSIFY in PART": False,
        "DENY": False,
        "Non-responsive info.": False,
    }


def test_a_label_belongs_to_the_box_after_it_where_boxes_come_last() -> None:
    stamp = Impression(ReviewStamp(form=IS_FPC_CDR, ticked=frozenset({"deny"})))
    done = typed(a_letter(), DESK, Additions(impressions=(stamp,)))
    assert [each.text for each in done.truth.of(MarkKind.CHECK_BOX) if each.checked] == ["DENY"]


def test_a_stamp_without_boxes_says_who_released_it() -> None:
    done = typed(a_letter(), DESK, Additions(impressions=(Impression(DECLASSIFIED, framed=False),)))
    (mark,) = done.truth.of(MarkKind.STAMP)
    assert mark.framed is False
    assert mark.says["kind"] == "declassification"
    assert (mark.says["by"], mark.says["office"], mark.says["date"]) == ("RSW", "NARA", "11/18/92")
    assert "Authority NND 949539" in mark.text


def test_struck_words_handwriting_and_the_signature_are_no_type_that_is_owed() -> None:
    truth = typed(a_letter(), DESK).truth
    assert [word.text for word in truth.words if word.struck] == ["TOP", "SECRET", "XXXXXXXXX"]
    assert [word.text for word in truth.words if word.how is How.HAND] == ["Mr.", "Ball", "saw"]
    assert len(truth.of(MarkKind.SIGNATURE)) == 1
    assert "(signature)" not in {word.text for word in truth.words}
    owed = {word.text for word in truth.words if word.owed}
    assert {"Dear", "Jack:", "Kuznetsov", "Rusk"} <= owed
    assert not {"TOP", "saw"} & owed


def test_typed_and_drawn_check_boxes_tell_their_state_and_label() -> None:
    telegram = OutgoingTelegram(
        form=OutgoingForm.DS_322,
        number="1359",
        action=(),
        paragraphs=("You should see him.",),
        signature="RUSK",
        marking=Marking("SECRET"),
        charge_to=True,
    )
    for surface in (PAPER, replace(PAPER, open_box="\u2610", ticked_box="\u2612")):
        done = typed(typeset(telegram, surface)[0], DESK)
        assert_all_in_boxes(done)
        assert [(each.text, each.checked) for each in done.truth.of(MarkKind.CHECK_BOX)] == [
            ("COLLECT", False),
            ("CHARGE TO", True),
        ]


def test_an_underline_leaves_the_words_owed() -> None:
    page = a_letter()
    span = Span(page.text.index("Dear"), page.text.index("Jack:") + 5)
    for by_machine in (True, False):
        done = typed(page, DESK, Additions(underlines=(Underlining(span, typed=by_machine),)))
        assert_all_in_boxes(done)
        assert [mark.text for mark in done.truth.of(MarkKind.UNDERLINE)] == ["Dear Jack:"]
        assert all(word.owed for word in done.truth.words if word.text in {"Dear", "Jack:"})


def test_fields_stand_at_the_words_that_print_them() -> None:
    truth = typed(a_letter(), DESK).truth
    (date,) = (each for each in truth.fields if each.field == "date")
    (box,) = date.boxes
    there = [word.text for word in truth.words if box.left <= word.box.left and word.box.bottom <= box.bottom
             and box.top <= word.box.top and word.box.right <= box.right]  # fmt: skip
    assert there == ["November", "17,", "1962"]


def test_the_same_seed_makes_the_same_page_and_another_seed_another() -> None:
    worn = Ageing(name="worn", uneven=0.4, specks=2, skew=1)
    one, again, other = (scanned(typed(a_letter(), DESK, seed=n), worn, dpi=150, seed=n) for n in (4, 4, 5))
    assert np.array_equal(one.pixels, again.pixels)
    assert one.truth == again.truth
    assert not np.array_equal(one.pixels, other.pixels)


@pytest.mark.parametrize("dpi", [150, 300])
def test_boxes_go_where_the_scan_takes_the_ink(dpi: int) -> None:
    done = typed(a_letter(), DESK)
    scan = scanned(done, Ageing(name="askew", skew=2.0, grain=0, tone=0), dpi=dpi)
    assert scan.pixels.shape == (11 * dpi, round(8.5 * dpi))
    inside = boxed(scan.truth)
    dark = scan.pixels < 128
    assert dark.any()
    assert not dark[~inside].any()
    for word in scan.truth.words:
        if word.owed:
            assert dark[word.box.top : word.box.bottom, word.box.left : word.box.right].any(), word


def test_a_clean_scan_moves_nothing() -> None:
    done = typed(a_letter(), DESK)
    assert scanned(done, CLEAN).truth == done.truth


def test_what_has_faded_from_the_paper_is_owed_by_nobody() -> None:
    done = typed(a_letter(), DESK)
    legible, gone = (scanned(done, Ageing(name="pale", strength=of, grain=0.01), dpi=150) for of in (0.4, 0.03))
    assert not any(word.faded for word in legible.truth.words)
    assert all(word.faded for word in gone.truth.words if word.how is How.TYPED and not word.struck)
    assert not any(word.owed for word in gone.truth.words)


def test_a_bilevel_copy_is_black_and_white() -> None:
    scan = scanned(typed(a_letter(), DESK), Ageing(name="fiche", bilevel=True), dpi=200)
    assert set(np.unique(scan.pixels)) == {0, 255}


def test_every_kind_of_wear_leaves_its_trace() -> None:
    done = typed(a_letter(), DESK)
    plain = scanned(done, Ageing(name="x"), dpi=100).pixels
    for wear in (
        {"strength": 0.5},
        {"uneven": 0.5},
        {"spread": 0.003},
        {"carbon": 0.8},
        {"through": 0.4},
        {"tone": 0.3},
        {"stain": 0.3},
        {"contrast": 0.9},
        {"specks": 5.0},
        {"losses": 5.0},
        {"rough": 0.5, "contrast": 0.5},
        {"dirt": 0.8},
        {"holes": 2},
        {"border": True},
        {"blur": 0.005},
        {"jpeg": 20},
    ):
        assert not np.array_equal(scanned(done, Ageing(name="x", **wear), dpi=100).pixels, plain), wear


def test_the_truth_leaves_as_plain_json() -> None:
    told = json.loads(json.dumps(typed(a_letter(), DESK).truth.as_json()))
    assert told["dpi"] == 300
    word = next(each for each in told["words"] if each["text"] == "Dear")
    assert len(word["box"]) == 4
    assert {each["kind"] for each in told["marks"]} == {"struck-ruled", "struck-x-ed", "handwriting", "signature"}


def test_in_json_the_first_line_and_a_stamp_without_a_frame_are_told_apart_from_none() -> None:
    impressions = (Impression(DECLASSIFIED, framed=False),)
    truth = typed(a_letter(), DESK, Additions(impressions=impressions)).truth
    told = json.loads(json.dumps(truth.as_json()))
    assert [each.get("line") for each in told["words"]] == [word.line for word in truth.words]
    assert all(each["item"] == field.item for each, field in zip(told["fields"], truth.fields, strict=True))
    (stamp,) = (each for each in told["marks"] if each["kind"] == "stamp")
    assert stamp["framed"] is False
    assert "checked" not in stamp


@given(st.text(max_size=20))
def test_what_a_typewriter_cannot_type_it_types_another_way_one_for_one(words: str) -> None:
    assert len(typewritten(words)) == len(words)


def test_a_page_longer_than_a_letter_sheet_is_on_legal_paper() -> None:
    assert typed(TextPage(1, "\n".join(["x"] * 40), ()), DESK).leaf.height == 11 * 300
    assert typed(TextPage(1, "\n".join(["x"] * 75), ()), DESK).leaf.height == 14 * 300
