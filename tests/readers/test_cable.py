"""Electronic telegrams of 1973 and later: every field of the form, sections, packets, and what is furniture."""

from __future__ import annotations

import pytest
from tests.readers.reading import faults, read_text

from onionskin.record.document import Document
from onionskin.record.fields import Kind
from onionskin.record.named import Named
from onionskin.record.reading import ReadingState

OUTGOING = """\
CONFIDENTIAL
PAGE 01  STATE 151207
60
ORIGIN EUR-12

INFO OCT-01  ARA-06  NEA-10  IO-10  ISO-00  SSO-00  NSCE-00
      USIE-00  INRE-00  CIAE-00  /081 R

DRAFTED BY EUR/SOV:RQDOVER:MM
APPROVED BY EUR:AXMARLOW
EUR/SOV:KLPENROSE (DRAFT)
NEA:MR. QUILL (SUBS)
L/EUR:THALVORSEN (PHONE), IO/UNP:WSTRAND
S/S - MR. OAKES
TREASURY:JPIKE (INFO)
                     --------------------- 084912
O P 311745Z JUL 73
FM SECSTATE WASHDC
TO AMEMBASSY MOSCOW IMMEDIATE
INFO USMISSION NATO PRIORITY
AMEMBASSY LONDON PRIORITY
AMCONSUL LENINGRAD
USDEL MBFR VIENNA
C O N F I D E N T I A L STATE 151207

EXDIS

E.O. 11652: GDS
TAGS: PFOR, UR, US
SUBJECT: MEETING WITH AMBASSADOR ON TRADE AND
          SHIPPING TALKS

REF: (A) MOSCOW 9120; (B) STATE
147003; (C) 72 MOSCOW 11877 (NOTAL)

1. AMBASSADOR CALLED ON DEPUTY SECRETARY JULY 31 TO DELIVER
REPLY TO OUR NOTE OF JULY 12. HE SAID REPLY WAS POSITIVE.

2. DEPARTMENT WILL STUDY REPLY AND INSTRUCT EMBASSY.
CONFIDENTIAL
\fCONFIDENTIAL
PAGE 02  STATE 151207
3. MEANWHILE YOU SHOULD TAKE NO ACTION. ROGERS


CONFIDENTIAL

NNN
"""
INCOMING = """\
UNCLASSIFIED
PAGE 01  BUENOS 03344  01 OF 02  012210Z
ACTION EB-07
INFO OCT-01  ARA-06  /014 W
------------------012345 012245Z /60
R 012130Z JUN 76
FM AMEMBASSY BUENOS AIRES
TO SECSTATE WASHDC 1022 INFO AMEMBASSY MONTEVIDEO
AMEMBASSY SANTIAGO
USDOC WASHDC
UNCLAS SECTION 1 OF 2 BUENOS AIRES 3344
DEPT PASS AGRICULTURE
E.O. 11652: N/A
TAGS: EAGR. ETRD. AR
SUBJ. WHEAT EXPORTS
REFS: A.STATE 115220 B.BUENOS AIRES 3190, 3201
1. SUMMARY. WHEAT EXPORTS WILL RISE THIS YEAR BY TEN PERCENT.
UNCLASSIFIED
NNN
UNCLASSIFIED
PAGE 01  BUENOS 03344  02 OF 02  012231Z
ACTION EB-07
INFO OCT-01  ARA-06  /014 W
------------------012399 012250Z /60
R 012130Z JUN 76
FM AMEMBASSY BUENOS AIRES
TO SECSTATE WASHDC 1023
UNCLAS SECTION 2 OF 2 BUENOS AIRES 3344
2. MINISTRY EXPECTS PRICES TO HOLD.
HILL
UNCLASSIFIED
NNN
"""
FLASH = """\
SECRET
PAGE 01  USUN N 01456  041820Z
ACTION SS-25
INFO OCT-01 ISO-00 /026 W
------------------022222 041840Z /43
Z 041800Z MAY 76
FM USMISSION USUN NEW YORK
TO SECSTATE WASHDC FLASH 7001
S E C R E T USUN 1456
NODIS
FOR THE SECRETARY FROM THE AMBASSADOR
E.O. 11652: XGDS-1
TAGS: PFOR, UN
SUBJECT: COUNCIL VOTE
1. VOTE POSTPONED UNTIL MONDAY. SCRANTON
SECRET
NNN
"""
BARE = """\
P 222227Z NOV 78
FM SECSTATE WASHDC
TO ALL DIPLOMATIC AND CONSULAR POSTS PRIORITY
RUEHC/AMEMBASSY PARIS 1234
BT
LIMITED OFFICIAL USE STATE 296107
E.O. 12065: N/A
TAGS: AINF
SUBJECT: NEW ORDER ON
INFORMATION
PARIS FOR OECD
1. THE NEW EXECUTIVE ORDER TAKES EFFECT DECEMBER 1.
2. POSTS SHOULD REVIEW THEIR PROCEDURES. CHRISTOPHER
BT
NNNN
"""
LETTER = """\
\fDEPARTMENT OF STATE
WASHINGTON

July 31, 1973

Dear Mr. Chairman:

I am writing to tell you that the Department has no objection to the bill as it now stands.

Sincerely yours,

Ann Dover
"""


