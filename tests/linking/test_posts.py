"""Posts: which one a title or an address means, and who held it."""

from __future__ import annotations

import pytest

from onionskin.linking.authorities.entity import Entity, Service
from onionskin.linking.posts import begins_as, held_at, held_before, held_with_title, mission_of
from onionskin.record.named import NamedKind

MOSCOW = "post:mission/russia"
ENVOY = Entity(
    "e",
    NamedKind.PERSON,
    "Halloran, Ann",
    "test",
    held=(Service(MOSCOW, "Chief of Mission in Soviet Union", "1957-07-16", "1962-07-27"),),
)


@pytest.mark.parametrize(
    ("title", "post", "fits"),
    [
        ("Secretary", "Secretary of State", True),
        ("Secretary", "Under Secretary of State", False),
        ("Under Secretary", "Under Secretary of State", True),
        ("Ambassador", "Chief of Mission in Soviet Union", True),
        ("Ambassador", "Secretary of State", False),
        ("Premier", "Chairman of the Council of Ministers of the Soviet Union", True),
    ],
)
def test_a_title_stands_for_a_post(title: str, post: str, fits: bool) -> None:
    assert begins_as(title, post) is fits


@pytest.mark.parametrize(
    ("address", "post"),
    [
        ("Embassy in the Soviet Union", MOSCOW),
        ("AmEmbassy MOSCOW", MOSCOW),
        ("Moscow", MOSCOW),
        ("Embassy in Ceylon", "post:mission/sri-lanka"),
        ("USUN New York", "post:representative-to-un"),
        ("Department of State", None),
        ("the files", None),
    ],
)
def test_an_address_means_a_mission(address: str, post: str | None) -> None:
    assert mission_of(address) == post


@pytest.mark.parametrize(("day", "held"), [("1961-03-01", True), ("1962-08", True), ("1963-01-02", False)])
def test_who_headed_a_mission_on_a_day_had_its_title(day: str, held: bool) -> None:
    assert (held_at(ENVOY, frozenset({MOSCOW}), day) is not None) is held
    assert (held_with_title(ENVOY, "Ambassador", day) is not None) is held


@pytest.mark.parametrize(
    ("title", "day", "had"),
    [("Ambassador", "1963-01-02", True), ("Ambassador", "1961-03-01", False), ("Secretary", "1963-01-02", False)],
)
def test_who_headed_a_mission_keeps_the_title(title: str, day: str, had: bool) -> None:
    assert (held_before(ENVOY, title, day) is not None) is had
