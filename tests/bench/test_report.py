"""The report adds up."""

from __future__ import annotations

import json

from bench.report import Report, as_json, as_table
from bench.spans import Astray
from bench.tally import PaperScore


def report() -> Report:
    good, bad = (PaperScore(name, "letter", frozenset({"plain"})) for name in ("a.txt", "b.txt"))
    good.count("date", right=1)
    bad.count("date", missed=1)
    bad.miss("date", "1962-11-17", "nothing")
    bad.count("to", right=1, extra=1)
    return Report("familiar", [good, bad], 3, [Astray("r", "date", "17", "18")], 1.0)


def test_fields_are_summed_over_papers() -> None:
    made = json.loads(json.dumps(as_json(report())))
    assert made["papers"] == {"letter": 2}
    assert made["fields"]["date"] == {"right": 1, "extra": 0, "missed": 1, "precision": 1.0, "recall": 0.5, "f1": 2 / 3}
    assert made["overall"]["right"] == 2
    assert made["kinds"]["letter"]["to"]["precision"] == 0.5
    assert made["spans"] == {
        "checked": 3,
        "astray": [{"record": "r", "field": "date", "as_printed": "17", "standing": "18"}],
    }


def test_the_worst_paper_comes_first_with_what_was_expected_and_what_came() -> None:
    assert [each.file for each in report().worst()] == ["b.txt"]
    assert "date: expected 1962-11-17, got nothing" in as_table(report())


def test_a_ratio_of_nothing_is_shown_as_none() -> None:
    assert any(
        line.split() == ["date", "1", "0", "1", "1.000", "0.500", "0.667"] for line in as_table(report()).split("\n")
    )
    empty = Report("familiar", [PaperScore("a.txt", "letter", frozenset())], 0, [], 0.0)
    overall = as_json(empty)["overall"]
    assert isinstance(overall, dict)
    assert overall["f1"] is None
