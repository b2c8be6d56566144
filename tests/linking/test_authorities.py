"""An authority says who can be meant; what we ship is sound; what users bring is checked line by line."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files

import pytest
from tests.shared_data import DATA, needs

from onionskin.linking.authorities.compiling import compiled
from onionskin.linking.authorities.entity import Entity, Service, entity_of, line_of
from onionskin.linking.authorities.folding import Likeness, called
from onionskin.linking.authorities.register import authority_of, shipped
from onionskin.record.named import NamedKind

RUSK = Entity(
    id="person:r",
    kind=NamedKind.PERSON,
    name="Rusk, Dean",
    source="test",
    forms=("Rusk, David Dean",),
    born=1909,
    active=(1948, 1980),
    held=(Service("post:secretary", "Secretary of State", "1961-01-21", "1969-01-20"),),
    ids={"list": "7"},
)


def test_a_thing_written_and_read_is_the_same() -> None:
    whole = replace(RUSK, died=1994, about="a secretary", country="United States", symbols=("S",))
    assert entity_of(json.loads(line_of(whole))) == whole


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ({"id": "a"}, "'name'"),
        ({"id": "", "name": "Rusk, Dean"}, "'id'"),
        ({"id": "a", "name": "Rusk, Dean", "nmae": "x"}, "'nmae'"),
        ({"id": "a", "name": "Rusk, Dean", "kind": "ghost"}, "'kind'"),
        ({"id": "a", "name": "Rusk, Dean", "active": [1961]}, "'active'"),
        ({"id": "a", "name": "Rusk, Dean", "held": [["post:x"]]}, "'held'"),
        ({"id": "a", "name": "Rusk, Dean", "held": [["post:x", "Secretary", "1961-1-21"]]}, "1961-01-21"),
        ({"id": "a", "name": "Rusk, Dean", "born": "1909"}, "'born'"),
        ({"id": "a", "name": "Rusk, Dean", "forms": "Rusk"}, "'forms'"),
    ],
)
def test_a_line_out_of_form_says_which_key(line: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        entity_of(line)


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("1961-01-20", False),
        ("1961-01-21", True),
        ("1969-01-20", True),
        ("1969-01-21", False),
        ("1961", True),
        ("1960-12", False),
    ],
)
def test_a_post_is_held_from_its_first_day_to_its_last(day: str, held: bool) -> None:
    assert RUSK.held[0].covers(day) is held


def test_own_entities_stand_before_the_worlds_and_replace_them() -> None:
    other = replace(RUSK, name="Rusk, D.", about="ours")
    authority = authority_of([RUSK], over=authority_of([other]))
    assert [(m.entity.about, m.own) for m in authority.persons(("rusk",))] == [("ours", True)]
    found = authority.get("person:r")
    assert found is not None
    assert found.about == "ours"


def test_the_shipped_authority_knows_secretaries_posts_offices_and_bodies() -> None:
    authority = shipped()
    rusk = [m.entity for m in authority.persons(called("Dean Rusk").words) if m.likeness is Likeness.FULL]
    assert [each.held[-1].title for each in rusk] == ["Secretary of State"]
    assert "Rusk, David Dean" in {each.name for each in authority.holders("post:secretary")}
    assert authority.things("S/S", NamedKind.OFFICE)[0].name == "Executive Secretariat"
    assert authority.things("U.N.")[0].id == "organization:united-nations"
    assert authority.get("post:mission/russia") == replace(
        authority.things("Chief of Mission in Soviet Union")[0], id="post:mission/russia"
    )


def test_every_shipped_entity_is_sound_names_its_source_and_no_volume() -> None:
    entities = list(shipped())
    assert len({each.id for each in entities}) == len(entities) > 16_000
    assert all(each.source for each in entities)
    assert not any("frus19" in line_of(each) for each in entities)


@needs("authority")
@pytest.mark.slow
def test_the_shipped_file_is_what_the_facts_give() -> None:
    kept = files("onionskin.linking.authorities").joinpath("authority.tsv").read_bytes()
    assert sha256(compiled(DATA / "authority").encode()).digest() == sha256(kept).digest()


def test_of_two_of_one_name_the_officer_is_who_was_born_in_his_year() -> None:
    herters = [m.entity for m in shipped().persons(called("Christian Herter").words) if m.likeness is Likeness.FULL]
    assert {each.born: [s.title for s in each.held][:2] for each in herters} == {
        None: [],
        1895: ["Under Secretary of State", "Secretary of State"],
    }
