"""Agencies' papers as vision models print them: electronic cables, cables of the 1960s, memoranda for the record."""

from __future__ import annotations

from tests.readers.reading import one, paper, value, values

from onionskin.record.fields import Kind
from onionskin.record.named import Named

ELECTRONIC = """
SECRET

FRP:
STAFF

ACTION: C/EA-6 (051) INFO: ODPD-B, VR, FILE, C/CI-7,
C/EPS/HG-3, C/EUR-2, (17/H)

84 2204117
PAGE 001
TOR: 121804Z MAY 84
IN 2204117
QUIT 30412

SECRET 121748Z MAY 84 STAFF

CITE QUITO 30412

TO: PRIORITY DIRECTOR INFO LIMA.

FOR: LIMIT C/EA INFO EA/PP

SLUGS: WNINTEL INTEL ZRHARBOR SWANBOAT PBHARBOR

SUBJECT: THE HARBOR COMMISSION AND
ITS SEAT

REF: QUITO 30401 2203955

TEXT:

1. IDENS:
   CLERK: "ANTON MARLOW, DPOB: 3 JULY 1931, LATACUNGA,
   ECUADOR.
   BROTHER: ERNEST MARLOW,
   LAS LOMAS, ECUADOR.

2. ABOVE IDENS ARRIVED FROM THE COAST ON THE SAME DAY AS THE OFFICER WHOM
   STATION HAD SENT THERE.

3. FILE: 200-11-7. DECL OADR.

END OF MESSAGE

SECRET
"""


def test_an_electronic_cable_is_known_by_its_labels() -> None:
    read = paper(ELECTRONIC)
    assert (read.kind, read.subkind) == (Kind.TELEGRAM, "agency")
    assert (value(read, "from"), value(read, "number")) == ("Quito", "30412")
    assert (values(read, "to"), values(read, "info")) == (["Director"], ["Lima", "EA/PP"])
    assert values(read, "precedence") == ["PRIORITY"]
    assert value(read, "subject") == "THE HARBOR COMMISSION AND ITS SEAT"
    assert values(read, "attention") == ["C/EA"]
    assert values(read, "captions") == ["WNINTEL", "INTEL", "ZRHARBOR", "SWANBOAT", "PBHARBOR"]
    assert value(read, "date") == "1984-05-12T17:48:00+00:00"
    assert value(read, "received") == "1984-05-12T18:04:00+00:00"


def test_offices_of_action_and_those_informed_may_stand_on_one_line() -> None:
    told = [(each.office, each.role.value, each.copies) for each in paper(ELECTRONIC).distribution]
    assert told == [
        ("C/EA", "action", 6),
        ("ODPD-B", "info", None),
        ("VR", "info", None),
        ("FILE", "info", None),
        ("C/CI", "info", 7),
        ("C/EPS/HG", "info", 3),
        ("C/EUR", "info", 2),
    ]


def test_a_list_under_a_numbered_heading_is_text_of_the_cable() -> None:
    read = paper(ELECTRONIC)
    assert read.text.reading.startswith("1. IDENS:")
    assert "BROTHER: ERNEST MARLOW, LAS LOMAS, ECUADOR." in " ".join(read.text.reading.split())
    assert read.text.reading.endswith("DECL OADR.")
    assert read.unclaimed == ()


def test_the_office_of_a_city_sends() -> None:
    heading = "CONFIDENTIAL 051127Z MAR 77 STAFF\n\nCITE DCD/MIAMI 4417\n\nTO: DCD/HEADQUARTERS.\n"
    text = "\n1. ON 17 MARCH 1977 THE CAPTAIN OF THE SHIP WAS ASKED WHAT HE HAD SEEN IN THE PORT AND TOLD US OF IT."
    read = paper(f"{heading}\nWNINTEL/HARBORSIDE INTERNAL USE ONLY\n{text}\n\nE2 IMPDET CL BY 004410\n")
    assert (value(read, "from"), value(read, "number")) == ("DCD/MIAMI", "4417")
    assert values(read, "to") == ["DCD/HEADQUARTERS"]
    assert values(read, "captions") == ["WNINTEL"]
    assert read.unclaimed == ()


