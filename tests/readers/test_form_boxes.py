"""Boxes of forms, on either side of their labels, ticked and not."""

from __future__ import annotations

import pytest
from tests.readers.marked import holds, paper, unclaimed

from onionskin.readers.form_boxes import FormBoxReader

Said = list[tuple[str, bool | None]]


def boxes(print_: str) -> Said:
    text = paper(print_)
    result = FormBoxReader().read(text)
    holds(text, FormBoxReader(), result)
    return [(b.label, b.checked) for b in result.form_boxes]


FORMS: list[tuple[str, Said]] = [
    ("INDICATE: ☐ COLLECT\n☐ CHARGE TO", [("COLLECT", False), ("CHARGE TO", False)]),
    ("ICATE: ☒ COLLECT\n☐ CHARGE TO", [("COLLECT", True), ("CHARGE TO", False)]),
    ("INDICATE: [X] COLLECT [ ] CHARGE TO", [("COLLECT", True), ("CHARGE TO", False)]),
    ("INDICATE: ☐ COLLECT\n☒ CHARGE TO  Department", [("COLLECT", False), ("CHARGE TO", True)]),
    ("☐ COLLECT  ☒ CHARGE TO AID", [("COLLECT", False), ("CHARGE TO", True)]),
    ("COLLECT ☐  CHARGE TO ☒", [("COLLECT", False), ("CHARGE TO", True)]),
    ("INDICATE:\n( ) COLLECT\n(X) CHARGE TO", [("COLLECT", False), ("CHARGE TO", True)]),
    ("X COLLECT", [("COLLECT", True)]),
    ("☐ Concur  ☒ Do not concur", [("Concur", False), ("Do not concur", True)]),
    ("INDICATE\nCOLLECT\nCHARGE TO", [("COLLECT", None), ("CHARGE TO", None)]),
    ("( ) COLLEGT", [("COLLECT", False)]),
    ("O COLLECT\nD CHARGE TO", [("COLLECT", None), ("CHARGE TO", None)]),
]


@pytest.mark.parametrize(("print_", "said"), FORMS)
def test_a_form(print_: str, said: Said) -> None:
    """A box that the OCR lost leaves its label, and nobody can say whether it was ticked."""
    assert boxes(print_) == said


def test_the_word_that_leads_to_the_boxes_is_furniture() -> None:
    text = paper("ICATE: ☐ COLLECT")
    result = FormBoxReader().read(text)
    assert [c.rule for c in result.claims if c.furniture] == ["form-label"]
    assert unclaimed(text, result) == []


@pytest.mark.parametrize(
    "prose",
    [
        "The function ( ) takes (X) as argument.",
        "See (X) Corp for the offer",
        "We should collect the debt and charge to them",
        "a [ ] b",
    ],
)
def test_brackets_in_prose_are_no_boxes(prose: str) -> None:
    assert boxes(prose) == []


@pytest.mark.parametrize(
    "line",
    [
        "groups, and ☒ he met often with members of these groups,",
        "NO STATION TRACES OF THE SUBJECTS OF REF ☒ . AND REF C. THE OTHERS ARE KNOWN TO US",
        "He asked what was to be done about it and was told ☐ that nothing would be",
    ],
)
def test_a_lone_box_amid_running_text_is_a_blot_and_left_out(line: str) -> None:
    text = paper(line)
    result = FormBoxReader().read(text)
    assert result.form_boxes == ()
    assert [(c.rule, c.furniture, len(c.span)) for c in result.claims] == [("stray-box", True, 1)]


def test_words_before_a_lone_box_are_no_label_s_lead() -> None:
    assert boxes("1 - Reading ☐ Board") == []
    assert boxes("2. Disposition: ☐ Retained") == [("Retained", False)]
