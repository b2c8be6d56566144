"""What a long run will take is told once, measured on its first files; files that were kept already say nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from onionskin.cli.output import Step
from onionskin.cli.pace import Pace, in_words, shown_on
from onionskin.workbench.outcomes import Progress


@dataclass
class Clock:
    """A clock that stands until it is set."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Seen:
    """What a person sees."""

    names: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def step(self, at: Step) -> None:
        self.names.append(at.name)

    def note(self, text: str) -> None:
        self.notes.append(text)


def test_of_a_long_run_it_is_told_once_what_it_will_take() -> None:
    clock, seen = Clock(), Seen()
    step = shown_on(seen, Pace(clock))
    for done in range(1, 31):
        clock.now += 2.4
        step(Progress(done, 3113, f"frame {done}.tif", fresh=done, pages=done))
    assert seen.notes == ["3,113 files, about 2 h to go (25 pages a minute)"]
    assert seen.names[-1] == "25 pages a minute  frame 30.tif"


def test_files_that_were_kept_already_are_not_measured() -> None:
    clock, seen = Clock(), Seen()
    step = shown_on(seen, Pace(clock))
    clock.now += 30
    step(Progress(900, 1000, "kept.tif"))
    assert (seen.notes, seen.names) == ([], ["kept.tif"])
    clock.now += 30
    step(Progress(901, 1000, "new.tif", fresh=1, pages=2))
    assert seen.notes == ["1,000 files, about 1 h 40 min to go (2 pages a minute)"]


def test_of_a_short_run_and_of_the_end_of_a_long_one_nothing_is_told() -> None:
    clock, seen = Clock(), Seen()
    step = shown_on(seen, Pace(clock))
    step(Progress(1, 2, "a.tif", fresh=1, pages=1))
    clock.now += 20
    step(Progress(2, 2, "b.tif", fresh=2, pages=2))
    assert seen.notes == []


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (20, "1 min"),
        (3540, "59 min"),
        (3600, "1 h"),
        (4790, "1 h 20 min"),
        (7150, "2 h"),
        (36000, "10 h"),
        (3e5, "3 days"),
    ],
)
def test_a_time_is_told_as_a_guess_deserves(seconds: float, told: str) -> None:
    assert in_words(seconds) == told
