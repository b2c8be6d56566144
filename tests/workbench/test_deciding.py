"""What a person decides is done at once, in every store, outlives every reading, and is never dropped."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.workbench.box import typed
from tests.workbench.decisions import (
    CLERK,
    LOST,
    OTHER,
    PAPER,
    asked,
    correct,
    keep,
    known,
    rows,
)

from onionskin.errors import NotFoundError, OnionskinError, UsageError
from onionskin.record.boundaries import Place
from onionskin.record.decisions import Fate, Quote, Verb
from onionskin.record.page import PageNumber
from onionskin.record.references import JudgementState, ResolutionState, SameAsRelation
from onionskin.settings import Settings
from onionskin.workbench import (
    Asked,
    Collection,
    check,
    decide,
    decide_lines,
    decision_lines,
    find,
    open_collection,
    read,
    show,
)


def test_a_decision_is_in_the_journal_the_record_and_the_search_at_once(collection: Collection) -> None:
    answer = decide(collection, replace(correct("long haggle", "short haggle"), reason="the carbon is faint"))
    assert answer.new
    assert answer.decision is not None
    assert (answer.decision.author, answer.decision.state) == (CLERK, Fate.STANDING)
    entry = [entry for entry in collection.store.journal() if entry.kind == "decision"][-1]
    assert (entry.author, entry.record, entry.told["reason"]) == (CLERK, PAPER.id, "the carbon is faint")
    assert "short haggle" in show(collection, PAPER.id).document.text.reading
    assert [hit.record for hit in find(collection, '"short haggle"').hits] == [PAPER.id]
    assert list(check(collection)) == []


def test_a_number_that_is_put_right_leads_to_the_paper_it_means(collection: Collection, tmp_path: Path) -> None:
    citing = typed(90).replace("You should", "Reference DEPTEL 38. You should")
    for name, text in (("cited.txt", typed(88)), ("citing.txt", citing)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    cited, paper = (
        outcome.documents[0] for outcome in read(collection, [tmp_path / "cited.txt", tmp_path / "citing.txt"])
    )
    at = next(n for n, each in enumerate(paper.references) if each.number == "38")
    assert paper.references[at].resolved.record is None
    decide(collection, Asked(Verb.CORRECT, CLERK, record=paper.id, words="DEPTEL 38", to="DEPTEL 88"))
    resolved = show(collection, paper.id).document.references[at].resolved
    assert (resolved.state, resolved.record) == (ResolutionState.LINKED, cited.id)


def test_what_is_said_of_two_papers_is_heard_by_both(collection: Collection) -> None:
    decide(collection, asked(Verb.REJECT, "/same_as/0"))
    assert show(collection, OTHER.id).document.same_as == ()
    decide(collection, replace(asked(Verb.LINK, to=OTHER.id), relation=SameAsRelation.SAME_PAPER))
    (same,) = show(collection, OTHER.id).document.same_as
    assert (same.record, same.state) == (PAPER.id, JudgementState.ACCEPTED)
    decide(collection, replace(asked(Verb.UNDO), record=OTHER.id))
    assert show(collection, OTHER.id).document.same_as == ()
    assert len(show(collection, PAPER.id).document.same_as) == 1


def test_a_file_of_decisions_is_taken_line_by_line_and_a_second_time_changes_nothing(collection: Collection) -> None:
    lines = [
        json.dumps({"verb": "accept", "record": PAPER.id, "about": "/emendations/0", "by": "B. Other"}),
        "",
        "{not json",
        json.dumps({"verb": "correct", "record": PAPER.id, "words": LOST, "to": "QXJ 78", "colour": "red"}),
        json.dumps({"verb": "correct", "record": PAPER.id, "words": "EYES ONLY", "to": "EYES"}),
        json.dumps({"verb": "correct", "record": PAPER.id, "words": "EYES ONLY", "to": "EYES", "at": "1:22"}),
        json.dumps(
            {"verb": "reject", "record": PAPER.id[:9], "about": "reference", "quote": {"exact": "DEPTTEL 1338"}}
        ),
        json.dumps({"verb": "link", "record": PAPER.id, "to": "os-nowhere", "relation": "same-paper"}),
        json.dumps({"verb": "begin", "record": PAPER.id, "about": "boundary"}),
    ]
    answers = dict(decide_lines(collection, lines, CLERK))
    assert {number for number, each in answers.items() if isinstance(each, OnionskinError)} == {3, 4, 5, 8, 9}
    assert isinstance(answers[8], NotFoundError)
    assert "3 places: 1:16, 1:22, 1:" in str(answers[5])
    paper = show(collection, PAPER.id).document
    assert [each.author for each in paper.decisions] == ["B. Other", CLERK, CLERK]
    before = rows(collection)
    again = dict(decide_lines(collection, lines, CLERK))
    assert [each.new for each in again.values() if not isinstance(each, OnionskinError)] == [False, False, False]
    assert rows(collection) == before


def test_the_decisions_of_a_collection_can_be_given_to_another(collection: Collection, tmp_path: Path) -> None:
    known(collection.settings.collection, "brandov", "brandov-i")
    for each in (
        asked(Verb.ACCEPT, "/emendations/0"),
        asked(Verb.LINK, "/references/0", OTHER.id),
        asked(Verb.REJECT, "/mentions/0"),
        asked(Verb.REJECT, "/same_as/0"),
        replace(asked(Verb.LINK, to=OTHER.id), relation=SameAsRelation.SAME_PAPER),
        correct(LOST, "QXJ 78"),
        asked(Verb.EMEND, to="promptly,", words="promptly."),
        Asked(Verb.MERGE, CLERK, entities=("brandov", "brandov-i")),
    ):
        decide(collection, each)
    lines = [json.dumps(line) for line in decision_lines(collection)]
    with open_collection(Settings(collection=tmp_path / "other"), create=True) as other:
        known(tmp_path / "other", "brandov", "brandov-i")
        keep(other, [PAPER])
        keep(other, [OTHER])
        assert [
            answer for _, answer in decide_lines(other, lines, "nobody") if isinstance(answer, OnionskinError)
        ] == []
        one, two = (show(each, PAPER.id).document for each in (collection, other))
        assert (one.references[0].resolved, one.text) == (two.references[0].resolved, two.text)
        assert [each.state for each in two.same_as][-1] is JudgementState.ACCEPTED
        assert list(decision_lines(other)) == list(decision_lines(collection))


@pytest.mark.parametrize(
    "wrong",
    [
        asked(Verb.ACCEPT, "/emendations/9"),
        asked(Verb.ACCEPT, "/references/0"),
        asked(Verb.UNLINK, "/references/0"),
        asked(Verb.LINK, "/emendations/0", "x"),
        asked(Verb.REFUSE, "/emendations/0"),
        correct("these words stand nowhere", "x"),
        correct(LOST, LOST),
        correct("EYES ONLY", "EYES", Place(2)),
        replace(asked(Verb.LINK, to=PAPER.id), relation=SameAsRelation.SAME_COPY),
        asked(Verb.REJECT, "reference", quote=Quote(PageNumber(1), "no such words", "", "")),
        Asked(Verb.MERGE, CLERK, entities=("brandov", "brandov")),
        Asked(Verb.MERGE, CLERK, entities=("brandov", "a slip of the pen")),
        Asked(Verb.SPLIT, CLERK, entities=("brandov", "a-slip")),
        asked(Verb.LINK, "/mentions/0", "brandov-j"),
    ],
)
def test_what_cannot_be_decided_is_said_and_changes_nothing(collection: Collection, wrong: Asked) -> None:
    before = show(collection, PAPER.id).document
    with pytest.raises(UsageError):
        decide(collection, wrong)
    assert rows(collection) == 0
    assert show(collection, PAPER.id).document == before
