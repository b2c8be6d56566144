"""Which paper tells how an instruction was carried out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.papers import DEPARTMENT, EGYPT, KUZNETSOV, MIKOYAN, USUN, instruction, paper, says

from onionskin.ledger.lines import Paper
from onionskin.ledger.matching import ASSERTED, OFFERED, Match, Relation, reports_of

ORDER = instruction(
    "os-order", "1962-11-17", "You should ask Kuznetsov to withdraw the bombers", "say we want prompt talks"
)
REPORT = paper(
    "os-report",
    "1962-11-18",
    says("os-report", "I asked Kuznetsov when the IL-28's would be withdrawn"),
    says("os-report", "He replied that he was without instructions"),
    cites=("os-order",),
)
OTHERS = (
    paper(
        "os-suez", "1962-11-18", says("os-suez", "Minister told me canal dues were paid"), senders=(EGYPT,), named=()
    ),
    instruction("os-next", "1962-11-19", "You should now press for inspection", cites=("os-order",)),
    paper("os-before", "1962-11-10", says("os-before", "Kuznetsov told me the bombers were old")),
)


def offered(order: Paper = ORDER, *candidates: Paper) -> tuple[Match, ...]:
    return tuple(each for each in reports_of(order, candidates or (REPORT, *OTHERS), {}, 100) if not each.line)


def test_a_report_that_cites_its_instruction_is_asserted_with_reasons() -> None:
    best = offered()[0]
    assert (best.relation, best.record, best.other) == (Relation.REPORTED, "os-report", "")
    assert best.asserted
    assert best.reasons == (
        "it cites the instruction",
        "it comes from where the instruction went",
        "1 day after it",
        "1 person in both",
        "both speak of bomber, withdrawal",
    )


def test_nothing_is_asserted_that_does_not_cite_the_instruction() -> None:
    best = offered(ORDER, replace(REPORT, cites=()), *OTHERS)[0]
    assert best.record == "os-report"
    assert not best.asserted


def test_the_number_of_the_instruction_is_a_citation_where_no_reference_was_linked() -> None:
    best = offered(ORDER, replace(REPORT, cites=(), cites_words=("Your 1338",)), *OTHERS)[0]
    assert best.reasons[0] == "it cites a paper of its number, 1338"


def test_earlier_papers_are_no_reports() -> None:
    assert "os-before" not in {match.record for match in offered()}


def test_another_copy_of_the_instruction_is_no_report_of_it() -> None:
    copy = replace(ORDER, record="os-copy", cites=("os-order",))
    assert offered(ORDER, copy) == ()


def test_a_further_instruction_that_cites_the_first_is_no_report() -> None:
    scores = {match.record: match.score for match in offered(ORDER, *OTHERS)}
    assert scores.get("os-next", 0) < 0.1


@pytest.mark.parametrize(
    ("likelier", "other"),
    [
        (replace(REPORT, cites=()), replace(REPORT, cites=(), record="os-x", day="1962-11-25")),
        (replace(REPORT, cites=()), replace(REPORT, cites=(), record="os-x", senders=(EGYPT,))),
        (replace(REPORT, cites=()), replace(REPORT, cites=(), record="os-x", named=(MIKOYAN,))),
        (replace(REPORT, cites=()), replace(REPORT, cites=(), record="os-x", lines=OTHERS[0].lines)),
        (replace(REPORT, cites=()), replace(REPORT, cites=(), record="os-x", day="1962-11-16")),
    ],
    ids=["soon", "from there", "of the same man", "of the same matter", "not before it"],
)
def test_what_speaks_for_a_report(likelier: Paper, other: Paper) -> None:
    first, second = offered(ORDER, other, likelier)
    assert first.record == likelier.record
    assert first.score > second.score


def test_an_entry_of_a_calendar_is_a_candidate_by_its_title() -> None:
    letter = replace(ORDER, kind="letter", direction="", receivers=("name:john-j-mccloy",), named=(KUZNETSOV,))
    entry = paper(
        "os-entry",
        "1962-11-19",
        kind="minutes",
        senders=(),
        receivers=(),
        title="McCloy–Kuznetsov latest talk; bombers",
        named=(KUZNETSOV,),
    )
    best = offered(letter, entry, replace(OTHERS[0], day="1962-11-19"))[0]
    assert best.record == "os-entry"
    assert best.reasons == (
        "it names whom the instruction went to",
        "2 days after it",
        "2 persons in both",
        "both speak of bomber",
        "its text is not held",
    )


def test_of_several_as_likely_reports_none_is_sure() -> None:
    twins = [replace(REPORT, record=f"os-{n}") for n in range(5)]
    assert max(match.score for match in offered(ORDER, *twins)) < ASSERTED


def test_a_report_that_stands_behind_a_further_instruction_is_less_likely_its_own() -> None:
    late = replace(REPORT, cites=(), day="1962-11-27", senders=(), direction="")
    alone = offered(ORDER, late)[0]
    behind = next(each for each in offered(ORDER, late, replace(OTHERS[1], cites=())) if each.record == "os-report")
    assert behind.score < alone.score
    assert "a further instruction stands between them" in behind.reasons


def test_the_line_that_tells_of_an_instruction_stands_beside_it() -> None:
    lines = [each for each in reports_of(ORDER, (REPORT, *OTHERS), {}, 100) if each.line]
    assert [(each.line, each.other) for each in lines] == [(ORDER.lines[0].id, REPORT.lines[0].id)]
    assert lines[0].score < offered()[0].score


@given(st.permutations((REPORT, *OTHERS)))
def test_the_order_of_candidates_makes_no_difference(candidates: list[Paper]) -> None:
    assert reports_of(ORDER, candidates, {}, 100) == reports_of(ORDER, (REPORT, *OTHERS), {}, 100)


@given(st.lists(st.sampled_from((REPORT, *OTHERS)), max_size=12), st.sampled_from(["", "1962-11-17"]))
def test_three_at_most_are_offered_that_share_one_certainty(candidates: list[Paper], day: str) -> None:
    papers = [replace(each, record=f"{each.record}{n}") for n, each in enumerate(candidates)]
    matches = [each for each in reports_of(replace(ORDER, day=day), papers, {}, 100) if not each.line]
    assert len(matches) <= OFFERED
    assert sum(each.score for each in matches) <= 1.001


def test_whoever_is_known_by_place_alone_is_enough() -> None:
    bare = paper("os-bare", "1962-11-18", senders=(USUN,), receivers=(DEPARTMENT,), named=())
    assert [match.record for match in offered(replace(ORDER, lines=()), bare)] == ["os-bare"]
