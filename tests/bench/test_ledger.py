"""A found statement is right by its type and its words, one for one; what is doubtful is neither asked nor wrong."""

from __future__ import annotations

from bench.ledger.scoring import Score, judged, parts
from bench.ledger.truth import Told, paper, told


def said(*types: str, at: tuple[int, int] = (0, 8), **more: object) -> Told:
    return Told(types=types, words=frozenset(range(*at)), **more)  # type: ignore[arg-type]


def test_any_of_the_types_is_right_and_another_is_not() -> None:
    truth = [said("position", "report")]
    assert len(judged(truth, [said("report")]).right) == 1
    verdict = judged(truth, [said("assessment")])
    assert (len(verdict.extra), len(verdict.missed)) == (1, 1)


def test_half_the_words_must_be_there_and_not_three_times_as_many() -> None:
    truth = [said("report", at=(10, 20))]
    assert judged(truth, [said("report", at=(15, 25))]).right
    assert not judged(truth, [said("report", at=(16, 25))]).right
    assert judged(truth, [said("report", at=(0, 29))]).right
    assert not judged(truth, [said("report", at=(0, 30))]).right


def test_one_goes_with_one_and_the_better_overlap_first() -> None:
    near, far = said("report", at=(0, 8), rule="near"), said("report", at=(0, 14), rule="far")
    verdict = judged([said("report")], [far, near])
    assert [got.rule for _, got in verdict.right] == ["near"]
    assert [got.rule for got in verdict.extra] == ["far"]


def test_what_is_doubtful_is_neither_asked_nor_wrong() -> None:
    doubtful = [said("report", maybe=True)]
    assert judged(doubtful, []).missed == ()
    assert judged(doubtful, [said("report")]).extra == ()
    assert len(judged(doubtful, [said("report"), said("report")]).extra) == 1


def test_parts_are_counted_of_what_was_found() -> None:
    asked = said("position", polarity="do-not", when=frozenset({20, 21}), party="Soviet Union")
    right = said("position", polarity="do-not", when=frozenset({21}), party="the Soviets")
    assert dict(parts(asked, right)) == {"polarity": True, "condition": True, "party": True, "party or its side": True}
    wrong = said("position", polarity="do", party="GOE")
    assert not any(right for _, right in parts(asked, wrong))
    assert dict(parts(said("report"), right)) == {"condition where none is": False}


def test_totals_add_up() -> None:
    score = Score()
    score.add(
        [said("report"), said("offer", at=(30, 40))], [said("report", rule="said"), said("position", at=(50, 60))]
    )
    assert (score.statements.right, score.statements.extra, score.statements.missed) == (1, 1, 1)
    assert score.rules["said"].right == 1
    assert score.types["offer"].missed == 1


def test_words_are_counted_through_all_paragraphs() -> None:
    printed = paper(["We met.", "Brandov's answer was: no."])
    line = {"types": ["report"], "at": [1, 0, 2], "when": [0, 1, 1]}
    assert printed.said(told(line, printed).words) == "brandov's answer"
    assert printed.said(told(line, printed).when) == "met"


def test_a_party_is_right_by_the_side_for_which_it_speaks() -> None:
    asked = said("position", party="USG")
    assert dict(parts(asked, said("position", party="Vale", side="United States")))["party or its side"]
    assert not dict(parts(asked, said("position", party="Vale", side="Egypt")))["party or its side"]
