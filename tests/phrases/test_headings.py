"""Headings and datelines of editions."""

from __future__ import annotations

import pytest

from onionskin.phrases.headings import read_dateline, read_heading, read_own_number

HEADINGS = [
    (
        "12. Telegram From the Department of State to the Embassy in the Soviet Union",
        ("12", "Telegram", None, "Department of State", "Embassy in the Soviet Union"),
    ),
    (
        "175. Memorandum From the Ambassador to the Soviet Union (Thompson) to Secretary of State Rusk",
        ("175", "Memorandum", None, "Ambassador to the Soviet Union (Thompson)", "Secretary of State Rusk"),
    ),
    (
        "221. Memorandum of a Conference With the President, White House, Washington, July 23, 1958, 3 p.m.",
        ("221", "Memorandum of a Conference", None, None, None),
    ),
    (
        "260. National Security Action Memorandum No. 223",
        ("260", "National Security Action Memorandum", "223", None, None),
    ),
    ("25. Record of the Policy Planning Staff Meeting", ("25", "Record", None, None, None)),
    ("307. Memorandum by the Ambassador at Large (Thompson)", ("307", "Memorandum", None, None, None)),
    ("76. Editorial Note", ("76", "Editorial Note", None, None, None)),
    (
        "8. Transcript of Telephone Conversation Between President Nixon and Rogers",
        ("8", "Transcript of Telephone Conversation", None, None, None),
    ),
    ("9. Notes from transcripts of JCS meeting, October 16", ("9", "Notes from transcripts", None, None, None)),
    ("10. Notes of the Special Group (Augmented) meeting", ("10", "Notes", None, None, None)),
    (
        "11. Memorandum of the NSC Executive Committee Standing Group meeting by McCone",
        ("11", "Memorandum of meeting", None, None, None),
    ),
    (
        "12. Memoranda of conversations between Rusk and Dobrynin",
        ("12", "Memoranda of conversations", None, None, None),
    ),
    ("13. Plan of Action for Jamaica", ("13", "Plan of Action", None, None, None)),
    ("14. Attachment to Memorandum From Rusk to Bundy", ("14", "Attachment", None, None, None)),
]
DATELINES = [
    ("Washington, March 11, 1957—7:55 p.m.", ("Washington", "1957-03-11", "7:55 p.m.")),
    ("Washington, January 27, 1957,6 p.m.", ("Washington", "1957-01-27", "6 p.m.")),
    ("Bonn, July 2, 1965, 1159Z.", ("Bonn", "1965-07-02", "1159Z")),
    ("Washington, February 11, 1970, 4:25–5:27 p.m.", ("Washington", "1970-02-11", "4:25–5:27 p.m.")),
    ("Washington, undated.", ("Washington", None, None)),
    ("", (None, None, None)),
    ("Washington, November 1962.", ("Washington", "1962-11", None)),
    ("November, 1962", (None, "1962-11", None)),
    ("Washington, November 19, 1962.", ("Washington", "1962-11-19", None)),
    ("Washington, November 19625", (None, None, None)),
]
NUMBERS = [
    ("Delga 618. Verbatim text.", "Telegram", "Delga 618"),
    ("1181. Eyes only for Ambassador.", "Telegram", "1181"),
    ("1. The situation", "Telegram", None),
    ("OCI No. 2341/63", "Memorandum", "OCI No. 2341/63"),
    ("SNIE 36.4–1–58", "Special National Intelligence Estimate", "SNIE 36.4–1–58"),
    ("No. 343", "Despatch", "343"),
    ("G–46", "Airgram", "G–46"),
    ("US/DEL/MC–5", "Memorandum of a Conversation", "US/DEL/MC–5"),
    ("MAGTN–PO 1432. Situation still confused", "Telegram", "MAGTN–PO 1432"),
    ("11:30 a.m.", "Memorandum of a Telephone Conversation", None),
    ("The Ambassador said 618. Then", "Telegram", None),
]


@pytest.mark.parametrize(("text", "parts"), HEADINGS, ids=[text[:40] for text, _ in HEADINGS])
def test_a_heading_says_kind_number_and_parties(text: str, parts: tuple[str | None, ...]) -> None:
    read = read_heading(text)
    assert read is not None
    found = (read.entry, read.kind, read.number, read.from_, read.to)
    assert tuple(each.value if each else None for each in found) == parts


@pytest.mark.parametrize(("text", "parts"), DATELINES)
def test_a_dateline_says_place_day_and_time(text: str, parts: tuple[str | None, ...]) -> None:
    read = read_dateline(text)
    assert (read.place and read.place.value, read.edtf, read.time and read.time.value) == parts


@pytest.mark.parametrize(("opening", "kind", "number"), NUMBERS)
def test_a_text_begins_with_its_own_number(opening: str, kind: str, number: str | None) -> None:
    read = read_own_number(opening, kind)
    assert (read.value if read else None) == number
