"""Every statement of a record can be pointed at, and an address lights what it names."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.web import specimens

from onionskin.record.codec import to_json
from onionskin.record.document import Document
from onionskin.record.span import Span
from onionskin.web.places import claims, light, line_of, line_span, lines_of


@pytest.mark.parametrize("document", specimens.everything(), ids=lambda each: each.kind.value)
def test_every_pointer_leads_into_the_records_json(document: Document) -> None:
    for claim in claims(document):
        held: Any = to_json(document)
        for step in claim.pointer.strip("/").split("/"):
            held = held[int(step)] if isinstance(held, list) else held[step]


def test_every_evidence_of_ink_in_the_json_is_claimed_by_somebody() -> None:
    document = specimens.telegram()

    def inked(held: object) -> set[tuple[int, int, int]]:
        if isinstance(held, list):
            return set().union(*map(inked, held))
        if isinstance(held, dict):
            own = {(held["page"], *held["span"])} if held.get("kind") == "ink" else set()
            return own.union(*map(inked, held.values()))
        return set()

    claimed = {(ink.page, ink.span.start, ink.span.end) for claim in claims(document) for ink in claim.inks}
    assert inked(to_json(document)) <= claimed


def printed(document: Document, asked: str) -> list[str]:
    text = {page.n: page.text for page in document.pages}
    return [ink.span.of(text[ink.page]) for ink in light(document, asked).inks]


@pytest.mark.parametrize(
    ("asked", "lit"),
    [
        ("date", ["Nov 23 9 43 PM '62"]),
        ("/fields/date", ["Nov 23 9 43 PM '62"]),
        ("attention", ["HALLORAN", "BRANDOV"]),
        ("/fields/attention/1", ["BRANDOV"]),
        ("/stamps/0/date", ["7/12/97"]),
        ("/unclaimed/0", ["QXJ 77"]),
        ("p2:0-2", ["~~"]),
        ("/fields/series", []),
        ("", []),
    ],
)
def test_an_address_lights_what_it_names(asked: str, lit: list[str]) -> None:
    assert printed(specimens.telegram(), asked) == lit
    assert light(specimens.telegram(), asked).known


def test_a_stamp_is_lit_whole_and_not_its_date_twice() -> None:
    (stamp,) = printed(specimens.telegram(), "/stamps/0")
    assert stamp.startswith("DECLASSIFIED\nAuthority")
    assert stamp.endswith("7/12/97")


@pytest.mark.parametrize("asked", ["colour", "/fields/nope", "/stamps/9", "p9:0-4", "p1:4-4", "p1:0-99999", "/", "p1"])
def test_what_the_paper_has_not_is_not_known_and_lights_nothing(asked: str) -> None:
    lit = light(specimens.telegram(), asked)
    assert (lit.known, lit.inks) == (False, ())


@pytest.mark.parametrize(("line", "words"), [(1, "a"), (2, ""), (3, "bc"), (4, ""), (9, "")])
def test_a_line_is_found_without_its_line_feed(line: int, words: str) -> None:
    text = "a\n\nbc"
    span = line_span(text, line)
    assert span.of(text) == words
    assert line > 3 or line_of(text, span.start) == line
    assert isinstance(span, Span)


@given(st.text(alphabet="a\n\r", max_size=20), st.integers(0, 25))
def test_whoever_asks_often_is_told_the_same_line(text: str, offset: int) -> None:
    assert lines_of(text)(offset) == line_of(text, offset)
