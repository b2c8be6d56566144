"""A reader that knows the truth scores full marks on every generated paper: truth and scorer speak one language."""

from __future__ import annotations

from typing import Any

from bench.case import Case, PaperTruth
from bench.reading.files import generate
from bench.score import score_case
from tests.shared_data import DATA, needs

pytestmark = needs("frus")


def reading(value: object) -> dict[str, Any]:
    told = {"name": value["surname"], **value} if isinstance(value, dict) else value
    return {"value": told, "state": "found", "as_printed": "", "evidence": []}


def known(truth: PaperTruth) -> dict[str, Any]:
    """The record of a paper as its own truth tells it."""
    fields: dict[str, Any] = {}
    for name, value in truth.fields.items():
        if isinstance(value, dict) and "at_least" in value:
            fields[name] = [reading("Attachment.")]
        else:
            fields[name] = [reading(each) for each in value] if isinstance(value, list) else reading(value)
    text = " ".join(truth.reading_contains)
    return {
        "id": "r",
        "kind": truth.kind,
        "fields": fields,
        "copy": dict(truth.copy),
        "pages": [],
        "text": {"transcription": text, "reading": text},
        "markings": [{"state": "standing", "page": 1, **entry} for entry in truth.markings],
        "stamps": [stamp(entry) for entry in truth.stamps],
        "form_boxes": list(truth.form_boxes),
        "distribution": list(truth.distribution),
        "references": list(truth.references),
        "excisions": list(truth.excisions),
        "acts": [],
    }


def stamp(entry: Any) -> dict[str, Any]:
    return {
        "kind": entry["kind"].split("|")[0],
        "form": entry.get("form_contains", ""),
        "office": entry.get("office"),
        "reviewer": entry.get("reviewer"),
        "executed_by": entry.get("executed_by"),
        "date": reading(entry.get("date")),
        "case": entry.get("case"),
        "authority": {"agency": entry.get("authority_contains")},
        "decisions": [{"verb": verb, "checked": True} for verb in entry.get("decisions", [])],
        "exemptions": [{"as_printed": code} for code in entry.get("exemptions", [])],
    }


def test_the_truth_itself_scores_full_marks() -> None:
    for case in generate(DATA, 3, 120):
        papers = [paper for paper in case.papers if paper.reading_contains or paper.optional]
        whole = Case(name=case.name, text=case.text, papers=tuple(papers))
        misses = [miss for score in score_case(whole, [known(truth) for truth in papers]) for miss in score.misses]
        assert not misses, misses
