"""Stamps as the offices cut them."""

from __future__ import annotations

from onionskin.facsimile.ink import Block
from onionskin.facsimile.pages import Form, set_pages
from onionskin.facsimile.review_forms import A_CDC_MR, IS_FPC_CDR
from onionskin.facsimile.stamps import DeclassifiedStamp, ReviewStamp, stamp_blocks
from onionskin.facsimile.surface import MARKDOWN, PLAIN, Surface


def printed(blocks: tuple[Block, ...], surface: Surface) -> list[str]:
    (page,) = set_pages(Form(head=blocks, body=()), surface)
    return page.text.split("\n")


def test_boxes_stand_before_their_labels_on_the_older_form_and_after_them_on_the_later() -> None:
    older = ReviewStamp(form=A_CDC_MR, ticked=frozenset({"release"}), filled={"reviewer": "JMR", "date": "4-6-88"})
    assert printed(stamp_blocks(older, PLAIN, 0), PLAIN)[:3] == [
        "DEPARTMENT OF STATE A/CDC/MR",
        "REVIEWED BY JMR DATE 4-6-88",
        "(X) RELEASE  ( ) DECLASSIFY",
    ]
    later = ReviewStamp(form=IS_FPC_CDR, ticked=frozenset({"release"}), filled={"reviewer": "RLH", "date": "4/3/92"})
    assert printed(stamp_blocks(later, MARKDOWN, 0), MARKDOWN)[:2] == [
        "DEPARTMENT OF STATE IS/FPC/CDR *RLH* Date: *4/3/92*",
        "RELEASE ☒  DECLASSIFY ☐",
    ]


def test_the_archivists_stamp_names_authority_hand_office_and_day() -> None:
    stamp = DeclassifiedStamp(authority="State ltr. 6/14/77", by="RHP", office="NARS", date="7/12/77")
    assert printed(stamp_blocks(stamp, PLAIN, 0), PLAIN) == [
        "DECLASSIFIED",
        "Authority State ltr. 6/14/77",
        "By RHP, NARS, Date 7/12/77",
    ]
