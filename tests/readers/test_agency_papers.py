"""Agencies' own forms: cables, dispatches, airtels, information reports."""

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
    Reference: UFGA-4088, dated 14 October 1959

    1. The following paragraphs are quoted from a report on an interview with the visitor, who has just
    returned from a trip to the country and who offered to write about it for the press.

    DATE TYPED          DATE DISPATCHED
    5 Oct 1960          OCT 6 1960
    DISPATCH SYMBOL AND NUMBER
    HNQW-2393
"""
REPORT = """
    TELEGRAM  INFORMATION REPORT  TELEGRAM
    CENTRAL INTELLIGENCE AGENCY
    CONFIDENTIAL        NO FOREIGN DISSEM
    COUNTRY   SOUTH VIETNAM              REPORT NO.   TDCS-3/544,961
    SUBJECT   CONCENTRATION ON THE       DATE DISTR.  25 APRIL 1963
    CAPITAL AREA
    DATE OF                              PRECEDENCE   ROUTINE
    INFO.     LATE MARCH-EARLY APRIL 1963
    PLACE &   VIETNAM, SAIGON (8 APRIL 1963)
    DATE ACQ.
    APPRAISAL 3                          FIELD REPORT NO.  FVS-8792
    THIS IS UNEVALUATED INFORMATION. SOURCE GRADINGS ARE DEFINITIVE.
    SOURCE    AN OFFICIAL SERVICE OF THE GOVERNMENT.

    1. IN EARLY APRIL 1963 THE OFFICIALS OF THE ZONE WERE INFORMED THAT THE ACTIVITY IN THE CAPITAL WOULD
    BE INCREASED AND THAT EVERY DISTRICT MUST DEVELOP ITS OWN GROUPS.
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


def test_a_dispatch_refers_to_others_by_their_numbers() -> None:
    lines = "Reference: A) HNQA-12821 (25 June 1962)\n                 B) DIR 41221"
    typed = DISPATCH.replace("Reference: UFGA-4088, dated 14 October 1959", lines)
    cited = [(x.kind.value, x.number, x.from_, x.date) for x in paper(typed).references]
    assert cited == [("document", "HNQA-12821", None, "1962-06-25"), ("telegram", "41221", "DIR", None)]


def test_a_cable_refers_to_others_that_are_not_the_department_s() -> None:
    refs = "    REFS: A. QUITO 6727 (IN 32525)\n          B. WAVE 8071 (IN 66867)\n       1. FOLL"
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


def test_an_information_report_has_two_columns() -> None:
    read = paper(REPORT)
    assert (read.kind, read.subkind) == (Kind.REPORT, "intelligence")
    assert value(read, "date") == "1963-04-25"
    assert value(read, "number") == "TDCS-3/544,961"
    assert value(read, "country") == "SOUTH VIETNAM"
    assert value(read, "subject") == "CONCENTRATION ON THE CAPITAL AREA"
    assert value(read, "place") == "VIETNAM, SAIGON"
    assert value(read, "acquired") == "1963-04-08"
    assert value(read, "appraisal") == "3"
    assert value(read, "sources") == "AN OFFICIAL SERVICE OF THE GOVERNMENT."
    assert read.text.reading.startswith("1. IN EARLY APRIL 1963")


def test_an_appraisal_that_stands_below_the_source_is_read_there() -> None:
    below = (
        "APPR      IT IS PROBABLY TRUE THAT THE OFFICIALS WERE TOLD OF\n\n    THE GROUPS, BUT NOT OF THE NUMBER OF MEN."
    )
    read = paper(
        REPORT.replace("APPRAISAL 3        ", "APPRAISAL SEE BELOW").replace(
            "GOVERNMENT.\n", f"GOVERNMENT.\n\n    {below}\n"
        )
    )
    told = "IT IS PROBABLY TRUE THAT THE OFFICIALS WERE TOLD OF THE GROUPS, BUT NOT OF THE NUMBER OF MEN."
    assert value(read, "appraisal") == told
    assert read.text.reading.startswith("1. IN EARLY APRIL 1963")


