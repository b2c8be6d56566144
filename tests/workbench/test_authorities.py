"""A collection has an authority of its own over the shipped one, and its people are those whom its papers name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onionskin.errors import SourceError
from onionskin.settings import Settings
from onionskin.workbench.authorities import (
    authority_of_collection,
    authority_version,
    entity_names,
    find_entities,
    holders_of,
    import_authority,
)

ANN = {"id": "our:ann", "name": "Zzyzzwick, Ann", "held": [["our:desk", "Desk officer", "1961", None]]}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(collection=tmp_path)


def brought(settings: Settings, *lines: object) -> Path:
    file = settings.collection / "brought.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    return file


def test_what_is_brought_is_found_beside_what_is_shipped(settings: Settings) -> None:
    before = authority_version(settings)
    taken = import_authority(settings, brought(settings, ANN, {"id": "x"}))
    assert (taken.changed, taken.same, [bad.number for bad in taken.refused]) == (1, 0, [2])
    assert [each.id for each in find_entities(settings, "Ann Zzyzzwick")] == ["our:ann"]
    assert [each.name for each in find_entities(settings, "post:secretary")] == ["Secretary of State"]
    assert [each.id for each in holders_of(settings, "our:desk")] == ["our:ann"]
    assert authority_version(settings) != before


def test_the_same_again_changes_nothing_and_another_line_takes_its_place(settings: Settings) -> None:
    import_authority(settings, brought(settings, ANN))
    version = authority_version(settings)
    assert import_authority(settings, brought(settings, ANN)).same == 1
    assert authority_version(settings) == version
    assert import_authority(settings, brought(settings, ANN | {"about": "a clerk"})).changed == 1
    assert [each.about for each in find_entities(settings, "our:ann")] == ["a clerk"]
    assert len(authority_of_collection(settings).persons(("zzyzzwick",))) == 1


def test_a_file_that_is_no_text_says_so(settings: Settings) -> None:
    file = settings.collection / "noise.jsonl"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match=r"noise\.jsonl"):
        import_authority(settings, file)


def test_an_entity_is_called_by_its_name_and_years_and_an_unknown_one_not_at_all(settings: Settings) -> None:
    import_authority(settings, brought(settings, ANN | {"born": 1899}))
    assert entity_names(settings, ["our:ann", "nobody"]) == {"our:ann": "Zzyzzwick, Ann (1899–)"}
    assert entity_names(settings, []) == {}


def test_the_authority_is_made_once_until_the_users_lines_change(settings: Settings) -> None:
    import_authority(settings, brought(settings, ANN))
    made = authority_of_collection(settings)
    assert authority_of_collection(settings) is made
    import_authority(settings, brought(settings, ANN | {"about": "a clerk"}))
    assert authority_of_collection(settings) is not made
