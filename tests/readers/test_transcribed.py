"""Papers as vision models print them: each line a paragraph, labels with a colon, the foot of a form under the text."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, papers, value, values

from onionskin.record.fields import Enclosure, Kind

DISPATCH = """
# DISPATCH

TO: Chiefs of certain Stations

INFO:

FROM: Chief, ZRHARBOR

SUBJECT: Visits of Ships to Ports of the Gulf

ACTION REQUIRED: Paragraph 3

REFERENCES:

A. QUITO 4410, dated 9 May 1961

B. DIR 51772, dated 12 May 1961

C. HNQA 9123, dated 2 June 1961

1. The stations which received Reference A are asked to send what the port authorities tell them of ships that are
expected in the coming month, with the names of their masters.

2. Reports are to be sent by pouch.

(CONTINUED)

DATE TYPED: 19 June 61

DATE DISPATCHED: JUN 22 1961

HNQA-9188

OFFICE: WH/4 EXT. 2311

DISPATCH
"""


def test_a_dispatch_is_one_paper_from_its_title_to_the_words_at_its_foot() -> None:
    read = paper(DISPATCH)
    assert (read.kind, read.subkind) == (Kind.DESPATCH, "agency")
    assert values(read, "to") == ["Chiefs of certain Stations"]
    assert value(read, "from") == "Chief, ZRHARBOR"
    assert value(read, "subject") == "Visits of Ships to Ports of the Gulf"
    assert value(read, "number") == "HNQA-9188"


def test_of_two_days_the_typed_one_is_the_dispatch_s() -> None:
    assert value(paper(DISPATCH), "date") == "1961-06-19"
    beside = DISPATCH.replace("DATE TYPED: 19 June 61", "19 June 61  22 JUN 1961").replace("DATE DISPATCHED", "")
    assert value(paper(beside), "date") == "1961-06-19"


def test_a_list_of_references_goes_on_over_blank_lines() -> None:
    cited = [(each.number, each.from_, each.date) for each in paper(DISPATCH).references]
    assert cited == [("4410", "Quito", "1961-05-09"), ("51772", "DIR", "1961-05-12"), ("HNQA-9123", None, "1961-06-02")]


def test_a_dispatch_to_many_posts_has_the_number_of_a_book() -> None:
    read = paper(DISPATCH.replace("HNQA-9188", "Book Dispatch No. 4310"))
    assert value(read, "number") == "Book Dispatch No. 4310"


def test_the_name_in_capitals_under_the_text_signs_a_dispatch() -> None:
    read = paper(DISPATCH.replace("(CONTINUED)", "GERALD K. HOLLANDER"))
    assert value(read, "signed_by") == "Gerald K. Hollander"


FORM_OF_THE_FIFTIES = """
VIA: A I R
(SPECIFY AIR OR SEA POUCH)

DISPATCH NO. HNQA-1140

TO: Chief, WHD

FROM: Chief of Station, Quito

SUBJECT: GENERAL- Operational

ACTION REQUIRED: For information, see Paragraph 2.

1. The captain of the ship that came in on Monday has told the officer of the port whom he met at sea in the
spring, and what the men whom he took on board there said of their plans for the summer.

DATE TYPED:
5 May 58

DATE DISPATCHED:
MAY 9 1958

Gerald K. HOLLANDER

APPROVED: May 12. 1958

Attachments:
1 - Photographs, 2cys h/w
2 - List of the Crew, 2cys h/w

Distribution:
4 - EA/HAR w/atts 1, and 3 h/w
1 - Hqs.
"""


def test_a_dispatch_of_the_fifties_by_its_labels() -> None:
    read = paper(FORM_OF_THE_FIFTIES)
    assert value(read, "number") == "HNQA-1140"
    assert value(read, "date") == "1958-05-05"
    assert value(read, "signed_by") == "Gerald K. Hollander"
    names = [each.value.name for each in read.many("enclosures") if isinstance(each.value, Enclosure)]
    assert names == ["Photographs, 2cys h/w", "List of the Crew, 2cys h/w"]
    assert values(read, "copies_to") == ["EA/HAR", "Hqs"]
    assert read.text.reading.startswith("1. The captain")


def test_a_title_that_ends_its_page_begins_no_paper() -> None:
    memorandum = "MEMORANDUM FOR THE RECORD\n\nThe ships came in on Monday and left two days later.\n\nMEMORANDUM\n"
    assert len(papers(memorandum)) == 1


MEMORANDUM = """
# SECRET

HRB-118-71
9 March 1971

MEMORANDUM FOR: Chief, Tampa Field Office

FROM : Chief, Harbor Section,
Maritime Services Division

SUBJECT: Pilots of the Port

1. Please ask the pilots for the names of the ships which they have taken into the port since the first of the year.

