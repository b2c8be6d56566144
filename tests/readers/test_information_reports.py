"""The Agency's information reports: two columns, labels over two lines, boxes at the foot of each page."""

from __future__ import annotations

import pytest
from tests.readers.reading import paper, state, value

from onionskin.record.fields import Kind
from onionskin.record.reading import ReadingState

REPORT = """
    TELEGRAM  INFORMATION REPORT  TELEGRAM
    CENTRAL INTELLIGENCE AGENCY
    CONFIDENTIAL        NO FOREIGN DISSEM
    COUNTRY   SOUTH VIETNAM              REPORT NO.   TDCS-3/518,204
    SUBJECT   CONCENTRATION ON THE       DATE DISTR.  25 APRIL 1963
    CAPITAL AREA
    DATE OF                              PRECEDENCE   ROUTINE
    INFO.     LATE MARCH-EARLY APRIL 1963
    PLACE &   VIETNAM, SAIGON (8 APRIL 1963)
    DATE ACQ.
    APPRAISAL 3                          FIELD REPORT NO.  FVS-7315
    THIS IS UNEVALUATED INFORMATION. SOURCE GRADINGS ARE DEFINITIVE.
    SOURCE    AN OFFICIAL SERVICE OF THE GOVERNMENT.

    1. IN EARLY APRIL 1963 THE OFFICIALS OF THE ZONE WERE INFORMED THAT THE ACTIVITY IN THE CAPITAL WOULD
    BE INCREASED AND THAT EVERY DISTRICT MUST DEVELOP ITS OWN GROUPS.
"""


def test_an_information_report_has_two_columns() -> None:
    read = paper(REPORT)
    assert (read.kind, read.subkind) == (Kind.REPORT, "intelligence")
    assert value(read, "date") == "1963-04-25"
    assert value(read, "number") == "TDCS-3/518,204"
    assert value(read, "country") == "SOUTH VIETNAM"
    assert value(read, "subject") == "CONCENTRATION ON THE CAPITAL AREA"
    assert value(read, "place") == "VIETNAM, SAIGON"
    assert value(read, "acquired") == "1963-04-08"
    assert value(read, "appraisal") == "3"
    assert value(read, "sources") == "AN OFFICIAL SERVICE OF THE GOVERNMENT."
    assert read.text.reading.startswith("1. IN EARLY APRIL 1963")


def test_a_mark_behind_the_country_and_a_bracket_too_many_are_no_part_of_them() -> None:
    worn = REPORT.replace("SOUTH VIETNAM  ", "SOUTH VIETNAM   1").replace("(8 APRIL 1963)", "(8 (APRIL 1963)")
    read = paper(worn)
    assert (value(read, "country"), value(read, "place")) == ("SOUTH VIETNAM", "VIETNAM, SAIGON")


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


def test_the_day_behind_a_gap_and_the_stop_of_its_label_is_no_scrawl() -> None:
    form = REPORT.replace("CONCENTRATION ON THE       DATE DISTR.  25", "THE NEW MEN OF THE CAPITAL   DATE DISTR.   25")
    assert "DATE DISTR.   25 APRIL" in form
    assert value(paper(form), "date") == "1963-04-25"


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


REPORT_OVER_TWO_PAGES = """
    TELEGRAM  INFORMATION REPORT  TELEGRAM
    CENTRAL INTELLIGENCE AGENCY
    CLASSIFICATION - DISSEMINATION CONTROLS
    CONFIDENTIAL        NO FOREIGN DISSEM
    COUNTRY   SOUTH VIETNAM              REPORT NO.   TDCS-3/518,20ROUTED
    SUBJECT   CONCENTRATION ON THE       DATE DISTR.  25 APRIL 1963
    PLANNING AND SUPPLY

    ACTIVITY IN THE                      PRECEDENCE   ROUTINE
    CAPITAL AREA
    DATE OF   LATE MARCH 1963            REFERENCES
    INFO.
    PLACE &   VIETNAM, SAIGON (8 APRIL 1963)
    DATE ACQ.
    APPRAISAL 3                          FIELD REPORT NO.  FVS-7315
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
    CONFIDENTIAL        NO FOREIGN DISSEM   TDCS-3/518,204      PAGE TWO

    2. THE PERSONNEL OF THE ZONE RECEIVED INSTRUCTIONS TO SUSPEND ALL ACTIVITY AND TO AWAIT THE ORDERS FOR
    THEIR TRANSFER IN THE COMING MONTH.
    3. FIELD DISSEM: STATE, CINCPAC, CINCSO.   LROLLYE
    END OF MESSAGE
    CLASSIFICATION - DISSEMINATION CONTROLS
    CONFIDENTIAL        NO FOREIGN DISSEM
"""


def test_a_report_over_two_pages_with_stamps_in_its_boxes() -> None:
    read = paper(REPORT_OVER_TWO_PAGES)
    assert value(read, "subject") == "CONCENTRATION ON THE PLANNING AND SUPPLY ACTIVITY IN THE CAPITAL AREA"
    assert value(read, "number") == "TDCS-3/518,204"
    assert "declas" not in read.text.reading
    assert read.text.reading.endswith("IN THE COMING MONTH.")
    assert [given.office for given in read.distribution] == [
        *("STATE/INR", "DIA", "ARMY/ACSI", "NAVY", "AIR", "STATE", "CINCPAC", "CINCSO")
    ]


def test_a_number_that_no_later_page_repeats_stays_as_it_was_read() -> None:
    first = REPORT_OVER_TWO_PAGES.split("\f", maxsplit=1)[0]
    assert value(paper(first), "number") == "TDCS-3/518,20"


@pytest.mark.parametrize("number", ["00-B-3,100,204", "OO-K-323/00417-62"])
def test_a_report_s_number_is_read_whole(number: str) -> None:
    assert value(paper(REPORT.replace("TDCS-3/518,204", number)), "number") == number
