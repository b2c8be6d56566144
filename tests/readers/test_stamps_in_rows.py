"""Stamps whose rows an engine read on one line with the typed words beside them."""

from __future__ import annotations

import pytest
from tests.readers.marked import claimed, holds, paper

from onionskin.readers.stamps import StampReader
from onionskin.record.stamps import Stamp

BESIDE = """
TO       DIRECTOR, FBI            CIA HAS NO OBJECTION TO
FROM     SAC, BERN   (105-99)     DECLASSIFICATION AND/OR
SUBJECT: THE BERN CONFERENCE      RELEASE OF CIA INFORMATION
         OF MINISTERS             IN THIS DOCUMENT.{added}
"""
SPOILT = """
CIA HAS 910 ORJECTION TO
Legat, Bern (62-14)   POATION AND/OR,
RELEA   A INFORMATION
THE BERN CONFERENCE IN THS DOCUMENT:
"""
OWN = """
Bern airtel to Bureau, 8/27/58.
Butel to Bern, 9/3/58.   ALL INFORMATION CONTAINED
Legat, Bern, telephone call to Rome 9/3/58. HEREIN IS UNCLASSIFIED
LLCEPT WHERE SHOWN
ADMINISTRATIVE   OTHERWISE
"""


def stamps(words: str) -> tuple[Stamp, ...]:
    text = paper(words)
    result = StampReader().read(text)
    holds(text, StampReader(), result)
    return result.stamps


def decided(stamp: Stamp) -> list[str]:
    return [decision.verb for decision in stamp.decisions]


def test_the_rows_are_one_stamp_and_the_typed_words_beside_them_stay() -> None:
    words = BESIDE.format(added="")
    (stamp,) = stamps(words)
    assert (stamp.form, stamp.authority and stamp.authority.agency) == ("CIA HAS NO OBJECTION", "CIA")
    assert decided(stamp) == ["declassify"]
    text = paper(words)
    assert claimed(text, StampReader().read(text)) == [
        "CIA HAS NO OBJECTION TO",
        "DECLASSIFICATION AND/OR",
        "RELEASE OF CIA INFORMATION",
        "IN THIS DOCUMENT.",
    ]


@pytest.mark.parametrize("added", [" EXCEPT FOR THE BRACKETS", " Excepl Brackets", " EX CEPT brackets on Pg. 2"])
def test_an_exception_added_by_hand_makes_it_partial(added: str) -> None:
    (stamp,) = stamps(BESIDE.format(added=added))
    assert decided(stamp) == ["declassify-in-part"]


@pytest.mark.parametrize("added", [" Eyfpl Ruchts (K 3/10/97)", " KP 5-26-98"])
def test_what_else_is_added_leaves_it_open(added: str) -> None:
    (stamp,) = stamps(BESIDE.format(added=added))
    assert decided(stamp) == []


def test_a_spoilt_stamp_is_known_and_decides_nothing() -> None:
    (stamp,) = stamps(SPOILT)
    assert (stamp.form, decided(stamp)) == ("CIA HAS NO OBJECTION", [])


def test_the_bureaus_own_excepts_by_a_row_of_its_own() -> None:
    (stamp,) = stamps(OWN)
    assert (stamp.form, decided(stamp)) == ("ALL INFORMATION CONTAINED HEREIN IS UNCLASSIFIED", ["declassify-in-part"])


@pytest.mark.parametrize(
    "words",
    [
        "The CIA has no objection to declassification and/or release of CIA information in this document.",
        "All information contained in instant report was provided to Bern, and it is noted that\nit is unclassified.",
        "THE AMBASSADOR SAID HE HAS NO OBJECTION TO THE\nDRAFT, AND ALL INFORMATION CONTAINED IN IT IS KNOWN.",
        "CIA HAS NO OBJECTION TO\nTHE VISIT OF THE MINISTER.",
        "ALL INFORMATION CONTAINED\n" + "A typed line.\n" * 12 + "HEREIN IS UNCLASSIFIED",
    ],
)
def test_prose_and_a_single_row_are_no_stamp(words: str) -> None:
    assert stamps(words) == ()
