"""The reference line of a telegram's heading: a post and a number each, over several lines."""

import pytest

from onionskin.phrases.reference_lines import line_goes_on, read_reference_line


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("STATE 282993", [("STATE 282993", "282993")]),
        ("A) 78 MOSCOW 3489, B) 78 USDOC 08830", [("78 MOSCOW 3489", "3489"), ("78 USDOC 08830", "08830")]),
        (
            "A.STATE 115220 B.BUENOS AIRES 3190, 3201",
            [("STATE 115220", "115220"), ("BUENOS AIRES 3190", "3190"), ("3201", "3201")],
        ),
        ("(A) STATE 082399 (B) STATE A-6510", [("STATE 082399", "082399"), ("STATE A-6510", "6510")]),
        ("(C) STATE\n131738 (NOTAL); (D) STATE 109068", [("STATE\n131738", "131738"), ("STATE 109068", "109068")]),
        ("A-110 OF MAY 31, 1974", [("A-110", "110")]),
        ("CINCFAR MSG DTG 151355Z AUGUST 1974", [("CINCFAR MSG DTG 151355Z AUGUST 1974", "151355Z")]),
        ("STATE 089632/LA PAZ 2212", [("STATE 089632", "089632"), ("LA PAZ 2212", "2212")]),
        ("STATE'S 5916", [("STATE'S 5916", "5916")]),
        ("STATE NO. 5916; PARIS TEL 20", [("STATE NO. 5916", "5916"), ("PARIS TEL 20", "20")]),
        ("PUBLIC LAW 480", []),
        ("TELCON MAY 5", []),
    ],
)
def test_what_is_cited(words: str, cited: list[tuple[str, str]]) -> None:
    """Any words before a number are a post, but those that never are; a year before it belongs to it."""
    read = read_reference_line(words)
    assert [(each.text, each.value.number) for each in read] == cited
    assert all(each.span.of(words) == each.text for each in read)


def test_the_year_and_the_sender() -> None:
    (read,) = read_reference_line("78 LA PAZ 3489")
    assert (read.value.date, read.value.from_) == ("1978", "La Paz")


@pytest.mark.parametrize(
    ("above", "line", "more"),
    [
        ("REFS: (A) MOSCOW 6784; (B) STATE", "131738 (MAY 24, 1978)", True),
        ("REF: STATE 115220,", "MOSCOW 3190", True),
        ("REF: STATE 115220", "(B) MOSCOW 3190", True),
        ("REF: STATE 115220", "MOSCOW 3190; PARIS 20", True),
        ("REF: STATE 115220", "1. WE AGREE.", False),
        ("REF: STATE 115220", "MINISTRY SPECIALISTS HAVE ASSURED EMBASSY THAT DECISION", False),
    ],
)
def test_whether_the_line_goes_on(above: str, line: str, more: bool) -> None:
    assert line_goes_on(above, line) is more


def test_a_post_says_where_its_telegram_went() -> None:
    first, second = read_reference_line("STATE 58812; PARIS 4410 TO DEPT")
    assert (first.value.number, first.value.to) == ("58812", None)
    assert (second.text, second.value.from_, second.value.to) == ("PARIS 4410 TO DEPT", "Paris", "Department of State")


def test_a_line_that_describes_a_paper_cites_it_down_to_its_day() -> None:
    words = (
        "A. Letter for OHR fr Chief Pilot/Director of Ports, dtd 8 Mar 71\nB. Memo dated 9 May 1970, subject: Pilots"
    )
    cited = [(each.value.kind.value, each.value.date, each.text) for each in read_reference_line(words)]
    assert cited == [
        ("letter", "1971-03-08", "Letter for OHR fr Chief Pilot/Director of Ports, dtd 8 Mar 71"),
        ("document", "1970-05-09", "Memo dated 9 May 1970"),
    ]
