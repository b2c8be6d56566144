"""Officers are read from the cells of a head by title and place, through an engine's slips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onionskin.phrases.officers import read_officer


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Chief of Station, JMWAVE", "Chief of Station, JMWAVE"),
        ("Chiel of Statioa, Quito", "Chief of Station, Quito"),
        ("Chier, Far East Division", "Chief, Far East Division"),
        ("Chies, Taak Farcs W", "Chief, Task Force W"),
        ("Chief, Yar East Division", "Chief, Far East Division"),
        ("Chief, Task Force", "Chief, Task Force"),
        ("Chief, Near East Division", "Chief, Near East Division"),
        ("Chief, Domestic Collection Division", "Chief, Domestic Collection Division"),
        ("Acting Chief of Station, Djakarta", "Acting Chief of Station, Djakarta"),
        ("Chiefs, Certain Stations and Bases", "Chiefs, Certain Stations and Bases"),
        ("Director, FBI (62-109090)", "Director, FBI"),
        ("Legat, Paris (62-148) (P.)", "Legat, Paris"),
        ("SAC, MIAMI (105-1598)", "SAC, MIAMI"),
        ("Chief of Station,    smwave (1KE", "Chief of Station, smwave"),
    ],
)
def test_an_officer_is_his_title_and_his_place(printed: str, name: str) -> None:
    found = read_officer(printed)
    assert found is not None
    assert found.value.name == name
    assert found.span.of(printed) == found.text == found.value.as_printed


@pytest.mark.parametrize(
    "other",
    ["DALLAS, TEXAS", "Zurich, Switzerland", "Dear Sir,", "Director of Personnel", "Director, however", "June 3, 1962"],
)
def test_other_words_before_a_comma_are_no_officer(other: str) -> None:
    assert read_officer(other) is None


ANY = st.text(" .,()1x\né☐", max_size=6)


@given(
    st.text(max_size=60) | st.tuples(ANY, st.sampled_from(["SAC, MIAMI", "Chiel of Statioa, Quito"]), ANY).map("".join)
)
def test_any_words_are_read_without_harm(words: str) -> None:
    found = read_officer(words)
    assert found is None or found.span.of(words) == found.text
