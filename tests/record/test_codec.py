"""A record goes to JSON and comes back, and nothing else comes back."""

from __future__ import annotations

import contextlib
import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.papers import telegram
from tests.published import schema_faults
from tests.strategies import documents

from onionskin.errors import RecordError
from onionskin.record.acts import Act, ActKind
from onionskin.record.codec import decode_as, encode, from_json, from_line, laid_over, overlay_of, to_json, to_line
from onionskin.record.document import Document
from onionskin.record.evidence import Deed, Inference
from onionskin.record.reading import Reading

Mischief = Callable[[dict[str, Any]], object]


@settings(max_examples=25)
@given(documents())
def test_any_record_comes_back_as_it_was(document: Document) -> None:
    assert from_json(to_json(document)) == document
    assert from_line(to_line(document)) == document


@settings(max_examples=25)
@given(documents())
def test_any_record_is_valid_by_the_published_schema(document: Document) -> None:
    assert schema_faults(document) == []
    assert document.ink_faults() == []


@settings(max_examples=25)
@given(documents())
def test_a_record_is_printed_the_same_each_time_and_on_one_line(document: Document) -> None:
    line = to_line(document)
    assert "\n" not in line
    assert to_line(from_line(line)) == line


@settings(max_examples=25)
@given(documents(), documents())
def test_a_line_with_its_overlay_is_the_line_of_the_record_they_make(read: Document, other: Document) -> None:
    line = to_line(read)
    linked = replace(other, id=read.id, source=read.source, pages=read.pages)
    overlay = overlay_of(read, linked)
    assert laid_over(line, "") == line
    assert laid_over(line, overlay) == to_line(from_line(line, overlay))


def test_a_record_that_is_alive_is_not_read_from_its_line_again() -> None:
    line = to_line(telegram())
    once = from_line(line)
    assert from_line(line) is once
    assert from_line(line, overlay_of(once, replace(once, subkind="circular"))).subkind == "circular"


def test_the_names_of_the_contract_stand_in_the_json() -> None:
    printed = to_json(telegram())
    assert list(printed)[:3] == ["schema", "id", "kind"]
    assert printed["schema"] == "onionskin/record/1"
    date = printed["fields"]["date"]
    start, end = date["evidence"][0]["span"]
    assert date["evidence"][0]["kind"] == "ink"
    assert printed["pages"][0]["text"][start:end] == date["as_printed"] == "1961-11-03"
    assert printed["stamps"][0]["authority"] is None
    assert "words" not in printed["pages"][0]


def test_evidence_says_which_kind_it_is() -> None:
    assert encode(Deed("an editor", "2026-01-02")) == {"kind": "act", "author": "an editor", "at": "2026-01-02"}
    assert encode(Inference("r", ("date",))) == {"kind": "inference", "rule": "r", "from": ["date"]}


def test_a_part_of_a_record_can_be_read_alone() -> None:
    act = Act(ActKind.DOWNGRADED, "1988-04-06", (), to_level="SECRET", until="OADR")
    assert decode_as(Act, encode(act)) == act


def _first_ink(record: dict[str, Any]) -> dict[str, Any]:
    ink: dict[str, Any] = record["fields"]["number"]["evidence"][0]
    return ink


