"""Every act by every person at every stage is allowed, or refused by the rule that stands in `every_act.txt`."""

from __future__ import annotations

from pathlib import Path

from tests.desk.chancery.every_act import lines

KEPT = Path(__file__).with_name("every_act.txt")


def test_every_act_by_every_person_at_every_stage_has_the_outcome_that_was_read_against_its_source() -> None:
    """Where a rule was changed on purpose: make the file anew as `every_act` says, and read what differs."""
    assert list(lines()) == KEPT.read_text("utf-8").splitlines()
