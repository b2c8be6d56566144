"""The noise model hurts as much as it is told and keeps the way back; no verdict lets pass what is not there."""

from __future__ import annotations

from typing import Any

import pytest
from bench.case import PaperTruth
from bench.noise.alignment import paired
from bench.noise.confusions import CONFUSIONS
from bench.noise.model import Noisy, noisy
from bench.noise.verdict import Inks, Trial, score
from bench.tally import PaperScore
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

TEXT = "OUTGOING TELEGRAM Department of State\n\nACTION: USUN New York - PRIORITY 1359\n~~TOP SECRET~~ ☐ COLLECT\f" * 8


@given(st.sampled_from([0.0, 0.02, 0.05, 0.1, 0.5]), st.integers(0, 500), st.sampled_from(["build", "score"]))
def test_every_character_keeps_its_way_back_and_page_turns_stay(rate: float, seed: int, part: Any) -> None:
    noise = noisy(TEXT, rate, part, str(seed))
    assert len(noise.back) == len(noise.text) + 1
    assert list(noise.back) == sorted(noise.back)
    assert [noise.text.count(sign) for sign in "\f~☐"] == [TEXT.count(sign) for sign in "\f~☐"]


@pytest.mark.parametrize("rate", [0.02, 0.05, 0.1])
def test_as_many_characters_are_hurt_as_the_rate_says(rate: float) -> None:
    noise = noisy(TEXT * 10, rate, "build", "1")
    printed = sum(not char.isspace() for char in noise.clean)
    assert 0.9 * rate < Levenshtein.distance(noise.clean, noise.text) / printed < 1.15 * rate


def test_without_damage_the_text_is_the_text() -> None:
    assert noisy(TEXT, 0.0, "score", "x").text == TEXT


def test_the_same_seed_hurts_the_same_places() -> None:
    assert noisy(TEXT, 0.05, "build", "x") == noisy(TEXT, 0.05, "build", "x")
    assert noisy(TEXT, 0.05, "build", "x") != noisy(TEXT, 0.05, "build", "y")


def test_no_confusion_stands_in_both_halves() -> None:
    halves = [{(there, it) for there, its in table.items() for it in its} for table in CONFUSIONS.values()]
    assert not halves[0] & halves[1]
    assert min(len(half) for half in halves) > 70
    assert all(there != instead for half in halves for there, instead in half)


def record(printed: str, value: object, name: str, text: str) -> dict[str, Any]:
    at = text.index(printed)
    ink = {"kind": "ink", "page": 1, "span": [at, at + len(printed)]}
    return {"fields": {name: {"value": value, "state": "found", "as_printed": printed, "evidence": [ink]}}}


CASES = [
    # field, what stood there, its value, what stands there now, what was read of it, right
    ("subject", "Test Ban", "Test Ban", "Tesf Ban", "Tesf Ban", True),
    ("subject", "Test Ban", "Test Ban", "Tesf Ban", "Test Ban", True),
    ("subject", "Test Ban", "Test Ban", "Test Ban", "Test", False),
    ("subject", "Test Ban", "Test Ban", "Tesf Ban", "Ban", False),
    ("classification", "SECRET", "SECRET", "SFCRET", "SECRET", True),
    ("classification", "SECRET", "SECRET", "SFCRET", "SFCRET", False),
    ("date", "May 3, 1961", "1961-05-03", "May 8, 1961", "1961-05-08", True),
    ("date", "May 3, 1961", "1961-05-03", "Mav 3, 1961", "1961-03-03", False),
]


@pytest.mark.parametrize(("name", "stood", "value", "stands", "read", "right"), CASES)
def test_a_hurt_value_is_right_as_it_stood_or_as_it_stands(  # noqa: PLR0917
    name: str, stood: str, value: str, stands: str, read: str, right: bool
) -> None:
    clean, now = f"TO: Moscow\n{stood}\nend", f"TO: Moscow\n{stands}\nend"
    truth, inks = PaperTruth(kind="telegram", fields={name: value}), Inks()
    whole = Noisy(clean, clean, tuple(range(len(clean) + 1)))
    first = PaperScore("f", "telegram", frozenset())
    score(truth, record(stood, value, name, clean), Trial(whole, inks, learn=True), first)
    assert first.total().f1 == 1.0
    hurt = Noisy(clean, now, whole.back)
    printed = read if read in now else stands
    second = PaperScore("f", "telegram", frozenset())
    score(truth, record(printed, read, name, now), Trial(hurt, inks, learn=False), second)
    assert (second.total().f1 == 1.0) is right


def test_a_record_shows_the_paper_on_whose_stretch_it_lies() -> None:
    papers = {0: (0, 100), 1: (100, 300)}
    assert paired(papers, [(0, 95), (110, 290)]) == {0: 0, 1: 1}
    assert paired(papers, [(0, 300)]) == {1: 0}
    assert paired(papers, [(0, 20)]) == {}
