"""The published schema of a statement takes what the ledger prints and refuses what it does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.ledger.said import quoting, statement
from tests.papers import telegram

from onionskin.record.codec import encode, statement_from
from onionskin.record.span import Span
from onionskin.record.statements import Condition, Place, Polarity, Statement, StatementType

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[2] / "schemas" / "statement-1.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
DESIGNED = (
    *("record", "type", "quote", "actor", "counterpart", "party", "issue", "polarity", "strength", "when", "give"),
    *("get", "tied_to", "date", "takes_back", "rule", "confidence", "state", "evidence"),
)
OUTER = Condition("If he presses the scheme", Place(1, Span(0, 24)))
SAID = (
    statement(),
    quoting(telegram(), "You should see Brandov promptly", counterpart=("Brandov",), refers_to=("DEPTTEL 1338",)),
    statement(
        "say no", conditions=(Condition("if he insists", Place(1, Span(30, 43)), OUTER),), when=("if he insists",)
    ),
    statement("we would lift it", StatementType.OFFER, give="lift it", get="their leaving", party="United States"),
    statement("avoid any hint", StatementType.DISCLOSURE, polarity=Polarity.DO_NOT),
)


def faults(candidate: object) -> list[str]:
    """What the schema says against it."""
    return [f"{each.json_path}: {each.message}" for each in VALIDATOR.iter_errors(candidate)]


def test_the_schema_is_a_schema_and_every_part_of_it_is_used() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    used = {part.split('"')[0] for part in json.dumps(SCHEMA).split('"#/$defs/')[1:]}
    assert used == set(SCHEMA["$defs"])


@pytest.mark.parametrize("said", SAID)
def test_a_statement_is_printed_with_every_key_and_comes_back(said: Statement) -> None:
    printed = encode(said)
    assert faults(printed) == []
    assert set(DESIGNED) <= printed.keys()
    assert statement_from(printed) == said


BAD: dict[str, Callable[[dict[str, Any]], object]] = {
    "another schema": lambda s: s.update(schema="onionskin/statement/2"),
    "a type of its own": lambda s: s.update(type="hint"),
    "no quote": lambda s: s.update(quote=""),
    "a key left out": lambda s: s.pop("when"),
    "a key renamed": lambda s: s.update(condition=s.pop("when")),
    "a third polarity": lambda s: s.update(polarity="not"),
    "a fourth strength": lambda s: s.update(strength="could"),
    "an actor as a string": lambda s: s.update(actor="Stevenson"),
    "a date as it is typed": lambda s: s.update(date="November 20, 1962"),
    "a confidence in per cent": lambda s: s.update(confidence=90),
    "evidence that is no ink": lambda s: s.update(evidence=[{"kind": "inference", "rule": "x"}]),
    "a condition without its place": lambda s: s.update(conditions=[{"words": "if he asks"}]),
    "one side": lambda s: s.update(sides=["United States"]),
}


@pytest.mark.parametrize("name", BAD)
def test_what_the_contract_forbids_is_refused(name: str) -> None:
    printed = encode(SAID[0])
    BAD[name](printed)
    assert faults(printed)