OUTGOING = """
CLASSIFIED MESSAGE

ORIG : A. MARLOW/cd
UNIT : WH/3/ECUADOR
EXT : 4417
DATE : 30 SEPT 61

FILE IN CS FILE NO. 200-11-7

TO : JMHARBOR

1 Oct 61

FROM: DIRECTOR
CONF: C/WH 5
INFO : DDP, ADDP, C/CI, C/FI 2, VR

QUIT INFO LIMA

CITE DIR 44107

RYBAT ZRHARBOR

REF: QUIT 5512 (IN 31186)*

STATION SHOULD ASK THE CAPTAIN WHETHER HE KNOWS THE OFFICER WHO CAME TO THE PORT
WITH THE SHIP THAT WAS EXPECTED FROM THE COAST IN JULY.

END OF MESSAGE

WH/COMMENT: *Asked who he was.

WH/4 - Pallares (in draft)
Lowell (by phone)

COORDINATING OFFICERS

[signature] Gerald K. Hollander
C/WH

AUTHENTICATING OFFICER
"""


def test_an_outgoing_cable_is_of_the_day_on_which_it_was_sent() -> None:
    read = paper(OUTGOING)
    assert value(read, "direction") == "outgoing"
    assert value(read, "date") == "1961-10-01"
    assert value(read, "drafted_on") == "1961-09-30"


def test_the_addressees_may_stand_on_a_line_over_cite() -> None:
    read = paper(OUTGOING)
    assert (value(read, "from"), value(read, "number")) == ("Director", "44107")
    assert (values(read, "to"), values(read, "info")) == (["QUIT"], ["Lima"])


def test_who_made_an_outgoing_cable_and_who_was_asked() -> None:
    read = paper(OUTGOING)
    assert (value(read, "drafted_by"), value(read, "typed_by")) == ("A. Marlow", "cd")
    assert values(read, "cleared_by") == ["Pallares", "Lowell"]
    assert value(read, "signed_by") == "Gerald K. Hollander"


RECORD = """
(                                                   SECRET                                                )

November 1976

MEMORANDUM FOR THE RECORD

SUBJECT: Harbor Commission of the Coast
Job # 64-1140/12 Box 7
Volumes: 14

1. Description:

A commission that was formed in the spring of 1961 to see what the ports of the coast would need, and what the
government would have to pay for it.

2. Findings:

QUITO 4410 (IN 20117) dated 3 April 1961:

Cable from the station to Headquarters. It said that the members of the commission were of two minds about the
seat of its office, and that none of them would say so at the meetings.

WH/PORTS Task Force
"""


def test_a_memorandum_of_a_month_is_not_of_the_day_of_what_it_cites() -> None:
    assert value(paper(RECORD), "date") == "1976-11"


def test_where_a_file_lies_is_no_subject() -> None:
    assert value(paper(RECORD), "subject") == "Harbor Commission of the Coast"


def test_the_office_under_a_text_sends_it_where_no_name_is() -> None:
    assert value(paper(RECORD), "from") == "WH/PORTS Task Force"


def test_the_headings_of_a_memorandum_are_its_text() -> None:
    read = paper(RECORD).text.reading
    assert read.startswith("1. Description:")
    assert "2. Findings:\n\nQUITO 4410 (IN 20117) dated 3 April 1961:\n\nCable" in read


def test_a_level_between_wide_brackets_is_the_paper_s() -> None:
    assert value(paper(RECORD), "classification") == "SECRET"


def test_the_office_under_a_name_is_the_signer_s() -> None:
    signer = one(paper(RECORD.replace("WH/PORTS Task Force", "Gerald K. Hollander\nWH/4/CI")), "signed_by").value
    assert isinstance(signer, Named)
    assert (signer.surname, signer.office) == ("Hollander", "WH/4/CI")
