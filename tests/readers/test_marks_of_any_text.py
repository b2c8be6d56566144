"""What holds of every reader of marks on any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.marked import holds, paper

from onionskin.readers.collection_numbers import CollectionNumberReader
from onionskin.readers.contract import Reader
from onionskin.readers.custody import CustodyReader
from onionskin.readers.distribution import DistributionReader
from onionskin.readers.excisions import ExcisionReader
from onionskin.readers.form_boxes import FormBoxReader
from onionskin.readers.furniture import FurnitureReader
from onionskin.readers.markings import MarkingReader
from onionskin.readers.stamps import StampReader, parse_stamp
from onionskin.readers.stationery import StationeryReader

READERS: tuple[Reader, ...] = (
    StampReader(),
    MarkingReader(),
    FormBoxReader(),
    DistributionReader(),
    CustodyReader(),
    ExcisionReader(),
    FurnitureReader(),
    CollectionNumberReader(),
    StationeryReader(),
)
WORDS = st.sampled_from(
    [
        *(
            "DEPARTMENT OF STATE",
            "A/CDC/MR",
            "REVIEWED BY",
            "VIEWED",
            "DATE",
            "date: 4/3/92",
            "4-6-88",
            "99/99/99",
            "2/30/81",
        ),
        *(
            "(X)",
            "()",
            "( ) ",
            "☒",
            "☐",
            "X",
            "[ ]",
            "(s)",
            "RELEASE",
            "EXCISE",
            "DENY",
            "DECLASSIFY",
            "IN PART",
            "OADR",
            "S",
            "or C",
        ),
        *(
            "DECLASSIFIED",
            "Authority",
            "NND 959417",
            "By",
            "JMR",
            "NARA",
            "NARS",
            "E.O. 12356, Sec. 3.4(b)",
            "NLK-88-123",
        ),
        *(
            "CLASSIFY as",
            "DOWNGRADE TS to",
            "TS authority to:",
            "FOI, EO or PA exemptions",
            "(b)(1)",
            "B1A5",
            "BIAS",
            "1.4(b)",
            "25X1",
        ),
        *(
            "~~SECRET~~",
            "TOP SECRET",
            "EYES",
            "ONLY",
            "*hand*",
            "XXXXX",
            "~~XXXX~~",
            "[REDACTED]",
            "██",
            "Copy 3 of 10",
        ),
        *(
            "RECEIVED",
            "NOV 2 4 1962",
            "Nov 23 9 43 PM '62",
            "Action",
            "Info.",
            "ARA-5",
            "SS",
            "Return to",
            "S/S",
            "1 copy to Mr. Ball",
        ),
        *(
            "Approved For Release",
            "2005/11/28 : CIA-RDP79-1",
            "Case No. F-1",
            "Doc No. C05794498",
            "Group 4",
            "- 2 -",
            "Page 2 of 3",
        ),
        *("the", "letter,", "was", "of", "1962.", "|", "$", "\\", "~~", "**", "<s>", "é", "\u00ad", "\t", "   "),
    ]
)
LINES = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=12).map("\n".join)


@pytest.mark.parametrize("reader", READERS, ids=lambda r: r.name)
@given(pages=st.lists(st.one_of(LINES, st.text(max_size=200)), min_size=1, max_size=3))
def test_no_text_makes_a_reader_fail_and_its_evidence_agrees_with_the_ink(reader: Reader, pages: list[str]) -> None:
    text = paper(*(page.replace("\f", " ") for page in pages))
    holds(text, reader, reader.read(text))


@given(line=st.one_of(LINES, st.text(max_size=120)))
def test_any_line_is_parsed_into_one_object(line: str) -> None:
    said = parse_stamp(line)
    assert said["text"] == line
    assert said["state"] in ("found", "doubtful", "absent")
    assert ("form" in said) == (said["state"] != "absent")


def test_no_two_readers_of_marks_have_one_name() -> None:
    assert len({r.name for r in READERS}) == len(READERS)
