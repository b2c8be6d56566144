"""What is held stays within its bounds, is made once, and is made anew when it is old."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from onionskin.scans.held import Held


def made(held: Held[str, str], key: str, *, log: list[str]) -> str:
    def make() -> str:
        log.append(key)
        return key * 3

    return held.get(key, make)


def test_what_was_asked_for_last_stays_and_the_bound_is_kept() -> None:
    held: Held[str, str] = Held(6, len)
    log: list[str] = []
    for key in ("a", "b", "a", "c", "a", "b"):
        assert made(held, key, log=log) == key * 3
    assert log == ["a", "b", "c", "b"]


def test_what_weighs_more_than_all_may_is_given_and_not_held() -> None:
    held: Held[str, str] = Held(2, len)
    log: list[str] = []
    made(held, "a", log=log)
    made(held, "a", log=log)
    assert log == ["a", "a"]


def test_what_is_old_is_made_anew() -> None:
    now = [0.0]
    held: Held[str, str] = Held(100, len, seconds=5, clock=lambda: now[0])
    log: list[str] = []
    made(held, "a", log=log)
    now[0] = 4.9
    made(held, "a", log=log)
    assert log == ["a"]
    now[0] = 5.0
    made(held, "a", log=log)
    assert log == ["a", "a"]
    assert held.get("b", lambda: "b" * 97) == "b" * 97
    made(held, "a", log=log)
    assert log == ["a", "a"], "the weight of the old one was given back"


def test_twenty_who_ask_at_once_have_it_made_once() -> None:
    held: Held[str, str] = Held(100, len)
    begun, go_on = threading.Event(), threading.Event()
    log: list[str] = []

    def make() -> str:
        log.append("made")
        begun.set()
        assert go_on.wait(60)
        return "sheet"

    with ThreadPoolExecutor(20) as pool:
        answers = [pool.submit(held.get, "a", make) for _ in range(20)]
        assert begun.wait(60)
        go_on.set()
        assert {each.result(60) for each in answers} == {"sheet"}
    assert log == ["made"]


def test_a_fault_is_told_and_not_held() -> None:
    held: Held[str, str] = Held(100, len)

    def fail() -> str:
        raise ValueError("damaged")

    with pytest.raises(ValueError, match="damaged"):
        held.get("a", fail)
    assert held.get("a", lambda: "whole") == "whole"


def test_what_is_at_hand_is_not_made() -> None:
    held: Held[str, str] = Held(100, len)
    assert held.at_hand("a") is None
    held.get("a", lambda: "sheet")
    assert held.at_hand("a") == "sheet"
