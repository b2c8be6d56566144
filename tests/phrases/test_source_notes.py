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


LEAD = "Source: Department of State, Central Files, 601.00/1–161. Secret. "
HANDS = [
    ("Cleared by S/S, the Secretary, and the White House.", "cleared_by", ["S/S", "Secretary", "White House"]),
    ("Cleared by Mr. Dale, Gen. Shaw, and Under Secretary Wells.", "cleared_by", ["Dale", "Shaw", "Wells"]),
    ("Drafted by Dale with the clearance of Shaw and Wells.", "cleared_by", ["Shaw", "Wells"]),
    ("Cleared by Dale and several officials, including Ann Shaw.", "cleared_by", ["Dale", "Ann Shaw"]),
    ("Cleared by Wells, de Graaf, and Cole.", "cleared_by", ["Wells", "de Graaf", "Cole"]),
    ("Cleared with the Departments of Defense and the Treasury.", "cleared_by", ["Departments of Defense", "Treasury"]),
    ("Drafted by Cole; cleared by Dale. Shaw, Wells; and approved by Grant.", "cleared_by", ["Dale", "Shaw", "Wells"]),
    ("Prepared by Dale and cleared by Shaw.", "cleared_by", ["Shaw"]),
    ("The substance of paragraph 4 was cleared with Admiral Shaw.", "cleared_by", ["Shaw"]),
    ("Dale, Shaw, and the President are listed as having cleared it.", "cleared_by", ["Dale", "Shaw", "President"]),
    ("A clerk and others are listed as having cleared it.", "cleared_by", []),
    ("Approved by Dale.On January 11, Shaw forwarded the text to Wells.", "approved_by", ["Dale"]),
    ("Approved by G/PM Director of Operations Edgar Dale.", "approved_by", ["Edgar Dale"]),
    ("According to another copy the memorandum was approved in S on May 3.", "approved_by", ["S"]),
    ("According to his memoirs the memorandum was approved by Dale.", "approved_by", []),
    ("No indication of the drafter is on the source text, which was approved in U.", "approved_by", ["U"]),
    ("Drafted by Arthur B. Dale, Office of the Legal Adviser.", "drafted_by", ["Arthur B. Dale"]),
    ("A note on the source text does not indicate that it was drafted by Dale.", "drafted_by", []),
    ("A notation by Shaw states that Dale drafted it.", "drafted_by", ["Dale"]),
    ("A notation states that the files hold what Dale drafted.", "drafted_by", []),
    ("Sent also to CINCPAC, Honolulu.", "sent_to", ["CINCPAC, Honolulu"]),
    ("Also sent to CINCPAC niact for Dale.", "sent_to", ["CINCPAC"]),
    ("Sent to Dale, Under Secretary of State Shaw, and Cole.", "sent_to", ["Dale", "Shaw", "Cole"]),
    ("Sent to Dale, Director of the Office of Special Affairs, and Cole.", "sent_to", ["Dale", "Cole"]),
    ("Sent to Dale with copies to Shaw and Wells.", "sent_to", ["Dale"]),
    ("Sent to the President under cover of a note from Under Secretary Dale.", "sent_to", ["President"]),
    ("A note indicates that it was received on July 5 and a copy was sent to Dale.", "sent_to", []),
    ("A covering memorandum indicates that it was sent to Dale.", "sent_to", []),
    ("A notation indicates that the telegram was repeated to Bonn and Rome.", "repeated_to", ["Bonn", "Rome"]),
    (
        "Repeated to the Chief, MAAG Vietnam, and the Embassy in Peru.",
        "repeated_to",
        ["Chief, MAAG Vietnam", "Embassy in Peru"],
    ),
    (
        "Repeated to Bonn eyes only for the Ambassador and all NATO capitals.",
        "repeated_to",
        ["Bonn", "all NATO capitals"],
    ),
    ("Repeated to Manila for Dale and Shaw.", "repeated_to", ["Manila for Dale"]),
    ("Repeated to Manila for Dale and Bonn.", "repeated_to", ["Manila for Dale", "Bonn"]),
]


@pytest.mark.parametrize(("sentence", "part", "hands"), HANDS, ids=[sentence[:50] for sentence, _, _ in HANDS])
def test_hands_and_posts_are_listed_one_by_one(sentence: str, part: str, hands: list[str]) -> None:
    """Titles, apposed posts, offices behind a name, and persons for whom a post gets it are no further ones."""
    read = read_source_note(LEAD + sentence)
    assert read is not None
    assert [each.value for each in read.lists[part]] == hands


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