def read(typed: str) -> list[Document]:
    """The papers of a text, with all that must hold of any record checked."""
    got = read_text(typed)
    assert faults(typed, got) == []
    return got


def told(document: Document, name: str) -> object:
    """What a field says: one value, a list of them, or None."""
    held = document.fields.get(name)
    if isinstance(held, tuple):
        return [each.value.name if isinstance(each.value, Named) else each.value for each in held]
    value = held.value if held is not None else None
    return value.name if isinstance(value, Named) else value


FIELDS = [
    (
        OUTGOING,
        {
            "direction": "outgoing",
            "number": "151207",
            "series": "STATE",
            "document_number": "1973STATE151207",
            "date": "1973-07-31T17:45:00+00:00",
            "precedence": ["IMMEDIATE", "PRIORITY"],
            "from": "SecState WashDC",
            "to": ["Amembassy Moscow"],
            "info": ["USMission NATO", "Amembassy London", "Amconsul Leningrad", "USDel Mbfr Vienna"],
            "classification": "CONFIDENTIAL",
            "captions": ["EXDIS"],
            "executive_order": "11652: GDS",
            "tags": ["PFOR", "UR", "US"],
            "subject": "MEETING WITH AMBASSADOR ON TRADE AND SHIPPING TALKS",
            "drafted_by": "R. Q. Dover",
            "typed_by": "MM",
            "approved_by": "Axmarlow",
            "cleared_by": ["K. L. Penrose", "Quill", "Thalvorsen", "W. Strand", "Oakes", "J. Pike"],
            "signed_by": "Rogers",
        },
    ),
    (
        FLASH,
        {
            "direction": "incoming",
            "number": "1456",
            "series": "USUN",
            "document_number": "1976USUNN01456",
            "precedence": ["FLASH"],
            "from": "USMISSION USUN NEW YORK",
            "classification": "SECRET",
            "executive_order": "11652: XGDS-1",
            "subject": "COUNCIL VOTE",
            "signed_by": "Scranton",
        },
    ),
    (
        BARE,
        {
            "number": "296107",
            "document_number": "1978STATE296107",
            "to": ["All Diplomatic and Consular Posts", "Amembassy Paris"],
            "subject": "NEW ORDER ON INFORMATION",
            "classification": "LIMITED OFFICIAL USE",
            "signed_by": "Christopher",
        },
    ),
]


@pytest.mark.parametrize(("typed", "fields"), FIELDS, ids=["outgoing", "flash", "without heads of pages"])
def test_the_fields_of_the_form(typed: str, fields: dict[str, object]) -> None:
    """Each from its own line of the heading."""
    (document,) = read(typed)
    assert (document.kind, document.subkind) == (Kind.TELEGRAM, "electronic")
    assert {name: told(document, name) for name in fields} == fields


def test_who_cleared_stands_with_his_office() -> None:
    """Below APPROVED BY every name has cleared the telegram."""
    (document,) = read(OUTGOING)
    offices = [each.value.office for each in document.many("cleared_by") if isinstance(each.value, Named)]
    assert offices == ["EUR/SOV", "NEA", "L/EUR", "IO/UNP", "S/S", "TREASURY"]


def test_a_value_points_at_its_own_ink() -> None:
    """The archive's number is inferred from the head of the page, the precedence from a letter."""
    (document,) = read(OUTGOING)
    number, precedence = document.one("document_number"), document.many("precedence")[0]
    assert number is not None
    assert (number.as_printed, number.state) == ("STATE 151207", ReadingState.INFERRED)
    assert (precedence.value, precedence.as_printed) == ("IMMEDIATE", "O")


