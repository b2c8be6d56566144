"""Numbers of cases under which papers were reviewed."""

from __future__ import annotations

import pytest

from onionskin.phrases.review_cases import find_cases

CASES = [
    ("C.A.NO 91-2742", "91-2742", "court"),
    ("C.A. No. 91-2742 (GAG)", "91-2742", "court"),
    ("Civil Action No. 90-115", "90-115", "court"),
    ("NLK-12-35e, doc. 9", "NLK-12-35e", "library"),
    ("NLJ 82-101", "NLJ 82-101", "library"),
    ("NLJ/RAC 03-114", "NLJ/RAC 03-114", "library"),
    ("MR 80-327 #3", "MR 80-327 #3", "review"),
    ("NND 959417", "NND 959417", "project"),
    ("Case No. F-2014-20439", "F-2014-20439", "request"),
    ("FOIA Case 40568", "40568", "request"),
]


@pytest.mark.parametrize(("line", "value", "kind"), CASES)
def test_a_case(line: str, value: str, kind: str) -> None:
    (case,) = find_cases(line)
    assert (case.value, case.kind.value, case.number.of(line)) == (value, kind, value)


@pytest.mark.parametrize(
    "line", ["in case 12 men come", "DR-26-102, CASE 24063", "California 90-115", "a case of 1962-63"]
)
def test_other_cases_have_no_number(line: str) -> None:
    assert not list(find_cases(line))
