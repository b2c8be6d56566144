"""Office symbols on their own, in lists, and in running text."""

import pytest

from onionskin.phrases.offices import is_symbol, office_title, read_offices
from onionskin.record.reading import ReadingState


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("S/S", ["S/S"]),
        ("SS", ["S/S"]),
        ("G", ["G"]),
        ("Action: ARA  Info: SS G SP L H EUR INR", ["ARA", "S/S", "G", "S/P", "L", "H", "EUR", "INR"]),
        ("ARA-15\nINFO OCT-00 ADS-00", ["ARA", "OCT", "ADS"]),
        ("Return to S/S", ["S/S"]),
        ("cleared with EUR/SOV and ARA/XYZ", ["EUR/SOV", "ARA/XYZ"]),
        ("A/CDC/MR", ["A/CDC/MR"]),
        ("The UN and the US", []),
        ("and/or", []),
        ("I saw G yesterday", []),
        ("", []),
    ],
)
def test_the_offices_of_a_text(text: str, offices: list[str]) -> None:
    assert [f.value.name for f in read_offices(text)] == offices


def test_a_symbol_we_do_not_know_among_some_that_we_do_is_doubtful() -> None:
    states = {f.text: f.state for f in read_offices("SS EUR XQZ")}
    assert states["XQZ"] is ReadingState.DOUBTFUL
    assert states["EUR"] is ReadingState.FOUND


def test_what_a_symbol_stands_for() -> None:
    assert office_title("EUR/SOV") == "Office of Soviet Union Affairs"
    assert office_title("QQ") is None
    assert [is_symbol(w) for w in ("INR", "ARA/NEW", "Mr", "NASA/X")] == [True, True, False, False]
