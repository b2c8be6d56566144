"""The judge of the acceptance list passes what answers it and fails what does not."""

import copy
from typing import Any

import pytest
from bench.rewrite.asked import AskedFile, load
from bench.rewrite.judge import judge
from bench.rewrite.score import LIST, ink_faults


def reading(value: object, state: str = "found") -> dict[str, Any]:
    return {"value": value, "state": state, "as_printed": "x", "confidence": 1.0, "evidence": [], "reason": ""}


def person(surname: str, office: str | None = None) -> dict[str, Any]:
    out = {"name": f"J. {surname}", "kind": "person", "as_printed": surname.upper(), "surname": surname}
    return {**out, "office": office} if office else out


def record(kind: str = "telegram", identity: str = "os-1", /, **fields: object) -> dict[str, Any]:
    sections = (
        "form_boxes",
        "markings",
        "stamps",
        "references",
        "excisions",
        "emendations",
        "doubts",
        "acts",
        "same_as",
    )
    return {
        "kind": kind,
        "id": identity,
        "source": {"name": "a.txt"},
        "fields": fields,
        "copy": {},
        "text": {"reading": ""},
        **{section: [] for section in sections},
    }


def missing(paper: dict[str, Any], *records: dict[str, Any]) -> list[str]:
    asked = AskedFile("a.txt", ({"kind": "telegram", **paper},))
    return [item.what for item in judge(asked, records) if not item.passed]


@pytest.mark.parametrize(
    ("name", "asked", "held"),
    [
        ("number", "1359", reading("1359")),
        ("subject", "Next Steps", reading("NEXT\n  STEPS.")),
        ("captions", ["LIMIT DISTRIBUTION"], [{**reading("LIMDIS"), "as_printed": "LIMIT\nDISTRIBUTION"}]),
        ("date", "1962-11-23T21:43", reading("1962-11-23T21:43:00-05:00")),
        ("to", ["USUN New York"], [reading({"name": "x", "kind": "post", "as_printed": "USUN, New York"})]),
        ("from", {"surname": "Rusk"}, reading(person("Rusk"))),
        ("typed_by", "ck", reading({"name": "ck", "kind": "person", "as_printed": "ck"})),
        ("approved_by", {"surname": "Ball", "office": "U"}, reading(person("Ball", "U"))),
        ("attention", [{"surname": "A"}, {"surname": "B"}], [reading(person("B")), reading(person("A"))]),
        ("enclosures", {"at_least": 1}, [reading({"name": "Attachment.", "as_printed": "Attachment."})]),
        ("info", [], [reading(None, "absent")]),
    ],
)
def test_a_field_that_is_as_asked_passes(name: str, asked: object, held: object) -> None:
    assert missing({"fields": {name: asked}}, record(**{name: held})) == []


@pytest.mark.parametrize(
    ("name", "asked", "held"),
    [
        ("number", "1359", reading("359")),
        ("number", "1359", reading(None, "absent")),
        ("date", "1962-11-23T21:43", reading("1962-11-23")),
        ("to", ["USUN New York"], [reading({"name": "New York", "kind": "post", "as_printed": "New York"})]),
        ("from", {"surname": "Rusk"}, reading(person("Dean"))),
        ("approved_by", {"surname": "Ball", "office": "U"}, reading(person("Ball", "G"))),
        ("approved_by", {"surname": "Ball", "office": "U"}, reading(person("Ball"))),
        ("attention", [{"surname": "A"}], [reading(person("A")), reading(person("B"))]),
        ("precedence", ["PRIORITY"], []),
        ("captions", [], [reading("NODIS")]),
        ("enclosures", {"at_least": 1}, []),
    ],
)
def test_a_field_that_is_otherwise_fails(name: str, asked: object, held: object) -> None:
    assert missing({"fields": {name: asked}}, record(**{name: held})) == [f"{name} is {asked}"]


