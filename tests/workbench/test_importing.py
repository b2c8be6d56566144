"""Volumes taken into a collection."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.editions.volumes import ENTRY, HEADER, TELEGRAM, volume

from onionskin.cli import main
from onionskin.editions.volume import Volume, survey
from onionskin.settings import Settings
from onionskin.workbench import find, import_edition, import_editions, listing, open_collection


def test_a_volume_is_kept_listed_and_found(tmp_path: Path) -> None:
    path = volume(tmp_path, TELEGRAM, ENTRY)
    with open_collection(Settings(collection=tmp_path / "cuba"), create=True) as collection:
        (outcome,) = import_editions(collection, [path])
        assert (outcome.state, len(outcome.documents)) == ("read", 2)
        assert listing(collection).total == 2
        hits = list(find(collection, "Ruritania").hits)
        assert {hit.record for hit in hits} == {document.id for document in outcome.documents}


def test_the_same_bytes_again_change_nothing_and_a_bad_file_leaves_the_others(tmp_path: Path) -> None:
    path = volume(tmp_path, TELEGRAM)
    broken = tmp_path / "broken.xml"
    broken.write_text(HEADER, encoding="utf-8")
    with open_collection(Settings(collection=tmp_path / "cuba"), create=True) as collection:
        states = [outcome.state for outcome in import_editions(collection, [path, broken, tmp_path / "none.xml", path])]
        assert states == ["read", "failed", "failed", "unchanged"]
        assert [document.id for document in import_edition(collection, path).documents] == [
            row.id for row in listing(collection).rows
        ]


def test_a_volume_that_vanishes_while_it_is_taken_in_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = volume(tmp_path, TELEGRAM, name="gone.xml")
    path = volume(tmp_path, ENTRY)

    def survey_and_lose(place: Path) -> Volume:
        found = survey(place)
        if place == gone:
            place.unlink()
        return found

    monkeypatch.setattr("onionskin.workbench.importing.survey", survey_and_lose)
    with open_collection(Settings(collection=tmp_path / "cuba"), create=True) as collection:
        lost, kept = import_editions(collection, [gone, path])
        assert (lost.state, kept.state) == ("failed", "read")
        assert "gone.xml" in str(lost.error)


def test_the_command_prints_records_and_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = volume(tmp_path, TELEGRAM, ENTRY)
    assert main.run(["import", "frus", str(path), "-c", str(tmp_path / "cuba"), "--json"]) == 0
    printed = capsys.readouterr()
    assert [json.loads(line)["source"]["source_ids"] for line in printed.out.splitlines()] == [
        ["frus1961-63v99/d1"],
        ["frus1961-63v99/d2"],
    ]
    assert "2 papers" in printed.err
