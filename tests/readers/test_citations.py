"""What a text points to, and the names that stand in it."""

from __future__ import annotations

from tests.readers.marked import paper as marked
from tests.readers.reading import paper, value

from onionskin.readers.citations import CitationReader
from onionskin.record.evidence import Ink


def test_references_and_names_are_found_with_their_ink() -> None:
    text = marked("Reference Deptel 1338 and your letter of November 3, 1961 to Ambassador Penhallow.\n")
    result = CitationReader().read(text)
    telegram = next(reference for reference in result.references if reference.kind == "telegram")
    assert (telegram.number, telegram.series) == ("1338", "DEPTEL")
    assert telegram.resolved.state == "cited-not-held"
    assert any("Penhallow" in mention.text for mention in result.mentions)
    evidence = [reference.evidence for reference in result.references]
    evidence += [mention.evidence for mention in result.mentions]
    assert all(evidence)
    assert all(isinstance(ink, Ink) and text.printed(ink) in text.text for inks in evidence for ink in inks)


def test_a_reference_broken_over_two_lines_is_one() -> None:
    read = paper(
        """
        OUTGOING TELEGRAM   Department of State

        ACTION: Amembassy LISBON 214

        You should tell the Minister what we said to you of this in Deptel
        1338, and that we should like to hear from him before long.

        RUSK
        """
    )
    (reference,) = [reference for reference in read.references if reference.kind == "telegram"]
    assert (reference.number, reference.text) == ("1338", "Deptel 1338")
    assert value(read, "number") == "214"
