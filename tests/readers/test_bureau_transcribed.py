"""The Bureau's papers as vision models print them: memoranda that go on under their own heads, airtels."""

from __future__ import annotations

from tests.readers.reading import paper, papers, value, values

from onionskin.record.fields import Kind

MEMORANDUM = """
OPTIONAL FORM NO. 10

UNITED STATES GOVERNMENT

Memorandum

TO: Mr. W. R. Marlow

FROM: E. S. Pallares

SUBJECT: SHIPMENTS OF ORE

1 - Mr. A. B. Marlow

1 - Mr. C. D. Trask

Reference San Juan airtel 12/9/73.

The purpose of this memorandum is to tell what the files of the office have on the shipments of ore to the coast.

ABC:def (5)

CONTINUED - OVER
\f
Memorandum to Mr. W. R. Marlow

Re: Shipments of Ore

ACTION:

None. For information.

- 1a -
\f
Memorandum to Mr. W. R. Marlow

Re: Shipments of Ore

DETAILS:

According to the files of the office the ore was brought to the coast by the company that had bought it there.

- 2 -
"""


def test_a_page_headed_by_whom_the_memorandum_is_to_and_what_it_is_about_goes_on() -> None:
    read = paper(MEMORANDUM)
    assert read.kind is Kind.MEMORANDUM
    assert [page.n for page in read.pages] == [1, 2, 3]
    assert "Re: Shipments" not in read.text.reading
    assert {line.text for line in read.unclaimed} <= {"ACTION:", "None. For information.", "CONTINUED - OVER"}


def test_the_paper_that_is_answered_opens_the_text_and_lends_no_day() -> None:
    read = paper(MEMORANDUM)
    assert read.text.reading.startswith("Reference San Juan airtel 12/9/73.")
    assert [ref.text for ref in read.references] == ["San Juan airtel 12/9/73"]
    assert value(read, "date") is None


def test_those_who_had_copies_stand_at_the_head() -> None:
    given = [(entry.office, entry.copies) for entry in paper(MEMORANDUM).distribution]
    assert given == [("Mr. A. B. Marlow", 1), ("Mr. C. D. Trask", 1)]


AIRTEL = """
FBI

Date: 11/18/58

Transmit the following in

Via AIRTEL

(Type in plain text or code) AIRMAIL

(Priority or Method of Mailing)

TO: DIRECTOR, FBI

FROM: SAC, SAN JUAN (105- )

SHIPMENTS OF ORE

Enclosed are five copies of a memorandum on the shipments of ore. The source of what it says is known to this office.
"""


def test_what_the_form_of_an_airtel_prints_is_no_text() -> None:
    read = paper(AIRTEL)
    assert (read.kind, read.subkind) == (Kind.AIRGRAM, "airtel")
    assert value(read, "date") == "1958-11-18"
    assert read.text.reading.startswith("Enclosed are five copies")


FORM = """
JFK Assassination System
Identification Form

AGENCY: FBI
RECORD NUMBER: 124-10000-10001
RECORD SERIES: HQ
AGENCY FILE NUMBER: 2-1818-31
ORIGINATOR: FBI
TITLE:
DATE: 10/14/1957
PAGES: 7
DOCUMENT TYPE: PAPER
CURRENT STATUS: Redact
"""
SOURCES = """
Identity
of Source
Date of Activity
or Description
File Number
Where
Located
T-1
ANTON MARLOW,
Superintendent of
the Union Building
3/12/58
T-2
ERNEST PALLARES,
Officer, Harbor
Supply Co.
NW 48213 DocId:31504926 Page 2
"""


def test_columns_behind_an_identification_form_are_a_paper_of_their_own() -> None:
    assert [[page.n for page in read.pages] for read in papers(f"{FORM}\f{SOURCES}")] == [[1], [2]]


def test_an_officer_behind_scrawl_and_an_office_with_its_file_stand_behind_their_labels() -> None:
    worn = AIRTEL.replace("DIRECTOR, FBI", "KRW 4-2-97 DIRECTOR, FBI").replace("SAC, SAN JUAN", "SAN PEDRO")
    read = paper(worn)
    assert [str(each) for each in values(read, "to")] == ["Director, FBI"]
    assert value(read, "from") == "SAN PEDRO"