![Signature of WALTER R. HOLLANDER]
"""


def test_an_office_that_ends_with_its_comma_goes_on_below() -> None:
    assert value(paper(MEMORANDUM), "from") == "Chief, Harbor Section, Maritime Services Division"


def test_the_letters_and_number_beside_the_day_number_a_memorandum() -> None:
    assert value(paper(MEMORANDUM), "number") == "HRB-118-71"
    assert value(paper(MEMORANDUM.replace("HRB-118-71", "BY HAND 2")), "number") is None


def test_a_hand_that_the_transcriber_names_signs() -> None:
    assert value(paper(MEMORANDUM), "signed_by") == "Walter R. Hollander"


def test_one_short_sentence_may_be_all_that_a_note_says() -> None:
    note = "MEMORANDUM FOR: Mr. Hollander\n\nAs you have asked.\n\nRICHARD P. WALSH, JR\n\n9 March 1971\n"
    read = paper(note)
    assert read.text.reading.startswith("As you have asked.")
    assert value(read, "signed_by") == "Richard P. Walsh Jr."


LETTER = """LIMITED OFFICIAL USE

Lagos, Nigeria
April 19, 1967

Grant H. Harrow, Esquire
American Consul General
American Consulate General
Kaduna

With this goes a memorandum which I have sent to the Harbor Section in response to the one that was
furnished to me on the subject of the pilots, which you brought up in your letter of April 9.

Sincerely,

7cnsulate Genera! oi
United States cf Amcr

Philip Walsh
Deputy Chief of Mission
"""


def test_whoever_is_styled_esquire_has_the_letter() -> None:
    read = paper(LETTER)
    assert read.kind is Kind.LETTER
    assert [str(each) for each in values(read, "to")] == ["Grant H. Harrow"]


def test_a_stamp_across_the_signature_does_not_hide_the_name_below_it() -> None:
    assert value(paper(LETTER), "signed_by") == "Philip Walsh"


@pytest.mark.parametrize("printed", ["THE RECORD", "THE RE CORD", "THE RECORD OF THE MEETING OF THE PILOTS"])
def test_a_memorandum_for_the_record_is_for_it_whatever_it_is_a_record_of(printed: str) -> None:
    read = paper(MEMORANDUM.replace("Chief, Tampa Field Office", printed))
    assert [str(each) for each in values(read, "to")] == ["The Record"]


def test_what_a_transcriber_says_of_ink_without_words_is_no_text() -> None:
    read = paper(f"{MEMORANDUM}\n[Figure: seal of the Harbor Section]\n\n![logo](logo.png)\n\n[^1]: (S)\n")
    assert "seal" not in read.text.reading
    assert not any("seal" in line.text or "^1" in line.text for line in read.unclaimed)


FOUND = """# UNITED STATES GOVERNMENT

Memorandum

TO: Mr. H. Harrow  DATE: February 13, 1970

FROM: P. Walsh

SUBJECT: PILOTS OF THE PORT

ALL INFORMATION CONTAINED HEREIN IS URCLASSIFIED EXCEPT WHERE SHOWN OTHERWISE.

The office of the pilots told the agent on the day before that the ships would not be taken in at night.

Classified by 4410
Exempt from GDS, Category 2
Date of Declassification Indefinite
"""


def test_the_stamp_over_a_memorandum_s_text_does_not_make_a_telegram_of_it() -> None:
    read = paper(FOUND)
    assert read.kind is Kind.MEMORANDUM
    assert value(read, "from") == "P. Walsh"


def test_the_exemption_from_the_schedule_is_a_stamp() -> None:
    exempting = [each for each in paper(FOUND).stamps if "GDS" in each.form]
    assert [(each.kind.value, each.executed_by) for each in exempting] == [("downgrading", "4410")]


def test_a_misread_year_long_before_the_others_is_not_the_paper_s() -> None:
    beside = DISPATCH.replace("DATE TYPED: 19 June 61", "19 June 1961  22 JUN 1901").replace("DATE DISPATCHED", "")
    assert value(paper(beside), "date") == "1961-06-19"


def test_the_stamp_of_a_review_for_information_requests_is_no_text() -> None:
    read = paper(DISPATCH.replace("(CONTINUED)", "Document Number 310-217 BD\n\nfor FOIA Review on SEP 1976"))
    assert [(each.office, str(each.date.value)) for each in read.stamps] == [("CIA", "1976-09")]
    assert "FOIA" not in read.text.reading


def test_a_dispatch_that_speaks_of_a_commission_is_the_agency_s() -> None:
    read = paper(DISPATCH.replace("Visits of Ships", "Commission on the Visits of Ships"))
    assert (read.kind, read.subkind) == (Kind.DESPATCH, "agency")
