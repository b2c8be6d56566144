"""Agencies' own forms: cables, dispatches, airtels."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, papers, state, value, values

from onionskin.record.fields import Kind
from onionskin.record.reading import ReadingState

CABLE = """
    CLASSIFIED MESSAGE                         ROUTING
    TO     : DIRECTOR
    FROM   : JMWAVE
    ACTION : C/SAS 5
    INFO   : DDP, ADDP, CI/OPS 2
    S E C R E T 270258Z                        27 NOV 63 IN 68499
    PRIORITY DIR INFO ROME CITE WAVE 8201
       1. FOLLOWING WILL BE SENT BY THE STATION TO THE GROUP AS SOON AS IT HAS BEEN TRANSLATED AND
    CHECKED BY THE OFFICER WHO WROTE IT FOR US LAST WEEK.
       2. PLEASE ADVISE WHETHER HEADQUARTERS HAS ANY OBJECTION TO THE TEXT AS IT STANDS NOW.
"""
DISPATCH = """
    DISPATCH           CLASSIFICATION              PROCESSING
                       S E C R E T                 MARKED FOR INDEXING
    TO
    Chief of Station, Quito
    Chief of Base, Guayaquil
    INFO                                           NO INDEXING REQUIRED
    FROM
    Chief, WH
    SUBJECT
    Report of a Visitor on the New Government
    ACTION REQUIRED - REFERENCES
    Reference: UFGA-2719, dated 14 October 1959

    1. The following paragraphs are quoted from a report on an interview with the visitor, who has just
    returned from a trip to the country and who offered to write about it for the press.

    DATE TYPED          DATE DISPATCHED
    5 Oct 1960          OCT 6 1960
    DISPATCH SYMBOL AND NUMBER
    HNQW-2393
"""
AIRTEL = """
    FD-36 (Rev. 12-13-56)
                                        Date:   1/8/65
    Transmit the following in
                               (Type in plain text or code)
    Via    AIRTEL
    TO     Director, FBI (100-409763)
    FROM   Legat, Bern (105-284) (P)
    Re Bern letter of last week.
    The office was informed in confidence that the speaker is to be in Zurich during the next two weeks,
    and that his talk is sponsored by the movement against atomic armament.
"""


def test_a_cable_is_read_from_its_heading() -> None:
    read = paper(CABLE)
    assert (read.kind, read.subkind) == (Kind.TELEGRAM, "agency")
    assert values(read, "to") == ["Director"]
    assert values(read, "info") == ["Rome"]
    assert value(read, "from") == "WAVE"
    assert value(read, "number") == "8201"
    assert value(read, "series") is None
    assert values(read, "precedence") == ["PRIORITY"]
    assert [(x.office, x.role.value, x.copies) for x in read.distribution][-1] == ("CI/OPS", "info", 2)


def test_the_stamp_lends_a_group_its_month() -> None:
    read = paper(CABLE)
    assert value(read, "date") == "1963-11-27T02:58:00+00:00"
    assert state(read, "date") is ReadingState.INFERRED
    assert value(read, "received") == "1963-11-27"


def test_the_second_page_of_a_cable_is_no_paper_of_its_own() -> None:
    second = """
    CLASSIFIED MESSAGE        ROUTING        CONF
    SECRET                    IN 68499       PAGE 2
    3. FURTHER DETAILS ON THE MATTER WILL BE SENT BY POUCH AS SOON AS THEY HAVE BEEN RECEIVED HERE.
