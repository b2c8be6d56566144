"""The page on the seed papers says what stands on them, in the record and in the code."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.procedures import standard
from onionskin.record.codec import to_json
from onionskin.settings import Settings
from onionskin.workbench.reading import read_records

ROOT = Path(__file__).parents[2]
QUOTED = re.compile(r"`([^`]+)`")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs/seeds.md").read_text("utf-8").splitlines()
    if line.startswith("| `")
]
INK = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "examples").glob("*.txt")))


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Every field and part of the four records that holds something."""
    held: set[str] = set()
    for document in read_records([ROOT / "examples"], Settings(collection=tmp_path_factory.mktemp("none"))):
        data = to_json(document)
        fields = data["fields"]
        held |= {
            name for name, told in fields.items() if told and (isinstance(told, list) or told["value"] is not None)
        }
        held |= {name for name, told in data.items() if told}
        held |= {f"{name}.{each}" for name in ("copy", "text") for each in data[name]}
    return frozenset(held)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_of_the_page_is_true(row: list[str], parts: frozenset[str]) -> None:
    ink, where, readers, acts, rules = (QUOTED.findall(cell) for cell in row)
    assert [each for each in ink if each not in INK] == []
    assert [each for each in where if each not in parts] == []
    assert [each for each in readers if find_spec(f"onionskin.{each}") is None] == []
    procedures = [standard().acts[DeskAct(each)] for each in acts]
    stands_under = {rule for each in procedures for rule in (*each.who, *each.needs)}
    assert [each for each in rules if each not in stands_under] == []
    assert where
    assert readers


def test_every_act_that_is_done_again_stands_on_the_page() -> None:
    told = {act for row in ROWS for act in QUOTED.findall(row[3])}
    script = (ROOT / "bench/reenactment/acts.toml").read_text("utf-8")
    # Of EYES ONLY the desk asks who is to have it, which no mark of the paper says.
    assert set(re.findall(r'^act = "(.+)"', script, re.MULTILINE)) - told == {"circulate"}