def test_the_text_of_a_report_begins_where_the_scan_lost_the_point_of_its_number() -> None:
    noted = "ALL DISTRICTS. (SOURCE COMMENT: THE WORD IS USED FOR ANY GROUP OF MEN THAT MEETS AT NIGHT IN A HOUSE.)"
    read = paper(REPORT.replace("1. IN EARLY", "1   IN EARLY") + f"    IT WAS SAID TO BE SO IN {noted}\n")
    assert " ".join(read.text.reading.split()).startswith("1 IN EARLY APRIL 1963 THE OFFICIALS")
    assert read.text.reading.endswith("IN A HOUSE.)")


@pytest.mark.parametrize(
    "notice",
    [
        """\
This material contains information affecting the National Defensa of the United Statel within Lhe meaning of the
Espionage Lo=8, Title 18, U.5.C S0c1. 793 and 794, the transmission or revelation of which in any. manner to an
unauthorized Derson, is prohibiled by la.""",
        "THIS IS UNEVALUATED INFORMATION. SOURCE GRADINGS ARE DEFINITIVE.:APPRAISAL OF CONTENT-ISTENTATIVE.",
    ],
)
def test_what_is_printed_on_the_form_is_furniture(notice: str) -> None:
    read = paper(REPORT.replace("    COUNTRY", f"{notice}\n    COUNTRY", 1))
    left = {unclaimed.text for unclaimed in read.unclaimed}
    assert not left.intersection(notice.split("\n"))
    assert "UNEVALUATED" not in read.text.reading


def test_a_report_sent_as_a_telegram_is_a_report() -> None:
    read = paper(REPORT.replace("TELEGRAM  INFORMATION REPORT  TELEGRAM", "11   TELEGRAM"))
    assert (read.kind, read.subkind) == (Kind.REPORT, "intelligence")


def test_a_torn_label_of_the_second_column_ends_the_value_of_the_first() -> None:
    read = paper(REPORT.replace("DATE DISTR.  25", "D ATE DISTR. 25"))
    assert value(read, "date") == "1963-04-25"
    assert value(read, "subject") == "CONCENTRATION ON THE CAPITAL AREA"


def test_the_news_of_a_report_has_days_of_its_own() -> None:
    assert value(paper(REPORT), "information_date") == "1963-03~/1963-04~"


def test_a_year_that_is_not_legible_is_lent_by_the_day_of_acquisition() -> None:
    read = paper(REPORT.replace("25 APRIL 1963", "25 APRIL 196J"))
    assert value(read, "date") == "1963-04-25"
    assert state(read, "date") is ReadingState.INFERRED


REPORT_OF_THE_FIFTIES = """
    CENTRAL INTELLIGENCE AGENCY          REPORT NO.  OO-51822

    INFORMATION REPORT                   CD NO.

    COUNTRY   Peru                       DATE DISTR.  9 May 1951

    SUBJECT   Strikes in the Mines       NO. OF PAGES  2

    PLACE                                NO. OF ENCLS.  1
    ACQUIRED  Peru, Lima                 (LISTED BELOW)

    DATE OF                              SUPPLEMENT TO
    INFO.  28 March - 2 April 1951       REPORT NO.  OO-50117

    DATE
    ACQUIRED  20 April 1951

    THIS IS UNEVALUATED INFORMATION

    SOURCE   Peruvian engineer who worked for the company.

    APPRAISAL OF CONTENT   2

    1.  The miners of the province have been told by their leaders that the wages of the autumn will
        not be paid before the end of the year, and that they ought to stop work at once.

    Enclosure:  One leaflet which was given to the miners at the gate of the works.

    (NOTE: WASHINGTON DISTRIBUTION INDICATED BY "X"; FIELD DISTRIBUTION BY "#".)

    APPROVED FOR RELEASE
    CIA HISTORICAL REVIEW PROGRAM
    JUNE 2001
"""


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("number", "OO-51822"),
        ("from", "Central Intelligence Agency"),
        ("date", "1951-05-09"),
        ("place", "Peru, Lima"),
        ("information_date", "1951-03-28/1951-04-02"),
        ("acquired", "1951-04-20"),
        ("appraisal", "2"),
        ("subject", "Strikes in the Mines"),
        ("page_count", 2),
    ],
)
def test_an_older_report_breaks_its_labels_over_two_lines(name: str, says: object) -> None:
    assert value(paper(REPORT_OF_THE_FIFTIES), name) == says


