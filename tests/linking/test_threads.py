"""Threads: what leads from paper to paper, and how far it is followed."""

from __future__ import annotations

import pytest
from tests.linking.shelves import cited

from onionskin.linking.threads import Step, follow, relation_of
from onionskin.record.references import Reference

CHAIN = [Step(f"os-{n}", f"os-{n + 1}", "cites") for n in range(6)]


def steps(record: str) -> list[Step]:
    return [step for step in CHAIN if record in {step.record, step.other}]


def test_a_thread_is_followed_both_ways_and_not_for_ever() -> None:
    assert follow("os-2", steps, nearby=2) == (CHAIN[1], CHAIN[2], CHAIN[0], CHAIN[3])
    assert set(follow("os-2", steps, nearby=9)) == set(CHAIN)


def test_a_paper_alone_has_no_thread() -> None:
    assert follow("os-99", steps) == ()


@pytest.mark.parametrize(
    ("reference", "relation"),
    [
        (cited("your 1835", number="1835"), "answers"),
        (cited("Re Deptel 760", number="760"), "answers"),
        (cited("copy of a letter I have sent to Brandov", kind="letter"), "encloses"),
        (cited("the attached memorandum", kind="document"), "encloses"),
        (cited("instructions in Deptel 12", number="12"), "instructs"),
        (cited("your meeting with Brandov", kind="meeting"), "reports-on"),
        (cited("Deptel 1338", number="1338"), "cites"),
    ],
)
def test_the_words_say_what_a_paper_does_to_another(reference: Reference, relation: str) -> None:
    assert relation_of(reference) == relation
