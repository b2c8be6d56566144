"""Which mission a name means."""

from __future__ import annotations

import pytest

from onionskin.linking.places import place_of


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Embassy in Egypt", "egypt"),
        ("Amembassy CAIRO", "egypt"),
        ("Embassy in the United Arab Republic", "egypt"),
        ("Ambassador to Germany", "germany"),
        ("Consulate General at Hong Kong", "hong kong"),
        ("Consulate at Alexandria", "alexandria"),
        ("USUN New York", "united nations"),
        ("Mission to the North Atlantic Treaty Organization", "nato"),
        ("Department of State", "washington"),
        ("Secretary of State", "washington"),
        ("the Secretary of State, at Bonn", "germany"),
        ("Embassy in El Salvador", "el salvador"),
        ("Embassy in Ruritania", "ruritania"),
        ("Halloran", ""),
    ],
)
def test_a_mission_is_known_by_its_state_a_consulate_by_its_city(name: str, place: str) -> None:
    assert place_of(name) == place