def test_an_older_report_ends_with_what_goes_with_it_and_who_released_it() -> None:
    read = paper(REPORT_OF_THE_FIFTIES)
    assert len(read.many("enclosures")) == 1
    assert [(s.office, s.date.value) for s in read.stamps] == [("CIA", "2001-06")]
    assert read.text.reading.endswith("stop work at once.")


@pytest.mark.parametrize(
    ("printed", "says"),
    [
        ("20-28 March 1951", "1951-03-20/1951-03-28"),
        ("6 to 9 June 1951", "1951-06-06/1951-06-09"),
        ("28 March - 2 April 1951", "1951-03-28/1951-04-02"),
        ("3 April 1951", "1951-04-03"),
    ],
)
def test_the_news_may_be_of_several_days(printed: str, says: str) -> None:
    read = paper(REPORT_OF_THE_FIFTIES.replace("28 March - 2 April 1951", printed))
    assert value(read, "information_date") == says


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


REPORT_OVER_TWO_PAGES = """
    TELEGRAM  INFORMATION REPORT  TELEGRAM
    CENTRAL INTELLIGENCE AGENCY
    CLASSIFICATION - DISSEMINATION CONTROLS
    CONFIDENTIAL        NO FOREIGN DISSEM
    COUNTRY   SOUTH VIETNAM              REPORT NO.   TDCS-3/544,96BONNER
    SUBJECT   CONCENTRATION ON THE       DATE DISTR.  25 APRIL 1963
    PLANNING AND SUPPLY

    ACTIVITY IN THE                      PRECEDENCE   ROUTINE
    CAPITAL AREA
    DATE OF   LATE MARCH 1963            REFERENCES
    INFO.
    PLACE &   VIETNAM, SAIGON (8 APRIL 1963)
    DATE ACQ.
    APPRAISAL 3                          FIELD REPORT NO.  FVS-8792
    THIS IS UNEVALUATED INFORMATION. SOURCE GRADINGS ARE DEFINITIVE.
    SOURCE    AN OFFICIAL SERVICE OF THE GOVERNMENT.

    1. IN EARLY APRIL 1963 THE OFFICIALS OF THE ZONE WERE INFORMED THAT THE ACTIVITY IN THE CAPITAL WOULD
    BE INCREASED AND THAT EVERY DISTRICT MUST DEVELOP ITS OWN GROUPS OF THREE, WHO WERE TO BE TRAINED AND
    KEPT APART FROM THE OTHERS UNTIL THE END OF THE YEAR.
    CLASSIFICATION - DISSEMINATION CONTROLS
    CONFIDENTIAL        NO FOREIGN DISSEM   do-ngsading and
    declasufxotion
    STATE/INR  DIA  ARMY/ACSI  NAVY  AIR
\f
    CLASSIFICATION - DISSEMINATION CONTROLS
    CONFIDENTIAL        NO FOREIGN DISSEM   TDCS-3/544,961      PAGE TWO

    2. THE PERSONNEL OF THE ZONE RECEIVED INSTRUCTIONS TO SUSPEND ALL ACTIVITY AND TO AWAIT THE ORDERS FOR
    THEIR TRANSFER IN THE COMING MONTH.
    3. FIELD DISSEM: STATE, CINCPAC, CINCSO.   LYEROLL
    END OF MESSAGE
    CLASSIFICATION - DISSEMINATION CONTROLS
    CONFIDENTIAL        NO FOREIGN DISSEM
"""


def test_a_report_over_two_pages_with_stamps_in_its_boxes() -> None:
    read = paper(REPORT_OVER_TWO_PAGES)
    assert value(read, "subject") == "CONCENTRATION ON THE PLANNING AND SUPPLY ACTIVITY IN THE CAPITAL AREA"
    assert value(read, "number") == "TDCS-3/544,961"
    assert "declas" not in read.text.reading
    assert read.text.reading.endswith("3. FIELD DISSEM: STATE, CINCPAC, CINCSO.")


def test_a_number_that_no_later_page_repeats_stays_as_it_was_read() -> None:
    first = REPORT_OVER_TWO_PAGES.split("\f", maxsplit=1)[0]
    assert value(paper(first), "number") == "TDCS-3/544,96"
