"""Procedures are data that an archive may change, and a fault in them is told with its line."""

from __future__ import annotations

import pytest

from onionskin.desk.chancery.acts import DeskAct
from onionskin.desk.chancery.procedures import read, standard
from onionskin.errors import LexiconError

GOOD = """title = "An archive's own"

[act.clear]
about = "An office agrees"
source = "the archive's manual"
who = ["office-asked"]
needs = ["text"]
takes = ["office", "remarks?"]
"""
BROKEN = [
    (GOOD.replace("who = [", "who = "), "line 6"),
    (GOOD.replace("office-asked", "anybody"), "line 6: clear: 'anybody' in `who`"),
    (GOOD.replace('"text"', '"texts"'), "line 7: clear: 'texts' in `needs`"),
    (GOOD.replace("remarks?", "notes?"), "line 8: clear: 'notes' in `takes`"),
    (GOOD.replace("[act.clear]", "[act.clean]"), "line 3: 'clean' is no act"),
    (GOOD.replace("source =", "origin ="), "line 5: clear says 'origin'"),
    (GOOD + 'yields = ["number"]\n', "an act yields a number"),
    (GOOD.replace("title", "name"), "line 1: no 'name' belongs here"),
]


@pytest.mark.parametrize(("text", "told"), BROKEN)
def test_a_bad_file_is_refused_with_the_line_at_fault(text: str, told: str) -> None:
    with pytest.raises(LexiconError) as fault:
        read(text, "own.toml")
    assert told in str(fault.value)
    assert "own.toml" in str(fault.value)


def test_an_archives_own_procedures_are_read() -> None:
    held = read(GOOD, "own.toml")
    assert held.acts[DeskAct.CLEAR].takes == {"office": True, "remarks": False}


def test_the_standard_procedures_say_how_every_act_is_done() -> None:
    assert standard().acts.keys() == set(DeskAct)
    assert all(each.source and each.about for each in standard().acts.values())
