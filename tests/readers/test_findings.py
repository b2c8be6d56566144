"""What a reader gathers as it goes."""

from __future__ import annotations

from tests.readers.marked import paper

from onionskin.readers.findings import Findings
from onionskin.record.reading import ReadingState
from onionskin.record.span import Span


def test_a_field_brings_its_ink_and_its_claim_in_one() -> None:
    text = paper("NO: ~~13~~38\n")
    findings = Findings(text, "telegram")
    at = text.text.index("1338")
    findings.field("number", "1338", Span(at, at + 4))
    result = findings.result()
    (field,) = result.fields
    assert field.reading.value == "1338"
    assert field.reading.as_printed == text.printed(field.reading.ink[0])
    assert [claim.rule for claim in result.claims] == ["field:number"]
    assert findings.has("number")
    assert not findings.has("date")


def test_what_is_claimed_is_known() -> None:
    findings = Findings(paper("NO: 1338\n"), "telegram")
    findings.claim(Span(0, 3), "label:number", furniture=True)
    assert findings.touches(Span(2, 8))
    assert not findings.touches(Span(3, 8))
    assert findings.covers(Span(0, 5))
    assert not findings.covers(Span(0, 8))
    assert findings.spans == (Span(0, 3),)


def test_an_inference_claims_no_ink() -> None:
    findings = Findings(paper("NO: 1338\n"), "telegram")
    findings.inferred("direction", "outgoing", "rule", "to: Lisbon", reason="it is addressed to Lisbon")
    result = findings.result()
    assert result.claims == ()
    assert result.fields[0].reading.state is ReadingState.INFERRED
    assert result.fields[0].reading.ink == ()
