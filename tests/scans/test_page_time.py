"""A page's time: the processor's, with the clock behind it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from onionskin.scans import page_time
from onionskin.scans.page_time import PageTime

Clocks = SimpleNamespace


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    """Both stand still until they are set."""
    both = SimpleNamespace(passed=1_000.0, worked=50.0)
    told = SimpleNamespace(monotonic=lambda: both.passed, process_time=lambda: both.worked)
    monkeypatch.setattr(page_time, "time", told)
    return both


def test_a_busy_machine_costs_a_page_no_time(clocks: Clocks) -> None:
    time = PageTime(120)
    clocks.passed, clocks.worked = clocks.passed + 1_100, clocks.worked + 100
    assert not time.is_over


def test_what_keeps_the_processor_too_long_is_given_up(clocks: Clocks) -> None:
    time = PageTime(120)
    clocks.passed, clocks.worked = clocks.passed + 130, clocks.worked + 121
    assert time.is_over


def test_what_waits_for_ever_is_given_up(clocks: Clocks) -> None:
    time = PageTime(120)
    clocks.passed += 1_201
    assert time.is_over


def test_what_other_threads_work_is_not_the_page_s(clocks: Clocks) -> None:
    time = PageTime(120)
    clocks.passed, clocks.worked = clocks.passed + 60, clocks.worked + 180
    assert not time.is_over