MISCHIEF: dict[str, tuple[Mischief, str]] = {
    "an unknown key of the record": (lambda r: r.update(colour="red"), "colour"),
    "an unknown key deep inside": (lambda r: _first_ink(r).update(depth=3), "/fields/number/evidence/0"),
    "a field that nobody knows": (lambda r: r["fields"].update(hue=[]), "hue"),
    "a key that is missing": (lambda r: r["source"].pop("sha256"), "/source/sha256"),
    "a kind that does not exist": (lambda r: r.update(kind="postcard"), "/kind"),
    "a number where text belongs": (lambda r: r["source"].update(name=5), "/source/name"),
    "a list where one value belongs": (lambda r: r["fields"].update(date=[]), "/fields/date"),
    "one value where a list belongs": (lambda r: r["fields"].update(to=r["fields"]["number"]), "/fields/to"),
    "text where a list belongs": (lambda r: r.update(acts="none"), "/acts"),
    "an object where text belongs": (lambda r: r["text"].update(reading={}), "/text/reading"),
    "truth where a number belongs": (lambda r: r["pages"][0].update(n=True), "/pages/0/n"),
    "a span that is inside out": (lambda r: _first_ink(r).update(span=[9, 3]), "/fields/number/evidence/0/span"),
    "a span of three": (lambda r: _first_ink(r).update(span=[1, 2, 3]), "/fields/number/evidence/0/span"),
    "a span of letters": (lambda r: _first_ink(r).update(span=["a", "b"]), "/fields/number/evidence/0/span"),
    "a span of fractions": (lambda r: _first_ink(r).update(span=[0.5, 2.5]), "/fields/number/evidence/0/span"),
    "no span at all": (lambda r: _first_ink(r).update(span=None), "/fields/number/evidence/0/span"),
    "a box that is inside out": (lambda r: _first_ink(r).update(box=[9, 9, 1, 1]), "/fields/number/evidence/0/box"),
    "evidence of no kind": (lambda r: _first_ink(r).pop("kind"), "/fields/number/evidence/0"),
    "evidence of a strange kind": (lambda r: _first_ink(r).update(kind="hearsay"), "/fields/number/evidence/0"),
    "evidence that is text": (lambda r: r["fields"]["number"].update(evidence=["p. 1"]), "/fields/number/evidence/0"),
    "a value that is absent": (lambda r: r["fields"]["number"].update(state="absent"), "/fields/number"),
    "a state that does not exist": (lambda r: r["fields"]["number"].update(state="sure"), "/fields/number/state"),
    "a confidence of two": (lambda r: r["fields"]["number"].update(confidence=2), "/fields/number"),
    "a confidence in words": (lambda r: r["fields"]["number"].update(confidence="high"), "/fields/number/confidence"),
}


@pytest.mark.parametrize("what", MISCHIEF)
def test_what_is_no_record_is_refused_and_the_place_is_named(what: str) -> None:
    mischief, pointer = MISCHIEF[what]
    record = copy.deepcopy(to_json(telegram()))
    mischief(record)
    with pytest.raises(RecordError) as refused:
        from_json(record)
    assert pointer in str(refused.value)


@pytest.mark.parametrize("data", [None, [], "x", 5, {}, {"schema": "onionskin/record/2"}, {"schema": 1}])
def test_another_schema_is_refused(data: object) -> None:
    with pytest.raises(RecordError, match="onionskin/record/1"):
        from_json(data)


@pytest.mark.parametrize("line", ["", "{", "nonsense", "[" * 100_000, '{"schema": "onionskin/record/1"}', "null"])
def test_a_line_that_is_no_record_is_refused(line: str) -> None:
    with pytest.raises(RecordError):
        from_line(line)


def test_a_part_that_does_not_fit_is_refused() -> None:
    with pytest.raises(RecordError, match="Act"):
        decode_as(Act, {"act": "burned", "date": None, "agent": None, "evidence": []})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.data(), JSON)
def test_any_json_put_anywhere_is_read_or_refused_but_never_a_crash(data: st.DataObject, strange: Any) -> None:
    record = json.loads(to_line(telegram()))
    held: Any = record
    while True:
        keys = list(range(len(held))) if isinstance(held, list) else sorted(held)
        key = data.draw(st.sampled_from(keys))
        if isinstance(held[key], list | dict) and held[key] and data.draw(st.booleans()):
            held = held[key]
            continue
        held[key] = strange
        break
    with contextlib.suppress(RecordError):
        assert isinstance(from_json(record), Document)


def test_a_reading_of_text_keeps_its_line_breaks() -> None:
    printed = {"value": "a b", "state": "found", "as_printed": "a\nb", "confidence": 1, "evidence": [], "reason": ""}
    assert decode_as(Reading[str], printed).as_printed == "a\nb"
