"""What waits for a person is asked until it is decided, in the order of what deciding it mends."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.workbench.decisions import (
    OTHER,
    PAPER,
    asked,
)

from onionskin.errors import ChangedMeanwhileError, UsageError
from onionskin.record.decisions import Verb
from onionskin.workbench import (
    Collection,
    Sort,
    decide,
    open_questions,
    questions_of,
    queue,
    show,
)


def test_what_is_decided_is_no_longer_asked(collection: Collection) -> None:
    waiting = {part.pointer for part in open_questions(collection, PAPER.id)}
    assert {"/references/0", "/same_as/0", "/emendations/0", "/doubts/0"} <= waiting
    decide(collection, asked(Verb.REJECT, "/references/0"))
    decide(collection, asked(Verb.ACCEPT, "/doubts/0", "1977-07-12"))
    left = {part.pointer for part in open_questions(collection, PAPER.id)}
    assert waiting - left == {"/references/0", "/doubts/0"}


def test_what_was_seen_and_has_changed_is_refused_and_what_only_moved_is_found(collection: Collection) -> None:
    (question,) = (
        each for each in questions_of(collection, show(collection, PAPER.id).document) if each.sort is Sort.EMENDATION
    )
    yes = asked(Verb.ACCEPT, question.pointer, seen=question.seen)
    assert decide(collection, replace(yes, about="/emendations/7")).new
    with pytest.raises(ChangedMeanwhileError) as refused:
        decide(collection, replace(yes, verb=Verb.REJECT))
    assert refused.value.http_status == 409
    assert show(collection, PAPER.id).document.emendations[0].state == "accepted"


def test_the_queue_holds_what_is_open_until_it_is_decided(collection: Collection) -> None:
    waits = queue(collection)
    assert {each.question.sort for each in waits.waits} == {
        each.sort for each in questions_of(collection, show(collection, PAPER.id).document)
    }
    assert [each.gain for each in waits.waits] == sorted((each.gain for each in waits.waits), reverse=True)
    assert OTHER.id in waits.named
    (emendation,) = queue(collection, sort="emendation").waits
    decide(collection, asked(Verb.REJECT, emendation.question.pointer, seen=emendation.question.seen))
    assert queue(collection, sort="emendation").total == 0
    assert queue(collection).total == waits.total - 1
    decide(collection, asked(Verb.UNDO))
    assert queue(collection).total == waits.total
    with pytest.raises(UsageError, match="no sort"):
        queue(collection, sort="weather")


def test_another_correction_by_hand_refuses_the_one_that_was_proposed(collection: Collection) -> None:
    decide(collection, asked(Verb.EMEND, to="DEPCIRTEL", words="DEPTTEL"))
    proposed, made = show(collection, PAPER.id).document.emendations
    assert (proposed.state, made.state) == ("rejected", "accepted")
    assert queue(collection, sort="emendation").total == 0
