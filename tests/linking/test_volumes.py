"""What volumes of Foreign Relations call their persons."""

from __future__ import annotations

from importlib.resources import files

import pytest
from tests.shared_data import DATA, needs

from onionskin.linking.authorities.register import shipped
from onionskin.linking.authorities.volumes import compiled_ids, known_as


@pytest.mark.parametrize(
    ("local", "entity"),
    [
        ("frus1961-63v06#p_KNS2", "person:107127"),
        ("frus1961-63v06#p_nobody", "frus1961-63v06#p_nobody"),
        ("frus0000#p_KNS2", "frus0000#p_KNS2"),
        ("person:107127", "person:107127"),
        ("", ""),
    ],
)
def test_a_persons_id_in_a_volume_leads_to_the_authority(local: str, entity: str) -> None:
    assert known_as(local) == entity


def test_every_person_of_a_volume_is_in_the_authority() -> None:
    authority = shipped()
    table = files("onionskin.linking.authorities").joinpath("volumes.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    ids = {known_as(f"{volume}#{pair.split(':')[0]}") for volume, pairs in lines for pair in pairs.split()}
    assert len(ids) > 10_000
    assert all(authority.get(each) is not None for each in ids)


@needs("authority")
def test_the_shipped_table_is_what_the_facts_give() -> None:
    kept = files("onionskin.linking.authorities").joinpath("volumes.tsv").read_text("utf-8")
    assert compiled_ids(DATA / "authority") == kept