"""
    assert len(papers(f"{CABLE}\f{second}")) == 1


def test_the_boxes_of_a_dispatch_hold_what_stands_under_them() -> None:
    read = paper(DISPATCH)
    assert (read.kind, read.subkind) == (Kind.DESPATCH, "agency")
    assert values(read, "to") == ["Chief of Station, Quito", "Chief of Base, Guayaquil"]
    assert value(read, "from") == "Chief, WH"
    assert value(read, "subject") == "Report of a Visitor on the New Government"


def test_labels_that_stand_under_one_another_tell_no_box() -> None:
    stacked = DISPATCH.replace("    FROM\n", "").replace("    TO\n", "    TO.\n    INFO.\n    FROM\n")
    read = paper(stacked)
    assert values(read, "to") == ["Chief of Station, Quito", "Chief of Base, Guayaquil"]
    assert value(read, "from") == "Chief, WH"


def test_what_the_form_prints_under_a_subject_ends_it_when_misread_too() -> None:
    read = paper(DISPATCH.replace("ACTION REQUIRED - REFERENCES", "AOTION REQUIRED . REFERENCES"))
    assert value(read, "subject") == "Report of a Visitor on the New Government"


def test_the_number_may_stand_under_cite_dir() -> None:
    under = "    TYPIC                CITE DIR\n    CI SI BP                71460"
    read = paper(CABLE.replace("    PRIORITY DIR INFO ROME CITE WAVE 8201", under))
    assert (value(read, "from"), value(read, "number")) == ("Director", "71460")


def test_a_form_that_prints_to_info_and_cite_side_by_side_has_them_in_the_row_below() -> None:
    row = "    TO        INFO        CIRE\n    DIR WAVE              KNGS 0415"
    head = "    TO     : DIRECTOR\n    FROM   : JMWAVE\n    ACTION : C/SAS 5\n    INFO   : DDP, ADDP, CI/OPS 2\n"
    read = paper(CABLE.replace(head, "").replace("    PRIORITY DIR INFO ROME CITE WAVE 8201", row))
    assert values(read, "to") == ["Director", "WAVE"]
    assert (value(read, "from"), value(read, "number")) == ("KNGS", "0415")


def test_a_dispatch_refers_to_others_by_their_numbers() -> None:
    lines = "Reference: A) HNQA-12821 (25 June 1962)\n                 B) DIR 41221"
    typed = DISPATCH.replace("Reference: UFGA-2719, dated 14 October 1959", lines)
    cited = [(x.kind.value, x.number, x.from_, x.date) for x in paper(typed).references]
    assert cited == [("document", "HNQA-12821", None, "1962-06-25"), ("telegram", "41221", "DIR", None)]


def test_a_cable_refers_to_others_that_are_not_the_department_s() -> None:
    refs = "    REFS: A. QUITO 6727 (IN 32525)\n          B. WAVE 8071 (IN 61744)\n       1. FOLL"
    cited = paper(CABLE.replace("       1. FOLL", refs)).references
    assert [(x.number, x.from_, x.to, x.direction) for x in cited] == [
        ("6727", "Quito", None, None),
        ("8071", "WAVE", None, None),
    ]


def test_the_head_of_a_continuation_sheet_is_no_text() -> None:
    head = """CONTINUATION OF   CLASSIFICATION   DISPATCH SYMBOL AND NUMBER
    DISPATCH          S E C R E T       HNQW-2393"""
    foot = "He was asked to write to the officer who had known him since the beginning of the year and whose"
    rest = "address he gave to the visitor, who was to see to it that the letter would reach him there."
    read = paper(f"{DISPATCH}\n    2. {foot}\f{head}\n\n    {rest}").text.reading
    assert f"{foot} {rest}" in read
    assert "CONTINUATION" not in read


def test_a_worn_head_of_a_cable_is_no_text() -> None:
    worn = """FILE NIE ☐ BET. TO BRAWCH ☐   RCPRODUCTION PROMIBITED
    ACTION WH 8   RID COPY ADVANCE COPY   WAIT   UNIT   1"""
    read = paper(CABLE.replace("    S E C R E T 27", f"    {worn}\n    S E C R E T 27")).text.reading
    assert read.startswith("1. FOLLOWING")


def test_a_dispatch_is_of_the_day_it_was_typed_and_not_of_its_reference() -> None:
    read = paper(DISPATCH)
    assert value(read, "date") == "1960-10-05"
    assert value(read, "number") == "HNQW-2393"


def test_without_its_labels_the_last_officer_of_a_dispatch_is_the_sender() -> None:
    worn = (
        DISPATCH.replace("    TO\n", "")
        .replace("    FROM\n", "    HROM.\n")
        .replace("Station, Quito", "Statioa, Quito")
    )
    read = paper(worn)
    assert value(read, "from") == "Chief, WH"
    assert read.one("from").reason  # type: ignore[union-attr]


def test_an_airtel_is_of_its_own_day_and_not_of_its_blank() -> None:
    read = paper(AIRTEL)
    assert (read.kind, read.subkind) == (Kind.AIRGRAM, "airtel")
    assert value(read, "date") == "1965-01-08"
    assert values(read, "to") == ["Director, FBI"]
    assert value(read, "from") == "Legat, Bern"


def test_a_carbon_names_whom_it_is_for_and_then_who_writes() -> None:
    read = paper("""
        Director, FBI (62-109090)                     10-28-64
        Legat, Paris (62-148) (P)

        Enclosed for the Bureau is one copy of a memorandum along with a copy of the letter that is
        mentioned in it. The Paris office has referred this matter to the staff for investigation.
    """)
    assert read.kind is Kind.MEMORANDUM
    assert values(read, "to") == ["Director, FBI"]
    assert value(read, "from") == "Legat, Paris"
    assert value(read, "date") == "1964-10-28"
    assert "two officers" in read.reasons[0]


@pytest.mark.parametrize(
    ("printed", "day", "state_of"),
    [
        ("Date:   1/8/65", "1965-01-08", ReadingState.FOUND),
        ("DATE:1/8/65", "1965-01-08", ReadingState.FOUND),
        ("Date: l/8/6.5", "1965-01-08", ReadingState.DOUBTFUL),
    ],
)
def test_the_day_of_an_airtel_stands_behind_its_label(printed: str, day: str, state_of: ReadingState) -> None:
    read = paper(AIRTEL.replace("Date:   1/8/65", printed))
    assert value(read, "date") == day
    assert state(read, "date") is state_of


def test_an_airtel_is_not_older_than_the_letter_that_it_cites() -> None:
    read = paper(AIRTEL.replace("1/8/65", "1/8/64").replace("letter of last week", "letter 1/5/65"))
    assert value(read, "date") == "1965-01-08"
    assert state(read, "date") is ReadingState.INFERRED
    assert "cited" in read.one("date").reason  # type: ignore[union-attr]


def test_the_day_in_a_subject_is_not_the_airtel_s() -> None:
    undated = AIRTEL.replace("Date:   1/8/65", "").replace(
        "    Re Bern", "    EXPLOSION IN THE HARBOUR 11/2/64,\n    Re Bern"
    )
    assert value(paper(undated), "date") is None


def test_the_day_of_a_dispatch_is_known_with_a_letter_of_its_month_misread() -> None:
    read = paper(DISPATCH.replace("5 Oct 1960          OCT 6 1960", "5 0ct 60          0CT 6 060"))
    assert value(read, "date") == "1960-10-05"


def test_the_day_a_dispatch_was_typed_may_have_the_mail_room_s_misread_beside_it() -> None:
    read = paper(DISPATCH.replace("5 Oct 1960          OCT 6 1960", "5 Oct 1960 0CR 15\n    29 November 1961"))
    assert value(read, "date") == "1960-10-05"


def test_a_post_is_named_as_the_form_spells_it() -> None:
    read = paper(
        CABLE.replace("TO     : DIRECTOR", "TO     : QUITO")
        .replace("FROM   : JMWAVE", "FROM   : DIRECTOR")
        .replace("PRIORITY DIR INFO ROME CITE WAVE 8201", "TO PRITY QUIT   INFO   CITE DIR   82011")
    )
    assert values(read, "to") == ["Quito"]
    assert value(read, "from") == "Director"


def test_of_two_stamps_the_one_near_the_group_lends_its_month() -> None:
    read = paper(CABLE.replace("                                ROUTING", "   3 MAR 1964 "))
    assert value(read, "date") == "1963-11-27T02:58:00+00:00"


OUTGOING = """
    CLASSIFIED MESSAGE
    DATE: 21 AUGUST 1962
    TO   QUITO
    FROM DIRECTOR
    INFO   CITE DIR 62932
    PLAYFUL HARBOUR
       1. FOLLOWING WILL BE SENT BY THE STATION TO THE GROUP AS SOON AS IT HAS BEEN TRANSLATED AND
    CHECKED BY THE OFFICER WHO WROTE IT FOR US LAST WEEK.
