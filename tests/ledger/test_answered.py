"""What became of a proposal in later papers: candidates with scores and reasons, none asserted."""

from __future__ import annotations

from dataclasses import replace

from tests.ledger.papers import DEPARTMENT, USUN, paper, says

from onionskin.ledger.answered import disposed_of
from onionskin.ledger.matching import Match, Relation
from onionskin.record.statements import Disposition, StatementType

PROPOSAL = says(
    "os-asks", "I propose that the inspection scheme be put to the Council", StatementType.PROPOSAL, "1962-11-17"
)
ASKING = paper("os-asks", "1962-11-17", PROPOSAL)


def answers(
    quote: str, day: str = "1962-11-20", *, cites: bool = False, told: Disposition | None = None
) -> tuple[Match, ...]:
    line = says("os-tells", quote, StatementType.PROPOSAL, day, disposition=told)
    later = paper("os-tells", day, line, senders=(DEPARTMENT,), receivers=(USUN,), cites=("os-asks",) if cites else ())
    return disposed_of(PROPOSAL, ASKING, [later], {}, 50)


def test_a_paper_that_cites_the_proposal_need_not_repeat_its_words() -> None:
    [match] = answers("your recommendations are under study", cites=True, told=Disposition.DEFERRED)
    assert (match.relation, match.line, match.record) == (Relation.DEFERRED, PROPOSAL.id, "os-tells")
    assert match.reasons[:2] == ("its paper cites that of the proposal", "by whom it was made to")
    assert not match.asserted
    assert answers("your recommendations are under study", told=Disposition.DEFERRED) == ()


def test_one_that_does_not_cite_it_speaks_of_its_matter() -> None:
    [match] = answers("the inspection scheme was approved", told=Disposition.TAKEN_UP)
    assert match.relation is Relation.TAKEN_UP
    assert "inspection" in match.reasons[-1]


def test_nothing_is_offered_that_tells_no_disposition_or_came_before() -> None:
    assert answers("the inspection scheme was discussed", cites=True) == ()
    assert answers("the inspection scheme was approved", "1962-11-10", cites=True, told=Disposition.TAKEN_UP) == ()


def test_every_disposition_has_its_relation() -> None:
    assert {each.value for each in Disposition} <= {each.value for each in Relation}


def test_a_citation_counts() -> None:
    words = "the inspection scheme was approved"
    [cited] = answers(words, cites=True, told=Disposition.TAKEN_UP)
    [bare] = answers(words, told=Disposition.TAKEN_UP)
    assert cited.score > bare.score
    assert replace(cited, score=0.0, reasons=()) == replace(bare, score=0.0, reasons=())
