"""Persons that are one, and names that mean the same: decided at once in every paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.workbench.decisions import (
    CLERK,
    OTHER_CLERK,
    PAPER,
    asked,
    keep,
    known,
)

from onionskin.errors import ChangedMeanwhileError
from onionskin.record.decisions import Verb
from onionskin.record.ids import record_id, source_sha256
from onionskin.record.page import PageNumber
from onionskin.workbench import (
    Asked,
    Collection,
    carry_on,
    decide,
    decide_alike,
    history,
    link_again,
    queue,
    show,
)


def test_entities_that_are_merged_go_by_the_first_name_and_split_by_their_own(collection: Collection) -> None:
    known(collection.settings.collection, "brandov", "brandov-i")
    decide(collection, asked(Verb.LINK, "/mentions/0", "brandov-i"))
    merge = Asked(Verb.MERGE, CLERK, entities=("brandov", "brandov-i"))
    assert [decide(collection, merge).new, decide(collection, merge).new] == [True, False]
    link_again(collection, waiting_only=True)
    assert show(collection, PAPER.id).document.mentions[0].entity == "brandov"
    decide(collection, replace(merge, verb=Verb.SPLIT))
    link_again(collection, waiting_only=True)
    assert show(collection, PAPER.id).document.mentions[0].entity == "brandov-i"


def test_a_merge_is_done_at_once_and_so_is_taking_it_back(collection: Collection) -> None:
    known(collection.settings.collection, "brandov", "brandov-i")
    decide(collection, asked(Verb.LINK, "/mentions/0", "brandov-i"))
    decide(collection, Asked(Verb.MERGE, CLERK, entities=("brandov", "brandov-i")))
    assert show(collection, PAPER.id).document.mentions[0].entity == "brandov"
    assert history(collection).past[0].kept.verb is Verb.MERGE
    decide(collection, Asked(Verb.UNDO, OTHER_CLERK, entry=history(collection).past[0].kept.entry))
    assert show(collection, PAPER.id).document.mentions[0].entity == "brandov-i"


def test_a_name_is_decided_alike_in_every_paper_that_asks_the_same(collection: Collection) -> None:
    known(collection.settings.collection, "brandov", "brandov-i")
    pages = tuple(replace(page, text=page.text + "\nSecond copy\n") for page in PAPER.pages)
    sha256 = source_sha256("\f".join(page.text for page in pages).encode())
    twin = replace(
        PAPER, id=record_id(sha256, PageNumber(1), 0), source=replace(PAPER.source, sha256=sha256), pages=pages
    )
    keep(collection, [twin])
    link_again(collection)
    both = (PAPER.id, twin.id)
    (waits,) = queue(collection, sort="name").waits
    assert waits.papers == 2
    asking = asked(Verb.LINK, waits.question.pointer, "brandov", seen=waits.question.seen)
    answers = decide_alike(collection, replace(asking, record=waits.question.record))
    assert {each.record for each in answers} == set(both)
    assert [show(collection, each).document.mentions[0].entity for each in both] == ["brandov"] * 2
    assert queue(collection, sort="name").total == 0
    with pytest.raises(ChangedMeanwhileError):
        decide_alike(collection, asking)


def test_what_a_merge_leaves_for_later_is_linked_by_carrying_on(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(collection.settings.collection, "brandov", "brandov-i")
    decide(collection, asked(Verb.LINK, "/mentions/0", "brandov-i"))
    monkeypatch.setattr("onionskin.workbench.effects.AT_ONCE", 0)
    decide(collection, Asked(Verb.MERGE, CLERK, entities=("brandov", "brandov-i")))
    assert show(collection, PAPER.id).document.mentions[0].entity == "brandov-i"
    carry_on(collection)
    assert show(collection, PAPER.id).document.mentions[0].entity == "brandov"
    assert collection.left == {}
