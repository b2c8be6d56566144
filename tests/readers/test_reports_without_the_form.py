"""Information reports of which the form was not kept: transcribed by the paragraph, or typed on plain paper."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, value

from onionskin.record.fields import Kind, OtherNumber

TRANSCRIBED = """
# TELEGRAM INFORMATION REPORT TELEGRAM

CENTRAL INTELLIGENCE AGENCY

This material contains information affecting the National Defense of the United States within the meaning of the \
Espionage Laws, Title 18, U.S.C. Secs. 793 and 794, the transmission or revelation of which in any manner to an \
unauthorized person is prohibited by law.

CLASSIFICATION - DISSEMINATION CONTROLS

**SECRET** NO FOREIGN DISSEM

(When Filled In)

COUNTRY SOUTH VIETNAM REPORT NO. TDCS DB-3/604,118

SUBJECT PLANS OF THE PROVINCE COMMITTEE

DATE DISTR. 2 MAY 1963

PLACE & DATE ACO. VIETNAM, SAIGON (1 MAY 1963)

REFERENCES IN 41207

FIELD REPORT NO. FVS-7315

SOURCE AN OFFICIAL OF THE PROVINCE WHO WAS TOLD OF THEM BY THE SECRETARY OF THE COMMITTEE \
AND HAS REPORTED FOR A YEAR.

APPRAISAL: IT IS PROBABLE THAT THE COMMITTEE HAS MADE SUCH PLANS. \
WHETHER IT CAN CARRY THEM OUT IN THIS YEAR IS NOT KNOWN.

SUMMARY: THE COMMITTEE OF THE PROVINCE HAS DECIDED THAT THE ROADS TO THE COAST ARE TO BE CLOSED \
BEFORE THE RAINS COME.

1. THE COMMITTEE MET IN APRIL AND DECIDED THAT THE ROADS TO THE COAST WERE TO BE CLOSED, AS \
HKD-2109, TDCS-3/518,204, SAID OF

STATE/INR DIA ARMY/ACSI NAVY AIR JCS SECDEF NSA. NIC

STATE/DIR

FORM 1K OBSOLETE PREVIOUS EDITIONS.
\f
SECRET NO FOREIGN DISSEM TDCS DB-3/604,118 IN

PAGE TWO

ITS PLANS.

2. FIELD DISSEM. STATE (AMBASSADOR MARLOW) USMACV 9TH FIELD STATION

CINCPAC. END OF MESSAGE
"""


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("country", "SOUTH VIETNAM"),
        ("number", "TDCSDB-3/604,118"),
        ("date", "1963-05-02"),
        ("place", "VIETNAM, SAIGON"),
        ("acquired", "1963-05-01"),
    ],
)
def test_a_report_of_which_each_paragraph_was_transcribed_as_one_line(name: str, says: str) -> None:
    assert value(paper(TRANSCRIBED), name) == says


def test_a_value_that_is_a_paragraph_has_no_more_lines_below() -> None:
    read = paper(TRANSCRIBED)
    assert str(value(read, "sources")).endswith("REPORTED FOR A YEAR.")
    assert str(value(read, "appraisal")).endswith("THIS YEAR IS NOT KNOWN.")


def test_the_heads_and_feet_of_its_pages_are_neither_text_nor_left_over() -> None:
    read = paper(TRANSCRIBED)
    assert read.unclaimed == ()
    assert read.text.reading.startswith("SUMMARY: THE COMMITTEE OF THE PROVINCE")
    assert read.text.reading.endswith("SAID OF ITS PLANS.")
    assert [ref.text for ref in read.references] == ["HKD-2109", "TDCS-3/518,204"]
    numbers = [reading.value for reading in read.many("other_numbers")]
    assert [number.number for number in numbers if isinstance(number, OtherNumber)] == ["41207", "FVS-7315"]


def test_those_who_had_a_report_are_its_distribution() -> None:
    given = {entry.office: entry.for_ for entry in paper(TRANSCRIBED).distribution}
    assert list(given)[:6] == ["STATE/INR", "DIA", "ARMY/ACSI", "NAVY", "AIR", "JCS"]
    assert list(given)[-4:] == ["STATE", "USMACV", "9TH FIELD STATION", "CINCPAC"]
    assert given["STATE"] == "AMBASSADOR MARLOW"


SHORT = """
SECRET

CIA INFORMATION REPORT

COUNTRY PERU

SUBJECT STRIKES IN THE MINES

DOI MARCH 1962

PADA PERU, LIMA, 7 MARCH 1962

APPR 3

SOURCE ENGINEER OF THE COMPANY WHO WAS TOLD OF IT BY THE LEADERS OF THE UNION \
AT THE MEETING OF THE MINERS IN THE CAPITAL

SECRET UTB-2104

THE MINERS OF THE PROVINCE HAVE BEEN TOLD BY THEIR LEADERS THAT THE WAGES OF THE AUTUMN WILL NOT BE \
PAID BEFORE THE YEAR ENDS.

FIELD DISSEM U.S. MISSION

UTB-2104 8 MARCH 1962
"""


def test_a_report_without_the_form_has_its_number_and_day_under_the_text() -> None:
    read = paper(SHORT)
    assert (value(read, "number"), value(read, "date")) == ("UTB-2104", "1962-03-08")
    assert (value(read, "place"), value(read, "acquired")) == ("PERU, LIMA", "1962-03-07")
    assert value(read, "information_date") == "1962-03"
    assert read.text.reading.startswith("THE MINERS OF THE PROVINCE")
    assert read.text.reading.endswith("BEFORE THE YEAR ENDS.")
    assert [given.office for given in read.distribution] == ["U.S. MISSION"]
    assert read.unclaimed == ()


PLAIN = """
DRAFT

SECRET

16 MAY 1961

HARBOR WORKS PROGRESS REPORT

7-14 May 1961

1.  An agent of the company who was sent to the coast on 2 March 1961 has come back with what he was told there.

2.  The union of the miners will not be asked again before the autumn, when its leaders are back from the capital.

CENTRAL INTELLIGENCE AGENCY
INFORMATION REPORT
"""


def test_a_report_on_plain_paper_has_its_day_and_title_alone_on_their_lines() -> None:
    read = paper(PLAIN)
    assert (read.kind, read.subkind) == (Kind.REPORT, "intelligence")
    assert value(read, "date") == "1961-05-16"
    assert value(read, "title") == "HARBOR WORKS PROGRESS REPORT"
    assert value(read, "number") is None


NUMBERED = """
SECRET

NO FOREIGN DISSEM

OCI No. 2341/63

23 April 1963

The Harbor Commission's Coming Visit to the Coast

1.  The first report on the visit came from a source who has known a member of the Commission for many years.

2.  The substance of the report was that the Commission means to see the works at the mouth of the river in May.
"""


def test_a_paper_that_bears_the_number_of_an_estimate_is_one_of_intelligence() -> None:
    read = paper(NUMBERED)
    assert (read.kind, read.subkind) == (Kind.REPORT, "intelligence")
    assert (value(read, "number"), value(read, "date")) == ("OCI No. 2341/63", "1963-04-23")
    assert value(read, "title") == "The Harbor Commission's Coming Visit to the Coast"
    assert read.text.reading.startswith("1. The first report")
