"""What people decide of issues and statements stands in the journal, takes effect at once, and can be taken back."""

from __future__ import annotations

import json

import pytest
from tests.ledger import kept
from tests.ledger.kept import FIRST, SECOND

from onionskin.desk.choices import Asked
from onionskin.desk.lines import asked_of, line_of
from onionskin.errors import NotFoundError, UsageError
from onionskin.record.decisions import About, Said, Verb
from onionskin.record.statements import StatementState, StatementType
from onionskin.workbench import Collection, decide, history
from onionskin.workbench.ledger import Wanted, issue, issues, paper_ledger, said_of, statements

OFFER = Said(FIRST.id, StatementType.OFFER, "we would lift the quarantine")


def of_issue(verb: Verb, issue_id: str, *, words: str = "", other: str = "", said: tuple[Said, ...] = ()) -> Asked:
    entities = (other,) if other else ()
    return Asked(verb, "ruth", about="issue", to=issue_id, words=words, entities=entities, statements=said)


def of_statement(verb: Verb, said: Said = OFFER) -> Asked:
    return Asked(verb, "ruth", about="statement", statements=(said,))


def undo(collection: Collection) -> None:
    decide(collection, Asked(Verb.UNDO, "ruth", entry=collection.decided().last))


def test_an_issue_is_renamed_and_called_as_before_when_that_is_taken_back(collection: Collection) -> None:
    assert decide(collection, of_issue(Verb.RENAME, "quarantine", words="The blockade")).new
    assert issue(collection, Wanted(issue="quarantine")).issue.label == "The blockade"
    assert not decide(collection, of_issue(Verb.RENAME, "quarantine", words="The  blockade")).new
    undo(collection)
    assert issue(collection, Wanted(issue="quarantine")).issue.label == "quarantine"


def test_an_issue_goes_into_another_and_comes_out_again(collection: Collection) -> None:
    assert decide(collection, of_issue(Verb.MERGE, "quarantine", other="guarantee")).new
    assert issue(collection, Wanted(issue="quarantine")).part.total == 4
    assert "guarantee" not in {each.id for each in issues(collection, Wanted())[1]}
    undo(collection)
    assert issue(collection, Wanted(issue="guarantee")).part.total == 1


def test_statements_leave_an_issue_for_one_of_their_own(collection: Collection) -> None:
    decide(collection, of_issue(Verb.SPLIT, "quarantine", words="Lifting it", said=(OFFER,)))
    [line] = issue(collection, Wanted(issue="lifting-it")).part.lines
    assert (line.statement.quote, line.label) == (OFFER.quote, "Lifting it")
    assert issue(collection, Wanted(issue="quarantine")).part.total == 2


def test_a_refused_statement_stands_on_its_paper_alone(collection: Collection) -> None:
    assert decide(collection, of_statement(Verb.REJECT)).new
    assert statements(collection, Wanted(type="offer")).total == 0
    [refused] = [each for each in paper_ledger(collection, FIRST.id).lines if each.statement.type == "offer"]
    assert refused.statement.state is StatementState.REJECTED
    assert not decide(collection, of_statement(Verb.REJECT)).new
    assert decide(collection, of_statement(Verb.ACCEPT)).new
    [accepted] = statements(collection, Wanted(type="offer")).lines
    assert accepted.statement.state is StatementState.ACCEPTED


def test_a_decision_finds_its_statement_by_its_words_when_more_of_them_are_quoted(collection: Collection) -> None:
    decide(collection, of_statement(Verb.REJECT, Said(FIRST.id, StatementType.OFFER, "would lift the quarantine")))
    assert statements(collection, Wanted(type="offer")).total == 0


def test_decisions_hold_when_the_inventory_is_made_anew(collection: Collection) -> None:
    decide(collection, of_issue(Verb.RENAME, "quarantine", words="The blockade"))
    decide(collection, of_statement(Verb.REJECT))
    collection.inventory.remove([each.id for each in kept.PAPERS])
    collection._inventory_abreast.look_again()
    assert issue(collection, Wanted(issue="quarantine")).issue.label == "The blockade"
    assert statements(collection, Wanted(type="offer")).total == 0


def test_what_was_decided_stands_in_the_history_with_who_did_it(collection: Collection) -> None:
    decide(collection, of_statement(Verb.REJECT))
    [past] = history(collection, FIRST.id).past
    assert (past.kept.author, past.kept.about, past.kept.statements) == ("ruth", About.STATEMENT, (OFFER,))
    assert history(collection, SECOND.id).total == 0


def test_decisions_are_lines_that_another_collection_takes(collection: Collection) -> None:
    made = [
        of_issue(Verb.RENAME, "quarantine", words="The blockade"),
        of_issue(Verb.MERGE, "quarantine", other="guarantee"),
        of_issue(Verb.SPLIT, "quarantine", words="Lifting it", said=(OFFER,)),
        of_statement(Verb.ACCEPT),
    ]
    for each in made:
        assert decide(collection, each).new
    for each, held in zip(made, collection.book().decisions, strict=True):
        again = asked_of(json.dumps(line_of(held)), "someone")
        assert (again.verb, again.author, again.about, again.statements) == (
            each.verb,
            "ruth",
            each.about,
            each.statements,
        )
        assert not decide(collection, again).new


@pytest.mark.parametrize(
    "wrong",
    [
        of_issue(Verb.RENAME, "quarantine", words="?!"),
        of_issue(Verb.MERGE, "quarantine", other="quarantine"),
        of_issue(Verb.MERGE, "quarantine"),
        of_issue(Verb.SPLIT, "quarantine", words="Lifting it"),
        of_issue(Verb.SPLIT, "quarantine", words="Quarantine", said=(OFFER,)),
        of_issue(Verb.ACCEPT, "quarantine"),
        Asked(Verb.RENAME, "ruth", about="statement", statements=(OFFER,)),
        Asked(Verb.ACCEPT, "ruth", about="statement"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused(collection: Collection, wrong: Asked) -> None:
    with pytest.raises(UsageError):
        decide(collection, wrong)
    assert collection.decided().last == 0


def test_what_the_ledger_does_not_have_cannot_be_decided(collection: Collection) -> None:
    with pytest.raises(NotFoundError):
        decide(collection, of_issue(Verb.RENAME, "nothing", words="Something"))
    with pytest.raises(NotFoundError):
        decide(collection, of_statement(Verb.ACCEPT, Said(FIRST.id, StatementType.OFFER, "nobody said this")))
    with pytest.raises(NotFoundError):
        said_of(collection, ["os-1.nothing"])
