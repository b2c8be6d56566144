"""The marks of drafters and typists."""

import pytest

from onionskin.phrases.drafters import read_drafter
from onionskin.record.reading import ReadingState


@pytest.mark.parametrize(
    ("line", "name", "surname", "office", "typist", "date"),
    [
        ("GBall/ck", "G. Ball", "Ball", None, "ck", None),
        ("GBall/ck 11/23/62", "G. Ball", "Ball", None, "ck", "1962-11-23"),
        ("GBall/ck\n\n11/23/62", "G. Ball", "Ball", None, "ck", "1962-11-23"),
        ("Drafted by: GBall/ck 11/23/62", "G. Ball", "Ball", None, "ck", "1962-11-23"),
        ("GBa1l/ck", "G. Ball", "Ball", None, "ck", None),
        ("GWBall:ck", "G. W. Ball", "Ball", None, "ck", None),
        ("DRusk:mlb", "D. Rusk", "Rusk", None, "mlb", None),
        ("EUR:WRTyler", "W. R. Tyler", "Tyler", "EUR", None, None),
        ("S/S:ETLisle", "E. T. Lisle", "Lisle", "S/S", None, None),
        ("ARA/CCA:RAKessler:abc 11/17/62", "R. A. Kessler", "Kessler", "ARA/CCA", "abc", "1962-11-17"),
        ("G:UAJohnson:jt 11/17/62", "U. A. Johnson", "Johnson", "G", "jt", "1962-11-17"),
        ("IO:HC:TL", "HC", None, "IO", "TL", None),
        ("HCleveland 11/17/62", "H. Cleveland", "Cleveland", None, None, "1962-11-17"),
        ("NEA/GTI:JWAvery", "J. W. Avery", "Avery", "NEA/GTI", None, None),
        ("DRAFTED BY PA/FOI:TOLLAND", "Tolland", "Tolland", "PA/FOI", None, None),
        ("S/S;ETLisle:ab 11/17/62", "E. T. Lisle", "Lisle", "S/S", "ab", "1962-11-17"),
        ("INR:G0wen:dp 11/17l62", "G. Owen", "Owen", "INR", "dp", "1962-11-17"),
        ("ARA/CCA:RAKess ler:abc 11/17/62", "R. A. Kessler", "Kessler", "ARA/CCA", "abc", "1962-11-17"),
        ("EUR:WRTyler:m 11/17/62", "W. R. Tyler", "Tyler", "EUR", "m", "1962-11-17"),
    ],
)
def test_a_mark_is_taken_apart(  # noqa: PLR0917
    line: str, name: str, surname: str | None, office: str | None, typist: str | None, date: str | None
) -> None:
    found = read_drafter(line)
    assert found is not None
    mark = found.value
    assert (mark.person.name, mark.person.surname, mark.office, mark.typist) == (name, surname, office, typist)
    assert (mark.date and mark.date.edtf) == date


@pytest.mark.parametrize(
    ("line", "name", "typist"),
    [
        ("DRAFTED BY ARA/AND/B - RJKESSLER:LEE", "R. J. Kessler", "LEE"),
        ("DRAFTED BY ARA/AND/B:PMARLOW", "P. Marlow", None),
    ],
)
def test_initials_before_a_surname_in_capitals_are_doubtful(line: str, name: str, typist: str | None) -> None:
    found = read_drafter(line)
    assert found is not None
    assert (found.value.person.name, found.value.typist, found.state) == (name, typist, ReadingState.DOUBTFUL)
    assert "capitals do not show" in found.reason


def test_an_office_we_do_not_know_is_doubtful_and_says_which_is_a_letter_away() -> None:
    found = read_drafter("IC:HC:TL")
    assert found is not None
    assert (found.value.office, found.value.person.name, found.value.typist) == ("IC", "HC", "TL")
    assert found.state is ReadingState.DOUBTFUL
    assert "it may be IO" in found.reason


@pytest.mark.parametrize(
    "line",
    [
        "",
        "SECRET",
        "and/or",
        "either/or",
        "W/C-44",
        "11/23/62",
        "PASS ELEC. TO",
        "U - George W. Ball",
        "EUR/SOV - Mr. Guthrie",
        "TO: Mr Ball",
    ],
)
def test_what_is_no_mark_is_not_read(line: str) -> None:
    assert read_drafter(line) is None


def test_a_whole_name_behind_its_offices_with_the_day_in_brackets() -> None:
    found = read_drafter("DDO/CI/RA/Joan B. Norwell (21 May 1982)")
    assert found is not None
    drafter = found.value
    assert (drafter.person.name, drafter.person.surname, drafter.office) == ("Joan B. Norwell", "Norwell", "DDO/CI/RA")
    assert (drafter.person.as_printed, drafter.date and drafter.date.edtf) == ("Joan B. Norwell", "1982-05-21")


@pytest.mark.parametrize(
    "line",
    [
        "CI/RA/Joan Norwell",
        "CI/RA/Reading Board (file copy)",
        "see NSC/Joan Norwell (21 May 1982)",
        "CI/RA (21 May 1982)",
    ],
)
def test_offices_without_a_name_or_a_day_are_no_such_mark(line: str) -> None:
    found = read_drafter(line)
    assert found is None or found.value.person.given is None
