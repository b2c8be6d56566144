"""Times of day where one must stand: behind a day, or on the line below it."""

from __future__ import annotations

import pytest

from onionskin.phrases.clocks import Clock, clock_led
from onionskin.phrases.dates import find_dates
from onionskin.phrases.days import PartialDay


@pytest.mark.parametrize(
    ("words", "hour", "minute"),
    [
        ("                9:35 - 10:15 a.m.", 9, 35),
        ("11:20 a.m.", 11, 20),
        ("TIME: 4:30 p.m.", 16, 30),
        ("   Time: 3:15 p.m.", 15, 15),
        (" (3:15-4:00 p.m.)", 15, 15),
        ("TIME: from 3 to 4:30 p.m.", 15, None),
        ("11:45 - 12:30 p.m.", 11, 45),
        ("12:15 - 1:30 p.m.", 12, 15),
        ("TIME: 12:00 noon - 1:15 p.m.", 12, 0),
        ("TIME: Noon", 12, 0),
        ("TIME: 1630-1715", 16, 30),
        ("TIME: 1630 hours", 16, 30),
    ],
)
def test_the_first_time_of_a_line(words: str, hour: int, minute: int | None) -> None:
    led = clock_led(words)
    assert led is not None
    assert led[0] == Clock(hour, minute, None)


@pytest.mark.parametrize("words", ["1630", "Room 5106", "PLACE: Oval Office", "", "of the Secretary at 5 p.m."])
def test_a_line_that_begins_with_no_time(words: str) -> None:
    assert clock_led(words) is None


def test_a_range_in_running_text_gives_its_first_time() -> None:
    found = [each.value for each in find_dates("They talked from 9:35 to 10:20 a.m. in the garden.")]
    assert [(v.hour, v.minute) for v in found if isinstance(v, PartialDay)] == [(9, 35)]