def test_references_of_the_heading_go_on_over_lines() -> None:
    """The year before the post is the year of the telegram cited."""
    (document,) = read(OUTGOING)
    cited = [(each.text, each.number, each.date) for each in document.references if each.number]
    assert cited == [
        ("MOSCOW 9120", "9120", None),
        ("STATE 147003", "147003", None),
        ("72 MOSCOW 11877", "11877", "1972"),
    ]


def test_sections_are_one_telegram() -> None:
    """The second heading says nothing new; the text goes on below it."""
    (document,) = read(INCOMING)
    assert told(document, "to") == ["SecState WashDC"]
    assert told(document, "info") == ["Amembassy Montevideo", "Amembassy Santiago", "USDOC WASHDC"]
    assert told(document, "document_number") == "1976BUENOS03344"
    assert told(document, "pass_to") == ["AGRICULTURE"]
    assert document.text.reading == (
        "1. SUMMARY. WHEAT EXPORTS WILL RISE THIS YEAR BY TEN PERCENT.\n\n2. MINISTRY EXPECTS PRICES TO HOLD. HILL"
    )
    assert [(each.office, each.copies) for each in document.distribution] == [("EB", 7), ("OCT", 1), ("ARA", 6)]


def test_the_text_is_joined_over_pages_without_their_furniture() -> None:
    """Heads of pages, levels and the end mark are none of it."""
    (document,) = read(OUTGOING)
    assert [paragraph.label for paragraph in document.text.paragraphs] == ["1.", "2.", "3."]
    assert "PAGE 02" not in document.text.reading
    assert "NNN" not in document.text.reading
    assert document.unclaimed == ()


def test_telegrams_in_one_file_part_at_their_heads() -> None:
    """With the level over the head, and on the same page."""
    first, second = read(INCOMING + FLASH)
    assert told(first, "number") == "3344"
    assert told(second, "number") == "1456"
    assert [marking.level for marking in second.markings if marking.level] == ["SECRET", "SECRET", "SECRET"]


@pytest.mark.parametrize(
    "title",
    ["Department of State TELEGRAM", "TELEGRAM\nDepartment of State", "Department of State TELEGRAM\n\n~~SECRET~~\n"],
)
def test_the_title_printed_over_the_head_of_the_page_is_of_the_telegram(title: str) -> None:
    """Paper copies of electronic telegrams went round on sheets with a printed title; two in one file stay two."""
    (alone,) = read(f"{title}\n{FLASH}")
    assert told(alone, "number") == "1456"
    assert alone.subkind == "electronic"
    assert "TELEGRAM" not in " ".join(str(line) for line in alone.unclaimed)
    first, second = read(f"{title}\n{INCOMING}\f{title}\n{FLASH}")
    assert (told(first, "number"), told(second, "number")) == ("3344", "1456")


def test_a_letter_behind_a_telegram_is_a_paper_of_its_own() -> None:
    telegram, letter = read(OUTGOING + LETTER)
    assert (telegram.kind, letter.kind) == (Kind.TELEGRAM, Kind.LETTER)


def test_what_a_telegram_quotes_is_no_paper_of_its_own() -> None:
    """Another telegram's heading and a letter's salutation stand inside the text."""
    quoted = OUTGOING.replace(
        "3. MEANWHILE",
        "QUOTE R 011200Z JUL 73\nFM AMEMBASSY BONN\nTO SECSTATE WASHDC\nFROM: MARLOW\nTO: DOVER\nSUBJECT: TALKS\n"
        "DEAR MR. AMBASSADOR:\nUNQUOTE\n3. MEANWHILE",
    )
    (document,) = read(quoted)
    assert told(document, "from") == "SecState WashDC"
    assert told(document, "subject") == "MEETING WITH AMBASSADOR ON TRADE AND SHIPPING TALKS"


