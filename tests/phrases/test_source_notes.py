"""Source notes of an edition, as printed, beside their parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.source_notes import read_source_note

NOTES = [
    (
        (
            "Source: Department of State, Central Files, 674.84A/1–2457. Confidential; Niact. Drafted by De "
            "Palma; cleared by Wilcox, Meeker, and Rountree; approved by Hoover; and signed by Wilcox for "
            "Dulles."
        ),
        {
            "repository": "Department of State",
            "collection": "Central Files",
            "file_number": "674.84A/1–2457",
            "classification": "Confidential",
            "precedence": ["Niact"],
            "drafted_by": ["De Palma"],
            "cleared_by": ["Wilcox", "Meeker", "Rountree"],
            "approved_by": ["Hoover"],
        },
    ),
    (
        (
            "Source: Stanford University, Hoover Institution, Lansdale Papers, Vietnam. Secret. Repeated for "
            "information to JCS and OSD/ISA."
        ),
        {
            "repository": "Stanford University, Hoover Institution",
            "collection": "Lansdale Papers, Vietnam",
            "classification": "Secret",
            "repeated_to": ["JCS", "OSD/ISA"],
        },
    ),
    (
        (
            "Source: Department of State, Central Files, POL 27 S VIEI Secret. Drafted in USIA/IAF by Mecklin, "
            "who was in Washington. Cleared in USIA by W. Kenneth Bunce, Deputy Assistant Director for the Far "
            "East; Thomas C. Sorensen, Deputy Director for Policy and Plans; and Murrow. Cleared in the White "
            "House by Salinger."
        ),
        {
            "repository": "Department of State",
            "collection": "Central Files",
            "file_number": "POL 27 S VIEI",
            "classification": "Secret",
            "drafted_by": ["Mecklin"],
            "cleared_by": ["W. Kenneth Bunce", "Thomas C. Sorensen", "Murrow", "Salinger"],
        },
    ),
    (
        (
            "Source: Central Intelligence Agency: Job 79-S01060A. Top Secret; [codeword not declassified]; "
            "Noforn. Prepared by CIA's Office of Current Intelligence."
        ),
        {
            "repository": "Central Intelligence Agency",
            "file_number": "Job 79-S01060A",
            "classification": "Top Secret",
            "captions": ["[codeword not declassified]", "Noforn"],
        },
    ),
    (
        (
            "Source: Department of State, Vietnam Working Group Files: Lot 66 D 193, 83. VN 1960. Secret; "
            "Priority; Noforn: Received in the Department at 3:09 p.m. A copy was sent to Hughes."
        ),
        {
            "repository": "Department of State",
            "collection": "Vietnam Working Group Files",
            "file_number": "Lot 66 D 193",
            "classification": "Secret",
            "precedence": ["Priority"],
            "captions": ["Noforn"],
            "received": "3:09 p.m.",
        },
    ),
    (
        (
            "Source: Department of State, Central Files, 689.90D/9-1761. Secret. Drafted and approved by Meyer "
            "and cleared by Weil, by Bowles in substance, and by Smith at the White House. Also sent to Kabul "
            "and repeated to Bonn."
        ),
        {
            "repository": "Department of State",
            "collection": "Central Files",
            "file_number": "689.90D/9-1761",
            "classification": "Secret",
            "drafted_by": ["Meyer"],
            "cleared_by": ["Weil", "Bowles", "Smith"],
            "approved_by": ["Meyer"],
            "sent_to": ["Kabul"],
            "repeated_to": ["Bonn"],
        },
    ),
    (
        (
            "Source: Kennedy Library, President's Office Files, USSR. No classification marking. Drafted by "
            "Harry G. Barnes, Jr., (EUR/SOV) on March 5 and approved in S on March 9."
        ),
        {
            "repository": "Kennedy Library",
            "collection": "President's Office Files, USSR",
            "classification": "No classification marking",
            "drafted_by": ["Harry G. Barnes, Jr."],
            "approved_by": ["S"],
        },
    ),
]


@pytest.mark.parametrize(("note", "parts"), NOTES, ids=[note[8:60] for note, _ in NOTES])
def test_each_part_is_read_as_it_is_printed(note: str, parts: dict[str, str | list[str]]) -> None:
    read = read_source_note(note)
    assert read is not None
    singles = {name: found.value for name, found in read.parts.items() if found}
    lists = {name: [each.value for each in found] for name, found in read.lists.items() if found}
    assert singles | lists == parts


def test_what_another_paper_s_drafter_did_is_no_part_of_it() -> None:
    """Quotations, parentheses and other subjects speak of other papers."""
    note = read_source_note(
        "Source: Kennedy Library, National Security Files. Secret. A first draft was drafted by Dale. “This was "
        "drafted by Shaw.” (Memorandum drafted by Wells; ibid.) Copies were sent to Paris."
    )
    assert note is not None
    assert not any(note.lists[name] for name in ("drafted_by", "sent_to"))
    assert "Dale" in note.rest


@pytest.mark.parametrize("line", ["", "Secret.", "The meeting was held in the White House.", "Source:"])
def test_other_lines_are_no_source_notes(line: str) -> None:
    assert read_source_note(line) is None


@given(st.text(alphabet=st.sampled_from("Source:LotD6.,;and by INRecvd[]()“”–/ 19"), max_size=120))
def test_every_part_is_the_text_at_its_span(words: str) -> None:
    line = f"Source: Department of State, {words}"
    read = read_source_note(line)
    assert read is not None
    finds = [
        *(found for found in read.parts.values() if found),
        *(each for all_ in read.lists.values() for each in all_),
    ]
    assert all(each.span.of(line) == each.text for each in finds)
