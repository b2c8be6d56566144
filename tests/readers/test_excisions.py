"""Words taken out, by whom and how much, never which."""

from __future__ import annotations

import pytest
from tests.readers.marked import claimed, holds, paper

from onionskin.readers.excisions import ExcisionReader
from onionskin.record.marks import Extent

CASES = [
    ("We have XXXXXXXXXXXX confidence", "x-out", "drafting", Extent(12, "characters"), "XXXXXXXXXXXX"),
    ("We have ~~XXXXXXXX~~ confidence", "x-out", "drafting", Extent(8, "characters"), "XXXXXXXX"),
    ("he x x x x x said", "x-out", "drafting", Extent(9, "characters"), "x x x x x"),
    ("We ~~do not~~ think", "struck", "drafting", Extent(2, "words"), "do not"),
    ("FOR BRUCE ~~REDACTED~~", "struck", "unknown", None, "REDACTED"),
    ("said that [REDACTED] would", "blackout", "unknown", None, "[REDACTED]"),
    ("said that [REDACTED (b)(1)] would", "blackout", "security", None, "[REDACTED (b)(1)]"),
    ("the ██████ said", "blackout", "security", Extent(6, "characters"), "██████"),
    ("████████████ (b)(1)", "blackout", "security", Extent(12, "characters"), "████████████ (b)(1)"),
    ("to ██████ 1.4(b)   said", "blackout", "security", Extent(6, "characters"), "██████ 1.4(b)"),
    (
        "[2-1/2 lines of source text not declassified]",
        *("bracket", "security", Extent(2.5, "lines"), "[2-1/2 lines of source text not declassified]"),
    ),
    (
        "[less than 1 line not declassified]",
        "bracket",
        "security",
        Extent(1, "lines at most"),
        "[less than 1 line not declassified]",
    ),
    ("the source          (b)(1)           said", "whiteout", "security", None, "(b)(1)"),
    ("[REDACTED]                 B1", "blackout", "security", None, "[REDACTED]                 B1"),
    ("[2 lines deleted]   1.4(D)", "bracket", "security", Extent(2, "lines"), "[2 lines deleted]   1.4(D)"),
    ("[blacked out: about 3 lines]", "blackout", "security", Extent(3, "lines"), "[blacked out: about 3 lines]"),
    ("[ ]   B1, 1.4(D)", "whiteout", "security", None, "[ ]   B1, 1.4(D)"),
    ("that [redacted] B1 had gone", "blackout", "unknown", None, "[redacted]"),
    ("3 pages withheld in full (b)(1)", "withdrawn", "security", Extent(3, "pages"), "3 pages withheld in full (b)(1)"),
]


@pytest.mark.parametrize("case", CASES, ids=[c[0] for c in CASES])
def test_an_excision(case: tuple[str, str, str, Extent | None, str]) -> None:
    print_, *said = case
    text = paper(print_)
    result = ExcisionReader().read(text)
    holds(text, ExcisionReader(), result)
    assert [[e.kind.value, e.purpose.value, e.extent, e.as_printed] for e in result.excisions] == [said]


def test_a_code_in_the_gap_is_its_exemption() -> None:
    (excision,) = ExcisionReader().read(paper("met with          (b)(1), 1.4(c)           on the")).excisions
    assert [e.code for e in excision.exemptions] == ["(b)(1)", "1.4(c)"]


def test_a_bracket_stays_part_of_the_text_it_stands_in() -> None:
    """The reading text must show that words are gone."""
    text = paper("He [REDACTED] went ~~away~~ home")
    assert claimed(text, ExcisionReader().read(text)) == ["away"]


@pytest.mark.parametrize(
    "print_", ["~~TOP SECRET~~ SENSITIVE", "We have XXX Corps", "[illegible]", "the budget (b)(1) of", "Louis XVI"]
)
def test_what_is_no_excision(print_: str) -> None:
    assert not ExcisionReader().read(paper(print_)).excisions
