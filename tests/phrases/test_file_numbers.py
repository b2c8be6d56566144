"""File numbers of every scheme, with the traps of the decimal file."""

import pytest

from onionskin.phrases.file_numbers import Scheme, find_file_numbers, read_file_number
from onionskin.record.reading import ReadingState

DECIMAL = [
    ("737.56361/11-1762", "737.56361/11-1762", "37", "1962-11-17"),
    ("611.93/10–2955. Secret. Drafted by McAuliffe (S/S).", "611.93/10-2955", "11-93", "1955-10-29"),
    ("611.61/11-1962", "611.61/11-1962", "11-61", "1962-11-19"),
    ("611.37/6–2662", "611.37/6-2662", "11-37", "1962-06-26"),
    ("737.00/9–562", "737.00/9-562", "37", "1962-09-05"),
    ("751K.oo/7-361", "751K.00/7-361", "51K", "1961-07-03"),
    ("751K.OO/11–1560", "751K.00/11-1560", "51K", "1960-11-15"),
    ("75lG.11/2–2558", "751G.11/2-2558", "51G", "1958-02-25"),
    ("751K00/4–1960", "751K.00/4-1960", "51K", "1960-04-19"),
    ("785.5–MSP/10–358", "785.5-MSP/10-358", "85", "1958-10-03"),
    ("711.11-KE/7J461", "711.11-KE/7-461", "11", "1961-07-04"),
    ("683A.86B/9—1558", "683A.86B/9-1558", "83A-86B", "1958-09-15"),
    ("411.51G212/4–1859", "411.51G212/4-1859", "11", "1959-04-18"),
    ("320.5783A/9–1158", "320.5783A/9-1158", None, "1958-09-11"),
    ("320/9-1158", "320/9-1158", None, "1958-09-11"),
    ("110.15–RO/12–958", "110.15-RO/12-958", None, "1958-12-09"),
    ("600.0012/7-2662", "600.0012/7-2662", None, "1962-07-26"),
    ("462.11/3-2345", "462.11/3-2345", None, "1945-03-23"),
    ("890f.00/5-545", "890F.00/5-545", "90F", "1945-05-05"),
    ("893.00/123", "893.00/123", "93", None),
    ("674.84A", "674.84A", "74-84A", None),
]

SUBJECT_NUMERIC = [
    ("POL 27 CUBA", "POL 27 CUBA", "POL 27", "CUBA"),
    ("POL 19 BR GU", "POL 19 BR GU", "POL 19", "BR GU"),
    ("POL BR GU-US", "POL BR GU-US", "POL", "BR GU-US"),
    ("DEF 12 CUBA", "DEF 12 CUBA", "DEF 12", "CUBA"),
    ("POL 3 COAS-IA", "POL 3 COAS-IA", "POL 3", "COAS-IA"),
    ("POL 17 COL-U.S.", "POL 17 COL-U.S.", "POL 17", "COL-U.S."),
    ("POL 27-14 VIET/XYZ", "POL 27-14 VIET/XYZ", "POL 27-14", "VIET"),
    ("POL 2–4 S VIET Secret", "POL 2-4 S VIET", "POL 2-4", "S VIET"),
    ("POL 27-5 US SECRET", "POL 27-5 US", "POL 27-5", "US"),
    ("POL 38–8", "POL 38-8", "POL 38-8", None),
    ("AID(US) S VIET", "AID(US) S VIET", "AID(US)", "S VIET"),
]

LOTS = [
    ("63D135", "63 D 135"),
    ("Lot 63 D 135", "63 D 135"),
    ("61–D 146", "61 D 146"),
    ("61 D 282A", "61 D 282A"),
    ("M–88", "M-88"),
    ("W-130", "W-130"),
    ("F 96", "F-96"),
    ("FRC 71 A 3470", "FRC 71 A 3470"),
]


@pytest.mark.parametrize(("line", "normalized", "country", "date"), DECIMAL)
def test_a_decimal_number_and_the_date_run_into_it(
    line: str, normalized: str, country: str | None, date: str | None
) -> None:
    found = read_file_number(line)
    assert found is not None
    value = found.value
    assert (value.scheme, value.normalized, value.class_) == (Scheme.DECIMAL, normalized, normalized[0])
    assert (value.country, value.date and value.date.edtf) == (country, date)


@pytest.mark.parametrize(("line", "normalized", "class_", "country"), SUBJECT_NUMERIC)
def test_a_subject_numeric_number(line: str, normalized: str, class_: str, country: str | None) -> None:
    found = read_file_number(line)
    assert found is not None
    value = found.value
    assert (value.scheme, value.normalized) == (Scheme.SUBJECT_NUMERIC, normalized)
    assert (value.class_, value.country) == (class_, country)


@pytest.mark.parametrize(("line", "normalized"), LOTS)
def test_a_lot(line: str, normalized: str) -> None:
    found = read_file_number(line)
    assert found is not None
    assert (found.value.scheme, found.value.normalized) == (Scheme.LOT, normalized)


@pytest.mark.parametrize("line", ["Job 80-B01285A", "Job 80–B01258A"])
def test_a_job(line: str) -> None:
    found = read_file_number(line)
    assert found is not None
    assert (found.value.scheme, found.value.normalized) == (Scheme.JOB, line[4:].replace("–", "-"))


def test_a_number_of_1963_is_told_by_its_form() -> None:
    schemes = [f.value.scheme for f in map(read_file_number, ("737.00/1-1563", "POL 27 CUBA")) if f]
    assert schemes == [Scheme.DECIMAL, Scheme.SUBJECT_NUMERIC]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("737.00/11-3162", "November 1962 has no day 31"),
        ("674.84A/2–2027", "dates from 1940 to January 1963 only"),
        ("737.00/1-2875", "this gives 1975-01-28"),
    ],
)
def test_a_suffix_that_cannot_be_the_date_is_doubtful(line: str, reason: str) -> None:
    found = read_file_number(line)
    assert found is not None
    assert found.state is ReadingState.DOUBTFUL
    assert reason in found.reason


def test_a_country_is_glossed_from_1950_on_and_never_before() -> None:
    new, old = read_file_number("737.00/11-1762"), read_file_number("890.00/5-545")
    assert new is not None
    assert old is not None
    assert (new.value.country_name, old.value.country_name) == ("Cuba", None)


@pytest.mark.parametrize("text", ["611.37 miles away", "$350.50/12", "E 5 or V 2", "the lot 5", "M-88 tanks", "POL 27"])
def test_running_text_needs_more_than_a_number(text: str) -> None:
    assert not list(find_file_numbers(text))


def test_running_text_gives_every_number_it_cites() -> None:
    text = "Central Files, 611.61/11-3062; ibid., POL 27 CUBA; and Lot 66 D 204."
    assert [f.text for f in find_file_numbers(text)] == ["611.61/11-3062", "POL 27 CUBA", "Lot 66 D 204"]