"""


def test_the_slug_under_cite_is_no_addressee() -> None:
    assert values(paper(OUTGOING), "to") == ["Quito"]


def test_a_value_may_stand_under_its_label() -> None:
    split = OUTGOING.replace("TO   QUITO", "TO\n    QUITO").replace("FROM DIRECTOR", "FROM\n    DIRECTOR")
    read = paper(split)
    assert values(read, "to") == ["Quito"]
    assert value(read, "from") == "Director"


def test_the_time_of_receipt_is_not_when_a_cable_was_sent() -> None:
    read = paper("""
    CABLE SEC DISSEM            TOTAL COPIES
    T 123456   PAGE 01   IN 123456
    TOR:270120Z MAY 72   QUIT 44100
    S E C R E T 261218Z MAY 72 STAFF
    CITE QUITO 44100
    TO: DIRECTOR INFO LIMA.
       1. FOLLOWING WILL BE SENT BY THE STATION TO THE GROUP AS SOON AS IT HAS BEEN TRANSLATED AND
    CHECKED BY THE OFFICER WHO WROTE IT FOR US LAST WEEK.
    """)
    assert value(read, "date") == "1972-05-26T12:18:00+00:00"
    assert values(read, "to") == ["Director"]


def test_a_precedence_that_lost_its_ends_is_no_addressee() -> None:
    """`IORIT DIR CITE WAVE 8201`, the first letters and the last under a punched hole."""
    worn = paper(CABLE.replace("PRIORITY DIR", "IORIT DIR"))
    assert values(worn, "to") == ["Director"]
    assert values(worn, "precedence") == ["PRIORITY"]
    reading = worn.fields["precedence"]
    assert isinstance(reading, tuple)
    assert [(each.state, each.as_printed) for each in reading] == [(ReadingState.DOUBTFUL, "IORIT")]
