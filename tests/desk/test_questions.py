"""What waits for a person is asked with its words, its answers and its worth, and known by its state."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.strategies import documents
from tests.web import specimens

from onionskin.desk.parts import is_open, parts
from onionskin.desk.question import Sort, question_of
from onionskin.desk.questions import questions, waiting
from onionskin.record.apparatus import Doubt, DoubtCandidate
from onionskin.record.boundaries import Boundary, BoundaryState
from onionskin.record.decisions import Verb
from onionskin.record.document import Document
from onionskin.record.geometry import Box
from onionskin.record.page import PageNumber
from onionskin.record.references import EntityCandidate

PAPER = specimens.telegram()
TWO = (EntityCandidate("brandov-pavel", 0.5, ("of the same surname",)), EntityCandidate("brandov-ivan", 0.6, ()))


def named(times: int = 1) -> Document:
    """The paper with a name that could mean two, in so many places."""
    return replace(PAPER, mentions=(replace(PAPER.mentions[0], candidates=TWO),) * times)


def test_each_question_stands_with_its_words_and_its_answers_the_likeliest_first() -> None:
    asked = {each.sort: each for each in questions(named())}
    assert set(asked) == {Sort.EMENDATION, Sort.STAMP, Sort.REFERENCE, Sort.NAME, Sort.SAME_PAPER}
    name = asked[Sort.NAME]
    assert [(each.verb, each.to) for each in name.options] == [
        (Verb.LINK, "brandov-ivan"),
        (Verb.LINK, "brandov-pavel"),
        (Verb.REJECT, None),
    ]
    assert (name.as_printed, name.page, name.pointer) == ("Brandov", 1, "/mentions/0")
    for each in asked.values():
        page = next((page for page in PAPER.pages if page.n == each.page), None)
        if page is not None:
            assert f"{each.before}{each.as_printed}{each.behind}" in page.text


def test_a_value_that_stands_is_worth_asking_by_how_unsure_it_is() -> None:
    """Below .9 a proposal is not applied, so the text is wrong if it is right; from there on, if it is wrong."""
    proposed = PAPER.emendations[0]
    chances = [
        questions(replace(PAPER, emendations=(replace(proposed, confidence=sure),)))[0].chance
        for sure in (0.2, 0.88, 0.95)
    ]
    assert chances == pytest.approx([0.2, 0.88, 0.05])


def test_a_name_is_asked_once_for_all_its_places_and_is_worth_more_for_them() -> None:
    alone, often = (next(q for q in questions(named(n)) if q.sort is Sort.NAME) for n in (1, 3))
    assert alone.chance == often.chance == pytest.approx(1 - 0.5 * 0.4)
    assert (alone.places, often.places) == (1, 3)
    assert often.gain == pytest.approx(2.4)


def test_the_same_name_with_the_same_candidates_is_one_matter_wherever_it_stands() -> None:
    elsewhere = replace(named(), id="os-elsewhere")
    apart = replace(named(), mentions=(replace(PAPER.mentions[0], candidates=TWO[:1]),))
    here, there, other = (
        next(q for q in questions(each) if q.sort is Sort.NAME) for each in (named(), elsewhere, apart)
    )
    assert here.matter == there.matter != other.matter


def test_two_records_of_one_paper_ask_one_question() -> None:
    letter = specimens.letter()
    mine = next(each for each in questions(PAPER) if each.sort is Sort.SAME_PAPER)
    back = replace(letter, same_as=(replace(PAPER.same_as[0], record=PAPER.id),))
    theirs = next(each for each in questions(back) if each.sort is Sort.SAME_PAPER)
    assert mine.matter == theirs.matter


def test_a_number_that_engines_read_differently_is_corrected_and_not_stated() -> None:
    two = (DoubtCandidate("7/12/97", 0.7, ()), DoubtCandidate("7/12/77", 0.3, ()))
    doubt = Doubt("/fields/number", "7/12/97", two, "engines-differ", "two engines differ", PAPER.doubts[0].evidence)
    asked = next(each for each in questions(replace(PAPER, doubts=(doubt,))) if each.sort is Sort.WORD)
    assert [(each.verb, each.to) for each in asked.options] == [(Verb.REJECT, None), (Verb.CORRECT, "7/12/77")]


def test_words_on_an_image_may_be_misread_and_not_wrong() -> None:
    ink = PAPER.emendations[0].evidence[0]
    boxed = replace(PAPER.emendations[0], evidence=(replace(ink, box=Box(10, 10, 60, 12)),))  # type: ignore[arg-type]
    for made, verbs in ((PAPER.emendations[0], ["accept", "reject"]), (boxed, ["accept", "correct", "reject"])):
        asked = next(each for each in questions(replace(PAPER, emendations=(made,))) if each.sort is Sort.EMENDATION)
        assert [each.verb.value for each in asked.options] == verbs


def test_a_stamp_as_a_whole_has_no_value_to_state() -> None:
    doubt = replace(PAPER.doubts[0], about="/stamps", candidates=())
    asked = next(each for each in questions(replace(PAPER, doubts=(doubt,))) if each.sort is Sort.STAMP)
    assert asked.other is None
    assert [each.verb for each in asked.options] == [Verb.REJECT]


def test_a_boundary_that_nobody_is_sure_of_is_asked_and_one_that_is_sure_is_not() -> None:
    sure = Boundary(PageNumber(1), 1, 0, begins=True, confidence=1.0, state=BoundaryState.FOUND, reasons=())
    unsure = Boundary(
        PageNumber(2), 1, 0, begins=False, confidence=0.7, state=BoundaryState.QUESTION, reasons=("no title",)
    )
    asked = [each for each in questions(replace(PAPER, boundaries=(sure, unsure))) if each.sort is Sort.BOUNDARY]
    assert [(each.pointer, each.chance, each.page) for each in asked] == [("/boundaries/1", 0.3, 2)]
    assert [each.verb for each in asked[0].options] == [Verb.ACCEPT, Verb.REFUSE]


def test_the_state_of_a_part_changes_with_it_and_with_nothing_else() -> None:
    before = {each.sort: each.seen for each in questions(PAPER)}
    surer = replace(PAPER.emendations[0], confidence=0.81)
    after = {each.sort: each.seen for each in questions(replace(PAPER, emendations=(surer,)))}
    assert {sort for sort in before if before[sort] != after[sort]} == {Sort.EMENDATION}


@settings(max_examples=25)
@given(documents())
def test_whatever_is_open_is_asked_comes_back_from_the_store_and_is_worth_something_or_nothing(paper: Document) -> None:
    asked = questions(paper)
    assert [question_of(each.line) for each in waiting(paper)] == list(asked)
    open_parts = {each.pointer for each in parts(paper) if is_open(each.subject)}
    assert {each.pointer for each in asked} - open_parts == {
        f"/boundaries/{at}" for at, each in enumerate(paper.boundaries) if each in paper.questions
    }
    for each, kept in zip(asked, waiting(paper), strict=True):
        assert 0 <= each.chance <= 1
        assert each.places >= 1
        assert kept.gain == round(1000 * each.gain)
        assert json.loads(kept.line)["matter"] == each.matter
