"""Distribution blocks in columns and in lines."""

from __future__ import annotations

import pytest
from tests.readers.marked import holds, paper, unclaimed

from onionskin.readers.distribution import HEAD_LAST, DistributionReader
from onionskin.record.span import Span

Said = list[tuple[str, str, int | None]]


def offices(print_: str) -> Said:
    text = paper(print_)
    result = DistributionReader().read(text)
    holds(text, DistributionReader(), result)
    return [(d.office, d.role.value, d.copies) for d in result.distribution]


BESIDE = """\
Action                      Control:  13847
EUR                         Rec'd:    November 3, 1961
                                      9:43 p.m.
Info     FROM:  Bonn
SS
G        TO:    Secretary of State
INR-10

SECRET"""
ELECTRONIC = """\
ACTION ARA-15
INFO OCT-01 ADS-00 SS-15
 NSAE-00 L-03 /062 W
 ------------------086414 311454Z /43"""
BLOCKS: list[tuple[str, Said]] = [
    (
        "ACTION: EUR 22\nINFO: SS 20, G 3, OLC 2, INR 7 /52 W",
        [("EUR", "action", 22), ("SS", "info", 20), ("G", "info", 3), ("OLC", "info", 2), ("INR", "info", 7)],
    ),
    ("ACTION: Amembassy BONN 27", []),
    ("INFO: LONDON 12, PARIS 31", []),
    (
        "Action\nNEA\nInfo\nSS\nG\nSP\nFROM: Cairo",
        [("NEA", "action", None), ("SS", "info", None), ("G", "info", None), ("SP", "info", None)],
    ),
    (BESIDE, [("EUR", "action", None), ("SS", "info", None), ("G", "info", None), ("INR", "info", 10)]),
    (
        ELECTRONIC,
        [
            ("ARA", "action", 15),
            ("OCT", "info", 1),
            ("ADS", "info", 0),
            ("SS", "info", 15),
            ("NSAE", "info", 0),
            ("L", "info", 3),
        ],
    ),
    ("ORIGIN PA-02  INFO OCT-01 ISO-00 /168 R", [("PA", "origin", 2), ("OCT", "info", 1), ("ISO", "info", 0)]),
    (
        "OUTGOING TELEGRAM\nL\nC-12\nEUR\nInfo.\nACTION: Bonn",
        [("L", "origin", None), ("C-12", "origin", None), ("EUR", "origin", None)],
    ),
    (
        "OUTGOING TELEGRAM\nL / C-12 / EUR / Info.",
        [("L", "origin", None), ("C-12", "origin", None), ("EUR", "origin", None)],
    ),
    (
        "Distribution: S, U, G, ARA",
        [("S", "copy", None), ("U", "copy", None), ("G", "copy", None), ("ARA", "copy", None)],
    ),
    ("ACTION: EUR-5 INFO: SS, G", [("EUR", "action", 5), ("SS", "info", None), ("G", "info", None)]),
]


@pytest.mark.parametrize(("print_", "said"), BLOCKS)
def test_a_block(print_: str, said: Said) -> None:
    assert offices(print_) == said


def test_the_other_column_is_left_to_its_readers() -> None:
    text = paper(BESIDE)
    result = DistributionReader().read(text)
    free = [line.split() for line in unclaimed(text, result)]
    assert ["Action", "Control:", "13847"] in free
    assert ["SS"] not in free


def test_columns_of_a_scan_stand_three_blanks_apart_and_one_word_taken_leaves_the_others() -> None:
    text = paper("Action   SECRET\nEUR   Control:   11873\nInfo   Rec'd:   May 18, 1961\nSS   1:22 p.m.\nG")
    at = text.text.index("SECRET")
    result = DistributionReader().read(text, [Span(at, at + len("SECRET"))])
    assert [(each.office, each.role.value) for each in result.distribution] == [
        ("EUR", "action"),
        ("SS", "info"),
        ("G", "info"),
    ]


@pytest.mark.parametrize(
    "print_",
    [
        "ACTION: USUN New York\nINFO: Amembassy Moscow",
        "ACTION:   USUN New York - PRIORITY 1359\nINFO:   Amembassy MOSCOW 1211",
        "Action\nwas taken by the ARA",
        "Info\nRUSK",
        "ACTION REQUESTED: Please see the Foreign Minister",
        "INFORMATION\nTHE AMBASSADOR SAYS",
    ],
)
def test_addressees_and_prose_are_no_distribution(print_: str) -> None:
    assert offices(print_) == []


def test_a_long_run_of_symbols_that_ends_in_no_head_is_given_up_at_once() -> None:
    """Each symbol can be cut in two ways: tried all, the time doubles with every symbol."""
    assert HEAD_LAST.fullmatch("A/" * 4000 + "x") is None


def test_of_a_list_of_offices_some_may_be_misread() -> None:
    read = DistributionReader().read(paper("ACTION: SS\nINFO: FE, RNR, P, G\n"))
    assert [entry.office for entry in read.distribution] == ["SS", "FE", "RNR", "P", "G"]
    assert not DistributionReader().read(paper("INFO: BONN, ROME, PARIS\n")).distribution
