"""The published schema of a record takes what the contract allows and refuses what it does not."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

SCHEMA_FILE = Path(__file__).parents[2] / "schemas" / "record-1.json"
SCHEMA: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

RAW = "OUTGOING TELEGRAM\n~~SECRET~~\nACTION: Amembassy LIMA - PRIORITY 87\nNov 3 6 10 PM '61\nRUSK\n"


def ink(printed: str, reader: str = "telegram") -> dict[str, Any]:
    """Evidence for words of RAW."""
    start = RAW.index(printed)
    return {"kind": "ink", "page": 1, "span": [start, start + len(printed)], "reader": reader}


def reading(value: object, printed: str) -> dict[str, Any]:
    """A found reading of words of RAW."""
    return {
        "value": value,
        "state": "found",
        "as_printed": printed,
        "confidence": 0.97,
        "evidence": [ink(printed)],
        "reason": "",
    }


def absent() -> dict[str, Any]:
    """A field that the form has and the paper leaves blank."""
    return {"value": None, "state": "absent", "as_printed": "", "confidence": 1.0, "evidence": [], "reason": "no line"}


def record() -> dict[str, Any]:
    """A whole record by hand, with at least one entry of everything."""
    rusk = {"name": "Rusk", "kind": "person", "as_printed": "RUSK", "surname": "Rusk"}
    lima = {"name": "Lima", "kind": "post", "as_printed": "Amembassy LIMA"}
    code = {"scheme": "FOIA", "edition": None, "code": "(b)(1)", "as_printed": "B1"}
    return {
        "schema": "onionskin/record/1",
        "id": "3f88-1-0",
        "kind": "telegram",
        "reasons": ["OUTGOING TELEGRAM heads the page"],
        "kind_confidence": 0.99,
        "source": {
            "name": "lima.txt",
            "sha256": "0" * 64,
            "media_type": "text/plain",
            "pages": [1],
            "source_ids": ["frus1961-63v12/d1"],
        },
        "copy": {"holder": "Vice President", "item": "3"},
        "pages": [{"n": 1, "text": RAW}],
        "fields": {
            "direction": {**reading("outgoing", "OUTGOING TELEGRAM")},
            "number": reading("87", "87"),
            "to": [reading(lima, "Amembassy LIMA")],
            "info": [],
            "precedence": [reading("PRIORITY", "PRIORITY")],
            "date": reading("1961-11-03T18:10:00-05:00", "Nov 3 6 10 PM '61"),
            "signed_by": reading(rusk, "RUSK"),
            "subject": absent(),
            "other_numbers": [],
        },
        "form_boxes": [{"label": "COLLECT", "checked": None, "evidence": []}],
        "markings": [
            {"level": "SECRET", "text": "SECRET", "state": "struck", "page": 1, "evidence": [ink("~~SECRET~~")]}
        ],
        "distribution": [{"office": "ARA", "role": "action", "copies": 2, "evidence": []}],
        "stamps": [
            {
                "form": "NARA declassification",
                "kind": "declassification",
                "office": "NARA",
                "authority": {"agency": "State", "instrument": None, "date": "6/1/97"},
                "executed_by": "JQA",
                "reviewer": None,
                "date": absent(),
                "decisions": [{"axis": "classification", "verb": "declassify", "checked": True, "state": "standing"}],
                "exemptions": [code],
                "impressions": [ink("SECRET")],
            }
        ],
        "acts": [{"act": "transmitted", "date": None, "agent": None, "evidence": [ink("6 10 PM")]}],
        "references": [
            {
                "text": "DEPTEL 80",
                "kind": "telegram",
                "number": "80",
                "series": "DEPTEL",
                "evidence": [],
                "resolved": {"state": "not-found", "candidates": []},
            }
        ],
        "same_as": [
            {"record": "x", "relation": "same-paper", "score": 0.5, "reasons": ["same number"], "state": "candidate"}
        ],
        "mentions": [{"text": "LIMA", "kind": "place", "evidence": [ink("LIMA")]}],
        "excisions": [
            {
                "kind": "bracket",
                "purpose": "security",
                "extent": {"amount": 2, "unit": "lines"},
                "exemptions": [code],
                "as_printed": "[2 lines]",
                "evidence": [],
            }
        ],
        "emendations": [
            {
                "from": "Limo",
                "to": "Lima",
                "reason": "the post",
                "rule": "post-name",
                "confidence": 0.9,
                "state": "proposed",
                "evidence": [],
            }
        ],
        "doubts": [
            {
                "about": "/stamps/0/date",
                "as_printed": "7/12/97",
                "candidates": [{"value": "1977-07-12", "score": 0.8, "reasons": ["NARS ended in 1985"]}],
                "rule": "chronology",
                "reason": "NARS",
                "evidence": [{"kind": "inference", "rule": "chronology", "from": ["/stamps/0/office"]}],
            }
        ],
        "text": {
            "transcription": RAW,
            "reading": "RUSK",
            "paragraphs": [{"n": 1, "label": None, "text": "RUSK", "evidence": [{"page": 1, "span": [0, 4]}]}],
        },
        "unclaimed": [{"page": 1, "line": 2, "text": "~~SECRET~~"}],
    }


def faults(candidate: object) -> list[str]:
    """What the schema says against it."""
    return [f"{e.json_path}: {e.message}" for e in VALIDATOR.iter_errors(candidate)]


def test_the_schema_is_a_schema() -> None:
    """It is valid JSON Schema of draft 2020-12, and every inner reference leads somewhere."""
    Draft202012Validator.check_schema(SCHEMA)
    text = SCHEMA_FILE.read_text(encoding="utf-8")
    names = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert {name.split("/")[0] for name in names} == set(SCHEMA["$defs"])


def test_a_whole_record_is_valid() -> None:
    """The record made by hand has no fault, and its spans are honest."""
    good = record()
    assert faults(good) == []
    number = good["fields"]["number"]
    start, end = number["evidence"][0]["span"]
    assert RAW[start:end] == number["as_printed"]


GOOD: dict[str, Callable[[dict[str, Any]], object]] = {
    "an empty copy": lambda r: r["copy"].clear(),
    "words with their boxes": lambda r: r["pages"][0].update(
        words=[{"span": [0, 8], "box": [1, 2, 3, 4], "confidence": 0.5}], reader="rapidocr/3.10.0"
    ),
    "furniture": lambda r: r.update(furniture=[{"rule": "form-label", "evidence": [ink("ACTION:")]}]),
    "no fields at all": lambda r: r["fields"].clear(),
    "a field that the table does not name": lambda r: r["fields"].update(cover_name=[absent()]),
    "an act as evidence": lambda r: r["fields"].update(
        number={
            **reading("88", "87"),
            "state": "asserted",
            "evidence": [{"kind": "act", "author": "an editor", "at": "2026-01-02T10:00:00Z"}],
        }
    ),
    "an inference as evidence": lambda r: r["fields"].update(
        series={
            **reading("DEPTEL", "87"),
            "state": "inferred",
            "evidence": [{"kind": "inference", "rule": "series-from-direction", "from": ["/fields/direction"]}],
        }
    ),
    "a box on the image": lambda r: r["fields"]["number"]["evidence"][0].update(box=[10, 20, 30, 40]),
    "a date to the month, approximate": lambda r: r["fields"].update(date=reading("1961-11~", "Nov 3")),
    "an interval": lambda r: r["fields"].update(date=reading("1961-11-03/1961-11-04", "Nov 3")),
    "a paper of two pages": lambda r: r["pages"].append(
        {"n": 2, "text": "", "width": 2550, "height": 3300, "dpi": 300}
    ),
    "no list has entries": lambda r: r.update(
        {k: [] for k, v in r.items() if isinstance(v, list) and k not in ("pages", "reasons")}
    ),
    "optional keys left out": lambda r: (r.pop("reasons"), r.pop("kind_confidence")),
}

BAD: dict[str, Callable[[dict[str, Any]], object]] = {
    "another schema": lambda r: r.update(schema="onionskin/record/2"),
    "a kind of its own": lambda r: r.update(kind="cable"),
    "a key renamed": lambda r: r.update(marks=r.pop("markings")),
    "a list missing": lambda r: r.pop("unclaimed"),
    "a source without its hash": lambda r: r["source"].pop("sha256"),
    "a hash in capitals": lambda r: r["source"].update(sha256="A" * 64),
    "page zero": lambda r: r["pages"][0].update(n=0),
    "no pages": lambda r: r["pages"].clear(),
    "a reading as a bare value": lambda r: r["fields"].update(number="87"),
    "a list where one reading stands": lambda r: r["fields"].update(number=[reading("87", "87")]),
    "one reading where a list stands": lambda r: r["fields"].update(to=absent()),
    "an eighth state": lambda r: r["fields"]["number"].update(state="unknown"),
    "an absent reading with a value": lambda r: r["fields"]["subject"].update(value="Next steps"),
    "a found reading without a value": lambda r: r["fields"]["number"].update(value=None),
    "a found reading without evidence": lambda r: r["fields"]["number"].update(evidence=[]),
    "a found reading without its print": lambda r: r["fields"]["number"].update(as_printed=None),
    "a doubtful reading without a value": lambda r: r["fields"]["number"].update(state="doubtful", value=None),
    "a reading without a reason": lambda r: r["fields"]["number"].pop("reason"),
    "a confidence in per cent": lambda r: r["fields"]["number"].update(confidence=97),
    "a number that is no string": lambda r: r["fields"]["number"].update(value=87),
    "a person as a string": lambda r: r["fields"]["signed_by"].update(value="Rusk"),
    "a person without a kind": lambda r: r["fields"]["signed_by"]["value"].pop("kind"),
    "a date as it is typed": lambda r: r["fields"]["date"].update(value="November 3, 1961"),
    "a third direction": lambda r: r["fields"]["direction"].update(value="sideways"),
    "evidence of a fourth kind": lambda r: r["fields"]["number"]["evidence"][0].update(kind="hearsay"),
    "ink without a reader": lambda r: r["fields"]["number"]["evidence"][0].pop("reader"),
    "ink with an author": lambda r: r["fields"]["number"]["evidence"][0].update(author="x"),
    "a span of one": lambda r: r["fields"]["number"]["evidence"][0].update(span=[3]),
    "a span as an object": lambda r: r["fields"]["number"]["evidence"][0].update(span={"start": 1, "end": 2}),
    "a box of three": lambda r: r["fields"]["number"]["evidence"][0].update(box=[1, 2, 3]),
    "a marking neither standing nor struck": lambda r: r["markings"][0].update(state="faded"),
    "evidence that is no list": lambda r: r["markings"][0].update(evidence=ink("SECRET")),
    "a box ticked with a word": lambda r: r["form_boxes"][0].update(checked="yes"),
    "a stamp without impressions": lambda r: r["stamps"][0].update(impressions=[]),
    "a stamp date as a string": lambda r: r["stamps"][0].update(date="7/12/97"),
    "a decision on a third axis": lambda r: r["stamps"][0]["decisions"][0].update(axis="custody"),
    "an exemption without its edition": lambda r: r["stamps"][0]["exemptions"][0].pop("edition"),
    "an act nobody knows": lambda r: r["acts"][0].update(act="whispered"),
    "a reference without its resolution": lambda r: r["references"][0].pop("resolved"),
    "a link to nothing": lambda r: r["references"][0]["resolved"].update(state="linked"),
    "a doubt about no place": lambda r: r["doubts"][0].update(about="the stamp"),
    "an excision in words": lambda r: r["excisions"][0].update(extent="two lines"),
    "a paragraph without a number": lambda r: r["text"]["paragraphs"][0].pop("n"),
    "line zero": lambda r: r["unclaimed"][0].update(line=0),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_the_contract_allows_is_valid(name: str) -> None:
    """Each variation of the whole record that the contract allows has no fault."""
    varied = copy.deepcopy(record())
    GOOD[name](varied)
    assert faults(varied) == []


@pytest.mark.parametrize("name", BAD)
def test_what_the_contract_forbids_is_refused(name: str) -> None:
    """Each variation of the whole record that breaks the contract has a fault."""
    varied = copy.deepcopy(record())
    BAD[name](varied)
    assert faults(varied)