OTHERS = ["Amembassy London", "Amconsul Leningrad", "USDel Mbfr Vienna"]
DAMAGED = [
    ("TAGS: PFOR", "TAGA: PFOR", "tags", ["PFOR", "UR", "US"]),
    ("SUBJECT: MEETING", "SUJBECT: MEETING", "subject", "MEETING WITH AMBASSADOR ON TRADE AND SHIPPING TALKS"),
    ("SUBJECT: MEETING", "SUBJ MEETING", "subject", "MEETING WITH AMBASSADOR ON TRADE AND SHIPPING TALKS"),
    ("E.O. 11652", "E.0. 11652", "executive_order", "11652: GDS"),
    ("TAGS: PFOR", "PFOR", "tags", ["PFOR", "UR", "US"]),
    ("311745Z JUL", "3II745Z JU1", "date", "1973-07-31T17:45:00+00:00"),
    ("JUL 73", "JUL", "date", "XXXX-07-31"),
    (
        "INFO USMISSION",
        "IFNO USMISSION",
        "info",
        ["USMission NATO", *OTHERS],
    ),
    (
        "INFO USMISSION NATO PRIORITY",
        "INFO JCS",
        "info",
        ["JCS", "Amembassy London", "Amconsul Leningrad", "USDel Mbfr Vienna"],
    ),
    (
        "INFO USMISSION",
        "INFO\nUSMISSION",
        "info",
        ["USMission NATO", *OTHERS],
    ),
    ("SUBJECT: MEETING WITH AMBASSADOR", "SUBJECT: SECRET", "subject", "SECRET ON TRADE AND SHIPPING TALKS"),
    ("UR, US\nSUBJECT:", "UR, US SUBJECT:", "subject", "MEETING WITH AMBASSADOR ON TRADE AND SHIPPING TALKS"),
    ("UR, US\nSUBJECT:", "UR, US SUBJECT:", "tags", ["PFOR", "UR", "US"]),
    ("SUBJECT: MEETING", "MEETING", "subject", "MEETING WITH AMBASSADOR ON TRADE AND SHIPPING TALKS"),
    ("C O N F I D E N T I A L STATE 151207", "CONFIDENTIAL STATE 151270", "number", "151270"),
    ("C O N F I D E N T I A L STATE 151207\n", "", "number", "151207"),
    ("C O N F I D E N T I A L STATE 151207\n", "", "tags", ["PFOR", "UR", "US"]),
    ("C O N F I D E N T I A L STATE 151207\n", "", "info", ["USMission NATO", *OTHERS]),
    ("PFOR, UR, US", "PFOR\nUR, US", "tags", ["PFOR", "UR", "US"]),
    (
        "UR, US\nSUBJECT:",
        "UR, US\nDEPARTMENT FOR EUR/SOV\nSUBJECT:",
        "subject",
        "MEETING WITH AMBASSADOR ON TRADE AND SHIPPING TALKS",
    ),
    ("UR, US\nSUBJECT:", "UR, USSUBJECT:", "tags", ["PFOR", "UR", "US"]),
]


@pytest.mark.parametrize(("printed", "misread", "name", "value"), DAMAGED)
def test_misread_and_missing_parts(printed: str, misread: str, name: str, value: object) -> None:
    """A label misspelt or lost, figures for letters, no year, no number line: the rest is read all the same."""
    assert printed in OUTGOING
    (document,) = read(OUTGOING.replace(printed, misread))
    assert told(document, name) == value
    assert told(document, "to") == ["Amembassy Moscow"]


def test_a_subject_ends_where_the_text_begins() -> None:
    """Without a number before the first paragraph."""
    typed = BARE.replace("PARIS FOR OECD\n1. THE", "SUMMARY: THE")
    (document,) = read(typed)
    assert told(document, "subject") == "NEW ORDER ON INFORMATION"
    assert document.text.reading.startswith("SUMMARY: THE NEW EXECUTIVE ORDER")


def test_an_addressee_by_pouch_is_the_post_alone() -> None:
    (document,) = read(INCOMING.replace("AMEMBASSY SANTIAGO\n", "AMEMBASSY SANTIAGO BY POUCH\n"))
    assert told(document, "info") == told(read(INCOMING)[0], "info")


def test_the_page_of_attributes_is_a_form_of_its_own() -> None:
    """It lies behind the telegram and repeats it; nothing on it is the telegram's."""
    attributes = (
        "\fMessage Attributes\nCurrent Classification: UNCLASSIFIED\nFrom: USUN N\nSubject: COUNCIL VOTE\nTo: STATE\n"
    )
    telegram, form = read(FLASH + attributes)
    assert told(telegram, "to") == ["SecState WashDC"]
    assert (form.kind, form.subkind) == (Kind.FORM, "attributes")
