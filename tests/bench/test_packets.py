"""The benchmark of packets: its files are what their truth says, and its counts are counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from bench.packets import releases, scans
from bench.packets.leaves import Bundle, Leaf, Role, bound, paper
from bench.packets.score import Score

LETTER = Bundle((paper(["Dear Sir:", "- 2 -"]), paper(["TAB A"])), ((1, 0),))
BLANK = Bundle(((Leaf("", Role.BLANK),),))
PACKET = bound("p.txt", [BLANK, LETTER, Bundle((paper(["COVER SHEET"], Role.COVER),))])


def record(page: int, under: str | None = None, offset: int = 0) -> dict[str, object]:
    """As much of a record as is scored."""
    same = [{"relation": "attachment-of", "record": under, "state": "candidate"}] if under else []
    told = [{"begins": True, "page": page, "offset": offset, "state": "found"}]
    return {"id": f"os-{page}", "source": {"pages": [page]}, "pages": [{"n": page, "text": "x"}], "same_as": same,
            "text": {"transcription": "x"}, "boundaries": told}  # fmt: skip


def test_a_packet_knows_where_its_papers_begin_and_what_lies_under_what() -> None:
    """A blank leaf begins no paper."""
    assert PACKET.begins == (2, 4, 5)
    assert PACKET.under == ((4, 2),)
    assert PACKET.text.count("\f") == 4


def test_a_right_answer_has_no_faults_and_blanks_are_right_on_either_side() -> None:
    """The blank first page belongs to what lies behind it, if the reader says so."""
    score = Score()
    score.add(PACKET, [record(1), record(4, under="os-2"), record(2), record(5)])
    assert (score.right, score.extra, score.missed, score.f1) == (2, 0, 0, 1.0)
    assert (score.nested, score.enclosures, score.astray) == (1, 1, 0)


def test_missed_and_extra_boundaries_count_and_one_within_a_page_is_never_right() -> None:
    """The record of page 5 begins below its first line."""
    score = Score()
    score.add(PACKET, [record(1), record(3), record(4), record(5, offset=7)])
    assert (score.right, score.extra, score.missed) == (1, 2, 1)
    assert (score.nested, score.astray) == (0, 0)


@pytest.mark.parametrize(("records", "count"), [(scans.records(), 52), (releases.records(), 37)])
def test_every_record_was_looked_at_and_its_enclosures_lie_under_a_paper_of_it(
    records: Mapping[str, Mapping[str, Any]], count: int
) -> None:
    """The lists are whole and agree with themselves."""
    assert len(records) == count
    for told in records.values():
        begins = told.get("begins", [1])
        assert begins == sorted(set(begins))
        assert begins[0] == 1
        for child, parent in told.get("under", {}).items():
            assert {int(child), parent} <= set(begins)
            assert parent < int(child)


@pytest.mark.parametrize(
    ("line", "archive"),
    [
        ("2025 RELEASE UNDER THE PRESIDENT JOHN F. KENNEDY ASSASSINATION RECORDS ACT OF 1992", True),
        ("1104-10071-10148", True),
        ("14-00000", True),
        ("NH 50953 DocId: 32308802 Page 3", True),
        ("MN 34559 Doo1d:32403908 Page 1", True),
        ("1. On the subject of cable, dispatch and file numbers", False),
        ("JFK ASSASSINATION SYSTEM", False),
        ("$9,000.00", False),
    ],
)
def test_what_the_archive_printed_for_a_release_is_known_and_nothing_of_the_paper(line: str, archive: bool) -> None:
    """Lines that would tell where a record begins, on this archive's pages alone."""
    assert (releases.OF_THE_ARCHIVE.fullmatch(line) is not None) is archive