def test_either_of_two_fields_may_hold_the_value() -> None:
    asked = {"fields": {"cleared_by|circulated_to": [{"surname": "Johnson"}]}}
    assert missing(asked, record(circulated_to=[reading(person("Johnson"))], cleared_by=[])) == []
    assert missing(asked, record(circulated_to=[], cleared_by=[])) != []


def test_a_stamp_must_answer_every_key_at_once() -> None:
    """A date of one stamp and an exemption of another are no stamp."""
    code = {"scheme": "FOIA", "edition": None, "code": "(b)(1)", "as_printed": "B1"}
    first: dict[str, Any] = {
        "form": "DEPARTMENT OF STATE A/CDC/MR",
        "date": {"as_printed": "4-6-88"},
        "exemptions": [],
        "decisions": [{"axis": "access", "verb": "release", "checked": True, "state": "standing"}],
    }
    second = {**first, "date": {"as_printed": "14-6-88"}, "exemptions": [code]}
    asked = {"stamps": [{"form_contains": "A/CDC/MR", "date_as_printed": "4-6-88", "exemption": "(b)(1)"}]}
    held = record()
    held["stamps"] = [first, second]
    assert missing(asked, held) != []
    held["stamps"] = [{**first, "exemptions": [code]}]
    assert missing(asked, held) == []
    ticked = {"stamps": [{"date_as_printed": "4-6-88", "decision": {"verb": "release", "checked": True}}]}
    assert missing(ticked, held) == []
    held["stamps"][0]["decisions"][0]["checked"] = False
    assert missing(ticked, held) != []


def test_a_reference_must_lead_to_the_record_of_the_paper_it_means() -> None:
    asked = AskedFile(
        "a.txt",
        (
            {"kind": "letter", "references": [{"text_contains": "a letter", "resolves_to": {"paper": 2}}]},
            {"kind": "letter", "fields": {"number": "2"}},
        ),
    )
    first, second = record("letter", "os-1"), record("letter", "os-2", number=reading("2"))
    link = {
        "text": "copy of a letter",
        "kind": "letter",
        "resolved": {"state": "linked", "record": "os-2", "candidates": []},
    }
    first["references"] = [link]
    assert all(item.passed for item in judge(asked, [record("cover-sheet", "os-0"), first, second]))
    astray = copy.deepcopy(first)
    astray["references"][0]["resolved"]["record"] = "os-1"
    assert not all(item.passed for item in judge(asked, [astray, second]))


def test_papers_are_matched_with_records_in_order_whatever_stands_between() -> None:
    """A cover sheet or a slip that is a record of its own does not shift the papers after it."""
    asked = AskedFile("a.txt", tuple({"kind": "letter", "fields": {"number": str(n)}} for n in (1, 2)))
    letters = [record("letter", f"os-{n}", number=reading(str(n))) for n in (1, 2)]
    assert all(item.passed for item in judge(asked, [record("cover-sheet"), letters[0], record("other"), letters[1]]))


def test_without_records_every_item_is_missing() -> None:
    """Nothing passes for want of a paper: what must not be read is missing too."""
    for asked in load(LIST):
        items = judge(asked, [])
        assert items
        assert not any(item.passed for item in items)


def test_reading_text_is_searched_with_white_space_folded() -> None:
    held = record()
    held["text"]["reading"] = "You should  present\nthe scenario."
    assert missing({"reading_contains": ["should present the"], "reading_excludes": ["~~"]}, held) == []
    assert missing({"reading_contains": ["shall present"], "reading_excludes": ["the scenario"]}, held) != []


def test_ink_that_is_not_what_stands_on_the_page_is_a_fault() -> None:
    held = record(
        number={**reading("1359"), "as_printed": "1359", "evidence": [{"kind": "ink", "page": 1, "span": [2, 6]}]}
    )
    held["pages"] = [{"n": 1, "text": "NO1359"}]
    assert list(ink_faults(held)) == []
    held["pages"][0]["text"] = "NO 1359"
    assert list(ink_faults(held)) == ["/fields/number/0: the page has ' 135', not '1359'"]
