"""In all but short sentences what a clause does is weighed; rules that know an order by its own words stand."""

from __future__ import annotations

import pytest
from tests.papers import telegram

from onionskin.ledger import weighing
from onionskin.ledger.clause_signs import ALWAYS, OF_FORM, OF_PLACE, Heard, signs_of
from onionskin.ledger.extracting import statements_of
from onionskin.ledger.weighing import FACTS, weights
from onionskin.record.statements import Polarity, Statement, StatementType, Strength

SHORT = "The delegates did not visit the palace."
LONG = "In the course of the same morning the delegates of the two sides did not visit the old palace beside the river."
SPECIAL = "We request that you inform the delegates of both sides in the course of the morning that it is closed."


def told(sentence: str) -> list[Statement]:
    return list(statements_of(telegram(body=(sentence,))))


def worth(**columns: int) -> tuple[int, ...]:
    return tuple(columns.get(fact, 0) for fact in FACTS)


UNLIKELY = worth(**dict.fromkeys(FACTS, -600))


def weigh(monkeypatch: pytest.MonkeyPatch, **signs: tuple[int, ...]) -> None:
    named = {name.replace("_", "-"): each for name, each in signs.items()}
    monkeypatch.setattr(weighing, "weights", lambda: {ALWAYS: worth(), **named})
    monkeypatch.setattr(weighing, "_worth", weighing.worth_of)


def test_signs_outweigh_a_rule_and_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    weigh(monkeypatch, who_other_past=worth(position=500), denied=worth(position=200), begins=worth(position=50))
    [said] = told(LONG)
    assert (said.type, said.rule) == (StatementType.POSITION, "weighed: who-other-past, denied, begins")
    assert (said.polarity, said.confidence > 0.9) == (Polarity.DO_NOT, True)


def test_what_is_likely_of_no_type_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    weigh(monkeypatch, who_other_past=UNLIKELY)
    assert told(LONG) == []


def test_a_rule_that_is_not_outweighed_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    weigh(monkeypatch, rule_happened=worth(report=200), who_other_past=worth(position=50))
    [said] = told(LONG)
    assert (said.type, said.rule, said.polarity) == (StatementType.REPORT, "happened", None)


def test_an_order_that_is_weighed_binds_by_its_auxiliary(monkeypatch: pytest.MonkeyPatch) -> None:
    weigh(monkeypatch, tense_past=worth(instruction=900))
    [said] = told(LONG)
    assert (said.type, said.polarity) == (StatementType.INSTRUCTION, Polarity.DO_NOT)
    assert said.strength is Strength.SHOULD


@pytest.mark.parametrize(("sentence", "type_"), [(SHORT, StatementType.REPORT), (SPECIAL, StatementType.INSTRUCTION)])
def test_short_sentences_and_rules_of_orders_are_not_weighed(
    monkeypatch: pytest.MonkeyPatch, sentence: str, type_: StatementType
) -> None:
    weigh(monkeypatch, begins=UNLIKELY, tense_past=UNLIKELY)
    assert [each.type for each in told(sentence)] == [type_]


def test_the_signs_of_a_clause() -> None:
    heard: list[Heard] = []

    def note(each: Heard) -> None:
        heard.append(each)

    statements_of(telegram(body=(LONG,)), note)
    [clause] = heard
    wanted = {"rule-happened", "told-report-who-other", "who-other-past", "modal-none-written", "denied", "begins"}
    signs = set(signs_of(clause))
    wanted |= {"word-palace", "about-sides"}
    assert wanted <= signs
    assert not {"passive", "joined", "in-conversation"} & signs


def test_every_weight_is_of_a_sign_that_can_be() -> None:
    groups = (
        *("rule-", "told-", "who-", "tense-", "modal-", "sort-", "verb-", "predicate-", "long-", "behind-"),
        *("has-", "word-", "saying-", "about-"),
    )
    alone = {ALWAYS, "begins", "joined", "amid", "predicate", *OF_FORM, *OF_PLACE}
    alone |= {"written", "reported", "in-conversation", "reported-in-conversation"}
    assert [name for name in weights() if name not in alone and not name.startswith(groups)] == []
