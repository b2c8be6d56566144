"""What must be read from the two seed papers is read from them."""

from pathlib import Path
from typing import Any

import pytest
from bench.rewrite.asked import AskedFile, load
from bench.rewrite.score import EXAMPLES, LIST, faults, judged

from onionskin.record.codec import to_json
from onionskin.settings import Settings
from onionskin.workbench import read_records

LISTS = load(LIST)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Every record of both files, as the command line would print them."""
    settings = Settings(collection=tmp_path_factory.mktemp("seeds") / "collection")
    return [to_json(document) for document in read_records([EXAMPLES / asked.name for asked in LISTS], settings)]


@pytest.mark.parametrize("asked", LISTS, ids=lambda asked: Path(asked.name).stem)
def test_everything_asked_is_read(asked: AskedFile, records: list[dict[str, Any]]) -> None:
    """No item of the list is missing, those marked later left aside."""
    missing = [str(item) for item in judged([asked], records) if not item.passed and not item.later]
    assert not missing, "\n".join(["missing:", *missing])


def test_the_records_keep_the_contract(records: list[dict[str, Any]]) -> None:
    """They are valid against the published schema, and every ink reading says what stands on its page."""
    assert records
    assert faults(records) == []
