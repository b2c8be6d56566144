"""The acts that a paper's values prove."""

from __future__ import annotations

from tests.readers.reading import paper
from tests.readers.sheets import INCOMING_1962, LETTER_ADDRESS_AT_HEAD, OUTGOING_1961, TWO_COLUMNS_1962

from onionskin.record.acts import Act, ActKind
from onionskin.record.document import Document


def act(document: Document, kind: ActKind) -> Act:
    return next(each for each in document.acts if each.act is kind)


def test_acts_of_a_telegram() -> None:
    read = paper(OUTGOING_1961)
    assert act(read, ActKind.DRAFTED).agent == "H. P. Marlow (EUR/WE)"
    assert act(read, ActKind.DRAFTED).date == "1961-02-09"
    assert act(read, ActKind.TYPED).agent == "jd"
    assert act(read, ActKind.APPROVED).agent == "Kessler (EUR)"
    assert [a.agent for a in read.acts if a.act is ActKind.CLEARED] == ["Tolland (AF)", "Avery (S/S)"]
    assert act(read, ActKind.SIGNED).agent == "Rusk"
    assert act(read, ActKind.CLASSIFIED).to_level == "SECRET"
    assert act(read, ActKind.NUMBERED).items == "812"
    sent = act(read, ActKind.TRANSMITTED)
    assert (sent.date, sent.agent, sent.recipient) == (
        "1961-02-09T19:14:00-05:00",
        "Department of State",
        "Amembassy Brussels",
    )
    assert not any(a.act is ActKind.RECEIVED for a in read.acts)


def test_signed_is_not_drafted() -> None:
    """The Secretary's name stands under every telegram; who drafted it stands in its block."""
    read = paper(OUTGOING_1961)
    assert act(read, ActKind.SIGNED).agent != act(read, ActKind.DRAFTED).agent


def test_an_incoming_telegram_was_received() -> None:
    assert act(paper(INCOMING_1962), ActKind.RECEIVED).date == "1962-11-17T13:03:00-05:00"


def test_copies_were_furnished() -> None:
    read = paper(LETTER_ADDRESS_AT_HEAD)
    assert [a.recipient for a in read.acts if a.act is ActKind.COPY_FURNISHED] == ["Kessler (EUR)", "S/S"]
    assert not any(a.act is ActKind.TRANSMITTED for a in read.acts)


def test_an_instruction_to_pass_is_not_the_passing() -> None:
    read = paper(TWO_COLUMNS_1962.replace("SECRET", "PASS TO EXCOM", 1))
    assert act(read, ActKind.TO_BE_PASSED).recipient
    assert not any(a.act is ActKind.PASSED for a in read.acts)


def test_every_act_has_the_evidence_of_its_value() -> None:
    for sheet in (OUTGOING_1961, INCOMING_1962, LETTER_ADDRESS_AT_HEAD):
        for each in paper(sheet).acts:
            assert each.evidence
